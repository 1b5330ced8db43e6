import { HAZARD_TYPES } from '../enumerations.ts';
import type { ShelterContents } from './contents.ts';

/** The fields in which two versions on file differ, in the order of the form; hazards in any order say the same. */
export function changedFields(before: ShelterContents, after: ShelterContents): (keyof ShelterContents)[] {
  const [last, next] = [ordered(before), ordered(after)];
  return (Object.keys(EVERY_FIELD) as (keyof ShelterContents)[]).filter(
    (field) => !same(last[field] ?? null, next[field] ?? null),
  );
}

/** In the order of the form; the compiler demands that none is forgotten. */
const EVERY_FIELD: Readonly<Record<keyof ShelterContents, true>> = {
  name: true,
  aliases: true,
  siteType: true,
  spaceType: true,
  grade: true,
  durationClass: true,
  standingKind: true,
  division: true,
  address: true,
  landmark: true,
  position: true,
  entrances: true,
  boundary: true,
  areaSquareMeters: true,
  effectiveAreaSquareMeters: true,
  declaredCapacity: true,
  blockedCapacity: true,
  capacityOverride: true,
  capacityBasis: true,
  facilities: true,
  zones: true,
  zonePlanPlacement: true,
  zonePlanFileId: true,
  otherPaperFileIds: true,
  contact: true,
  publicPhone: true,
  suitability: true,
  exposures: true,
  seismicEvidence: true,
  standards: true,
  designScheme: true,
  consultation: true,
  ownership: true,
  investment: true,
  fundingSource: true,
  budget: true,
  contributions: true,
  acceptedOn: true,
  handedOverOn: true,
  barrierFree: true,
  petPolicy: true,
  remarks: true,
};

function ordered(contents: ShelterContents): ShelterContents {
  const suitability = HAZARD_TYPES.flatMap((hazard) =>
    contents.suitability.filter((entry) => entry.hazard === hazard && entry.suitability !== 'NOT_ASSESSED'),
  );
  return { ...contents, suitability };
}

/** Equal whatever the order of keys: the database keeps its own. */
function same(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) {
    return one === other;
  }
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [left, right] = [one as Record<string, unknown>, other as Record<string, unknown>];
  const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
  return [...keys].every((key) => same(left[key] ?? null, right[key] ?? null));
}
