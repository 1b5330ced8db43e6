import {
  AUTHORITY_DUTIES,
  CAMPAIGN_STAGES,
  CLOCK_STATES,
  DEFECT_GRADES,
  DEFECT_STAGES,
  EVIDENCE_METHODS,
  HEAD_RESULTS,
  INSPECTION_HEADS,
  INSPECTION_KINDS,
  RECORDING_FLAGS,
  RETENTION_CLASSES,
  YEARLY_DUTIES,
} from '#regulation/enumerations';
import { DEFECT_EFFECTS } from '#regulation/upkeep/readiness';
import { registered } from '../platform/graphql/enums.ts';

export const InspectionHeadEnum = registered(
  'InspectionHead',
  INSPECTION_HEADS,
  'What an inspection looks at (Art. 27 ¶3).',
);
export const InspectionKindEnum = registered(
  'InspectionKind',
  INSPECTION_KINDS,
  'By the unit itself, or as supervision.',
);
export const HeadResultEnum = registered('HeadResult', HEAD_RESULTS, 'What was said of one head.');
export const DefectStageEnum = registered('DefectStage', DEFECT_STAGES, 'Where a defect stands.');
export const DefectGradeEnum = registered('DefectGrade', DEFECT_GRADES, 'How grave a defect is.');
export const DefectEffectEnum = registered(
  'DefectEffect',
  DEFECT_EFFECTS,
  'What a major defect makes of its shelter until it is signed off.',
);
export const YearlyDutyEnum = registered('YearlyDuty', YEARLY_DUTIES, 'What a shelter owes every year.');
export const ClockStateEnum = registered('ClockState', CLOCK_STATES, 'Where a yearly clock stands.');
export const AuthorityDutyEnum = registered(
  'AuthorityDuty',
  AUTHORITY_DUTIES,
  'What authorities owe in regular turns.',
);
export const CampaignStageEnum = registered('CampaignStage', CAMPAIGN_STAGES, 'Where a campaign stands.');
export const EvidenceMethodEnum = registered('EvidenceMethod', EVIDENCE_METHODS, 'How evidence was made.');
export const RetentionClassEnum = registered(
  'RetentionClass',
  RETENTION_CLASSES,
  'How long evidence is kept.',
);
export const RecordingFlagEnum = registered(
  'RecordingFlag',
  RECORDING_FLAGS,
  'What is to be said about when something was recorded.',
);
