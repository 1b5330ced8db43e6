import type { CivilDate } from '#regulation/civil-date';
import type { DefectEffect } from '#regulation/upkeep/readiness';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { keepReadiness } from './keep-readiness.ts';
import type { OutageOrigin } from './outage.entity.ts';

/** What causes an outage, and where. */
export interface OutageCause {
  readonly shelterId: string;
  readonly origin: OutageOrigin;
  readonly originId: string;
}

export interface ToldOutage extends OutageCause {
  /** null = the shelter stays in use: an outage told before is taken back. */
  readonly effect: DefectEffect | null;
  /** Persons; null = not known. */
  readonly places: number | null;
  readonly startsOn: CivilDate;
}

/** Says what is out of use and from when, in place of what was said of the same cause before; readiness follows. */
export async function declareOutage(tx: EntityManager, told: ToldOutage, today: CivilDate): Promise<void> {
  const { shelterId, origin, originId, effect, places, startsOn } = told;
  if (effect === null) {
    await tx.query(`delete from outage where origin = $1 and origin_id = $2`, [origin, originId]);
  } else {
    await tx.query(
      `insert into outage (id, shelter_id, origin, origin_id, effect, places, starts_on, begun)
       values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (origin, origin_id) do update
         set effect = excluded.effect, places = excluded.places, starts_on = excluded.starts_on, begun = excluded.begun`,
      [uuidv7(), shelterId, origin, originId, effect, places, startsOn, startsOn <= today],
    );
  }
  await keepReadiness(tx, [shelterId], null);
}

/** Nothing of it is out of use from today. Lifting what is not out is nothing. */
export async function liftOutage(
  tx: EntityManager,
  { shelterId, origin, originId }: OutageCause,
  today: CivilDate,
): Promise<void> {
  await tx.query(
    `update outage set lifted_on = $3 where origin = $1 and origin_id = $2 and lifted_on is null`,
    [origin, originId, today],
  );
  await keepReadiness(tx, [shelterId], null);
}
