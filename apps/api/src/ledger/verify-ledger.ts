import { verify } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Office } from '../platform/office.ts';
import { CHAIN_START, entryHash, HASHED_COLUMNS, type HashedEntry } from './entry-hash.ts';
import { headsFile, headText, type SealedHead } from './seal-ledger.ts';
import { sealingKey } from './sealing-key.ts';

export interface LedgerVerdict {
  readonly sealed: number;
  readonly notYetSealed: number;
  /** The first thing that does not hold; null when everything does. */
  readonly broken: { readonly seq: string | null; readonly what: string } | null;
}

type Sealed = { [Column in keyof HashedEntry]: HashedEntry[Column] | null } & {
  readonly entry_seq: string;
  readonly seal_jurisdiction: string;
  readonly day: string;
  readonly position: number;
  readonly previous_hash: Buffer;
  readonly hash: Buffer;
};

const PAGE = 2_000;

/** How many acts came after the last sealed one. */
export async function countUnsealed(office: Office): Promise<number> {
  const [row] = await office.dataSource.query<{ unsealed: number }[]>(
    `select count(*)::int as unsealed from ledger_entry
     where seq > (select coalesce(max(entry_seq), 0) from ledger_seal)`,
  );
  return row?.unsealed ?? 0;
}

/** Recomputes every chain and compares it with the signed heads; names the first broken row. */
export async function verifyLedger(office: Office): Promise<LedgerVerdict> {
  const [count] = await office.dataSource.query<{ sealed: number; open: number }[]>(
    `select (select count(*)::int from ledger_seal) as sealed,
            (select count(*)::int from ledger_entry entry
              where not exists (select 1 from ledger_seal seal where seal.entry_seq = entry.seq)) as open`,
  );
  const broken = (await firstBrokenSeal(office)) ?? (await firstBrokenHead(office));
  return { sealed: count?.sealed ?? 0, notYetSealed: count?.open ?? 0, broken };
}

async function firstBrokenSeal(office: Office): Promise<LedgerVerdict['broken']> {
  let after: [string, string, number] = ['', '0001-01-01', 0];
  let chain = '';
  let previous: Buffer = CHAIN_START;
  let position = 0;
  for (;;) {
    const rows = await office.dataSource.query<Sealed[]>(
      `select seal.entry_seq::text as entry_seq, seal.jurisdiction_code as seal_jurisdiction, seal.day::text as day,
              seal.position, seal.previous_hash, seal.hash, ${HASHED_COLUMNS}
       from ledger_seal seal left join ledger_entry entry on entry.seq = seal.entry_seq
       where (seal.jurisdiction_code, seal.day, seal.position) > ($1, $2::date, $3)
       order by seal.jurisdiction_code, seal.day, seal.position limit ${PAGE}`,
      after,
    );
    for (const row of rows) {
      const key = `${row.seal_jurisdiction}\n${row.day}`;
      if (key !== chain) [chain, previous, position] = [key, CHAIN_START, 0];
      position += 1;
      const fault = faultOf(row, position, previous);
      if (fault) return { seq: row.entry_seq, what: fault };
      previous = row.hash;
    }
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return null;
    after = [last.seal_jurisdiction, last.day, last.position];
  }
}

function faultOf(row: Sealed, position: number, previous: Buffer): string | null {
  if (row.position !== position) return `the seal at position ${position} of ${row.day} is missing`;
  if (row.id === null) return 'the entry was deleted';
  if (row.jurisdiction_code !== row.seal_jurisdiction) return 'the entry was moved to another jurisdiction';
  if (!row.previous_hash.equals(previous)) return 'the seal does not stand on the one before it';
  if (!entryHash(previous, row as HashedEntry).equals(row.hash))
    return 'the entry was changed after it was sealed';
  return null;
}

async function firstBrokenHead(office: Office): Promise<LedgerVerdict['broken']> {
  const file = headsFile(office.config.dataDir);
  const heads = new Map<string, SealedHead>();
  const { publicKey } = await sealingKey(office.config.dataDir);
  for (const line of await linesOf(file)) {
    const head = JSON.parse(line) as SealedHead;
    if (!verify(null, Buffer.from(headText(head)), publicKey, Buffer.from(head.signature, 'base64'))) {
      return { seq: head.seq, what: 'the signature of a head is not ours' };
    }
    heads.set(`${head.jurisdiction}\n${head.day}`, head);
  }
  const chains = await office.dataSource.query<{ jurisdiction_code: string; day: string; seq: string }[]>(
    `select jurisdiction_code, day::text as day, min(entry_seq)::text as seq from ledger_seal group by 1, 2`,
  );
  for (const chain of chains) {
    if (heads.has(`${chain.jurisdiction_code}\n${chain.day}`)) continue;
    return { seq: chain.seq, what: `the chain of ${chain.day} has no signed head in ${file}` };
  }
  for (const head of heads.values()) {
    const [seal] = await office.dataSource.query<{ hash: Buffer }[]>(
      `select hash from ledger_seal where jurisdiction_code = $1 and day = $2 and position = $3`,
      [head.jurisdiction, head.day, head.position],
    );
    if (seal?.hash.toString('hex') !== head.hash) {
      return { seq: head.seq, what: `the chain of ${head.day} no longer reaches its signed head` };
    }
  }
  return null;
}

async function linesOf(file: string): Promise<string[]> {
  try {
    return (await readFile(file, 'utf8')).split('\n').filter(Boolean);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
