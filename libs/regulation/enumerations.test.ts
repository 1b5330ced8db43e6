import { describe, expect, it } from '@jest/globals';
import * as enumerations from './enumerations.ts';
import * as site from './site/words.ts';
import { label, LABELS, type Enumeration } from './labels.ts';

const LISTS: Record<Exclude<Enumeration, 'Crs'>, readonly string[]> = {
  Role: enumerations.ROLES,
  FilingStage: enumerations.FILING_STAGES,
  FilingKind: enumerations.FILING_KINDS,
  PublicationStatus: enumerations.PUBLICATION_STATUSES,
  OperationalStatus: enumerations.OPERATIONAL_STATUSES,
  Readiness: enumerations.READINESSES,
  HazardType: enumerations.HAZARD_TYPES,
  Suitability: enumerations.SUITABILITIES,
  ShelterGrade: enumerations.SHELTER_GRADES,
  DurationClass: enumerations.DURATION_CLASSES,
  SpaceType: enumerations.SPACE_TYPES,
  StandingKind: enumerations.STANDING_KINDS,
  SiteType: enumerations.SITE_TYPES,
  FacilityType: enumerations.FACILITY_TYPES,
  FacilityState: enumerations.FACILITY_STATES,
  PetPolicy: enumerations.PET_POLICIES,
  Trinary: enumerations.TRINARIES,
  DutyKind: enumerations.DUTY_KINDS,
  ActivationStage: enumerations.ACTIVATION_STAGES,
  DutyStage: enumerations.DUTY_STAGES,
  ClosingTaskKind: enumerations.CLOSING_TASK_KINDS,
  ClosingTaskStage: enumerations.CLOSING_TASK_STAGES,
  MaintenanceStage: enumerations.MAINTENANCE_STAGES,
  MaintenanceParty: enumerations.MAINTENANCE_PARTIES,
  MaintenanceGround: enumerations.MAINTENANCE_GROUNDS,
  AlertLevel: enumerations.ALERT_LEVELS,
  CommandPostMemberKind: enumerations.COMMAND_POST_MEMBER_KINDS,
  ShelterFact: enumerations.SHELTER_FACTS,
  Lateness: enumerations.LATENESSES,
  InspectionHead: enumerations.INSPECTION_HEADS,
  InspectionKind: enumerations.INSPECTION_KINDS,
  HeadResult: enumerations.HEAD_RESULTS,
  DefectStage: enumerations.DEFECT_STAGES,
  DefectGrade: enumerations.DEFECT_GRADES,
  YearlyDuty: enumerations.YEARLY_DUTIES,
  ClockState: enumerations.CLOCK_STATES,
  AuthorityDuty: enumerations.AUTHORITY_DUTIES,
  CampaignStage: enumerations.CAMPAIGN_STAGES,
  DeadlineLight: enumerations.DEADLINE_LIGHTS,
  EvidenceMethod: enumerations.EVIDENCE_METHODS,
  RetentionClass: enumerations.RETENTION_CLASSES,
  RecordingFlag: enumerations.RECORDING_FLAGS,
  AnnouncementOccasion: enumerations.ANNOUNCEMENT_OCCASIONS,
  VulnerableGroup: enumerations.VULNERABLE_GROUPS,
  GateEntryKind: enumerations.GATE_ENTRY_KINDS,
  GateConflictKind: enumerations.GATE_CONFLICT_KINDS,
  Situation: enumerations.SITUATIONS,
  CheckClass: enumerations.CHECK_CLASSES,
  DeregistrationStage: enumerations.DEREGISTRATION_STAGES,
  RebuildKind: enumerations.REBUILD_KINDS,
  RebuildStage: enumerations.REBUILD_STAGES,
  RebuildEffect: enumerations.REBUILD_EFFECTS,
  Loss: enumerations.LOSSES,
  ZoneType: site.ZONE_TYPES,
  Ownership: site.OWNERSHIPS,
  Investment: site.INVESTMENTS,
  FundingSource: site.FUNDING_SOURCES,
  ContributionKind: site.CONTRIBUTION_KINDS,
  DesignItem: site.DESIGN_ITEMS,
};

describe('labels', () => {
  it.each(Object.entries(LISTS))('name every value of %s in Chinese and English', (enumeration, values) => {
    const table: Record<string, readonly [string, string]> = LABELS[enumeration as Enumeration];
    expect(Object.keys(table).sort()).toEqual([...values].sort());
    for (const pair of Object.values(table)) {
      expect(pair[0]).toMatch(/[\u4e00-\u9fff]/);
      expect(pair[1]).toMatch(/^[\x20-\x7e]+$/);
    }
    for (const column of [0, 1]) {
      const words = Object.values(table).map((pair) => pair[column]);
      expect(new Set(words).size).toBe(words.length);
    }
  });

  it('cover every list of the enumerations', () => {
    const lists = Object.values(enumerations).filter((value) => Array.isArray(value));
    expect(Object.values(LISTS)).toEqual(expect.arrayContaining(lists));
  });

  it('show an unknown value as it is', () => {
    expect(label('HazardType', 'METEORITE', 'zh-CN')).toBe('METEORITE');
    expect(label('HazardType', 'toString', 'en')).toBe('toString');
  });

  it('speak the language asked for', () => {
    expect(label('Suitability', 'NOT_ASSESSED', 'zh-CN')).toBe('未评估');
    expect(label('Suitability', 'NOT_ASSESSED', 'en')).toBe('Not assessed');
    expect(label('Crs', 'GCJ02', 'en')).toContain('Amap');
  });

  it('keep the duties of Art. 24 in their order', () => {
    expect(enumerations.DUTY_KINDS).toHaveLength(7);
    expect(enumerations.DUTY_KINDS[0]).toBe('SUPPLY_POINT');
    expect(enumerations.DUTY_KINDS[6]).toBe('COMMUNICATION');
  });
});
