import { FACILITY_TYPES, type FacilityType } from '../enumerations.ts';

/** The words for what a site is made of, by whom it was paid for and how it was designed. Labels: `labels.ts`. */

/** Functional zones of Art. 10 (4) and 14 (5). */
export const ZONE_TYPES = [
  'COMMAND',
  'MANAGEMENT',
  'LODGING',
  'ASSEMBLY',
  'MEDICAL',
  'SUPPLY_STORE',
  'SUPPLY_POINT',
  'WATER',
  'TOILET',
  'WASTE',
  'SEWAGE',
  'POWER',
  'COMMUNICATION',
  'BROADCAST',
  'PARKING',
  'HELIPAD',
  'SHOWER',
  'VULNERABLE',
  'VOLUNTEER',
  'PET',
] as const;
export type ZoneType = (typeof ZONE_TYPES)[number];

/** Zones in which people stay: only these count towards the computed capacity. */
export const STAYING_ZONES: readonly ZoneType[] = ['LODGING', 'ASSEMBLY'];

export const OWNERSHIPS = ['STATE', 'COLLECTIVE', 'PRIVATE', 'MIXED', 'OTHER', 'UNKNOWN'] as const;
export type Ownership = (typeof OWNERSHIPS)[number];

/** Whose money built it: Art. 5 ¶2 and 6. */
export const INVESTMENTS = ['GOVERNMENT', 'SOCIAL', 'MIXED', 'UNKNOWN'] as const;
export type Investment = (typeof INVESTMENTS)[number];

/** Art. 5 ¶2: a new one in the budget of its main project, a rebuilt one proposed by its owner or manager. */
export const FUNDING_SOURCES = ['BUILDER', 'OWNER_OR_MANAGER', 'UNKNOWN'] as const;
export type FundingSource = (typeof FUNDING_SOURCES)[number];

/** Art. 6: how social capital takes part. */
export const CONTRIBUTION_KINDS = ['DONATION', 'SPONSORSHIP', 'JOINT_CONSTRUCTION'] as const;
export type ContributionKind = (typeof CONTRIBUTION_KINDS)[number];

/** Art. 10 (1)-(7): what a design scheme contains, in the order of the law. */
export const DESIGN_ITEMS = [
  'OVERVIEW',
  'TYPE_AND_ROLE',
  'SEISMIC_REQUIREMENTS',
  'FUNCTIONS_AND_ZONES',
  'BASIC_FACILITIES',
  'ROUTES_AND_SIGNS',
  'BY_GRADE_AND_OTHER',
] as const;
export type DesignItem = (typeof DESIGN_ITEMS)[number];

/** Art. 10 (5): the basic facilities by name, which stand first among all kinds, in the order of the law. */
export const BASIC_FACILITIES: readonly FacilityType[] = FACILITY_TYPES.slice(
  0,
  FACILITY_TYPES.indexOf('FIRE'),
);
