import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { LedgerSubject } from '../ledger/ledger.entity.ts';
import { jsonText } from '../platform/database/json-text.ts';

/** A finished exercise and the shelters that took part in it. */
export interface FinishedExercise {
  readonly activationId: string;
  readonly shelterIds: readonly string[];
  /** Civil date on which it was held. */
  readonly heldOn: string;
  readonly at: Date;
  readonly personId: string | null;
  readonly organisationId: string | null;
}

/**
 * Art. 20 (6): a completed exercise is the yearly drill of its shelters. Set-based, in the caller's transaction; a second
 * call changes nothing. Answers what the caller's ledger entry says of the drills it made.
 */
export async function recordExerciseDrills(
  tx: EntityManager,
  { activationId, shelterIds, heldOn, at, personId, organisationId }: FinishedExercise,
): Promise<LedgerSubject[]> {
  const rows = [...new Set(shelterIds)].map((shelterId) => ({ id: uuidv7(), shelter_id: shelterId }));
  const made = await tx.query<{ id: string }[]>(
    `with made as (
       insert into drill (id, shelter_id, jurisdiction_code, said_on, done_on, received_at, recorded_by, organisation_id, activation_id)
       select told.id, shelter.id, shelter.jurisdiction_code, $2, $2, $3, $4, $5, $6
       from jsonb_to_recordset($1) as told (id uuid, shelter_id uuid) join shelter on shelter.id = told.shelter_id
       order by shelter.id
       on conflict (shelter_id, activation_id) do nothing returning id, shelter_id, done_on
     ), fulfilled as (
       insert into yearly_fulfilment (shelter_id, duty, year, done_on, deed_id)
       select shelter_id, 'DRILL', extract(year from done_on)::int, done_on, id from made on conflict do nothing
     )
     select id from made`,
    [jsonText(rows), heldOn, at, personId, organisationId, activationId],
  );
  return made.map(({ id }) => ({ kind: 'drill', id, from: null, to: 'RECORDED' }));
}
