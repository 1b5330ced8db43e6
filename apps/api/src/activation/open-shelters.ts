import { orderNumber } from '#regulation/activation/activation-number';
import type { Consequence } from '#regulation/consequences';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { LedgerSubject } from '../ledger/ledger.entity.ts';
import { drawStanding } from '../registry/shelter-standing.ts';

/** A shelter that a decision opens. */
export interface ShelterToOpen {
  readonly shelterId: string;
  readonly overrideReason: string | null;
}

export interface Opening {
  readonly activationId: string;
  readonly exercise: boolean;
  /** Number of the decision; every opening order is numbered after it. */
  readonly number: string;
  /** Opening orders given before. */
  readonly ordersBefore: number;
  readonly shelters: readonly ShelterToOpen[];
  readonly by: string;
  readonly at: Date;
}

/**
 * Art. 22, 23, 25: gives every shelter its opening order, its command post from the standing roster and its volunteer
 * station, set-based. A running exercise gives way to a real decision here, visibly. The caller holds the shelters' rows.
 */
export async function openShelters(tx: EntityManager, opening: Opening): Promise<Consequence[]> {
  const { activationId, exercise, shelters, by, at } = opening;
  if (shelters.length === 0) return [];
  const yielded = exercise ? [] : await endExercises(tx, opening);
  const opened = shelters.map((shelter, index) => ({
    id: uuidv7(),
    shelter_id: shelter.shelterId,
    order_number: orderNumber(opening.number, opening.ordersBefore + index + 1),
    override_reason: shelter.overrideReason?.trim() || null,
  }));
  const ids = opened.map(({ id }) => id);
  await tx.query(
    `insert into activation_shelter (id, activation_id, shelter_id, jurisdiction_code, exercise, order_number, status,
                                     decided_at, override_reason)
     select opened.id, $2, opened.shelter_id, activation.jurisdiction_code, activation.exercise, opened.order_number,
            'DECIDED', $3, opened.override_reason
     from jsonb_to_recordset($1) as opened (id uuid, shelter_id uuid, order_number text, override_reason text)
     join activation on activation.id = $2`,
    [JSON.stringify(opened), activationId, at],
  );
  const seats = await tx.query<{ shelter_id: string; id: string }[]>(
    `select shelter_id, id from standing_post_member where shelter_id = any($1)`,
    [shelters.map(({ shelterId }) => shelterId)],
  );
  await tx.query(
    `insert into command_post_member (id, activation_shelter_id, kind, name, phone, organisation_id, person_id,
                                      appointed_by, appointed_at)
     select seat.id, opened.id, member.kind, member.name, member.phone, member.organisation_id, member.person_id, $4, $5
     from unnest($1::uuid[], $2::uuid[]) as seat (id, member_id)
     join standing_post_member member on member.id = seat.member_id
     join activation_shelter opened on opened.shelter_id = member.shelter_id and opened.activation_id = $3
       and opened.released_at is null`,
    [seats.map(() => uuidv7()), seats.map(({ id }) => id), activationId, by, at],
  );
  await tx.query(
    `insert into volunteer_station (activation_shelter_id, changed_at) select unnest($1::uuid[]), $2`,
    [ids, at],
  );
  await drawStanding(tx, ids);
  return [
    ...(yielded.length > 0 ? [{ kind: 'END_DUTIES', activationShelterIds: yielded, at } as const] : []),
    { kind: 'ASSIGN_DUTIES', activationId, activationShelterIds: ids, at },
  ];
}

/** Guard of practice: real beats exercise. The exercise keeps its rows, marked with what took the shelter over. */
async function endExercises(tx: EntityManager, { activationId, shelters, at }: Opening): Promise<string[]> {
  const [rows] = await tx.query<[{ id: string }[], number]>(
    `update activation_shelter set released_at = $3, yielded_to = $2, status = 'CLOSED'
     where shelter_id = any($1) and exercise and released_at is null returning id`,
    [shelters.map(({ shelterId }) => shelterId), activationId, at],
  );
  return rows.map(({ id }) => id);
}

/** The shelters of a decision as subjects of its one ledger entry. */
export function openedSubjects(shelters: readonly ShelterToOpen[]): LedgerSubject[] {
  return shelters.map(({ shelterId }) => ({ kind: 'shelter', id: shelterId, from: null, to: 'DECIDED' }));
}
