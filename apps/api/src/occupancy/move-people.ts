import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { Tally } from '#regulation/occupancy/occupied';
import type { Gate } from './lock-gates.ts';
import { addToTally } from './tally.ts';

/** People on their way from one opened shelter to another: part or all of some households, and some who were only counted. */
export interface Move {
  readonly key: string;
  readonly from: Gate;
  readonly to: Gate;
  readonly stays: readonly { readonly stayId: string; readonly persons: number }[];
  readonly counted: number;
  readonly evacuation: boolean;
  readonly at: Date;
  readonly received: Date;
  readonly clockOff: boolean;
  readonly synced: boolean;
  readonly reason: string | null;
  readonly by: string;
  /** Admits over the room of the other shelter. */
  readonly free: boolean;
}

/**
 * Out here and in there: log, stays and both tallies, set-based. Answers the entry that tells of it over there and the new
 * tally there; null = no room there, and the caller rolls back.
 */
export async function movePeople(
  tx: EntityManager,
  move: Move,
): Promise<{ entryId: string; after: Tally } | null> {
  const { from, to, counted, at, free } = move;
  const staying = move.stays.reduce((sum, { persons }) => sum + persons, 0);
  const transferId = uuidv7();
  await tx.query(
    `insert into gate_transfer (id, key, from_id, to_id, persons, evacuation, happened_at, received_at, reason, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      transferId,
      move.key,
      from.id,
      to.id,
      staying + counted,
      move.evacuation,
      at,
      move.received,
      move.reason?.trim() || null,
      move.by,
    ],
  );
  const going = move.stays.map(({ stayId, persons }) => ({
    stay_id: stayId,
    persons,
    out_id: uuidv7(),
    in_id: uuidv7(),
  }));
  await endAndBeginStays(tx, move, going);
  const lines = [
    ...going.flatMap(({ stay_id, persons, out_id, in_id }) => [
      { id: out_id, gate: from.id, kind: 'CHECK_OUT', persons, stay_id },
      { id: in_id, gate: to.id, kind: 'CHECK_IN', persons, stay_id: in_id },
    ]),
    ...(counted > 0
      ? [
          { id: uuidv7(), gate: from.id, kind: 'COUNT_OUT', persons: counted, stay_id: null },
          { id: uuidv7(), gate: to.id, kind: 'COUNT_IN', persons: counted, stay_id: null },
        ]
      : []),
  ];
  await tx.query(
    `insert into gate_entry (id, activation_shelter_id, kind, persons, stay_id, transfer_id, happened_at, received_at,
                             clock_off, synced_offline, recorded_by)
     select line.id, line.gate, line.kind, line.persons, line.stay_id, $2, $3, $4, $5, $6, $7
     from jsonb_to_recordset($1) as line (id uuid, gate uuid, kind text, persons integer, stay_id uuid)`,
    [JSON.stringify(lines), transferId, at, move.received, move.clockOff, move.synced, move.by],
  );
  await addToTally(tx, from, { staying: -staying, counted: -counted, at, free: true });
  const after = await addToTally(tx, to, { staying, counted, at, free });
  return after && { entryId: lines.at(-1)?.id ?? transferId, after };
}

/** The card goes with those who stay together; when part of a household goes, it remains with the others. */
async function endAndBeginStays(
  tx: EntityManager,
  { from, to, at, received, clockOff, synced, reason }: Move,
  going: readonly { stay_id: string; persons: number; in_id: string }[],
): Promise<void> {
  if (going.length === 0) return;
  const list = JSON.stringify(going);
  const gone = `jsonb_to_recordset($1) as gone (stay_id uuid, persons integer, in_id uuid)`;
  await tx.query(
    `update stay set departed = departed + gone.persons,
            checked_out_at = case when departed + gone.persons = stay.persons then $2::timestamptz end
     from ${gone} where stay.id = gone.stay_id and stay.activation_shelter_id = $3`,
    [list, at, from.id],
  );
  await tx.query(
    `insert into stay (id, activation_id, activation_shelter_id, persons, groups, card_code, checked_in_at, received_at,
                       clock_off, synced_offline, over_room, override_reason, transferred_from)
     select gone.in_id, stay.activation_id, $2, gone.persons,
            case when stay.persons = gone.persons then stay.groups else '[]' end,
            case when stay.checked_out_at is not null then stay.card_code end, $3, $4, $5, $6, false, $7, stay.id
     from ${gone} join stay on stay.id = gone.stay_id`,
    [list, to.id, at, received, clockOff, synced, reason?.trim() || null],
  );
}
