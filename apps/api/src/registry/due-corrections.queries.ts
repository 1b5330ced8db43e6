import type { Actor } from '#regulation/actor';
import type { DataSource, SelectQueryBuilder } from 'typeorm';
import { readCursor, toConnection, type Connection } from '../platform/graphql/connection.ts';
import type { Shelter } from './shelter.entity.ts';
import { registryWithin, type ShelterFilterFacts } from './shelter.queries.ts';

export type DueFilter = Pick<ShelterFilterFacts, 'jurisdictionCode' | 'text' | 'correctionsDueBefore'>;

const BATCH = 1_000;

/** A page of what the records within the actor's reach still owe, the most overdue first. */
export async function findDueCorrections(
  dataSource: DataSource,
  actor: Actor,
  filter: DueFilter,
  first: number,
  after: string | null,
): Promise<Connection<Shelter>> {
  const rows = ordered(owing(dataSource, actor, filter)).limit(first + 1);
  const cursor = readCursor(after, 2);
  if (cursor) goOn(rows, String(cursor[0]), String(cursor[1]));
  return toConnection(
    await rows.getMany(),
    first,
    ({ correctionDue, code }) => [correctionDue ?? '', code],
    () => owing(dataSource, actor, filter).getCount(),
  );
}

/** All of them, a thousand at a time: as much as is being sent is in memory. */
export async function* readDueCorrections(
  dataSource: DataSource,
  actor: Actor,
  filter: DueFilter,
): AsyncGenerator<Shelter[]> {
  for (let last: Shelter | undefined; ;) {
    const rows = ordered(owing(dataSource, actor, filter))
      .innerJoinAndSelect('shelter.unit', 'unit')
      .innerJoinAndSelect('shelter.jurisdiction', 'jurisdiction')
      .limit(BATCH);
    if (last) goOn(rows, last.correctionDue ?? '', last.code);
    const batch = await rows.getMany();
    if (batch.length > 0) yield batch;
    if (batch.length < BATCH) return;
    last = batch.at(-1);
  }
}

function owing(dataSource: DataSource, actor: Actor, filter: DueFilter): SelectQueryBuilder<Shelter> {
  return registryWithin(dataSource, actor, { ...filter, correctionDue: true });
}

function ordered(query: SelectQueryBuilder<Shelter>): SelectQueryBuilder<Shelter> {
  return query.orderBy('shelter.correctionDue').addOrderBy('shelter.code');
}

function goOn(query: SelectQueryBuilder<Shelter>, dueOn: string, code: string): void {
  query.andWhere('(shelter.correction_due, shelter.code) > (cast(:dueOn as date), :code)', { dueOn, code });
}
