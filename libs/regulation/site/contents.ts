import type { HazardType, Trinary } from '../enumerations.ts';
import type {
  ContributionKind,
  DesignItem,
  FundingSource,
  Investment,
  Ownership,
  ZoneType,
} from './words.ts';

/** Longitude and latitude in degrees, WGS 84. */
export type Pair = [longitude: number, latitude: number];

/** A closed ring: first point = last point, at least four points, no holes. */
export type Ring = Pair[];

export interface SiteBoundary {
  /** One ring a part: a school and its field across the road are one shelter. */
  parts: Ring[];
  /** What it was read from before it was brought to WGS 84. */
  sourceCrs: 'WGS84' | 'CGCS2000' | 'GCJ02' | 'BD09';
}

/** A way in besides the main one, which is the position of the shelter. */
export interface Entrance {
  name: string;
  longitude: number;
  latitude: number;
  barrierFree: Trinary;
}

export interface Zone {
  type: ZoneType;
  name: string | null;
  /** m² people or things can use. */
  areaSquareMeters: number | null;
  /** null = not drawn. */
  ring: Ring | null;
}

/** How many square metres the dated standard gives a person of this class of shelter. */
export interface CapacityBasis {
  standard: string;
  /** Civil date of the edition, YYYY-MM-DD. */
  dated: string | null;
  squareMetersPerPerson: number | null;
}

/** What the site itself is exposed to: a fault, a river, a works with chemicals. */
export interface Exposure {
  hazard: HazardType;
  description: string | null;
  distanceMeters: number | null;
}

export interface Contribution {
  kind: ContributionKind;
  donor: string;
  given: string | null;
  /** Yuan. */
  valueYuan: number | null;
  /** Civil date, YYYY-MM-DD. */
  receivedOn: string | null;
}

export interface DesignAnswer {
  item: DesignItem;
  contained: Trinary;
  note: string | null;
}

/** Art. 11: the planning department asks, the emergency department of the same level answers. */
export interface Consultation {
  askedBy: string | null;
  askedOn: string | null;
  answeredBy: string | null;
  answeredOn: string | null;
  opinion: string | null;
}

/** Art. 5, 6, 10-13 and the shapes of Art. 14 (2) and (5). Nothing here stops a filing. */
export interface SiteContents {
  boundary: SiteBoundary | null;
  entrances: Entrance[];
  zones: Zone[];
  /** Where the zone plan drawing lies on the map, degrees WGS 84. */
  zonePlanPlacement: { west: number; south: number; east: number; north: number } | null;
  capacityBasis: CapacityBasis | null;
  exposures: Exposure[];
  standards: string[];
  designScheme: DesignAnswer[];
  consultation: Consultation | null;
  ownership: Ownership;
  investment: Investment;
  fundingSource: FundingSource;
  /** Which budget it stands in. */
  budget: string | null;
  contributions: Contribution[];
}

export const EMPTY_SITE: SiteContents = {
  boundary: null,
  entrances: [],
  zones: [],
  zonePlanPlacement: null,
  capacityBasis: null,
  exposures: [],
  standards: [],
  designScheme: [],
  consultation: null,
  ownership: 'UNKNOWN',
  investment: 'UNKNOWN',
  fundingSource: 'UNKNOWN',
  budget: null,
  contributions: [],
};
