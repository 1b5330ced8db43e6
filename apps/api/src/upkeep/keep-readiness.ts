import type { Readiness } from '#regulation/enumerations';
import { OPEN_DEFECT_STAGES } from '#regulation/upkeep/defect-acts';
import { readinessOf, type DefectEffect } from '#regulation/upkeep/readiness';
import type { EntityManager } from 'typeorm';

/** Somebody looked at the facilities. */
export interface FacilityLook {
  /** Civil date. */
  readonly on: string;
  readonly at: Date;
  /** The inspection. */
  readonly deedId: string;
}

/**
 * Writes the readiness of shelters anew from what is known of them: whether anybody looked, which major defects are open,
 * and what has been taken out of use. The shelters are locked first, so that two who close the last two defects at once do
 * not each see the other's open.
 * A look that is older than the last one does not set the time back.
 */
export async function keepReadiness(
  tx: EntityManager,
  shelterIds: readonly string[],
  look: FacilityLook | null,
): Promise<void> {
  await tx.query(`select 1 from shelter where id = any($1) order by id for no key update`, [shelterIds]);
  if (look) {
    await tx.query(
      `insert into facility_check (shelter_id, checked_on, deed_id) select unnest($1::uuid[]), $2, $3
       on conflict (shelter_id) do update set checked_on = excluded.checked_on, deed_id = excluded.deed_id
       where excluded.checked_on >= facility_check.checked_on`,
      [shelterIds, look.on, look.deedId],
    );
  }
  const facts = await tx.query<{ id: string; inspected: boolean; effects: DefectEffect[]; out: number }[]>(
    `select shelter.id, exists (select 1 from facility_check seen where seen.shelter_id = shelter.id) as inspected,
            array(select defect.effect from defect where defect.shelter_id = shelter.id and defect.stage = any($2)
                    and defect.effect is not null
                  union all
                  select outage.effect from outage where outage.shelter_id = shelter.id and outage.begun
                    and outage.lifted_on is null) as effects,
            (select coalesce(sum(outage.places), 0)::integer from outage where outage.shelter_id = shelter.id
               and outage.begun and outage.lifted_on is null) as out
     from shelter where shelter.id = any($1)`,
    [shelterIds, OPEN_DEFECT_STAGES],
  );
  const readiness: Readiness[] = facts.map(readinessOf);
  await tx.query(
    `update shelter set readiness = known.readiness, places_out = known.out,
            last_confirmed_at = greatest(shelter.last_confirmed_at, $3)
     from unnest($1::uuid[], $2::text[], $4::int[]) as known (id, readiness, out) where shelter.id = known.id`,
    [facts.map(({ id }) => id), readiness, look?.at ?? null, facts.map(({ out }) => out)],
  );
}
