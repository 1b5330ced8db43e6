import type { FilingStage } from '#regulation/enumerations';
import { FILING_ACT_NAMES, FILING_ACTS, type FilingAct } from '#regulation/filing/acts';
import type { Process } from '../ledger/perform-act.ts';

/** Where the filing process lives in the database. */
export const FILING_PROCESS: Process<FilingStage, FilingAct> = {
  name: 'filing',
  table: 'filing',
  key: 'id',
  stageColumn: 'stage',
  acts: FILING_ACTS,
  authority: FILING_ACT_NAMES,
  scope: 'subject.jurisdiction_code, subject.unit_id, subject.kind as filing_kind, subject.keyed_by',
};
