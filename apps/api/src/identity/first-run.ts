import type { EntityManager } from 'typeorm';
import { inTransaction } from '../platform/database/data-source.ts';
import type { Office } from '../platform/office.ts';
import { ActRefused } from '../platform/refused.ts';
import { findOrCreateOrganisation } from './create-organisation.ts';
import { appoint, createPerson, type NewPerson } from './create-person.ts';
import { hashToken, newToken } from './sessions.ts';

const VALID_MS = 24 * 60 * 60_000;

/** Makes a one-time link token for the first administrator; refused once there is one. */
export async function makeFirstRunToken(office: Office): Promise<string> {
  const now = office.clock.now();
  const token = newToken();
  await inTransaction(office.dataSource, async (tx) => {
    await refuseWhenThereIsAnAdministrator(tx);
    await tx.query(`insert into first_run_link (token_hash, expires_at) values ($1, $2)`, [
      hashToken(token),
      new Date(now.getTime() + VALID_MS),
    ]);
  });
  return token;
}

/** Creates the first administrator against a token that is known, fresh and unused. */
export async function createFirstAdministrator(
  office: Office,
  token: string,
  person: NewPerson,
): Promise<void> {
  const now = office.clock.now();
  await inTransaction(office.dataSource, async (tx) => {
    const [link] = await tx.query<{ expires_at: Date; used_at: Date | null }[]>(
      `select expires_at, used_at from first_run_link where token_hash = $1 for update`,
      [hashToken(token)],
    );
    if (!link || link.used_at || link.expires_at <= now)
      throw new ActRefused([refusal('FIRST_RUN_LINK_ENDED')]);
    await refuseWhenThereIsAnAdministrator(tx);
    const organisationId = await findOrCreateOrganisation(
      tx,
      { name: '系统管理', kind: 'OTHER', jurisdictionCode: '411200' },
      now,
    );
    const personId = await createPerson(tx, person, now);
    await appoint(tx, personId, { role: 'ADMIN', organisationId, jurisdictions: ['411200'] });
    await tx.query(`update first_run_link set used_at = $2 where token_hash = $1`, [hashToken(token), now]);
  });
}

async function refuseWhenThereIsAnAdministrator(tx: EntityManager): Promise<void> {
  const [there] = await tx.query<unknown[]>(`select 1 from appointment where role = 'ADMIN' limit 1`);
  if (there) throw new ActRefused([refusal('FIRST_RUN_DONE')]);
}

function refusal(code: 'FIRST_RUN_DONE' | 'FIRST_RUN_LINK_ENDED') {
  return { rule: 'first-run', article: null, field: null, code, params: {} };
}
