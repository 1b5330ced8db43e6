import type { ShelterContents } from '#regulation/registry/contents';
import type { DataSource } from 'typeorm';
import type { ReturnReason } from './filing.entity.ts';

/** How a filing was given back last. */
export interface LastReturn {
  /** Counts the returns of one filing from 1. */
  readonly turn: number;
  readonly returnedAt: Date;
  readonly authority: string | null;
  readonly reasons: ReturnReason[];
  readonly contents: ShelterContents | null;
}

/** The last return of each filing in the order asked, null of one never given back; one query for all. */
export async function findLastReturns(
  dataSource: DataSource,
  filingIds: readonly string[],
): Promise<(LastReturn | null)[]> {
  const rows = await dataSource.query<(LastReturn & { id: string })[]>(
    `select distinct on (given.filing_id) given.filing_id as id, given.turn, given.returned_at as "returnedAt",
            authority.name as authority, given.reasons, given.contents
     from filing_return given left join organisation authority on authority.id = given.organisation_id
     where given.filing_id = any($1) order by given.filing_id, given.turn desc`,
    [filingIds],
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return filingIds.map((id) => byId.get(id) ?? null);
}
