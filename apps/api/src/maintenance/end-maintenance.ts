import type { FacilityType, MaintenanceStage } from '#regulation/enumerations';
import type { Refusal } from '#regulation/refusal';
import { TEXT_LIMITS } from '#regulation/registry/text-limits';
import type { EntityManager } from 'typeorm';
import type { Officer } from '../identity/officer.ts';
import { performAct } from '../ledger/perform-act.ts';
import { inTransaction } from '../platform/database/data-source.ts';
import type { Office } from '../platform/office.ts';
import { tellChanges } from '../platform/outbox/tell-change.ts';
import { MAINTENANCE_PROCESS } from './maintenance-process.ts';
import { lockFacility } from './stand-of-facility.ts';

/**
 * Ends an arrangement with a reason and without a successor: the facility changed hands, or the entry was a mistake. What was
 * determined is lifted by whoever may determine, not by a party.
 */
export async function endMaintenance(
  office: Office,
  officer: Officer,
  id: string,
  reason: string,
): Promise<void> {
  const at = office.clock.now();
  await inTransaction(office.dataSource, async (tx) => {
    const found = await lockArrangement(tx, id);
    const { jurisdictionCode, unitId } = await performAct(tx, MAINTENANCE_PROCESS, {
      act: found?.stage === 'DETERMINED' ? 'liftDetermination' : 'endMaintenance',
      id,
      by: officer,
      at,
      refusals: () => reasonRefusals(reason),
      set: { ended_at: at, ended_reason: reason.trim() },
      details: { shelterId: found?.shelterId, facilityType: found?.facilityType },
    });
    const shelterId = found?.shelterId ?? null;
    await tellChanges(tx, [{ topic: 'UPKEEP', jurisdictionCode, unitId, shelterId, at }]);
  });
}

/** The facility first, as everybody who arranges its maintenance does; its stage is read under that lock. */
async function lockArrangement(
  tx: EntityManager,
  id: string,
): Promise<{ shelterId: string; facilityType: FacilityType; stage: MaintenanceStage } | undefined> {
  const read = () =>
    tx.query<{ shelterId: string; facilityType: FacilityType; stage: MaintenanceStage }[]>(
      `select shelter_id as "shelterId", facility_type as "facilityType", stage from maintenance_arrangement where id = $1`,
      [id],
    );
  const [found] = await read();
  if (!found) return undefined;
  await lockFacility(tx, found.shelterId, found.facilityType);
  return (await read())[0];
}

function reasonRefusals(reason: string): Refusal[] {
  const length = reason.trim().length;
  const limit = TEXT_LIMITS.reason;
  const refusal = (code: Refusal['code'], params: Refusal['params']): Refusal[] => [
    { rule: 'maintenance/end', article: null, field: 'reason', code, params },
  ];
  if (length === 0) return refusal('REASON_MISSING', {});
  return length > limit ? refusal('REASON_TOO_LONG', { limit, length }) : [];
}
