import type { Actor } from '#regulation/actor';
import type { DataSource } from 'typeorm';
import type { Shelter } from '../shelter.entity.ts';
import { registryWithin, type ShelterFilterFacts } from '../shelter.queries.ts';

const BATCH = 1_000;

/** What a filter leaves of the registry, by code, a thousand at a time: as much as is being sent is in memory. */
export async function* readBatches(
  dataSource: DataSource,
  actor: Actor,
  filter: ShelterFilterFacts,
): AsyncGenerator<Shelter[]> {
  for (let after = ''; ;) {
    const batch = await registryWithin(dataSource, actor, filter)
      .innerJoinAndSelect('shelter.unit', 'unit')
      .innerJoinAndSelect('shelter.jurisdiction', 'jurisdiction')
      .andWhere('shelter.code > :after', { after })
      .orderBy('shelter.code')
      .limit(BATCH)
      .getMany();
    if (batch.length > 0) yield batch;
    if (batch.length < BATCH) return;
    after = batch.at(-1)?.code ?? '';
  }
}
