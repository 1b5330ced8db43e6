import type { Actor } from '#regulation/actor';
import { reach } from '#regulation/authority';
import { addDays, civilDateOf, type CivilDate } from '#regulation/civil-date';
import type { FilingStage } from '#regulation/enumerations';
import { lastDayLate } from '#regulation/filing/review-deadline';
import type { DataSource, SelectQueryBuilder } from 'typeorm';
import { readCursor, toConnection, type Connection } from '../platform/graphql/connection.ts';
import type { Office } from '../platform/office.ts';
import { Filing } from './filing.entity.ts';

export interface FilingFilterFacts {
  readonly stages?: readonly FilingStage[] | null;
  readonly jurisdictionCode?: string | null;
  readonly text?: string | null;
  readonly held?: boolean | null;
  readonly reviewLate?: boolean | null;
}

/** NEWEST: begun last first. LONGEST_WAITING: whose turn it is next, by the last act or save; submitted ones rest from then on. */
export const FILING_ORDERS = ['NEWEST', 'LONGEST_WAITING'] as const;
export type FilingOrder = (typeof FILING_ORDERS)[number];

/** A page of the filings the actor may read. */
export async function findFilings(
  { dataSource, clock, config }: Office,
  actor: Actor,
  filter: FilingFilterFacts,
  order: FilingOrder,
  first: number,
  after: string | null,
): Promise<Connection<Filing>> {
  const today = civilDateOf(clock.now());
  const lateUntil = lastDayLate(today, { workingDays: config.reviewWorkingDays });
  const query = () => narrowed(readable(dataSource, actor), filter, lateUntil);
  const rows = query().limit(first + 1);
  if (order === 'NEWEST') {
    const [id] = readCursor(after, 1) ?? [];
    if (id !== undefined) rows.andWhere('filing.id < :id', { id: String(id) });
    rows.orderBy('filing.id', 'DESC');
  } else {
    const [since, id] = readCursor(after, 2) ?? [];
    if (typeof since === 'number' && id !== undefined) {
      const passed = { since: new Date(since), id: String(id) };
      rows.andWhere('(filing.changedAt, filing.id) > (:since, :id)', passed);
    }
    rows.orderBy('filing.changedAt').addOrderBy('filing.id');
  }
  return toConnection(
    await rows.getMany(),
    first,
    ({ id, changedAt }) => (order === 'NEWEST' ? [id] : [changedAt.getTime(), id]),
    () => query().getCount(),
  );
}

/** One filing, if the actor may read it. */
export function findFiling(dataSource: DataSource, actor: Actor, id: string): Promise<Filing | null> {
  return readable(dataSource, actor).andWhere('filing.id = :id', { id }).getOne();
}

/** Filings in the order asked, null where there is none the actor may read; one query for all. */
export async function findFilingsById(
  dataSource: DataSource,
  actor: Actor,
  ids: readonly string[],
): Promise<(Filing | null)[]> {
  const found = await readable(dataSource, actor).andWhere('filing.id = any(:ids)', { ids }).getMany();
  const byId = new Map(found.map((filing) => [filing.id, filing]));
  return ids.map((id) => byId.get(id) ?? null);
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

function narrowed(
  query: SelectQueryBuilder<Filing>,
  filter: FilingFilterFacts,
  lateUntil: CivilDate,
): SelectQueryBuilder<Filing> {
  if (filter.stages?.length) query.andWhere('filing.stage = any(:stages)', { stages: filter.stages });
  if (filter.jurisdictionCode)
    query.andWhere('filing.jurisdictionCode = :code', { code: filter.jurisdictionCode });
  if (filter.held) query.andWhere('filing.held');
  if (filter.reviewLate) {
    const before = new Date(`${addDays(lateUntil, 1)}T00:00:00+08:00`);
    query.andWhere(`filing.stage = 'SUBMITTED' and filing.submittedAt < :before`, { before });
  }
  if (filter.text?.trim()) {
    query.andWhere(`(position(:text in filing.contents->>'name') > 0 or filing.number = :text)`, {
      text: filter.text.trim().slice(0, 100),
    });
  }
  return query;
}
