import { civilDateOf } from '#regulation/civil-date';
import type { Refusal } from '#regulation/refusal';
import { orderRefusals } from '#regulation/upkeep/order';
import type { EntityManager } from 'typeorm';
import type { Officer } from '../identity/officer.ts';
import type { Office } from '../platform/office.ts';
import { findSubjectShelter } from './subject-shelter.ts';
import { stepDefect, type DefectStepTold } from './step-defect.ts';

/** Who is to mend a defect, and by when. */
export interface RectificationTold extends DefectStepTold {
  /** Null = the unit of the shelter. */
  readonly responsibleOrganisationId: string | null;
  readonly responsiblePerson: string;
  /** Where the person has an account. */
  readonly responsiblePersonId: string | null;
  /** Civil date. */
  readonly dueOn: string;
}

/** Gives a defect to a body, a person and a deadline. */
export async function orderRectification(
  office: Office,
  officer: Officer,
  told: RectificationTold,
): Promise<void> {
  const today = civilDateOf(office.clock.now());
  let body = told.responsibleOrganisationId;
  await stepDefect(office, officer, 'orderRectification', told, {
    refusals: async ({ shelterId }, tx) => {
      body ??= (await findSubjectShelter(tx, shelterId))?.unitId ?? null;
      return [...orderRefusals(told, today), ...(await strangerRefusals(tx, body, told.responsiblePersonId))];
    },
    set: () => ({
      responsible_organisation_id: body,
      responsible_person: told.responsiblePerson.trim(),
      responsible_person_id: told.responsiblePersonId,
      due_on: told.dueOn,
    }),
  });
}

/** The body exists; the account, where one is named, is of somebody who holds an office in it. */
async function strangerRefusals(
  tx: EntityManager,
  organisationId: string | null,
  personId: string | null,
): Promise<Refusal[]> {
  const [found] = await tx.query<{ body: boolean; person: boolean }[]>(
    `select exists (select 1 from organisation where id = $1) as body,
            $2::uuid is null or exists (select 1 from appointment where person_id = $2 and organisation_id = $1) as person`,
    [organisationId, personId],
  );
  const wrong = [
    ...(found?.body ? [] : ['responsibleOrganisationId']),
    ...(found?.person ? [] : ['responsiblePersonId']),
  ];
  return wrong.map((field) => ({
    rule: 'upkeep/order',
    article: null,
    field,
    code: 'NOT_AN_ORGANISATION',
    params: {},
  }));
}
