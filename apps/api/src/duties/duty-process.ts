import { DUTY_ACT_NAMES, DUTY_ACTS, type DutyAct } from '#regulation/duties/acts';
import type { DutyStage, OperationalStatus } from '#regulation/enumerations';
import type { Process } from '../ledger/perform-act.ts';

/** Where the seven duties live in the database. */
export const DUTY_PROCESS: Process<DutyStage, DutyAct> = {
  name: 'duty',
  table: 'duty',
  key: 'id',
  stageColumn: 'stage',
  acts: DUTY_ACTS,
  authority: DUTY_ACT_NAMES,
  scope: 'subject.jurisdiction_code, subject.organisation_id as duty_organisation_id',
  facts: (row) => ({ dutyOrganisationId: row['duty_organisation_id'] as string | null }),
};

/** What of an opened shelter its duties must know. */
export interface DutyPlace {
  readonly id: string;
  readonly activationId: string;
  readonly shelterId: string;
  readonly jurisdictionCode: string;
  readonly status: OperationalStatus;
}
