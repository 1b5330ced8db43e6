import { ACTIVATION_ACT_NAMES, ACTIVATION_ACTS, type ActivationAct } from '#regulation/activation/acts';
import type { ActivationStage } from '#regulation/enumerations';
import type { Process } from '../ledger/perform-act.ts';

/** Where the opening of shelters lives in the database. */
export const ACTIVATION_PROCESS: Process<ActivationStage, ActivationAct> = {
  name: 'activation',
  table: 'activation',
  key: 'id',
  stageColumn: 'stage',
  acts: ACTIVATION_ACTS,
  authority: ACTIVATION_ACT_NAMES,
  scope: 'subject.jurisdiction_code',
};
