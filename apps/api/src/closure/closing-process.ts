import { CLOSURE_ACT_NAMES, CLOSURE_ACTS, type ClosureAct } from '#regulation/closure/acts';
import type { ClosingTaskStage } from '#regulation/enumerations';
import type { Process } from '../ledger/perform-act.ts';

/** Where the tasks of Art. 26 live in the database. */
export const CLOSING_PROCESS: Process<ClosingTaskStage, ClosureAct> = {
  name: 'closing_task',
  table: 'closing_task',
  key: 'id',
  stageColumn: 'stage',
  acts: CLOSURE_ACTS,
  authority: CLOSURE_ACT_NAMES,
  scope: `subject.jurisdiction_code, (select unit_id from shelter where shelter.id = subject.shelter_id) as unit_id`,
};
