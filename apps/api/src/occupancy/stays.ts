import { alreadyInsideWarning } from '#regulation/occupancy/gate-warnings';
import { newStayCounts } from '#regulation/occupancy/occupied';
import type { Refusal } from '#regulation/refusal';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { Gate } from './lock-gates.ts';
import type { Entry } from './write-entry.ts';

/** A household that is inside now. */
export interface OpenStay {
  readonly id: string;
  readonly gateId: string;
  readonly inside: number;
  readonly checkedInAt: Date;
}

const OPEN = `stay.id, stay.activation_shelter_id as "gateId", stay.persons - stay.departed as inside,
  stay.checked_in_at as "checkedInAt"`;

/** The stay a card is checked in under now, in the same activation. */
export async function findOpenByCard(
  tx: Pick<EntityManager, 'query'>,
  activationId: string,
  cardCode: string,
): Promise<OpenStay | null> {
  const [stay] = await tx.query<OpenStay[]>(
    `select ${OPEN} from stay where activation_id = $1 and card_code = $2 and checked_out_at is null`,
    [activationId, cardCode],
  );
  return stay ?? null;
}

/** A stay of this gate, open or ended. */
export async function findStay(
  tx: EntityManager,
  gateId: string,
  id: string | null,
): Promise<OpenStay | null> {
  const [stay] = await tx.query<OpenStay[]>(
    `select ${OPEN} from stay where id = $1 and activation_shelter_id = $2`,
    [id, gateId],
  );
  return stay ?? null;
}

/** How many of a household were told to have left before it was told that they came. */
export async function pendingDepartures(tx: EntityManager, gateId: string, { key }: Entry): Promise<number> {
  const [sum] = await tx.query<{ persons: number }[]>(
    `select coalesce(sum(persons), 0)::int as persons from gate_entry
     where stay_id = $1 and kind = 'CHECK_OUT' and activation_shelter_id = $2`,
    [key, gateId],
  );
  return sum?.persons ?? 0;
}

export async function beginStay(
  tx: EntityManager,
  gate: Gate,
  entry: Entry,
  {
    departed,
    endedAt,
    overRoom,
  }: { readonly departed: number; readonly endedAt: Date | null; readonly overRoom: boolean },
): Promise<void> {
  await tx.query(
    `insert into stay (id, activation_id, activation_shelter_id, persons, departed, groups, card_code, checked_in_at,
                       received_at, checked_out_at, clock_off, synced_offline, over_room, override_reason)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      entry.key,
      gate.activationId,
      gate.id,
      entry.persons,
      departed,
      JSON.stringify(entry.groups.filter(({ persons }) => persons > 0)),
      entry.cardCode,
      entry.at,
      entry.received,
      endedAt,
      entry.clockOff,
      entry.synced,
      overRoom,
      entry.reason?.trim() || null,
    ],
  );
}

/**
 * Ends one of two stays under a card: the other one (`ended` null), or the new one at the moment the other began. The log
 * tells it by an entry of its own.
 */
export async function endStay(
  tx: EntityManager,
  gate: Gate,
  entry: Entry,
  other: OpenStay,
  there: Gate,
): Promise<{ ended: Date | null; warning: Refusal[] }> {
  const warning = alreadyInsideWarning({ code: there.code, persons: other.inside });
  const stays = newStayCounts(entry.at.getTime(), other.checkedInAt.getTime());
  const left = stays
    ? { gateId: there.id, stayId: other.id, persons: other.inside, at: entry.at }
    : { gateId: gate.id, stayId: entry.key, persons: entry.persons, at: other.checkedInAt };
  await tx.query(
    `insert into gate_entry (id, activation_shelter_id, kind, persons, stay_id, happened_at, received_at, clock_off,
                             synced_offline, recorded_by)
     values ($1, $2, 'CHECK_OUT', $3, $4, $5, $6, $7, $8, $9)`,
    [
      uuidv7(),
      left.gateId,
      left.persons,
      left.stayId,
      left.at,
      entry.received,
      entry.clockOff,
      entry.synced,
      entry.by,
    ],
  );
  if (!stays) return { ended: left.at, warning };
  await tx.query(`update stay set departed = persons, checked_out_at = $2 where id = $1`, [
    other.id,
    left.at,
  ]);
  return { ended: null, warning };
}
