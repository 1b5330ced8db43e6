import { HAZARD_TYPES, type Suitability } from '#regulation/enumerations';
import { suitabilityFor, type ShelterContents } from '#regulation/registry/contents';
import { usableCapacity } from '#regulation/registry/usable-capacity';
import { searchText } from './search-text.ts';

const LETTERS: Record<Suitability, string> = {
  SUITABLE: 'S',
  CONDITIONAL: 'C',
  UNSUITABLE: 'U',
  NOT_ASSESSED: 'N',
};
const SUITABILITY_OF = Object.fromEntries(
  Object.entries(LETTERS).map(([suitability, letter]) => [letter, suitability as Suitability]),
);

/** One letter a hazard, in the order of HAZARD_TYPES, so that SQL can read a suitability without opening JSON. */
export function suitabilityLetters(contents: Pick<ShelterContents, 'suitability'>): string {
  return HAZARD_TYPES.map((hazard) => LETTERS[suitabilityFor(contents, hazard)]).join('');
}

/** The inverse of suitabilityLetters. */
export function readSuitabilityLetters(
  letters: string,
): { hazard: (typeof HAZARD_TYPES)[number]; suitability: Suitability }[] {
  return HAZARD_TYPES.map((hazard, index) => ({
    hazard,
    suitability: SUITABILITY_OF[letters[index] ?? 'N'] ?? 'NOT_ASSESSED',
  }));
}

/** What the letters say of one hazard. */
export function readSuitability(letters: string, hazard: (typeof HAZARD_TYPES)[number]): Suitability {
  return SUITABILITY_OF[letters[HAZARD_TYPES.indexOf(hazard)] ?? 'N'] ?? 'NOT_ASSESSED';
}

/** The columns that are drawn from the contents whenever they change; names as in the table. */
export interface ShelterColumns {
  readonly name: string;
  readonly address: string | null;
  readonly search_text: string;
  readonly grade: string;
  readonly space_type: string;
  readonly site_type: string;
  /** EWKT, or null without a position. */
  readonly location: string | null;
  readonly usable_capacity: number | null;
  readonly suitability: string;
  readonly file_ids: string[];
}

export function shelterColumns(contents: ShelterContents): ShelterColumns {
  return {
    name: contents.name,
    address: contents.address,
    search_text: searchText(contents),
    grade: contents.grade,
    space_type: contents.spaceType,
    site_type: contents.siteType,
    location: contents.position && pointText(contents.position),
    usable_capacity: usableCapacity(contents),
    suitability: suitabilityLetters(contents),
    file_ids: filesOf(contents),
  };
}

export function pointText(position: { longitude: number; latitude: number }): string {
  return `SRID=4326;POINT(${position.longitude} ${position.latitude})`;
}

/** Every file the contents speak of. */
export function filesOf(contents: ShelterContents): string[] {
  return [...(contents.zonePlanFileId ? [contents.zonePlanFileId] : []), ...contents.otherPaperFileIds];
}
