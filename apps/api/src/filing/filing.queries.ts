import type { Actor } from '#regulation/actor';
import { reach } from '#regulation/authority';
import type { FilingStage } from '#regulation/enumerations';
import type { DataSource, SelectQueryBuilder } from 'typeorm';
import { readCursor, toConnection, type Connection } from '../platform/graphql/connection.ts';
import { Filing } from './filing.entity.ts';

export interface FilingFilterFacts {
  readonly stages?: readonly FilingStage[] | null;
  readonly jurisdictionCode?: string | null;
  readonly text?: string | null;
  readonly held?: boolean | null;
}

/** A page of the filings the actor may read, newest first. */
export async function findFilings(
  dataSource: DataSource,
  actor: Actor,
  filter: FilingFilterFacts,
  first: number,
  after: string | null,
): Promise<Connection<Filing>> {
  const query = () => narrowed(readable(dataSource, actor), filter);
  const rows = query()
    .orderBy('filing.id', 'DESC')
    .limit(first + 1);
  const cursor = readCursor(after, 1);
  if (cursor) rows.andWhere('filing.id < :cursor', { cursor: String(cursor[0]) });
  return toConnection(
    await rows.getMany(),
    first,
    (filing) => [filing.id],
    () => query().getCount(),
  );
}

/** One filing, if the actor may read it. */
export function findFiling(dataSource: DataSource, actor: Actor, id: string): Promise<Filing | null> {
  return readable(dataSource, actor).andWhere('filing.id = :id', { id }).getOne();
}

function readable(dataSource: DataSource, actor: Actor): SelectQueryBuilder<Filing> {
  const { everywhere, jurisdictions, units } = reach(actor, 'readFilings');
  const query = dataSource.getRepository(Filing).createQueryBuilder('filing').where('true');
  if (everywhere) return query;
  return query.andWhere('(filing.jurisdictionCode = any(:jurisdictions) or filing.unitId = any(:units))', {
    jurisdictions,
    units,
  });
}

function narrowed(query: SelectQueryBuilder<Filing>, filter: FilingFilterFacts): SelectQueryBuilder<Filing> {
  if (filter.stages?.length) query.andWhere('filing.stage = any(:stages)', { stages: filter.stages });
  if (filter.jurisdictionCode)
    query.andWhere('filing.jurisdictionCode = :code', { code: filter.jurisdictionCode });
  if (filter.held) query.andWhere('filing.held');
  if (filter.text?.trim()) {
    query.andWhere(`(position(:text in filing.contents->>'name') > 0 or filing.number = :text)`, {
      text: filter.text.trim().slice(0, 100),
    });
  }
  return query;
}
