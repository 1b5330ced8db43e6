import type { Consequence } from '#regulation/consequences';
import type { EntityManager } from 'typeorm';

/** Stands down whatever duty is left at shelters that leave their activation. The entry of the act that released them is on record. */
export async function endDuties(
  tx: EntityManager,
  { activationShelterIds, at }: Extract<Consequence, { kind: 'END_DUTIES' }>,
): Promise<void> {
  await tx.query(
    `update duty set stage = 'STOOD_DOWN', stood_down_at = $2, changed_at = $2
     where activation_shelter_id = any($1) and stage <> 'STOOD_DOWN'`,
    [activationShelterIds, at],
  );
}
