import type { DefectStage } from '#regulation/enumerations';
import { DEFECT_ACT_NAMES, DEFECT_ACTS, type DefectAct } from '#regulation/upkeep/defect-acts';
import type { Process } from '../ledger/perform-act.ts';

/** Where the closed loop of defects lives in the database. */
export const DEFECT_PROCESS: Process<DefectStage, DefectAct> = {
  name: 'defect',
  table: 'defect',
  key: 'id',
  stageColumn: 'stage',
  acts: DEFECT_ACTS,
  authority: DEFECT_ACT_NAMES,
  scope: `subject.jurisdiction_code, (select unit_id from shelter where shelter.id = subject.shelter_id) as unit_id,
    subject.responsible_organisation_id, subject.ordered_organisation_ids`,
  facts: (row) => ({
    responsibleOrganisationId: row['responsible_organisation_id'] as string | null,
    orderedOrganisationIds: row['ordered_organisation_ids'] as string[],
  }),
};
