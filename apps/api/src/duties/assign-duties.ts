import { civilDateOf } from '#regulation/civil-date';
import type { Consequence } from '#regulation/consequences';
import { DUTY_KINDS } from '#regulation/enumerations';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';

/**
 * Art. 24: gives every newly opened shelter exactly its seven duties, each to the body that is on the roster of its
 * jurisdiction today, with the clock of that jurisdiction's targets; nobody on the roster = UNASSIGNED. One statement.
 */
export async function assignDuties(
  tx: EntityManager,
  { activationShelterIds, at }: Extract<Consequence, { kind: 'ASSIGN_DUTIES' }>,
): Promise<void> {
  const ids = activationShelterIds.flatMap(() => DUTY_KINDS.map(() => uuidv7()));
  await tx.query(
    `insert into duty (id, activation_id, activation_shelter_id, shelter_id, jurisdiction_code, kind, stage, organisation_id,
                       assigned_at, acknowledge_due, in_place_due, changed_at)
     select ($2::uuid[])[row_number() over ()], opened.activation_id, opened.id, opened.shelter_id, opened.jurisdiction_code,
            kind, 'ASSIGNED', roster.organisation_id, $4,
            $4::timestamptz + target.acknowledge_minutes * interval '1 minute',
            $4::timestamptz + target.in_place_minutes * interval '1 minute', $4
     from activation_shelter opened
     cross join unnest($3::text[]) as kind
     left join duty_target target on target.jurisdiction_code = opened.jurisdiction_code and target.duty_kind = kind
     left join lateral (
       select organisation_id from duty_roster
       where jurisdiction_code = opened.jurisdiction_code and duty_kind = kind
         and in_force_from <= $5 and (in_force_until is null or in_force_until > $5)
       order by in_force_from desc limit 1) roster on true
     where opened.id = any($1)`,
    [activationShelterIds, ids, DUTY_KINDS, at, civilDateOf(at)],
  );
}
