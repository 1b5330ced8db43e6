import type { Consequence } from '#regulation/consequences';
import type { EntityManager } from 'typeorm';
import { performAct } from '../ledger/perform-act.ts';
import { ACTIVATION_PROCESS } from './activation-process.ts';

/**
 * Art. 26: closes the file of an activation that has ended; nothing happens while it runs. Done by whoever recorded the
 * last thing that was owed, by virtue of that act.
 */
export async function closeFile(
  tx: EntityManager,
  { activationId, by, under, at }: Extract<Consequence, { kind: 'CLOSE_FILE' }>,
): Promise<void> {
  const [ended] = await tx.query<unknown[]>(
    `select 1 from activation where id = $1 and stage = 'ENDED' for no key update`,
    [activationId],
  );
  if (!ended) return;
  await performAct(tx, ACTIVATION_PROCESS, {
    act: 'closeFile',
    id: activationId,
    by,
    under,
    at,
    set: { file_closed_at: at },
  });
}
