import {
  DEREGISTRATION_ACT_NAMES,
  DEREGISTRATION_ACTS,
  type DeregistrationAct,
} from '#regulation/deregistration/acts';
import type { DeregistrationStage } from '#regulation/enumerations';
import type { Process } from '../../ledger/perform-act.ts';

/** Where deregistrations live in the database. */
export const DEREGISTRATION_PROCESS: Process<DeregistrationStage, DeregistrationAct> = {
  name: 'deregistration',
  table: 'deregistration',
  key: 'id',
  stageColumn: 'stage',
  acts: DEREGISTRATION_ACTS,
  authority: DEREGISTRATION_ACT_NAMES,
  scope: 'subject.jurisdiction_code, subject.unit_id',
};
