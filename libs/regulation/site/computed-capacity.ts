import type { SiteContents } from './contents.ts';
import { STAYING_ZONES } from './words.ts';

/** How the number came about, to be shown beside it. */
export interface ComputedCapacity {
  persons: number;
  /** One entry a zone that people stay in: m² and the persons it holds. */
  zones: { place: number; squareMeters: number; persons: number }[];
  squareMetersPerPerson: number;
}

/**
 * Persons the lodging and assembly zones hold: the sum of ⌊m² ÷ m² a person⌋ by the standard that the file names.
 * null = unknown: no standard, no such zone, or one of them unmeasured. Practice (GB/T 44013-2024 gives the method);
 * the law names no number, so none is built in.
 */
export function computedCapacity({
  zones,
  capacityBasis: basis,
}: Pick<SiteContents, 'zones' | 'capacityBasis'>): ComputedCapacity | null {
  const each = basis?.squareMetersPerPerson;
  if (!each || each <= 0) return null;
  const staying = zones.flatMap(({ type, areaSquareMeters }, place) =>
    STAYING_ZONES.includes(type) ? [{ place, squareMeters: areaSquareMeters }] : [],
  );
  const measured = staying.flatMap(({ place, squareMeters }) =>
    squareMeters === null ? [] : [{ place, squareMeters, persons: wholePersons(squareMeters, each) }],
  );
  if (staying.length === 0 || measured.length < staying.length) return null;
  return {
    persons: measured.reduce((sum, { persons }) => sum + persons, 0),
    zones: measured,
    squareMetersPerPerson: each,
  };
}

/** 3 m² at 0.3 m² is ten persons, not nine: the quotient is cleaned of what binary fractions leave behind. */
function wholePersons(squareMeters: number, each: number): number {
  return Math.max(0, Math.floor(Number((squareMeters / each).toPrecision(12))));
}
