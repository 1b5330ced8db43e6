import type {
  DurationClass,
  FacilityState,
  FacilityType,
  HazardType,
  PetPolicy,
  ShelterGrade,
  SiteType,
  SpaceType,
  StandingKind,
  Suitability,
  Trinary,
} from '../enumerations.ts';
import { EMPTY_SITE, type SiteContents } from '../site/contents.ts';

/** Longitude and latitude in degrees, WGS 84; the pair as it was given stays beside it. */
export interface ShelterPosition {
  longitude: number;
  latitude: number;
  sourceCrs: 'WGS84' | 'CGCS2000' | 'GCJ02' | 'BD09';
  rawLongitude: number;
  rawLatitude: number;
}

export interface ShelterFacility {
  type: FacilityType;
  quantity: number | null;
  state: FacilityState;
  maintainer: string | null;
}

export interface HazardAssessment {
  hazard: HazardType;
  suitability: Suitability;
  assessedBy: string | null;
  /** Civil date, YYYY-MM-DD. */
  assessedOn: string | null;
}

/** What a filing says about a shelter: Art. 14 (1)-(7) and what the field needs. null = not told, never 0. */
export interface ShelterContents extends SiteContents {
  name: string;
  aliases: string[];
  /** Township or community, in words. */
  division: string | null;
  address: string | null;
  landmark: string | null;
  position: ShelterPosition | null;
  areaSquareMeters: number | null;
  effectiveAreaSquareMeters: number | null;
  /** Persons. */
  declaredCapacity: number | null;
  blockedCapacity: number | null;
  capacityOverride: number | null;
  facilities: ShelterFacility[];
  zonePlanFileId: string | null;
  /** Never public. */
  contact: { name: string | null; phone: string | null; phone24h: string | null };
  publicPhone: string | null;
  suitability: HazardAssessment[];
  siteType: SiteType;
  spaceType: SpaceType;
  grade: ShelterGrade;
  durationClass: DurationClass;
  standingKind: StandingKind;
  petPolicy: PetPolicy;
  barrierFree: Trinary;
  seismicEvidence: string | null;
  /** Civil dates, YYYY-MM-DD: acceptance of the works, hand-over to the unit (Art. 14). */
  acceptedOn: string | null;
  handedOverOn: string | null;
  otherPaperFileIds: string[];
  /** Internal. */
  remarks: string | null;
}

/** A blank sheet: everything not told. Frozen; copy it with `structuredClone` or a spread. */
export const EMPTY_CONTENTS: ShelterContents = freezeContents({
  name: '',
  aliases: [],
  division: null,
  address: null,
  landmark: null,
  position: null,
  areaSquareMeters: null,
  effectiveAreaSquareMeters: null,
  declaredCapacity: null,
  blockedCapacity: null,
  capacityOverride: null,
  facilities: [],
  zonePlanFileId: null,
  contact: { name: null, phone: null, phone24h: null },
  publicPhone: null,
  suitability: [],
  siteType: 'UNKNOWN',
  spaceType: 'UNKNOWN',
  grade: 'UNKNOWN',
  durationClass: 'UNKNOWN',
  standingKind: 'UNKNOWN',
  petPolicy: 'UNKNOWN',
  barrierFree: 'UNKNOWN',
  seismicEvidence: null,
  acceptedOn: null,
  handedOverOn: null,
  otherPaperFileIds: [],
  remarks: null,
  ...EMPTY_SITE,
});

/** Art. 2, 3: suitability for a hazard; nothing said is NOT_ASSESSED, never "no". */
export function suitabilityFor(
  contents: { suitability: readonly Pick<HazardAssessment, 'hazard' | 'suitability'>[] },
  hazard: HazardType,
): Suitability {
  return contents.suitability.find((entry) => entry.hazard === hazard)?.suitability ?? 'NOT_ASSESSED';
}

/** A shared list must not be filled by accident, so the lists of the blank sheet are frozen too. */
function freezeContents(contents: ShelterContents): ShelterContents {
  for (const value of Object.values(contents))
    if (typeof value === 'object' && value !== null) Object.freeze(value);
  return Object.freeze(contents);
}
