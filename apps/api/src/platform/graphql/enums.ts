import {
  CLOSING_TASK_KINDS,
  CLOSING_TASK_STAGES,
  ACTIVATION_STAGES,
  ALERT_LEVELS,
  ANNOUNCEMENT_OCCASIONS,
  COMMAND_POST_MEMBER_KINDS,
  DEADLINE_LIGHTS,
  DURATION_CLASSES,
  DUTY_KINDS,
  DUTY_STAGES,
  FACILITY_STATES,
  FACILITY_TYPES,
  FILING_KINDS,
  FILING_STAGES,
  GATE_CONFLICT_KINDS,
  GATE_ENTRY_KINDS,
  HAZARD_TYPES,
  LATENESSES,
  OPERATIONAL_STATUSES,
  PET_POLICIES,
  PUBLICATION_STATUSES,
  READINESSES,
  ROLES,
  SHELTER_FACTS,
  SHELTER_GRADES,
  SITE_TYPES,
  SPACE_TYPES,
  STANDING_KINDS,
  SUITABILITIES,
  TRINARIES,
  VULNERABLE_GROUPS,
} from '#regulation/enumerations';
import { PAPER_KINDS } from '#regulation/papers/papers';
import { CRSS } from '#geography/crs';
import { registerEnumType } from '@nestjs/graphql';

/** An enumeration of the law under one GraphQL name; the object GraphQL wants has each value under its own name. */
export function registered<const Value extends string>(
  name: string,
  values: readonly Value[],
  description: string,
) {
  const object = Object.fromEntries(values.map((value) => [value, value])) as { [V in Value]: V };
  registerEnumType(object, { name, description });
  return object;
}

export const RoleEnum = registered('Role', ROLES, 'Whose office a person holds.');
export const CrsEnum = registered('Crs', CRSS, 'Coordinate system a position is given in.');
export const FilingStageEnum = registered('FilingStage', FILING_STAGES, 'Where a filing stands.');
export const FilingKindEnum = registered('FilingKind', FILING_KINDS, 'What a filing is for.');
export const PaperKindEnum = registered('PaperKind', PAPER_KINDS, 'What can be printed.');
export const HazardTypeEnum = registered('HazardType', HAZARD_TYPES, 'What people flee from.');
export const SuitabilityEnum = registered('Suitability', SUITABILITIES, 'NOT_ASSESSED is not a no.');
export const OperationalStatusEnum = registered(
  'OperationalStatus',
  OPERATIONAL_STATUSES,
  'What a shelter is doing now.',
);
export const ReadinessEnum = registered('Readiness', READINESSES, 'Whether a shelter could open.');
export const PublicationStatusEnum = registered(
  'PublicationStatus',
  PUBLICATION_STATUSES,
  'What the public sees of it.',
);
export const ShelterGradeEnum = registered('ShelterGrade', SHELTER_GRADES, 'Grade of a shelter.');
export const DurationClassEnum = registered('DurationClass', DURATION_CLASSES, 'How long people can stay.');
export const SpaceTypeEnum = registered('SpaceType', SPACE_TYPES, 'Indoors, outdoors or both.');
export const StandingKindEnum = registered('StandingKind', STANDING_KINDS, 'Permanent or temporary.');
export const SiteTypeEnum = registered('SiteType', SITE_TYPES, 'What the site is in quiet times.');
export const FacilityTypeEnum = registered(
  'FacilityType',
  FACILITY_TYPES,
  'Facilities of Art. 10 (5) and others.',
);
export const FacilityStateEnum = registered('FacilityState', FACILITY_STATES, 'Whether a facility works.');
export const PetPolicyEnum = registered('PetPolicy', PET_POLICIES, 'Whether animals may come.');
export const TrinaryEnum = registered('Trinary', TRINARIES, 'Yes, no, or not known.');
export const AlertLevelEnum = registered('AlertLevel', ALERT_LEVELS, 'Level of an event, red the highest.');
export const ActivationStageEnum = registered(
  'ActivationStage',
  ACTIVATION_STAGES,
  'Where an activation stands.',
);
export const CommandPostMemberKindEnum = registered(
  'CommandPostMemberKind',
  COMMAND_POST_MEMBER_KINDS,
  'Art. 23: for whom a member sits in a command post.',
);
export const DutyKindEnum = registered('DutyKind', DUTY_KINDS, 'The seven duties of Art. 24.');
export const DutyStageEnum = registered('DutyStage', DUTY_STAGES, 'Where a duty stands.');
export const LatenessEnum = registered(
  'Lateness',
  LATENESSES,
  'How a duty stands against its target; NO_TARGET = nobody set one.',
);
export const ShelterFactEnum = registered(
  'ShelterFact',
  SHELTER_FACTS,
  'What can be reported of an opened shelter.',
);
export const AnnouncementOccasionEnum = registered(
  'AnnouncementOccasion',
  ANNOUNCEMENT_OCCASIONS,
  'What an announcement is made for.',
);
export const VulnerableGroupEnum = registered(
  'VulnerableGroup',
  VULNERABLE_GROUPS,
  'Who needs special care.',
);
export const GateEntryKindEnum = registered(
  'GateEntryKind',
  GATE_ENTRY_KINDS,
  'What was written down at a gate; a head count stands beside the number.',
);
export const GateConflictKindEnum = registered(
  'GateConflictKind',
  GATE_CONFLICT_KINDS,
  'What a synchronised fact contradicts.',
);
export const ClosingTaskKindEnum = registered(
  'ClosingTaskKind',
  CLOSING_TASK_KINDS,
  'Art. 26: what a released shelter owes.',
);
export const ClosingTaskStageEnum = registered(
  'ClosingTaskStage',
  CLOSING_TASK_STAGES,
  'Where a task of Art. 26 stands.',
);
export const DeadlineLightEnum = registered('DeadlineLight', DEADLINE_LIGHTS, 'How a deadline stands today.');
