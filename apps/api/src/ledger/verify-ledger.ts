import { verify } from 'node:crypto';
import type { Office } from '../platform/office.ts';
import { CHAIN_START, entryHash, HASHED_COLUMNS, type HashedEntry } from './entry-hash.ts';
import {
  chainOf,
  headOf,
  headsFile,
  headText,
  reachedBy,
  readHeads,
  type Head,
  type SealedHead,
} from './heads-file.ts';
import { sealingKey } from './sealing-key.ts';

export interface LedgerVerdict {
  readonly sealed: number;
  readonly notYetSealed: number;
  /** Chains whose last head is not in the file yet: the next sealing writes it. */
  readonly headsNotWritten: number;
  /** The writing of the heads was cut short: the next sealing mends the line. */
  readonly tornLine: boolean;
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

/** A chain as the database has it: how far it came, and how far its head must be in the file. */
type Chain = Pick<Head, 'jurisdiction' | 'day' | 'seq'> & { readonly last: number; readonly due: number };

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
  const brokenSeal = await firstBrokenSeal(office);
  const { broken: brokenHead, ...heads } = await judgeHeads(office);
  return {
    sealed: count?.sealed ?? 0,
    notYetSealed: count?.open ?? 0,
    ...heads,
    broken: brokenSeal ?? brokenHead,
  };
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

interface HeadsVerdict {
  readonly broken: LedgerVerdict['broken'];
  readonly headsNotWritten: number;
  readonly tornLine: boolean;
}

/**
 * Compares every signed head with its seal, and every chain with its head. Only the heads of the very last sealing may
 * be missing: the sealer was stopped between its commit and its file, and its next run writes them first.
 */
async function judgeHeads(office: Office): Promise<HeadsVerdict> {
  // Asked before the file is read: what must be in the file was there when this was asked.
  const chains = await office.dataSource.query<Chain[]>(
    `select jurisdiction_code as jurisdiction, day::text as day, min(entry_seq)::text as seq, max(position) as last,
            coalesce(max(position) filter
              (where sealing is distinct from (select coalesce(max(sealing), 0) from ledger_seal)), 0) as due
     from ledger_seal group by 1, 2 order by 1, 2`,
  );
  const { lines, torn: tornLine } = await readHeads(office.config.dataDir);
  const heads = lines.map(headOf);
  const forged = await firstForgedHead(office, heads);
  if (forged) return { broken: forged, headsNotWritten: 0, tornLine };
  const reached = reachedBy(heads.filter((head) => head !== null));
  const gone = chains.find((chain) => (reached.get(chainOf(chain)) ?? 0) < chain.due);
  const what = `${headsFile(office.config.dataDir)} lost the signed head of the chain of ${gone?.day}`;
  return {
    broken: gone ? { seq: gone.seq, what } : null,
    headsNotWritten: chains.filter((chain) => (reached.get(chainOf(chain)) ?? 0) < chain.last).length,
    tornLine,
  };
}

/** The first line that is no head, not signed by us, or not what the chain says at that place. */
async function firstForgedHead(
  office: Office,
  heads: readonly (SealedHead | null)[],
): Promise<LedgerVerdict['broken']> {
  const { publicKey } = await sealingKey(office.config.dataDir);
  for (let from = 0; from < heads.length; from += PAGE) {
    const page = heads.slice(from, from + PAGE);
    for (const [index, head] of page.entries()) {
      if (head === null) {
        return {
          seq: null,
          what: `line ${from + index + 1} of ${headsFile(office.config.dataDir)} is no head`,
        };
      }
      if (!verify(null, Buffer.from(headText(head)), publicKey, Buffer.from(head.signature, 'base64'))) {
        return { seq: head.seq, what: 'the signature of a head is not ours' };
      }
    }
    const signed = page.filter((head) => head !== null);
    const seals = await office.dataSource.query<{ hash: string | null }[]>(
      `select encode(seal.hash, 'hex') as hash
       from unnest($1::text[], $2::date[], $3::int[]) with ordinality as head (jurisdiction, day, position, line)
       left join ledger_seal seal
         on seal.jurisdiction_code = head.jurisdiction and seal.day = head.day and seal.position = head.position
       order by head.line`,
      [
        signed.map((head) => head.jurisdiction),
        signed.map((head) => head.day),
        signed.map((head) => head.position),
      ],
    );
    const cut = signed.find((head, index) => seals[index]?.hash !== head.hash);
    if (cut) return { seq: cut.seq, what: `the chain of ${cut.day} no longer reaches its signed head` };
  }
  return null;
}
