import { mayPerform } from '#regulation/authority';
import { FILING_ACT_NAMES } from '#regulation/filing/acts';
import { returnRefusals } from '#regulation/filing/review';
import type { EntityManager } from 'typeorm';
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
    const under = mayPerform(officer, FILING_ACT_NAMES.return, filing);
    await keepReturn(tx, id, { at, organisationId: under?.organisationId ?? null, reasons: told });
    await tellFiling(tx, filing, at);
  });
}

interface KeptReturn {
  readonly at: Date;
  readonly organisationId: string | null;
  readonly reasons: readonly ReturnReason[];
}

/** The filing forgets its reasons when it is handed in again; the record does not. The act holds the row. */
async function keepReturn(
  tx: EntityManager,
  id: string,
  { at, organisationId, reasons }: KeptReturn,
): Promise<void> {
  await tx.query(
    `insert into filing_return (filing_id, turn, returned_at, organisation_id, name, reasons, contents)
     select id, 1 + (select count(*) from filing_return earlier where earlier.filing_id = filing.id), $2, $3,
            contents->>'name', $4, contents
     from filing where id = $1`,
    [id, at, organisationId, jsonText(reasons)],
  );
}
