import { decisionTextRefusals } from '#regulation/activation/decision';
import { answeredFor } from '#regulation/occupancy/gate-warnings';
import type { Officer } from '../identity/officer.ts';
import { writeLedgerEntry } from '../ledger/write-ledger-entry.ts';
import { inTransaction } from '../platform/database/data-source.ts';
import type { Office } from '../platform/office.ts';
import { tellChanges } from '../platform/outbox/tell-change.ts';
import { refuseIfAny } from '../platform/refused.ts';
import { gateRefusal, lockGates, mayActAt } from './lock-gates.ts';

/**
 * The command post settles a conflict and says how. Numbers are put right by entries of their own, never here. Answers the
 * gate it was about.
 */
export async function resolveGateConflict(
  office: Office,
  officer: Officer,
  id: string,
  resolution: string,
): Promise<string> {
  const at = office.clock.now();
  return inTransaction(office.dataSource, async (tx) => {
    const [found] = await tx.query<{ gateId: string; kind: string; resolved: boolean }[]>(
      `select activation_shelter_id as "gateId", kind, resolved_at is not null as resolved from gate_conflict
       where id = $1 for update`,
      [id],
    );
    const gate = found ? (await lockGates(tx, [found.gateId])).get(found.gateId) : undefined;
    const appointment = gate ? await mayActAt(tx, officer, 'resolveGateConflict', gate) : null;
    refuseIfAny([
      ...(found ? [] : [gateRefusal('id', 'NOT_FOUND')]),
      ...(gate && !appointment ? [gateRefusal(null, 'NO_AUTHORITY', { act: 'resolveGateConflict' })] : []),
      ...(found?.resolved && appointment ? [gateRefusal(null, 'ALREADY_DONE')] : []),
      ...(answeredFor(resolution) ? [] : [gateRefusal('reason', 'REASON_MISSING')]),
      ...decisionTextRefusals('reason', resolution),
    ]);
    if (!gate || !found) throw new Error('a missing conflict was not refused');
    await tx.query(
      `update gate_conflict set resolved_at = $2, resolved_by = $3, resolution = $4 where id = $1`,
      [id, at, officer.personId, resolution.trim()],
    );
    const { jurisdictionCode, unitId, activationId, shelterId, status } = gate;
    await writeLedgerEntry(tx, {
      process: 'occupancy',
      act: 'resolveGateConflict',
      article: null,
      at,
      by: officer,
      appointment,
      jurisdictionCode,
      subjects: [{ kind: 'shelter', id: shelterId, from: status, to: status }],
      details: { activation: activationId, conflict: id, kind: found.kind },
    });
    await tellChanges(tx, [{ topic: 'OCCUPANCY', jurisdictionCode, unitId, activationId, shelterId, at }]);
    return gate.id;
  });
}
