import {
  ORGANISATION_ACT_NAMES,
  ORGANISATION_ACTS,
  PERSON_ACT_NAMES,
  PERSON_ACTS,
  type AccountStage,
  type OrganisationAct,
  type PersonAct,
} from '#regulation/administration/acts';
import type { Process } from '../ledger/perform-act.ts';

/** Where the city keeps what concerns no single county. */
export const CITY = '411200';

const NO_FILING = `null::uuid as unit_id, null::text as filing_kind, null::uuid as keyed_by`;

/** Where the stages of accounts live in the database. */
export const PERSON_PROCESS: Process<AccountStage, PersonAct> = {
  name: 'person',
  table: 'person',
  key: 'id',
  stageColumn: 'stage',
  acts: PERSON_ACTS,
  authority: PERSON_ACT_NAMES,
  scope: `'${CITY}' as jurisdiction_code, ${NO_FILING}`,
};

/** Where the stages of organisations live in the database. */
export const ORGANISATION_PROCESS: Process<AccountStage, OrganisationAct> = {
  name: 'organisation',
  table: 'organisation',
  key: 'id',
  stageColumn: 'stage',
  acts: ORGANISATION_ACTS,
  authority: ORGANISATION_ACT_NAMES,
  scope: `subject.jurisdiction_code, ${NO_FILING}`,
};
