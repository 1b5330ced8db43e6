import { createHash } from 'node:crypto';

/** A ledger row as it is hashed: every column that was written, in a fixed order. */
export interface HashedEntry {
  readonly seq: string;
  readonly id: string;
  readonly at: string;
  readonly process: string;
  readonly act: string;
  readonly article: number | null;
  readonly jurisdiction_code: string;
  readonly person_id: string | null;
  readonly role: string;
  readonly organisation_id: string | null;
  readonly subjects: string;
  readonly details: string;
}

/** The columns as text the database gives the same way for ever (jsonb prints in one normal form). */
export const HASHED_COLUMNS = `entry.seq::text as seq, entry.id::text as id,
  to_char(entry.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
  entry.process, entry.act, entry.article, entry.jurisdiction_code, entry.person_id::text as person_id, entry.role,
  entry.organisation_id::text as organisation_id, entry.subjects::text as subjects, entry.details::text as details`;

/** What the first entry of a chain stands on. */
export const CHAIN_START = Buffer.alloc(32);

/** SHA-256 over the previous hash and the row. */
export function entryHash(previous: Buffer, entry: HashedEntry): Buffer {
  const row = JSON.stringify([
    entry.seq,
    entry.id,
    entry.at,
    entry.process,
    entry.act,
    entry.article,
    entry.jurisdiction_code,
    entry.person_id,
    entry.role,
    entry.organisation_id,
    entry.subjects,
    entry.details,
  ]);
  return createHash('sha256').update(previous).update(row).digest();
}
