import type { Officer } from '../identity/officer.ts';
import { performAct } from '../ledger/perform-act.ts';
import { inTransaction } from '../platform/database/data-source.ts';
import type { Office } from '../platform/office.ts';
import { FILING_PROCESS } from './filing-process.ts';
import { tellFiling } from './tell-filing.ts';

/** Takes a filing back before it is decided; it stays readable. */
export async function withdrawFiling(office: Office, officer: Officer, id: string): Promise<void> {
  const at = office.clock.now();
  await inTransaction(office.dataSource, async (tx) => {
    const filing = await performAct(tx, FILING_PROCESS, {
      act: 'withdraw',
      id,
      by: officer,
      at,
      set: { changed_at: at, decided_at: at },
    });
    await tellFiling(tx, filing, at);
  });
}
