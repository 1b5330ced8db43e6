import { passwordRefusals } from '#regulation/identity/password-policy';
import { inTransaction } from '../platform/database/data-source.ts';
import type { Office } from '../platform/office.ts';
import { ActRefused, refuseIfAny } from '../platform/refused.ts';
import type { Officer } from './officer.ts';
import { hashPassword, passwordFits } from './passwords.ts';
import { endSessions } from './sessions.ts';

/** Changes the officer's own password and ends every other session. */
export async function changePassword(
  office: Office,
  officer: Officer,
  passwords: { current: string; next: string },
): Promise<void> {
  const [row] = await office.dataSource.query<{ password_hash: string }[]>(
    `select password_hash from person where id = $1`,
    [officer.personId],
  );
  if (!(await passwordFits(row?.password_hash, passwords.current.slice(0, 1_000)))) {
    throw new ActRefused([
      {
        rule: 'current-password',
        article: null,
        field: 'current',
        code: 'CURRENT_PASSWORD_WRONG',
        params: {},
      },
    ]);
  }
  refuseIfAny(passwordRefusals(passwords.next, officer.username));
  const passwordHash = await hashPassword(passwords.next);
  await inTransaction(office.dataSource, async (tx) => {
    await tx.query(`update person set password_hash = $2 where id = $1`, [officer.personId, passwordHash]);
    await endSessions(tx, officer.personId, office.clock.now(), { except: officer.sessionId });
  });
}
