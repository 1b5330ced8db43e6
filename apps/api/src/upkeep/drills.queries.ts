import type { Actor } from '#regulation/actor';
import { reach } from '#regulation/authority';
import type { DataSource, SelectQueryBuilder } from 'typeorm';
import { readCursor, toConnection, type Connection } from '../platform/graphql/connection.ts';
import { Shelter } from '../registry/shelter.entity.ts';
import { Drill } from './drill.entity.ts';

export interface DeedFilterFacts {
  readonly shelterId?: string | null;
  readonly jurisdictionCode?: string | null;
  /** The calendar year it counts for. */
  readonly year?: number | null;
}

/** Drills within the actor's reach, the latest first. */
export async function findDrills(
  dataSource: DataSource,
  actor: Actor,
  filter: DeedFilterFacts,
  first: number,
  after: string | null,
): Promise<Connection<Drill>> {
  const query = () => narrowed(readable(dataSource, actor), filter);
  const rows = query()
    .orderBy('drill.doneOn', 'DESC')
    .addOrderBy('drill.id', 'DESC')
    .limit(first + 1);
  const cursor = readCursor(after, 2);
  if (cursor) {
    rows.andWhere('(drill.done_on, drill.id) < (cast(:on as date), cast(:id as uuid))', {
      on: String(cursor[0]),
      id: String(cursor[1]),
    });
  }
  return toConnection(
    await rows.getMany(),
    first,
    ({ doneOn, id }) => [doneOn, id],
    () => query().getCount(),
  );
}

/** One drill, if the actor may read it. */
export function findDrill(dataSource: DataSource, actor: Actor, id: string): Promise<Drill | null> {
  return readable(dataSource, actor).andWhere('drill.id = :id', { id }).getOne();
}

function readable(dataSource: DataSource, actor: Actor): SelectQueryBuilder<Drill> {
  const { everywhere, jurisdictions, units } = reach(actor, 'readRegistry');
  const query = dataSource
    .getRepository(Drill)
    .createQueryBuilder('drill')
    .innerJoin(Shelter, 'shelter', 'shelter.id = drill.shelter_id')
    .where('true');
  if (everywhere) return query;
  return query.andWhere('(drill.jurisdictionCode = any(:jurisdictions) or shelter.unitId = any(:units))', {
    jurisdictions,
    units,
  });
}

function narrowed(query: SelectQueryBuilder<Drill>, filter: DeedFilterFacts): SelectQueryBuilder<Drill> {
  if (filter.shelterId) query.andWhere('drill.shelterId = :shelterId', { shelterId: filter.shelterId });
  if (filter.jurisdictionCode)
    query.andWhere('drill.jurisdictionCode = :code', { code: filter.jurisdictionCode });
  if (filter.year) query.andWhere('extract(year from drill.doneOn) = :year', { year: filter.year });
  return query;
}
