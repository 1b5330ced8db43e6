import { afterFailedSignIn, lockedUntil } from '#regulation/identity/sign-in-lockout';
import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { inTransaction } from '../platform/database/data-source.ts';
import type { Office } from '../platform/office.ts';
import { ActRefused } from '../platform/refused.ts';
import { MAY_SIGN_IN } from './may-sign-in.ts';
import { passwordFits } from './passwords.ts';
import { openSession } from './sessions.ts';

export interface SignInRequest {
  readonly username: string;
  readonly password: string;
  readonly device: string | null;
  /** The network it comes from: one office or household. */
  readonly network: string;
}

/** Failures older than this are forgotten. */
const REMEMBERED_MS = 60 * 60_000;

interface Known {
  readonly id: string;
  readonly password_hash: string;
  readonly may_sign_in: boolean;
}

/**
 * Opens a session. Refused alike for a wrong name and a wrong password. Repeated failures lock the name for the network
 * they came from, known name or not: whoever guesses shuts himself out, never the officer on duty elsewhere.
 */
export async function signIn(
  office: Office,
  request: SignInRequest,
): Promise<{ token: string; expiresAt: Date }> {
  const now = office.clock.now();
  const username = request.username.trim().toLowerCase().slice(0, 100);
  const origin = createHash('sha256').update(request.network).digest('base64url');
  refuseWhileLocked(await lockOf(office.dataSource.manager, username, origin), now);
  const [person] = await office.dataSource.query<Known[]>(
    `select id, password_hash, (${MAY_SIGN_IN}) as may_sign_in from person where username = $1`,
    [username],
  );
  const fits = await passwordFits(person?.password_hash, request.password.slice(0, 1_000));
  if (!person || !fits || !person.may_sign_in) {
    await noteFailure(office, username, origin, now);
    throw new ActRefused([
      { rule: 'sign-in', article: null, field: 'password', code: 'SIGN_IN_WRONG', params: {} },
    ]);
  }
  return inTransaction(office.dataSource, async (tx) => {
    // Guesses that waited for their turn while others locked the name do not slip through.
    refuseWhileLocked(await lockOf(tx, username, origin), now);
    await tx.query(`delete from sign_in_failure where username = $1 and origin = $2`, [username, origin]);
    return openSession(tx, person.id, now, request.device);
  });
}

async function lockOf(tx: EntityManager, username: string, origin: string): Promise<Date | null> {
  const [row] = await tx.query<{ locked_until: Date | null }[]>(
    `select locked_until from sign_in_failure where username = $1 and origin = $2`,
    [username, origin],
  );
  return row?.locked_until ?? null;
}

function refuseWhileLocked(until: Date | null, now: Date): void {
  const locked = lockedUntil(until, now);
  if (!locked) return;
  const minutes = Math.ceil((locked.getTime() - now.getTime()) / 60_000);
  throw new ActRefused([
    {
      rule: 'sign-in-lockout',
      article: null,
      field: 'username',
      code: 'SIGN_IN_LOCKED',
      params: { minutes },
    },
  ]);
}

async function noteFailure(office: Office, username: string, origin: string, now: Date): Promise<void> {
  const forgotten = new Date(now.getTime() - REMEMBERED_MS);
  await inTransaction(office.dataSource, async (tx) => {
    await tx.query(`delete from sign_in_failure where last_at < $1`, [forgotten]);
    const [row] = await tx.query<{ failures: number }[]>(
      `insert into sign_in_failure as known (username, origin, failures, last_at) values ($1, $2, 1, $3)
       on conflict (username, origin) do update set failures = known.failures + 1, last_at = excluded.last_at
       returning failures`,
      [username, origin, now],
    );
    await tx.query(`update sign_in_failure set locked_until = $3 where username = $1 and origin = $2`, [
      username,
      origin,
      afterFailedSignIn(row?.failures ?? 1, now).lockedUntil,
    ]);
  });
}
