import type { EntityManager } from 'typeorm';

/** What is counted: shelters, filings, divisions that lists from elsewhere name, decisions, exercises. */
export type Series = 'SHELTER' | 'FILING' | 'DIVISION' | 'ACTIVATION' | 'EXERCISE';

/**
 * Takes the next `count` numbers of a series in the caller's transaction and answers the first of them.
 * The row stays locked until commit, so numbers have no holes and nobody gets one twice.
 */
export async function takeNumbers(
  tx: EntityManager,
  series: Series,
  jurisdictionCode: string,
  year: number,
  count = 1,
): Promise<number> {
  const first = await takeNumbersOfEach(tx, series, year, new Map([[jurisdictionCode, count]]));
  const number = first.get(jurisdictionCode);
  if (number === undefined) throw new Error('no number was given');
  return number;
}

/**
 * takeNumbers for many jurisdictions at once, locked in the order of their codes. `counts` says how many each needs;
 * answers the first number of each.
 */
export async function takeNumbersOfEach(
  tx: EntityManager,
  series: Series,
  year: number,
  counts: ReadonlyMap<string, number>,
): Promise<Map<string, number>> {
  const codes = [...counts.keys()].toSorted();
  const rows = await tx.query<{ jurisdiction_code: string; last: number }[]>(
    `insert into number_counter as counter (series, jurisdiction_code, year, last)
     select $1, code, $2, count from unnest($3::text[], $4::int[]) as wanted (code, count) order by code
     on conflict (series, jurisdiction_code, year) do update set last = counter.last + excluded.last
     returning jurisdiction_code, last`,
    [series, year, codes, codes.map((code) => counts.get(code))],
  );
  return new Map(rows.map(({ jurisdiction_code: code, last }) => [code, last - (counts.get(code) ?? 0) + 1]));
}

/** Shelter codes count without regard to the year. */
export const EVERY_YEAR = 0;
