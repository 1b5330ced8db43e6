import type { Point } from '#geography/distance';
import type {
  DurationClass,
  FacilityState,
  FacilityType,
  HazardType,
  OperationalStatus,
  PetPolicy,
  ShelterGrade,
  SiteType,
  Situation,
  SpaceType,
  StandingKind,
  Suitability,
  Trinary,
} from '#regulation/enumerations';

/** A shelter as the public sees it in a list. Null is unknown, never nought. */
export interface ListedShelter {
  code: string;
  name: string;
  address: string | null;
  landmark: string | null;
  publicPhone: string | null;
  /** WGS 84 degrees. */
  location: Point;
  operationalStatus: OperationalStatus;
  suitability: { hazard: HazardType; suitability: Suitability }[];
  capacity: { usable: number | null; occupied: number | null; available: number | null; asOf: string | null };
  lastConfirmedAt: string | null;
  /** Made up for showing the system: no real place to go to. */
  demo: boolean;
}

/** What the page of one shelter shows besides. */
export interface ShelterDetail extends ListedShelter {
  zonePlanUrl: string | null;
  edition: string | null;
  grade: ShelterGrade;
  siteType: SiteType;
  spaceType: SpaceType;
  durationClass: DurationClass;
  standingKind: StandingKind;
  petPolicy: PetPolicy;
  barrierFree: Trinary;
  facilities: { type: FacilityType; quantity: number | null; state: FacilityState }[];
  /** As published; read by `readSite`, for what a phone kept before lacks them. */
  boundary?: unknown;
  zones?: unknown;
  entrances?: unknown;
}

export interface Nearby {
  shelter: ListedShelter;
  distanceMeters: number;
  /** Degrees clockwise from north. */
  bearingDegrees: number;
}

export interface PassedOver {
  shelter: ListedShelter;
  distanceMeters: number;
  reasons: { code: string; params: Record<string, string | number> | null; message: string }[];
}

export interface NearestAnswer {
  shelters: Nearby[];
  passedOver: PassedOver[];
  situation: Situation;
  edition: string | null;
  /** Day by which the list is to be renewed; null before the first edition, missing in what was kept long ago. */
  nextEditionDue?: string | null;
  asOf: string;
}

export interface Question {
  point: Point;
  /** Null asks for any hazard. */
  hazard: HazardType | null;
}

/** An answer as it is kept: to which question it is, and when the device received it (milliseconds since 1970). */
export interface KeptAnswer {
  question: Question;
  answer: NearestAnswer;
  receivedAt: number;
}
