import { judgeAct } from '#regulation/act-table';
import type { Appointment } from '#regulation/actor';
import { mayPerform } from '#regulation/authority';
import type { FacilityType, MaintenanceParty } from '#regulation/enumerations';
import { MAINTENANCE_ACTS } from '#regulation/maintenance/acts';
import type { PlacedArrangement } from '#regulation/maintenance/standing';
import type { Refusal } from '#regulation/refusal';
import type { EntityManager } from 'typeorm';
import type { Officer } from '../identity/officer.ts';
import { performActs } from '../ledger/perform-act.ts';
import { writeLedgerEntry } from '../ledger/write-ledger-entry.ts';
import { tellChanges } from '../platform/outbox/tell-change.ts';
import { ActRefused, refuseIfAny } from '../platform/refused.ts';
import { refuseUnknownFiles } from '../registry/own-files.ts';
import { MAINTENANCE_PROCESS } from './maintenance-process.ts';
import { lockFacility, type FacilityStand } from './stand-of-facility.ts';

type Entry = 'recordMaintenanceAgreement' | 'recordMaintenanceDisagreement';

/** An agreement or a disagreement as it comes in. */
export interface EnteredArrangement {
  /** The client's own key: sent again, it names the same record. */
  readonly id: string;
  readonly shelterId: string;
  readonly facilityType: FacilityType;
  readonly ownerName: string;
  /** Civil date, as it is said. */
  readonly on: string;
  readonly documentFileId: string | null;
  readonly signedPaperFileId: string | null;
}

/** What a single kind of record adds. */
export interface EntryRules {
  readonly refusals: (stand: FacilityStand | null, onBehalf: boolean) => readonly Refusal[];
  readonly place: (stand: FacilityStand) => PlacedArrangement;
  readonly columns: (stand: FacilityStand) => {
    readonly party: MaintenanceParty | null;
    readonly maintainerName: string | null;
    readonly unitPosition: string | null;
    readonly ownerPosition: string | null;
  };
}

/**
 * Enters an agreement or a disagreement of Art. 17, once, however often and by how many at once it is sent. What it takes
 * the place of ends in the same transaction; what is told late, after something newer, is history from the start.
 */
export async function enterArrangement(
  tx: EntityManager,
  officer: Officer,
  act: Entry,
  told: EnteredArrangement,
  at: Date,
  rules: EntryRules,
): Promise<void> {
  const stand = await lockFacility(tx, told.shelterId, told.facilityType);
  if (await isKnown(tx, told, officer.personId)) return;
  const appointment = stand && mayPerform(officer, act, stand.subject);
  const onBehalf = appointment?.organisationId !== stand?.subject.unitId;
  refuseIfAny([
    ...(stand ? judgeAct(MAINTENANCE_ACTS, act, null, appointment !== null) : [NO_SHELTER]),
    ...rules.refusals(stand, appointment !== null && onBehalf),
  ]);
  if (!stand || !appointment) throw new Error('an arrangement without authority was not refused');
  const files = [told.documentFileId, told.signedPaperFileId].filter((id) => id !== null);
  await refuseUnknownFiles(tx, officer.personId, files, []);
  const placed = rules.place(stand);
  await endEarlier(tx, officer, appointment, at, [
    placed.endsInForce ? stand.inForceId : null,
    placed.settlesDisagreement ? stand.waitingId : null,
  ]);
  const { jurisdictionCode, unitId } = stand.subject;
  const stage = placed.stands ? MAINTENANCE_ACTS[act].to : 'ENDED';
  const { party, maintainerName, unitPosition, ownerPosition } = rules.columns(stand);
  const [entered] = await tx.query<unknown[]>(
    `insert into maintenance_arrangement (id, shelter_id, jurisdiction_code, facility_type, stage, owner_name, party,
       maintainer_name, said_on, unit_position, owner_position, document_file_id, signed_paper_file_id, recorded_at,
       recorded_by, organisation_id, ended_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
     on conflict (id) do nothing returning id`,
    [
      told.id,
      told.shelterId,
      jurisdictionCode,
      told.facilityType,
      stage,
      told.ownerName.trim(),
      party,
      maintainerName,
      told.on,
      unitPosition,
      ownerPosition,
      told.documentFileId,
      told.signedPaperFileId,
      at,
      officer.personId,
      appointment.organisationId,
      placed.stands ? null : at,
    ],
  );
  // The same key about another facility came at the same moment, and was first.
  if (!entered) throw new ActRefused([KEY_OF_ANOTHER]);
  await writeLedgerEntry(tx, {
    process: MAINTENANCE_PROCESS.name,
    act,
    article: MAINTENANCE_ACTS[act].article,
    at,
    by: officer,
    appointment,
    jurisdictionCode,
    subjects: [{ kind: MAINTENANCE_PROCESS.name, id: told.id, from: null, to: stage }],
    details: { shelterId: told.shelterId, facilityType: told.facilityType, on: told.on, party, onBehalf },
  });
  await tellChanges(tx, [{ topic: 'UPKEEP', jurisdictionCode, unitId, shelterId: told.shelterId, at }]);
}

/** What a newer arrangement takes the place of ends with it, by virtue of the same appointment. */
export async function endEarlier(
  tx: EntityManager,
  by: Officer,
  under: Appointment,
  at: Date,
  earlier: readonly (string | null)[],
): Promise<void> {
  const ids = earlier.filter((id) => id !== null);
  if (ids.length === 0) return;
  await performActs(tx, MAINTENANCE_PROCESS, {
    act: 'supersedeMaintenance',
    ids,
    by,
    under,
    at,
    set: { ended_at: at },
  });
}

async function isKnown(
  tx: EntityManager,
  { id, shelterId, facilityType }: EnteredArrangement,
  personId: string,
): Promise<boolean> {
  const [known] = await tx.query<{ same: boolean }[]>(
    `select recorded_by = $2 and shelter_id = $3 and facility_type = $4 as same
     from maintenance_arrangement where id = $1`,
    [id, personId, shelterId, facilityType],
  );
  if (known && !known.same) throw new ActRefused([KEY_OF_ANOTHER]);
  return known !== undefined;
}

const KEY_OF_ANOTHER: Refusal = {
  rule: 'maintenance/known',
  article: null,
  field: 'id',
  code: 'ALREADY_DONE',
  params: {},
};

const NO_SHELTER: Refusal = {
  rule: 'subject-exists',
  article: null,
  field: 'shelterId',
  code: 'NOT_FOUND',
  params: {},
};
