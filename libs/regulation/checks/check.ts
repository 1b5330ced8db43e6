import type { CivilDate } from '../civil-date.ts';
import type { Finding, Refusal } from '../refusal.ts';
import type { ShelterContents } from '../registry/contents.ts';

/** A shelter of the same name and space type close by: a fact for the reviewer, who knows a hall from its field. */
export interface NearbyShelter {
  code: string;
  name: string;
  meters: number;
}

/** What the rules must know of the world around the contents. */
export interface ContentsFacts {
  jurisdictionName: string;
  /** Where the position lies against the known boundary of its jurisdiction; UNKNOWN never refuses. */
  boundary: 'INSIDE' | 'OUTSIDE' | 'UNKNOWN';
  nearbySame?: readonly NearbyShelter[];
  /** Persons the zones hold by the dated standard; null or absent = not computed. */
  computedCapacity?: number | null;
  today: CivilDate;
}

/** Bounds of what can be true. Practice: far beyond any real shelter, configurable. */
export interface CheckConfig {
  mostPersons: number;
  mostSquareMeters: number;
  mostQuantity: number;
  /** Degrees; where the registry's shelters can lie at all. Used only to recognise a swapped pair. */
  region: { west: number; south: number; east: number; north: number };
}

export const CHECK_DEFAULTS: CheckConfig = {
  mostPersons: 2_000_000,
  mostSquareMeters: 100_000_000,
  mostQuantity: 1_000_000,
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
