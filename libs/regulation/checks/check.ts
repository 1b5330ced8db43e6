import type { CivilDate } from '../civil-date.ts';
import type { Finding, Refusal } from '../refusal.ts';
import type { ShelterContents } from '../registry/contents.ts';

/** A shelter of the same name and space type close by: a fact for the reviewer, who knows a hall from its field. */
export interface NearbyShelter {
  code: string;
  name: string;
  meters: number;
}

/** What was measured of a shape or a point of the contents; `field` is its path. */
export interface ShapeFact {
  field: string;
  /** Where its line crosses itself. */
  crossing: { longitude: number; latitude: number } | null;
  squareMeters: number | null;
  /** False as long as nobody knows. */
  outsideJurisdiction: boolean;
  /** How far it reaches beyond the drawn boundary, 0 inside; null = no boundary to measure against. */
  metersOffSite: number | null;
}

/** What the rules must know of the world around the contents. */
export interface ContentsFacts {
  jurisdictionName: string;
  jurisdictionNameEn: string;
  /** Where the position lies against the known boundary of its jurisdiction; UNKNOWN never refuses. */
  boundary: 'INSIDE' | 'OUTSIDE' | 'UNKNOWN';
  nearbySame?: readonly NearbyShelter[];
  shapes?: readonly ShapeFact[];
  today: CivilDate;
}

/** Bounds of what can be true. Practice: far beyond any real shelter, configurable. */
export interface CheckConfig {
  mostPersons: number;
  mostSquareMeters: number;
  mostQuantity: number;
  mostYuan: number;
  mostMeters: number;
  /** How far a zone may reach over the boundary, and a way in lie from it, before somebody is asked. */
  zoneToleranceMeters: number;
  entranceToleranceMeters: number;
  /** Share by which the area as written and as drawn may differ. */
  areaToleranceShare: number;
  /** Degrees; where the registry's shelters can lie at all. Used only to recognise a swapped pair. */
  region: { west: number; south: number; east: number; north: number };
}

export const CHECK_DEFAULTS: CheckConfig = {
  mostPersons: 2_000_000,
  mostSquareMeters: 100_000_000,
  mostQuantity: 1_000_000,
  mostYuan: 100_000_000_000,
  mostMeters: 100_000,
  zoneToleranceMeters: 5,
  entranceToleranceMeters: 100,
  areaToleranceShare: 0.2,
  region: { west: 73, south: 3, east: 136, north: 54 },
};

export type Check = (contents: ShelterContents, facts: ContentsFacts, config: CheckConfig) => Finding[];

const CANNOT_BE = 'practice: a value that cannot be true helps nobody';

/** A finding that blocks save and import. */
export function impossible(
  rule: string,
  field: string,
  code: Finding['code'],
  params: Refusal['params'] = {},
): Finding {
  return {
    class: 'IMPOSSIBLE',
    rule: `checks/${rule}`,
    article: null,
    source: CANNOT_BE,
    field,
    code,
    params,
  };
}

/** A finding that never blocks; `source` says where the practice comes from. */
export function advice(
  rule: string,
  source: string,
  field: string,
  code: Finding['code'],
  params: Refusal['params'] = {},
): Finding {
  return { class: 'ADVICE', rule: `checks/${rule}`, article: null, source, field, code, params };
}

/** A value as it may be echoed: the first 40 characters. */
export function echo(value: string): string {
  return value.length > 40 ? `${value.slice(0, 40)}…` : value;
}
