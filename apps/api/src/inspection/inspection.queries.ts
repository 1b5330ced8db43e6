import type { Actor } from '#regulation/actor';
import { reach } from '#regulation/authority';
import type { InspectionKind } from '#regulation/enumerations';
import type { DataSource, SelectQueryBuilder } from 'typeorm';
import { readCursor, toConnection, type Connection } from '../platform/graphql/connection.ts';
import { Shelter } from '../registry/shelter.entity.ts';
import { Inspection } from './inspection.entity.ts';

export interface InspectionFilterFacts {
  readonly kinds?: readonly InspectionKind[] | null;
  readonly shelterId?: string | null;
  readonly campaignId?: string | null;
  readonly jurisdictionCode?: string | null;
  /** The calendar year it counts for. */
  readonly year?: number | null;
}

/** Inspections within the actor's reach, the latest first. */
export async function findInspections(
  dataSource: DataSource,
  actor: Actor,
  filter: InspectionFilterFacts,
  first: number,
  after: string | null,
): Promise<Connection<Inspection>> {
  const query = () => narrowed(readable(dataSource, actor), filter);
  const rows = query()
    .orderBy('inspection.doneOn', 'DESC')
    .addOrderBy('inspection.id', 'DESC')
    .limit(first + 1);
  const cursor = readCursor(after, 2);
  if (cursor) {
    rows.andWhere('(inspection.done_on, inspection.id) < (cast(:on as date), cast(:id as uuid))', {
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

/** One inspection, if the actor may read it. */
export function findInspection(dataSource: DataSource, actor: Actor, id: string): Promise<Inspection | null> {
  return readable(dataSource, actor).andWhere('inspection.id = :id', { id }).getOne();
}

function readable(dataSource: DataSource, actor: Actor): SelectQueryBuilder<Inspection> {
  const { everywhere, jurisdictions, units } = reach(actor, 'readRegistry');
  const query = dataSource
    .getRepository(Inspection)
    .createQueryBuilder('inspection')
    .innerJoin(Shelter, 'shelter', 'shelter.id = inspection.shelter_id')
    .where('true');
  if (everywhere) return query;
  return query.andWhere(
    '(inspection.jurisdictionCode = any(:jurisdictions) or shelter.unitId = any(:units))',
    { jurisdictions, units },
  );
}

function narrowed(
  query: SelectQueryBuilder<Inspection>,
  filter: InspectionFilterFacts,
): SelectQueryBuilder<Inspection> {
  if (filter.kinds?.length) query.andWhere('inspection.kind = any(:kinds)', { kinds: filter.kinds });
  if (filter.shelterId) query.andWhere('inspection.shelterId = :shelterId', { shelterId: filter.shelterId });
  if (filter.campaignId)
    query.andWhere('inspection.campaignId = :campaignId', { campaignId: filter.campaignId });
  if (filter.jurisdictionCode)
    query.andWhere('inspection.jurisdictionCode = :code', { code: filter.jurisdictionCode });
  if (filter.year) query.andWhere('extract(year from inspection.doneOn) = :year', { year: filter.year });
  return query;
}
