import { judgeAct } from '#regulation/act-table';
import type { Appointment } from '#regulation/actor';
import { mayPerform } from '#regulation/authority';
import { DEREGISTRATION_ACTS } from '#regulation/deregistration/acts';
import { leavingRefusals } from '#regulation/deregistration/leaving';
import { reasonRefusals } from '#regulation/filing/review';
import type { DeregistrationStage } from '#regulation/enumerations';
import type { Refusal } from '#regulation/refusal';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { Officer } from '../../identity/officer.ts';
import { performAct } from '../../ledger/perform-act.ts';
import { writeLedgerEntry } from '../../ledger/write-ledger-entry.ts';
import { inTransaction } from '../../platform/database/data-source.ts';
import type { Office } from '../../platform/office.ts';
import { tellChanges } from '../../platform/outbox/tell-change.ts';
import { judgeDeed } from '../../upkeep/judge-deed.ts';
import { callOffByLeaving } from '../rebuild/call-off-rebuild.ts';
import { tellFiling } from '../tell-filing.ts';
import { DEREGISTRATION_PROCESS } from './deregistration-process.ts';
import { lockLeaving, shelterOf, type LockedShelter } from './lock-leaving.ts';

/** The shelter stays on the register; the unit reads why. Answers the shelter. */
export async function declineDeregistration(
  office: Office,
  officer: Officer,
  id: string,
  reason: string,
): Promise<string> {
  const at = office.clock.now();
  return inTransaction(office.dataSource, async (tx) => {
    const shelterId = await shelterOf(tx, id);
    const shelter = shelterId === null ? null : await lockLeaving(tx, shelterId);
    const subject = await performAct(tx, DEREGISTRATION_PROCESS, {
      act: 'declineDeregistration',
      id,
      by: officer,
      at,
      refusals: () => reasonRefusals(reason),
      set: decided(officer, shelter && mayPerform(officer, 'deregisterShelter', shelter), reason, at),
      details: { shelterId },
    });
    if (shelterId === null) throw new Error(`deregistration ${id} vanished under its lock`);
    await tellFiling(tx, subject, at, shelterId);
    return shelterId;
  });
}

export interface LeavingTold {
  readonly shelterId: string;
  readonly reason: string;
  /** The request the officer read, where there is one: taken back meanwhile, it is not granted. */
  readonly requestId: string | null;
}

/**
 * Takes a shelter off the register, whether its unit asked or not; an open request is granted with it. It leaves the public
 * at once; everything on file of it stays readable.
 */
export async function deregisterShelter(office: Office, officer: Officer, told: LeavingTold): Promise<void> {
  const at = office.clock.now();
  const { shelterId, reason } = told;
  await inTransaction(office.dataSource, async (tx) => {
    const shelter = await lockLeaving(tx, shelterId);
    const refusals = [
      ...reasonRefusals(reason),
      ...(shelter ? leavingRefusals(shelter) : []),
      ...(await requestRefusals(tx, told, shelter?.requestId ?? null)),
    ];
    const appointment = shelter && mayPerform(officer, 'deregisterShelter', shelter);
    if (shelter?.requestId) {
      await performAct(tx, DEREGISTRATION_PROCESS, {
        act: 'grantDeregistration',
        id: shelter.requestId,
        by: officer,
        at,
        refusals: () => refusals,
        set: decided(officer, appointment, reason, at),
        also: [leaves(shelterId, shelter)],
        details: { shelterId, asked: true },
      });
    } else await leaveUnasked(tx, officer, told, refusals, shelter, at);
    if (!shelter || !appointment) throw new Error('a missing shelter or authority was not refused');
    await tx.query(`update shelter set deregistered_at = $2, changed_at = $2 where id = $1`, [shelterId, at]);
    await callOffByLeaving(tx, { shelterId, reason, by: officer, under: appointment, at });
    const { jurisdictionCode, unitId } = shelter;
    const change = { jurisdictionCode, unitId, shelterId, at };
    await tellChanges(tx, [
      { topic: 'FILING', ...change },
      { topic: 'PUBLICATION', ...change },
    ]);
  });
}

/** Nobody asked, or nobody asks any more. */
async function leaveUnasked(
  tx: EntityManager,
  officer: Officer,
  { shelterId, reason }: LeavingTold,
  refusals: readonly Refusal[],
  shelter: LockedShelter | null,
  at: Date,
): Promise<void> {
  const deed = await judgeDeed(tx, officer, 'deregisterShelter', shelterId, {}, refusals);
  if (!shelter) throw new Error('a missing shelter was not refused');
  const { jurisdictionCode, unitId } = shelter;
  const id = uuidv7();
  await tx.query(
    `insert into deregistration (id, shelter_id, jurisdiction_code, unit_id, stage, decided_reason, decided_by,
                                 organisation_id, decided_at, changed_at)
     values ($1, $2, $3, $4, 'GRANTED', $5, $6, $7, $8, $8)`,
    [
      id,
      shelterId,
      jurisdictionCode,
      unitId,
      reason.trim(),
      officer.personId,
      deed.appointment.organisationId,
      at,
    ],
  );
  await writeLedgerEntry(tx, {
    process: DEREGISTRATION_PROCESS.name,
    act: 'deregisterShelter',
    article: DEREGISTRATION_ACTS.deregisterShelter.article,
    at,
    by: officer,
    appointment: deed.appointment,
    jurisdictionCode,
    subjects: [
      { kind: DEREGISTRATION_PROCESS.name, id, from: null, to: 'GRANTED' },
      leaves(shelterId, shelter),
    ],
    details: { shelterId, asked: false },
  });
}

/** Who answers a request answers the one that was read: one taken back or decided meanwhile is not answered any more. */
async function requestRefusals(
  tx: EntityManager,
  { requestId, shelterId }: LeavingTold,
  waitingId: string | null,
): Promise<Refusal[]> {
  if (requestId === null || requestId.toLowerCase() === waitingId) return [];
  const [read] = await tx.query<{ stage: DeregistrationStage }[]>(
    `select stage from deregistration where id = $1 and shelter_id = $2`,
    [requestId, shelterId],
  );
  return read
    ? judgeAct(DEREGISTRATION_ACTS, 'grantDeregistration', read.stage, true)
    : [{ rule: 'subject-exists', article: null, field: 'id', code: 'NOT_FOUND', params: {} }];
}

function decided(officer: Officer, appointment: Appointment | null, reason: string, at: Date) {
  return {
    decided_reason: reason.trim(),
    decided_by: officer.personId,
    organisation_id: appointment?.organisationId ?? null,
    decided_at: at,
    changed_at: at,
  };
}

function leaves(id: string, { version }: LockedShelter) {
  return { kind: 'shelter', id, from: `v${version}`, to: 'DEREGISTERED' };
}
