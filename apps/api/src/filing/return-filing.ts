import { returnRefusals } from '#regulation/filing/review';
import type { Officer } from '../identity/officer.ts';
import { performAct } from '../ledger/perform-act.ts';
import { jsonText } from '../platform/database/json-text.ts';
import { inTransaction } from '../platform/database/data-source.ts';
import type { Office } from '../platform/office.ts';
import type { ReturnReason } from './filing.entity.ts';
import { FILING_PROCESS } from './filing-process.ts';
import { tellFiling } from './tell-filing.ts';

/** Gives a filing back with every reason at once; the unit mends it and hands it in again. */
export async function returnFiling(
  office: Office,
  officer: Officer,
  id: string,
  reasons: readonly ReturnReason[],
): Promise<void> {
  const at = office.clock.now();
  const told = reasons.map(({ field, text }) => ({ field: field?.trim() || null, text: text.trim() }));
  await inTransaction(office.dataSource, async (tx) => {
    const filing = await performAct(tx, FILING_PROCESS, {
      act: 'return',
      id,
      by: officer,
      at,
      refusals: () => returnRefusals(told),
      set: { return_reasons: jsonText(told), changed_at: at },
      details: { fields: told.map(({ field }) => field) },
    });
    await tellFiling(tx, filing, at);
  });
}
