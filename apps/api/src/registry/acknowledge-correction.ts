import { ACTS, mayPerform } from '#regulation/authority';
import type { Refusal } from '#regulation/refusal';
import type { Officer } from '../identity/officer.ts';
import { writeLedgerEntry } from '../ledger/write-ledger-entry.ts';
import { inTransaction } from '../platform/database/data-source.ts';
import type { Office } from '../platform/office.ts';
import { tellChanges } from '../platform/outbox/tell-change.ts';
import { refuseIfAny } from '../platform/refused.ts';
import { CorrectionNotice } from './correction-notice.entity.ts';
import type { VersionKey } from './shelter.queries.ts';

/**
 * The unit says that it has read a correction ex officio. Said again, by whomever of the unit, it stays as it was first
 * said. Throws ActRefused when there is none, or it was told to another unit.
 */
export async function acknowledgeCorrection(
  office: Office,
  officer: Officer,
  { shelterId, version }: VersionKey,
): Promise<CorrectionNotice> {
  const at = office.clock.now();
  return inTransaction(office.dataSource, async (tx) => {
    const notice = await tx
      .getRepository(CorrectionNotice)
      .findOne({ where: { shelterId, version }, lock: { mode: 'pessimistic_write' } });
    if (!notice) refuseIfAny([refusal('version', 'NOT_FOUND', { process: 'shelter' })]);
    if (!notice) throw new Error('a missing notice was not refused');
    const { jurisdictionCode, unitId } = notice;
    const appointment = mayPerform(officer, 'acknowledgeCorrection', notice);
    if (!appointment) refuseIfAny([refusal(null, 'NO_AUTHORITY', { act: 'acknowledgeCorrection' })]);
    if (notice.readAt !== null) return notice;
    const read = { readAt: at, readBy: officer.personId };
    await tx.getRepository(CorrectionNotice).update({ shelterId, version }, read);
    await writeLedgerEntry(tx, {
      process: 'shelter',
      act: 'acknowledgeCorrection',
      article: ACTS.acknowledgeCorrection.article,
      at,
      by: officer,
      appointment,
      jurisdictionCode,
      subjects: [{ kind: 'shelter', id: shelterId, from: `v${version}`, to: `v${version}` }],
      details: {},
    });
    await tellChanges(tx, [{ topic: 'FILING', jurisdictionCode, unitId, shelterId, at }]);
    return { ...notice, ...read };
  });
}

function refusal(field: string | null, code: Refusal['code'], params: Refusal['params']): Refusal {
  return { rule: 'acknowledge-correction', article: null, field, code, params };
}
