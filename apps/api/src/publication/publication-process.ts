import type { PublicationStatus } from '#regulation/enumerations';
import { PUBLICATION_ACT_NAMES, PUBLICATION_ACTS, type PublicationAct } from '#regulation/publication/acts';
import type { Process } from '../ledger/perform-act.ts';

/** Where the publication process lives in the database. */
export const PUBLICATION_PROCESS: Process<PublicationStatus, PublicationAct> = {
  name: 'publication',
  table: 'publication',
  key: 'shelter_id',
  stageColumn: 'status',
  acts: PUBLICATION_ACTS,
  authority: PUBLICATION_ACT_NAMES,
  scope: `subject.jurisdiction_code, null::uuid as unit_id, null::text as filing_kind, null::uuid as keyed_by`,
};
