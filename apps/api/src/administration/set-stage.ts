import type { AccountStage, OrganisationAct, PersonAct } from '#regulation/administration/acts';
import { lastAdministrator } from '#regulation/administration/last-administrator';
import type { EntityManager } from 'typeorm';
import { MAY_SIGN_IN } from '../identity/may-sign-in.ts';
import type { Officer } from '../identity/officer.ts';
import { endSessions } from '../identity/sessions.ts';
import { performAct, type Process } from '../ledger/perform-act.ts';
import { inTransaction } from '../platform/database/data-source.ts';
import type { Office } from '../platform/office.ts';
import { refuseUnlessAdministrator } from './keep-people.ts';
import { ORGANISATION_PROCESS, PERSON_PROCESS } from './administration-processes.ts';

/** Any constant: two administrators who disable one another at once must not both succeed. */
const ADMINISTRATORS_LOCK = 577_215_664;

/** Disables an account, which ends its sessions at once, or lets it in again. Doing it again changes nothing. */
export function setPersonStage(office: Office, officer: Officer, act: PersonAct, id: string): Promise<void> {
  return setStage(office, officer, PERSON_PROCESS, act, id, (tx, at) => endSessions(tx, id, at));
}

/**
 * Disables an organisation: its appointments give no authority from then on, and whoever has no other office is signed
 * out at once. What was done for it stays. Or lets it work again. Doing it again changes nothing.
 */
export function setOrganisationStage(
  office: Office,
  officer: Officer,
  act: OrganisationAct,
  id: string,
): Promise<void> {
  return setStage(office, officer, ORGANISATION_PROCESS, act, id, (tx, at) =>
    tx.query(
      `update session set revoked_at = $2 from person
       where revoked_at is null and person.id = session.person_id and not (${MAY_SIGN_IN})
         and exists (select 1 from appointment where appointment.person_id = person.id and organisation_id = $1)`,
      [id, at],
    ),
  );
}

async function setStage<Act extends string>(
  office: Office,
  officer: Officer,
  process: Process<AccountStage, Act>,
  act: Act,
  id: string,
  endSessionsAt: (tx: EntityManager, at: Date) => Promise<unknown>,
): Promise<void> {
  refuseUnlessAdministrator(officer, process.authority[act]);
  const at = office.clock.now();
  const disables = process.acts[act]?.to === 'DISABLED';
  await inTransaction(office.dataSource, async (tx) => {
    await tx.query(`select pg_advisory_xact_lock($1)`, [ADMINISTRATORS_LOCK]);
    const [known] = await tx.query<{ stage: AccountStage }[]>(
      `select stage from ${process.table} where ${process.key} = $1`,
      [id],
    );
    if (known && known.stage === process.acts[act]?.to) return;
    const refusals = disables ? lastAdministrator(await administratorsWithout(tx, id)) : [];
    await performAct(tx, process, {
      act,
      id,
      by: officer,
      at,
      refusals: () => refusals,
      set: { disabled_at: disables ? at : null },
    });
    if (disables) await endSessionsAt(tx, at);
  });
}

/** How many administrators could still sign in as such without this person or organisation. */
async function administratorsWithout(tx: EntityManager, id: string): Promise<number> {
  const [row] = await tx.query<{ left: number }[]>(
    `select count(distinct person.id)::int as left
     from person join appointment on appointment.person_id = person.id and appointment.role = 'ADMIN'
     join organisation on organisation.id = appointment.organisation_id
     where person.stage = 'ACTIVE' and organisation.stage = 'ACTIVE' and person.id <> $1 and organisation.id <> $1`,
    [id],
  );
  return row?.left ?? 0;
}
