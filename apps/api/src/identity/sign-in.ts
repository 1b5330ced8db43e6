import { afterFailedSignIn, lockedUntil } from '#regulation/identity/sign-in-lockout';
import { inTransaction } from '../platform/database/data-source.ts';
import type { Office } from '../platform/office.ts';
import { ActRefused } from '../platform/refused.ts';
import { passwordFits } from './passwords.ts';
import { openSession } from './sessions.ts';

export interface SignInRequest {
  readonly username: string;
  readonly password: string;
  readonly device: string | null;
}

interface Known {
  readonly id: string;
  readonly password_hash: string;
  readonly failed_sign_ins: number;
  readonly locked_until: Date | null;
  readonly disabled_at: Date | null;
}

/** Opens a session. Refused alike for a wrong name and a wrong password; locked for a while after repeated failures. */
export async function signIn(
  office: Office,
  request: SignInRequest,
): Promise<{ token: string; expiresAt: Date }> {
  const now = office.clock.now();
  const username = request.username.trim().toLowerCase().slice(0, 100);
  const [person] = await office.dataSource.query<Known[]>(
    `select id, password_hash, failed_sign_ins, locked_until, disabled_at from person where username = $1`,
    [username],
  );
  const locked = lockedUntil(person?.locked_until ?? null, now);
  if (locked) {
    throw new ActRefused([
      {
        rule: 'sign-in-lockout',
        article: null,
        field: 'username',
        code: 'SIGN_IN_LOCKED',
        params: { minutes: Math.ceil((locked.getTime() - now.getTime()) / 60_000) },
      },
    ]);
  }
  const fits = await passwordFits(person?.password_hash, request.password.slice(0, 1_000));
  if (!person || !fits || person.disabled_at) {
    if (person) await noteFailure(office, person, now);
    throw new ActRefused([
      { rule: 'sign-in', article: null, field: 'password', code: 'SIGN_IN_WRONG', params: {} },
    ]);
  }
  return inTransaction(office.dataSource, async (tx) => {
    await tx.query(`update person set failed_sign_ins = 0, locked_until = null where id = $1`, [person.id]);
    return openSession(tx, person.id, now, request.device);
  });
}

async function noteFailure(office: Office, person: Known, now: Date): Promise<void> {
  await inTransaction(office.dataSource, async (tx) => {
    const [fresh] = await tx.query<{ failed_sign_ins: number }[]>(
      `select failed_sign_ins from person where id = $1 for update`,
      [person.id],
    );
    const after = afterFailedSignIn((fresh?.failed_sign_ins ?? 0) + 1, now);
    await tx.query(`update person set failed_sign_ins = $2, locked_until = $3 where id = $1`, [
      person.id,
      after.failures,
      after.lockedUntil,
    ]);
  });
}
