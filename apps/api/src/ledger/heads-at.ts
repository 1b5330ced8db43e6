import { setTimeout as pause } from 'node:timers/promises';
import type { EntityManager } from 'typeorm';
import { chainOf, headOf, reachedBy, readHeads } from './heads-file.ts';

const POLL_MS = 100;
/** Heads are signed right after their seals are committed: a sealer alive has done it long before. */
const PATIENCE_MS = 3_000;

/**
 * The signed heads as they belong to what a transaction sees: later ones are left out, and the one just being signed is
 * waited for. Called in the transaction; what it answers reads the file after it.
 */
export async function headsAt(tx: EntityManager, dataDir: string): Promise<() => Promise<Buffer>> {
  const chains = await tx.query<{ jurisdiction: string; day: string; last: number }[]>(
    `select jurisdiction_code as jurisdiction, day::text as day, max(position) as last from ledger_seal group by 1, 2`,
  );
  const lastOf = new Map(chains.map((chain) => [chainOf(chain), chain.last]));
  return async () => {
    for (let waited = 0; ; waited += POLL_MS) {
      const { lines } = await readHeads(dataDir);
      // A line that is no head goes along: the verifier is to judge it.
      const kept = lines.filter((line) => {
        const head = headOf(line);
        return !head || head.position <= (lastOf.get(chainOf(head)) ?? 0);
      });
      const reached = reachedBy(kept.map(headOf).filter((head) => head !== null));
      const signed = [...lastOf].every(([chain, last]) => reached.get(chain) === last);
      if (signed || waited >= PATIENCE_MS) return Buffer.from(kept.map((line) => `${line}\n`).join(''));
      await pause(POLL_MS);
    }
  };
}
