import { mayPerform } from '#regulation/authority';
import { judgeAct } from '#regulation/act-table';
import { civilDateOf } from '#regulation/civil-date';
import type { FacilityType } from '#regulation/enumerations';
import { MAINTENANCE_ACTS } from '#regulation/maintenance/acts';
import type { ToldMaintainer } from '#regulation/maintenance/arrangement';
import { determinationRefusals } from '#regulation/maintenance/determination';
import type { Refusal } from '#regulation/refusal';
import type { EntityManager } from 'typeorm';
import type { Officer } from '../identity/officer.ts';
import { performAct } from '../ledger/perform-act.ts';
import { inTransaction } from '../platform/database/data-source.ts';
import type { Office } from '../platform/office.ts';
import { tellChanges } from '../platform/outbox/tell-change.ts';
import { refuseIfAny } from '../platform/refused.ts';
import { refuseUnknownFiles } from '../registry/own-files.ts';
import { endEarlier } from './enter-arrangement.ts';
import { MAINTENANCE_PROCESS } from './maintenance-process.ts';
import { nameOfMaintainer } from './name-of-maintainer.ts';
import { lockFacility } from './stand-of-facility.ts';

export interface ToldMaintenanceDetermination extends ToldMaintainer {
  readonly shelterId: string;
  readonly facilityType: FacilityType;
  readonly decisionNumber: string;
  readonly reason: string;
  /** Civil date, as it is said. */
  readonly on: string;
  readonly fileId: string | null;
}

/**
 * Art. 17: the EM department of the same level, or the committee, determines who maintains where the two could not agree,
 * and only there. What was in force until now ends with it. The same determination sent again by the same person is done.
 */
export async function determineMaintenance(
  office: Office,
  officer: Officer,
  told: ToldMaintenanceDetermination,
): Promise<void> {
  const at = office.clock.now();
  await inTransaction(office.dataSource, async (tx) => {
    const { shelterId, facilityType } = told;
    const stand = await lockFacility(tx, shelterId, facilityType);
    if (await isDone(tx, told, officer.personId)) return;
    const appointment = stand && mayPerform(officer, 'determineMaintenance', stand.subject);
    refuseIfAny([
      ...(stand
        ? judgeAct(MAINTENANCE_ACTS, 'determineMaintenance', 'DISAGREED', appointment !== null)
        : [NO_SHELTER]),
      ...determinationRefusals({ ...told, disagreedOn: stand?.disagreedOn ?? null }, civilDateOf(at)),
    ]);
    if (!stand || !appointment || stand.waitingId === null)
      throw new Error('a determination without authority or disagreement was not refused');
    await refuseUnknownFiles(tx, officer.personId, told.fileId ? [told.fileId] : [], []);
    await endEarlier(tx, officer, appointment, at, [stand.inForceId]);
    const { jurisdictionCode, unitId } = await performAct(tx, MAINTENANCE_PROCESS, {
      act: 'determineMaintenance',
      id: stand.waitingId,
      by: officer,
      at,
      set: {
        party: told.party,
        maintainer_name: nameOfMaintainer(told, stand.unitName, stand.waitingOwner ?? ''),
        determined_on: told.on,
        decision_number: told.decisionNumber.trim(),
        determination_reason: told.reason.trim(),
        determination_file_id: told.fileId,
        determined_at: at,
        determined_by: officer.personId,
        determined_by_organisation_id: appointment.organisationId,
      },
      details: { shelterId, facilityType, on: told.on, party: told.party, level: stand.subject.level },
    });
    await tellChanges(tx, [{ topic: 'UPKEEP', jurisdictionCode, unitId, shelterId, at }]);
  });
}

async function isDone(
  tx: EntityManager,
  { shelterId, facilityType, decisionNumber }: ToldMaintenanceDetermination,
  personId: string,
): Promise<boolean> {
  const [done] = await tx.query<unknown[]>(
    `select 1 from maintenance_arrangement
     where shelter_id = $1 and facility_type = $2 and stage = 'DETERMINED' and determined_by = $3 and decision_number = $4`,
    [shelterId, facilityType, personId, decisionNumber.trim()],
  );
  return done !== undefined;
}

const NO_SHELTER: Refusal = {
  rule: 'subject-exists',
  article: null,
  field: 'shelterId',
  code: 'NOT_FOUND',
  params: {},
};
