import type { Tally } from '#regulation/occupancy/occupied';
import type { EntityManager } from 'typeorm';
import { tellChanges } from '../platform/outbox/tell-change.ts';
import { drawStanding } from '../registry/shelter-standing.ts';
import type { Gate } from './lock-gates.ts';

export interface TallyChange {
  readonly staying: number;
  readonly counted: number;
  /** Gate time. */
  readonly at: Date;
  /** Admits over the room: answered for, or a fact that happened already. */
  readonly free: boolean;
}

/**
 * The hot row: one conditional statement adds to what is there, and answers the new tally; null = no room, nothing changed.
 * Unknown room admits.
 */
export async function addToTally(
  tx: EntityManager,
  gate: Gate,
  { staying, counted, at, free }: TallyChange,
): Promise<Tally | null> {
  const change = staying + counted;
  const rows = await tx.query<Tally[]>(
    `insert into gate_tally (activation_shelter_id, staying, counted, changed_at)
     select $1::uuid, $2::integer, $3::integer, $4::timestamptz where $5::boolean or $6::integer is null or $7::integer <= $6
     on conflict (activation_shelter_id) do update
       set staying = gate_tally.staying + excluded.staying, counted = gate_tally.counted + excluded.counted,
           changed_at = greatest(gate_tally.changed_at, excluded.changed_at)
       where $5 or $6::integer is null or greatest(0, gate_tally.staying + gate_tally.counted) + $7 <= $6
     returning staying, counted`,
    [gate.id, staying, counted, at, free || change <= 0, gate.usable, change],
  );
  return rows[0] ?? null;
}

/** What is counted at a gate now; null = nothing yet. Call it under the lock. */
export async function readTally(tx: EntityManager, gateId: string): Promise<Tally | null> {
  const [tally] = await tx.query<Tally[]>(
    `select staying, counted from gate_tally where activation_shelter_id = $1`,
    [gateId],
  );
  return tally ?? null;
}

/**
 * Brings the numbers of gates to where they are read: the opened shelter, its status (FULL and back), the public standing.
 * Tells one change a shelter. A released shelter keeps its late numbers to itself: another activation may hold it by now.
 */
export async function settleGates(tx: EntityManager, gates: readonly Gate[], at: Date): Promise<void> {
  if (gates.length === 0) return;
  await tx.query(
    `update activation_shelter opened
     set occupied = greatest(0, tally.staying + tally.counted),
         last_report_at = greatest(opened.last_report_at, tally.changed_at)
     from gate_tally tally where tally.activation_shelter_id = opened.id and opened.id = any($1)`,
    [gates.map(({ id }) => id)],
  );
  const open = gates.filter(({ released }) => !released).map(({ id }) => id);
  if (open.length > 0) await drawStanding(tx, open);
  await tellChanges(
    tx,
    gates.map(({ jurisdictionCode, unitId, activationId, shelterId }) => ({
      topic: 'OCCUPANCY',
      jurisdictionCode,
      unitId,
      activationId,
      shelterId,
      at,
    })),
  );
}
