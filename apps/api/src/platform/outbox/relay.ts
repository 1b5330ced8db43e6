import type { EntityManager } from 'typeorm';
import { inTransaction } from '../database/data-source.ts';
import type { Office } from '../office.ts';

/** Changes numbered in one go: bounds the time the head is held. */
export const RELAY_BATCH = 1_000;
/** Old rows cleared away in one go. */
const CLEARED_AT_MOST = 2_000;
/** A relay that stands still in mid-transaction loses its connection, and with it the head. */
const STANDSTILL = '10s';

/** The empty NOTIFY by which other processes hear that there is something to read. */
export const BELL = 'shelter_changes';

/** SQL that gives the unit of the shelter a row of `outbox` names. Comes from code, never from input. */
export type UnitOfShelter = string;

/**
 * Gives committed changes their public numbers: in the order in which they became visible, without gaps. One relay at
 * a time over all processes, for it holds the head until commit; a change whose transaction was slower than its
 * neighbours is numbered when it is there, never passed over. Answers how many it numbered.
 */
export async function relayChanges(office: Office, unitOfShelter: UnitOfShelter): Promise<number> {
  return inTransaction(office.dataSource, async (tx) => {
    await tx.query(`select set_config('idle_in_transaction_session_timeout', $1, true)`, [STANDSTILL]);
    const head = await holdHead(tx);
    // A statement of its own, after the lock: what another relay numbered meanwhile is seen as numbered.
    const [, numbered] = await tx.query<[unknown, number]>(
      `update outbox set seq = $1::bigint + waiting.place, unit_id = coalesce(outbox.unit_id, ${unitOfShelter})
       from (select id, row_number() over (order by id) as place
             from (select id from outbox where seq is null order by id limit ${RELAY_BATCH}) next) waiting
       where outbox.id = waiting.id`,
      [head],
    );
    if (numbered === 0) return 0;
    const last = Number(head) + numbered;
    await tx.query(`update outbox_head set seq = $1 where id = 1`, [last]);
    await clearAway(tx, last - office.config.liveKept);
    if (office.capabilities.listen) await tx.query(`select pg_notify($1, '')`, [BELL]);
    return numbered;
  });
}

async function holdHead(tx: EntityManager): Promise<string> {
  const hold = () => tx.query<{ seq: string }[]>(`select seq from outbox_head where id = 1 for update`);
  const [held] = await hold();
  if (held) return held.seq;
  await tx.query(`insert into outbox_head (id, seq) values (1, 0) on conflict do nothing`);
  const [made] = await hold();
  if (!made) throw new Error('the outbox has no head');
  return made.seq;
}

/** What everybody has seen by now, or must ask for anew. */
async function clearAway(tx: EntityManager, upTo: number): Promise<void> {
  if (upTo <= 0) return;
  await tx.query(
    `delete from outbox where seq in (select seq from outbox where seq <= $1 order by seq limit ${CLEARED_AT_MOST})`,
    [upTo],
  );
}
