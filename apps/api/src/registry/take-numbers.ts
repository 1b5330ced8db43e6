import type { EntityManager } from 'typeorm';

/**
 * Takes the next `count` numbers of a series in the caller's transaction and answers the first of them.
 * The row stays locked until commit, so numbers have no holes and nobody gets one twice.
 */
export async function takeNumbers(
  tx: EntityManager,
  series: 'SHELTER' | 'FILING',
  jurisdictionCode: string,
  year: number,
  count = 1,
): Promise<number> {
  const [row] = await tx.query<{ last: number }[]>(
    `insert into number_counter as counter (series, jurisdiction_code, year, last) values ($1, $2, $3, $4)
     on conflict (series, jurisdiction_code, year) do update set last = counter.last + excluded.last
     returning last`,
    [series, jurisdictionCode, year, count],
  );
  if (!row) throw new Error('no number was given');
  return row.last - count + 1;
}

/** Shelter codes count without regard to the year. */
export const EVERY_YEAR = 0;
