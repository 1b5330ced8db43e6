/** The words of the system, as data. Labels in both languages: `labels.ts`. UNKNOWN is a value, never a blank. */

export const ROLES = [
  'OPERATOR',
  'COMMUNITY',
  'FILING_AUTHORITY',
  'DECIDER',
  'CITY_EM',
  'CITY_GOVERNMENT',
  'DUTY_DEPARTMENT',
  'OTHER_DEPARTMENT',
  'ADMIN',
] as const;
export type Role = (typeof ROLES)[number];

export const FILING_STAGES = ['DRAFT', 'SUBMITTED', 'RETURNED', 'FILED', 'SUPERSEDED', 'WITHDRAWN'] as const;
export type FilingStage = (typeof FILING_STAGES)[number];

export const FILING_KINDS = ['NEW', 'RECONSTRUCTION', 'CHANGE', 'DEREGISTRATION', 'MIGRATED'] as const;
export type FilingKind = (typeof FILING_KINDS)[number];

export const PUBLICATION_STATUSES = ['UNPUBLISHED', 'PUBLISHED', 'SUSPENDED', 'HIDDEN'] as const;
export type PublicationStatus = (typeof PUBLICATION_STATUSES)[number];

export const OPERATIONAL_STATUSES = [
  'STANDBY',
  'DECIDED',
  'OPENING',
  'OPEN',
  'LIMITED',
  'FULL',
  'CLOSING',
  'CLOSED',
  'DAMAGED',
] as const;
export type OperationalStatus = (typeof OPERATIONAL_STATUSES)[number];

export const READINESSES = ['READY', 'LIMITED', 'UNAVAILABLE', 'UNKNOWN'] as const;
export type Readiness = (typeof READINESSES)[number];

export const HAZARD_TYPES = [
  'EARTHQUAKE',
  'FLOOD',
  'WATERLOGGING',
  'GEOHAZARD',
  'FIRE',
  'STORM',
  'STORM_SURGE',
  'TSUNAMI',
  'VOLCANO',
  'HIGH_TEMPERATURE',
  'COLD',
  'HAZMAT',
  'NUCLEAR',
  'OTHER',
] as const;
export type HazardType = (typeof HAZARD_TYPES)[number];

export const SUITABILITIES = ['SUITABLE', 'CONDITIONAL', 'UNSUITABLE', 'NOT_ASSESSED'] as const;
export type Suitability = (typeof SUITABILITIES)[number];

export const SHELTER_GRADES = [
  'PROVINCIAL',
  'MUNICIPAL',
  'COUNTY',
  'TOWNSHIP',
  'VILLAGE',
  'UNKNOWN',
] as const;
export type ShelterGrade = (typeof SHELTER_GRADES)[number];

export const DURATION_CLASSES = ['EMERGENCY', 'SHORT_TERM', 'LONG_TERM', 'UNKNOWN'] as const;
export type DurationClass = (typeof DURATION_CLASSES)[number];

export const SPACE_TYPES = ['INDOOR', 'OUTDOOR', 'MIXED', 'UNKNOWN'] as const;
export type SpaceType = (typeof SPACE_TYPES)[number];

export const STANDING_KINDS = ['PERMANENT', 'TEMPORARY', 'UNKNOWN'] as const;
export type StandingKind = (typeof STANDING_KINDS)[number];

export const SITE_TYPES = [
  'PARK',
  'GREEN_SPACE',
  'SQUARE',
  'STADIUM',
  'SCHOOL',
  'INDOOR_VENUE',
  'CIVIL_DEFENCE_BASE',
  'WELFARE',
  'COMMUNITY_CENTER',
  'HOTEL',
  'OTHER',
  'UNKNOWN',
] as const;
export type SiteType = (typeof SITE_TYPES)[number];

/** Art. 10 (5) first, in the order of the law; then what the field needs besides. */
export const FACILITY_TYPES = [
  'POWER',
  'WATER',
  'SEWAGE',
  'TOILET',
  'MEDICAL',
  'DISINFECTION',
  'BROADCAST',
  'COMMUNICATION',
  'COMMAND',
  'FIRE',
  'LIGHTING',
  'SIGNS',
  'VENTILATION',
  'BARRIER_FREE_ACCESS',
] as const;
export type FacilityType = (typeof FACILITY_TYPES)[number];

export const FACILITY_STATES = ['WORKING', 'FAILED', 'MISSING', 'UNKNOWN'] as const;
export type FacilityState = (typeof FACILITY_STATES)[number];

export const PET_POLICIES = ['NONE', 'COHABIT', 'ON_SITE', 'UNKNOWN'] as const;
export type PetPolicy = (typeof PET_POLICIES)[number];

export const TRINARIES = ['YES', 'NO', 'UNKNOWN'] as const;
export type Trinary = (typeof TRINARIES)[number];

/** Art. 24 (1)-(7), in the order of the law. */
export const DUTY_KINDS = [
  'SUPPLY_POINT',
  'MEDICAL',
  'SECURITY',
  'WATER',
  'SANITATION',
  'POWER',
  'COMMUNICATION',
] as const;
export type DutyKind = (typeof DUTY_KINDS)[number];

export const ACTIVATION_STAGES = [
  'PROPOSED',
  'LIVE',
  'STANDING_DOWN',
  'ENDED',
  'FILE_CLOSED',
  'CANCELLED',
] as const;
export type ActivationStage = (typeof ACTIVATION_STAGES)[number];

/** Art. 26: what a unit owes when its shelter is released. */
export const CLOSING_TASK_KINDS = ['SUMMARY', 'REPAIR', 'AFTERMATH'] as const;
export type ClosingTaskKind = (typeof CLOSING_TASK_KINDS)[number];

/** Art. 17: who maintains a facility that is not the unit's own. */
export const MAINTENANCE_STAGES = ['AGREED', 'DISAGREED', 'DETERMINED', 'ENDED'] as const;
export type MaintenanceStage = (typeof MAINTENANCE_STAGES)[number];

export const MAINTENANCE_PARTIES = ['UNIT', 'OWNER', 'OTHER'] as const;
export type MaintenanceParty = (typeof MAINTENANCE_PARTIES)[number];

export const MAINTENANCE_GROUNDS = ['AGREEMENT', 'DETERMINATION', 'UNIT', 'NOT_ARRANGED', 'UNKNOWN'] as const;
export type MaintenanceGround = (typeof MAINTENANCE_GROUNDS)[number];

export const CLOSING_TASK_STAGES = ['OPEN', 'DONE'] as const;
export type ClosingTaskStage = (typeof CLOSING_TASK_STAGES)[number];

export const DUTY_STAGES = ['ASSIGNED', 'ACKNOWLEDGED', 'IN_PLACE', 'DEGRADED', 'STOOD_DOWN'] as const;
export type DutyStage = (typeof DUTY_STAGES)[number];

export const ALERT_LEVELS = ['RED', 'ORANGE', 'YELLOW', 'BLUE'] as const;
export type AlertLevel = (typeof ALERT_LEVELS)[number];

/** Art. 23: who makes up a command post. */
export const COMMAND_POST_MEMBER_KINDS = [
  'EM_DEPARTMENT',
  'COMMITTEE_STAFF',
  'COMMUNITY_HEAD',
  'UNIT_HEAD',
] as const;
export type CommandPostMemberKind = (typeof COMMAND_POST_MEMBER_KINDS)[number];

/** What can be reported of an opened shelter (Art. 22). */
export const SHELTER_FACTS = [
  'ANSWERED',
  'GATE_OPEN',
  'GATE_SHUT',
  'STAFFED',
  'UNSTAFFED',
  'PARTLY_USABLE',
  'WHOLLY_USABLE',
  'DAMAGED',
  'SOUND',
] as const;
export type ShelterFact = (typeof SHELTER_FACTS)[number];

/** How a duty stands against its target; NO_TARGET = nobody set one. */
export const LATENESSES = ['ON_TIME', 'DUE_SOON', 'LATE', 'VERY_LATE', 'NO_TARGET'] as const;
export type Lateness = (typeof LATENESSES)[number];

/** Art. 27 ¶3 (1)-(7): what an inspection looks at, in the order of the law. */
export const INSPECTION_HEADS = [
  'PLAN',
  'ORGANISATION',
  'FACILITIES',
  'SUPPLIES',
  'FUNDS',
  'EDUCATION_AND_DRILL',
  'OTHER',
] as const;
export type InspectionHead = (typeof INSPECTION_HEADS)[number];

/** Art. 27 ¶2: the unit's own yearly one. Art. 27 ¶1: the one the government or committee has carried out. */
export const INSPECTION_KINDS = ['SELF_ANNUAL', 'SUPERVISION'] as const;
export type InspectionKind = (typeof INSPECTION_KINDS)[number];

export const HEAD_RESULTS = ['IN_ORDER', 'FINDING', 'NOT_INSPECTED'] as const;
export type HeadResult = (typeof HEAD_RESULTS)[number];

export const DEFECT_STAGES = ['FOUND', 'ORDERED', 'IN_REPAIR', 'REINSPECTION', 'RESOLVED'] as const;
export type DefectStage = (typeof DEFECT_STAGES)[number];

export const DEFECT_GRADES = ['GENERAL', 'MAJOR'] as const;
export type DefectGrade = (typeof DEFECT_GRADES)[number];

/** What a shelter owes every calendar year: Art. 27 ¶2 and Art. 20 (6). */
export const YEARLY_DUTIES = ['SELF_INSPECTION', 'DRILL'] as const;
export type YearlyDuty = (typeof YEARLY_DUTIES)[number];

/** Where a yearly clock stands. NOT_OWED: nothing is asked this year. */
export const CLOCK_STATES = ['OVERDUE', 'DUE', 'FULFILLED', 'NOT_OWED'] as const;
export type ClockState = (typeof CLOCK_STATES)[number];

/** What authorities owe in regular turns: Art. 18 ¶2 and Art. 27 ¶1. */
export const AUTHORITY_DUTIES = ['EDITION', 'CAMPAIGN'] as const;
export type AuthorityDuty = (typeof AUTHORITY_DUTIES)[number];

export const CAMPAIGN_STAGES = ['ASKED', 'ORDERED'] as const;
export type CampaignStage = (typeof CAMPAIGN_STAGES)[number];

/** How a deadline stands today, in four steps. */
export const DEADLINE_LIGHTS = ['ON_TIME', 'DUE_SOON', 'LATE', 'VERY_LATE'] as const;
export type DeadlineLight = (typeof DEADLINE_LIGHTS)[number];

/** How evidence was made (制作方法). */
export const EVIDENCE_METHODS = ['PHOTO', 'VIDEO', 'AUDIO', 'DOCUMENT'] as const;
export type EvidenceMethod = (typeof EVIDENCE_METHODS)[number];

export const RETENTION_CLASSES = ['TWO_YEARS', 'PERMANENT'] as const;
export type RetentionClass = (typeof RETENTION_CLASSES)[number];

/** What is to be said about when something was recorded; it is stored all the same. */
export const RECORDING_FLAGS = ['CLOCK_AHEAD', 'CLOCK_BEHIND', 'DATED_AHEAD', 'RECORDED_LATE'] as const;
export type RecordingFlag = (typeof RECORDING_FLAGS)[number];

/** Art. 21: what is done to a shelter that stands. */
export const REBUILD_KINDS = ['REBUILD', 'EXTENSION'] as const;
export type RebuildKind = (typeof REBUILD_KINDS)[number];

export const REBUILD_STAGES = ['NOTIFIED', 'COMPLETED', 'CALLED_OFF'] as const;
export type RebuildStage = (typeof REBUILD_STAGES)[number];

/** What the work takes out of use while it lasts. */
export const REBUILD_EFFECTS = ['NONE', 'LIMITED', 'UNAVAILABLE'] as const;
export type RebuildEffect = (typeof REBUILD_EFFECTS)[number];

/** How a facility came out of a rebuild: gone, there and not working, or fewer than before. */
export const LOSSES = ['MISSING', 'FAILED', 'FEWER'] as const;
export type Loss = (typeof LOSSES)[number];

/** What an announcement is made for. */
export const ANNOUNCEMENT_OCCASIONS = ['ACTIVATION', 'AMENDMENT', 'CLOSING'] as const;
export type AnnouncementOccasion = (typeof ANNOUNCEMENT_OCCASIONS)[number];
export const VULNERABLE_GROUPS = [
  'INFANT',
  'ELDERLY',
  'DISABLED',
  'PREGNANT',
  'PATIENT',
  'UNACCOMPANIED_MINOR',
] as const;
export type VulnerableGroup = (typeof VULNERABLE_GROUPS)[number];

/** What is written down at a gate: households, plain counts, and a head count beside the number. */
export const GATE_ENTRY_KINDS = ['CHECK_IN', 'CHECK_OUT', 'COUNT_IN', 'COUNT_OUT', 'HEAD_COUNT'] as const;
export type GateEntryKind = (typeof GATE_ENTRY_KINDS)[number];

/** What a synchronised fact contradicts: stored all the same, and told to the command post. */
export const GATE_CONFLICT_KINDS = [
  'OVER_ROOM',
  'DOUBLE_PRESENCE',
  'MORE_OUT_THAN_IN',
  'AFTER_RELEASE',
] as const;
export type GateConflictKind = (typeof GATE_CONFLICT_KINDS)[number];

export const SITUATIONS = ['QUIET', 'LIVE'] as const;
export type Situation = (typeof SITUATIONS)[number];

export const DEREGISTRATION_STAGES = ['ASKED', 'GRANTED', 'DECLINED', 'TAKEN_BACK'] as const;
export type DeregistrationStage = (typeof DEREGISTRATION_STAGES)[number];

export const CHECK_CLASSES = ['LAW', 'IMPOSSIBLE', 'ADVICE'] as const;
export type CheckClass = (typeof CHECK_CLASSES)[number];
