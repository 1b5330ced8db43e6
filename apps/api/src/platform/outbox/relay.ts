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
    const head = await holdHead(tx);
    // A statement of its own, after the lock: what another relay numbered meanwhile is seen as numbered.
    const [row] = await tx.query<{ numbered: number }[]>(numberChanges(unitOfShelter), [
      head,
      Number(head) - office.config.liveKept,
      office.capabilities.listen ? BELL : null,
    ]);
    return row?.numbered ?? 0;
  });
}

/** Numbers a batch, moves the head, clears away what is older than the second parameter, rings the third. */
const numberChanges = (unitOfShelter: UnitOfShelter) => `
  with waiting as (
    select id, row_number() over (order by id) as place
    from (select id from outbox where seq is null order by id limit ${RELAY_BATCH}) next
  ), numbered as (
    update outbox set seq = $1::bigint + waiting.place, unit_id = coalesce(outbox.unit_id, ${unitOfShelter})
    from waiting where outbox.id = waiting.id returning outbox.id
  ), moved as (
    update outbox_head set seq = $1::bigint + (select count(*) from numbered) where id = 1
  ), cleared as (
    delete from outbox
    where seq in (select seq from outbox where seq <= $2::bigint order by seq limit ${CLEARED_AT_MOST})
  )
  select count(*)::int as numbered,
         case when count(*) > 0 and $3::text is not null then pg_notify($3, '') end as rung
  from numbered`;

async function holdHead(tx: EntityManager): Promise<string> {
  const hold = () =>
    tx.query<{ seq: string }[]>(
      `select seq, set_config('idle_in_transaction_session_timeout', $1, true)
       from outbox_head where id = 1 for update`,
      [STANDSTILL],
    );
  const [held] = await hold();
  if (held) return held.seq;
  await tx.query(`insert into outbox_head (id, seq) values (1, 0) on conflict do nothing`);
  const [made] = await hold();
  if (!made) throw new Error('the outbox has no head');
  return made.seq;
}
