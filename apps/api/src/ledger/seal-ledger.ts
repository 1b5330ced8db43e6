import { sign } from 'node:crypto';
import { appendFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { EntityManager } from 'typeorm';
import { inTransaction } from '../platform/database/data-source.ts';
import type { Office } from '../platform/office.ts';
import { CHAIN_START, entryHash, HASHED_COLUMNS, type HashedEntry } from './entry-hash.ts';
import { sealingKey } from './sealing-key.ts';

/** Entries chained in one go: bounds the time the seal lock is held. */
const BATCH = 500;
/** Any constant: only one sealer at a time, in whichever process. */
const SEAL_LOCK = 718_281_828;

/** One line of heads.jsonl: how far a chain had come, signed, outside the database. */
export interface SealedHead {
  readonly jurisdiction: string;
  readonly day: string;
  readonly position: number;
  readonly seq: string;
  readonly hash: string;
  readonly signature: string;
}

type Unsealed = HashedEntry & { readonly day: string };

export function headsFile(dataDir: string): string {
  return join(dataDir, 'ledger', 'heads.jsonl');
}

export function headText(head: Omit<SealedHead, 'signature'>): string {
  return [head.jurisdiction, head.day, head.position, head.seq, head.hash].join('\n');
}

/**
 * Chains committed entries that are not yet sealed, per jurisdiction and civil day, and signs the new heads into a file.
 * Runs after commit so that no writer ever waits for another's hash. Answers how many it sealed.
 */
export async function sealLedger(office: Office): Promise<number> {
  const heads = new Map<string, Omit<SealedHead, 'signature'>>();
  const sealed = await inTransaction(office.dataSource, async (tx) => {
    await tx.query(`select pg_advisory_xact_lock($1)`, [SEAL_LOCK]);
    const entries = await tx.query<Unsealed[]>(
      `select ${HASHED_COLUMNS}, to_char(entry.at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day
       from ledger_entry entry
       where not exists (select 1 from ledger_seal seal where seal.entry_seq = entry.seq)
       order by entry.seq limit ${BATCH}`,
    );
    await chain(tx, entries, heads);
    return entries.length;
  });
  if (heads.size > 0) await signHeads(office.config.dataDir, [...heads.values()]);
  return sealed;
}

async function chain(
  tx: EntityManager,
  entries: Unsealed[],
  heads: Map<string, Omit<SealedHead, 'signature'>>,
) {
  const rows: [string, string, string, number, Buffer, Buffer][] = [];
  for (const entry of entries) {
    const key = `${entry.jurisdiction_code}\n${entry.day}`;
    const last = heads.get(key) ?? (await lastSeal(tx, entry.jurisdiction_code, entry.day));
    const previous = last ? Buffer.from(last.hash, 'hex') : CHAIN_START;
    const hash = entryHash(previous, entry);
    const position = (last?.position ?? 0) + 1;
    rows.push([entry.seq, entry.jurisdiction_code, entry.day, position, previous, hash]);
    heads.set(key, {
      jurisdiction: entry.jurisdiction_code,
      day: entry.day,
      position,
      seq: entry.seq,
      hash: hash.toString('hex'),
    });
  }
  if (rows.length === 0) return;
  await tx.query(
    `insert into ledger_seal (entry_seq, jurisdiction_code, day, position, previous_hash, hash)
     select * from unnest($1::bigint[], $2::text[], $3::date[], $4::int[], $5::bytea[], $6::bytea[])`,
    [0, 1, 2, 3, 4, 5].map((column) => rows.map((row) => row[column as 0])),
  );
}

async function lastSeal(tx: EntityManager, jurisdiction: string, day: string) {
  const [row] = await tx.query<{ position: number; seq: string; hash: Buffer }[]>(
    `select position, entry_seq::text as seq, hash from ledger_seal
     where jurisdiction_code = $1 and day = $2 order by position desc limit 1`,
    [jurisdiction, day],
  );
  return row
    ? { jurisdiction, day, position: row.position, seq: row.seq, hash: row.hash.toString('hex') }
    : undefined;
}

async function signHeads(dataDir: string, heads: Omit<SealedHead, 'signature'>[]): Promise<void> {
  const key = await sealingKey(dataDir);
  const lines = heads.map((head) => {
    const signature = sign(null, Buffer.from(headText(head)), key.privateKey).toString('base64');
    return JSON.stringify({ ...head, signature });
  });
  await mkdir(join(dataDir, 'ledger'), { recursive: true });
  await appendFile(headsFile(dataDir), lines.join('\n') + '\n', { flush: true });
}
