import type { YearlyDuty } from '#regulation/enumerations';
import type { EntityManager } from 'typeorm';

/** A deed that counts for the calendar year it was done in, whenever it was told. */
export interface YearlyDeed {
  readonly shelterId: string;
  readonly duty: YearlyDuty;
  readonly doneOn: string;
  readonly deedId: string;
}

/** Notes that shelters did in a year what they owe every year; the first deed of a year stands for it. */
export async function fulfilYear(tx: EntityManager, deeds: readonly YearlyDeed[]): Promise<void> {
  if (deeds.length === 0) return;
  await tx.query(
    `insert into yearly_fulfilment (shelter_id, duty, year, done_on, deed_id)
     select shelter_id, duty, extract(year from done_on)::int, done_on, deed_id
     from unnest($1::uuid[], $2::text[], $3::date[], $4::uuid[]) as deed (shelter_id, duty, done_on, deed_id)
     on conflict do nothing`,
    [
      deeds.map(({ shelterId }) => shelterId),
      deeds.map(({ duty }) => duty),
      deeds.map(({ doneOn }) => doneOn),
      deeds.map(({ deedId }) => deedId),
    ],
  );
}
