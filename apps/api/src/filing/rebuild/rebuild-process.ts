import type { RebuildStage } from '#regulation/enumerations';
import { REBUILD_ACT_NAMES, REBUILD_ACTS, type RebuildAct } from '#regulation/rebuild/acts';
import type { Process } from '../../ledger/perform-act.ts';

/** Where notices of Art. 21 live in the database. */
export const REBUILD_PROCESS: Process<RebuildStage, RebuildAct> = {
  name: 'rebuild_notice',
  table: 'rebuild_notice',
  key: 'id',
  stageColumn: 'stage',
  acts: REBUILD_ACTS,
  authority: REBUILD_ACT_NAMES,
  scope: `subject.jurisdiction_code, (select unit_id from shelter where shelter.id = subject.shelter_id) as unit_id`,
};
