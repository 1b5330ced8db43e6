import { remarkRefusals } from '#regulation/filing/review';
import { blocking } from '#regulation/refusal';
import type { Officer } from '../identity/officer.ts';
import { performAct } from '../ledger/perform-act.ts';
import { jsonText } from '../platform/database/json-text.ts';
import { inTransaction } from '../platform/database/data-source.ts';
import type { Office } from '../platform/office.ts';
import { FILING_PROCESS } from './filing-process.ts';
import { lockAndJudgeFiling } from './judge-filing.ts';
import { tellFiling } from './tell-filing.ts';

/**
 * Hands a filing in. Refused with every gap at once (Art. 14); advice goes along for the reviewer, and so do the unit's own
 * words. Each time anew: a note left out is none.
 */
export async function submitFiling(
  office: Office,
  officer: Officer,
  id: string,
  note: string | null = null,
): Promise<void> {
  const at = office.clock.now();
  await inTransaction(office.dataSource, async (tx) => {
    const judged = await lockAndJudgeFiling(tx, id, at);
    const findings = judged?.findings ?? [];
    const filing = await performAct(tx, FILING_PROCESS, {
      act: 'submit',
      id,
      by: officer,
      at,
      refusals: () => [...blocking(findings), ...remarkRefusals(note, 'submitNote')],
      set: {
        submitted_at: at,
        changed_at: at,
        return_reasons: null,
        findings: jsonText(findings),
        submit_note: note?.trim() || null,
      },
      details: { revision: judged?.filing.revision ?? 0, advice: findings.map((finding) => finding.code) },
    });
    await tellFiling(tx, filing, at);
  });
}
