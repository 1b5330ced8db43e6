import { sign } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { inTransaction } from '../platform/database/data-source.ts';
import type { Office } from '../platform/office.ts';
import { CHAIN_START, entryHash, HASHED_COLUMNS, type HashedEntry } from './entry-hash.ts';
import { appendHeads, chainOf, headOf, headText, reachedBy, readHeads, type Head } from './heads-file.ts';
import { sealingKey } from './sealing-key.ts';

/** Entries chained in one go: bounds the time the seal lock is held. */
const BATCH = 500;
/** Any constant: only one sealer at a time, in whichever process. */
const SEAL_LOCK = 718_281_828;

/** The last sealing whose heads this process knows to be in the file. */
const written = new WeakMap<Office, string>();

type Unsealed = HashedEntry & { readonly day: string };

/**
 * Chains committed entries that are not yet sealed, per jurisdiction and civil day, and signs the new heads into a file.
 * Runs after commit so that no writer ever waits for another's hash. A sealing begins by writing the heads that the one
 * before it could not, so that at most one sealing ever lacks them. Answers how many entries it sealed.
 */
export async function sealLedger(office: Office): Promise<number> {
  const { dataDir } = office.config;
  const sealed = await whileOthersWait(office, async (tx) => {
    const last = await lastSealing(tx);
    if (written.get(office) !== last) {
      await signHeads(dataDir, await notInFile(dataDir, await headsOf(tx, last)));
      written.set(office, last);
    }
    const entries = await tx.query<Unsealed[]>(
      `select ${HASHED_COLUMNS}, to_char(entry.at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day
       from ledger_entry entry
       where not exists (select 1 from ledger_seal seal where seal.entry_seq = entry.seq)
       order by entry.seq limit ${BATCH}`,
    );
    await chain(tx, entries, BigInt(last) + 1n);
    return entries.length;
  });
  if (sealed === 0) return 0;
  await whileOthersWait(office, async (tx) => {
    const last = await lastSealing(tx);
    await signHeads(dataDir, await headsOf(tx, last));
    written.set(office, last);
  });
  return sealed;
}

function whileOthersWait<Result>(
  office: Office,
  work: (tx: EntityManager) => Promise<Result>,
): Promise<Result> {
  return inTransaction(office.dataSource, async (tx) => {
    await tx.query(`select pg_advisory_xact_lock($1)`, [SEAL_LOCK]);
    return work(tx);
  });
}

/** Its number; 0 before the first. */
async function lastSealing(tx: EntityManager): Promise<string> {
  const [row] = await tx.query<{ last: string }[]>(
    `select coalesce(max(sealing), 0)::text as last from ledger_seal`,
  );
  return row?.last ?? '0';
}

async function chain(tx: EntityManager, entries: Unsealed[], sealing: bigint): Promise<void> {
  const heads = new Map<string, Head>();
  const rows: [string, string, string, number, Buffer, Buffer][] = [];
  for (const entry of entries) {
    const key = chainOf({ jurisdiction: entry.jurisdiction_code, day: entry.day });
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
    `insert into ledger_seal (entry_seq, jurisdiction_code, day, position, previous_hash, hash, sealing)
     select *, $7::bigint from unnest($1::bigint[], $2::text[], $3::date[], $4::int[], $5::bytea[], $6::bytea[])`,
    [...[0, 1, 2, 3, 4, 5].map((column) => rows.map((row) => row[column as 0])), sealing.toString()],
  );
}

async function lastSeal(tx: EntityManager, jurisdiction: string, day: string): Promise<Head | undefined> {
  const [row] = await tx.query<{ position: number; seq: string; hash: Buffer }[]>(
    `select position, entry_seq::text as seq, hash from ledger_seal
     where jurisdiction_code = $1 and day = $2 order by position desc limit 1`,
    [jurisdiction, day],
  );
  return row
    ? { jurisdiction, day, position: row.position, seq: row.seq, hash: row.hash.toString('hex') }
    : undefined;
}

/** How far a sealing brought each chain. */
function headsOf(tx: EntityManager, sealing: string): Promise<Head[]> {
  return tx.query<Head[]>(
    `select distinct on (jurisdiction_code, day) jurisdiction_code as jurisdiction, day::text as day, position,
            entry_seq::text as seq, encode(hash, 'hex') as hash
     from ledger_seal where sealing = $1 order by jurisdiction_code, day, position desc`,
    [sealing],
  );
}

/** Heads further than their chain has come in the file. Where the file is ahead, `ledger:verify` says what is wrong. */
async function notInFile(dataDir: string, heads: readonly Head[]): Promise<Head[]> {
  const { lines } = await readHeads(dataDir);
  const reached = reachedBy(lines.flatMap((line) => headOf(line) ?? []));
  return heads.filter((head) => (reached.get(chainOf(head)) ?? 0) < head.position);
}

async function signHeads(dataDir: string, heads: readonly Head[]): Promise<void> {
  if (heads.length === 0) return;
  const { privateKey } = await sealingKey(dataDir);
  const signed = heads.map((head) => {
    const signature = sign(null, Buffer.from(headText(head)), privateKey).toString('base64');
    return { ...head, signature };
  });
  await appendHeads(dataDir, signed);
}
