import type { EntityManager } from 'typeorm';
import { markTold } from './bell.ts';
import type { Change } from './change.ts';

/**
 * Leaves word of changes in the caller's transaction: told when it commits, never when it does not. One statement,
 * one row for each distinct change however often it is named.
 */
export async function tellChanges(tx: EntityManager, changes: readonly Change[]): Promise<void> {
  if (changes.length === 0) return;
  markTold(tx);
  await tx.query(
    `insert into outbox (topic, jurisdiction_code, unit_id, activation_id, shelter_id, at)
     select topic, jurisdiction_code, unit_id, activation_id, shelter_id, at
     from unnest($1::text[], $2::text[], $3::uuid[], $4::uuid[], $5::uuid[], $6::timestamptz[]) with ordinality
       as told (topic, jurisdiction_code, unit_id, activation_id, shelter_id, at, place)
     group by topic, jurisdiction_code, unit_id, activation_id, shelter_id, at
     order by min(place)`,
    [
      changes.map(({ topic }) => topic),
      changes.map(({ jurisdictionCode }) => jurisdictionCode),
      changes.map(({ unitId }) => unitId ?? null),
      changes.map(({ activationId }) => activationId ?? null),
      changes.map(({ shelterId }) => shelterId ?? null),
      changes.map(({ at }) => at),
    ],
  );
}
