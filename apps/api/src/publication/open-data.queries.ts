import { staleBefore, type NearestConfig } from '#regulation/publication/eligibility';
import type { DataSource } from 'typeorm';
import type { OpenRow } from './open-data.ts';
import { publicProjection } from './public-projection.ts';
import { ANNOUNCED, PUBLIC_FROM, PUBLISHED, rowColumns, type PublicSource } from './public-rows.ts';

/** The public shelters by code, after the one given. */
export async function findOpenRows(dataSource: DataSource, after: string, most: number): Promise<OpenRow[]> {
  const arm = (source: PublicSource, contents: string) =>
    `(select ${source.columns}, ${contents} as contents from ${PUBLIC_FROM}
      where ${source.condition} and p.code > $1 order by p.code limit ${most})`;
  const rows = await dataSource.query<{ found: OpenRow }[]>(
    `select row_to_json(found) as found from (
       select ${rowColumns('shown')}, shown.contents
       from (${arm(PUBLISHED, 'p.contents')} union all ${arm(ANNOUNCED, publicProjection('s.contents'))}) shown
       left join edition e on e.number = shown.edition_number
       order by shown.code limit ${most}) found`,
    [after],
  );
  return rows.map(({ found }) => found);
}

/**
 * Changes whenever a file of the public shelters would: with the editions, with what the shelters are doing, and when
 * what was confirmed becomes stale.
 */
export async function publicFingerprint(
  dataSource: DataSource,
  at: Date,
  config: Pick<NearestConfig, 'staleHours'>,
): Promise<string> {
  const before = staleBefore(at.getTime(), config);
  const [row] = await dataSource.query<{ fingerprint: string }[]>(
    `select coalesce((select max(number) from edition), 0) || '-' || count(*) || '-' || coalesce(sum(hashtextextended(
         concat_ws('|', p.code, p.status, s.version, s.operational_status, s.last_confirmed_at at time zone 'UTC',
           s.last_confirmed_at < $1, s.last_confirmed_at < $2), 0)), 0) || '-' ||
         coalesce((select string_agg(distinct jurisdiction_code, ',') from live_situation), '') as fingerprint
     from ${PUBLIC_FROM}
     where (${PUBLISHED.condition}) or (${ANNOUNCED.condition})`,
    [new Date(before.QUIET), new Date(before.LIVE)],
  );
  if (!row) throw new Error('a count answered no row');
  return row.fingerprint;
}
