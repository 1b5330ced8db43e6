import { RUNNING_STAGES } from '#regulation/activation/acts';
import { peopleInsideRefusals } from '#regulation/activation/closing';
import { mayPerform } from '#regulation/authority';
import { civilDateOf } from '#regulation/civil-date';
import type { ActivationStage, OperationalStatus } from '#regulation/enumerations';
import type { Refusal } from '#regulation/refusal';
import type { EntityManager } from 'typeorm';
import type { Officer } from '../identity/officer.ts';
import { performAct } from '../ledger/perform-act.ts';
import type { LedgerSubject } from '../ledger/ledger.entity.ts';
import { writeLedgerEntry } from '../ledger/write-ledger-entry.ts';
import { inTransaction } from '../platform/database/data-source.ts';
import type { Office } from '../platform/office.ts';
import { tellChanges } from '../platform/outbox/tell-change.ts';
import { refuseIfAny } from '../platform/refused.ts';
import { drawStanding, returnToStandby } from '../registry/shelter-standing.ts';
import { recordExerciseDrills } from '../upkeep/record-exercise-drill.ts';
import { ACTIVATION_PROCESS } from './activation-process.ts';

/**
 * Releases one shelter (practice: one by one), refused while people are inside unless it is given up as damaged. When the
 * last one of an activation that is standing down is released, the activation ends.
 */
export async function standShelterDown(office: Office, officer: Officer, id: string): Promise<void> {
  const at = office.clock.now();
  await inTransaction(office.dataSource, async (tx) => {
    const opened = await lockOpened(tx, id);
    const scope = { jurisdictionCode: opened?.jurisdictionCode ?? '', unitId: null };
    const appointment = mayPerform(officer, 'standShelterDown', scope);
    refuseIfAny([
      ...(opened ? outOfStage(opened) : [refusal('id', 'NOT_FOUND', { process: 'shelter' })]),
      ...(appointment ? [] : [refusal(null, 'NO_AUTHORITY', { act: 'standShelterDown' })]),
      ...(opened ? peopleInsideRefusals([opened]) : []),
    ]);
    if (!opened) throw new Error('a missing shelter was not refused');
    const { activationId, jurisdictionCode, shelterId } = opened;
    await tx.query(
      `update activation_shelter set released_at = $2, closing_at = coalesce(closing_at, $2), revision = revision + 1 where id = $1`,
      [id, at],
    );
    await tx.query(
      `update command_post_member set ended_at = $2 where activation_shelter_id = $1 and ended_at is null`,
      [id, at],
    );
    await drawStanding(tx, [id]);
    await writeLedgerEntry(tx, {
      process: 'activation_shelter',
      act: 'standShelterDown',
      article: null,
      at,
      by: officer,
      appointment,
      jurisdictionCode,
      subjects: [{ kind: 'shelter', id: shelterId, from: opened.status, to: 'CLOSED' }],
      details: { activation: activationId },
    });
    await office.carryOut(tx, [
      { kind: 'END_DUTIES', activationShelterIds: [id], at },
      { kind: 'OPEN_CLOSING_TASKS', activationShelterIds: [id], at },
    ]);
    await tellChanges(tx, [{ topic: 'SHELTER', jurisdictionCode, activationId, shelterId, at }]);
    if (opened.stage === 'STANDING_DOWN') await endWhenReleased(office, tx, officer, activationId, at);
  });
}

/** Ends an activation that is standing down when none of its shelters is left. The caller holds its row. */
export async function endWhenReleased(
  office: Office,
  tx: EntityManager,
  officer: Officer,
  activationId: string,
  at: Date,
): Promise<void> {
  const [left] = await tx.query<unknown[]>(
    `select 1 from activation_shelter where activation_id = $1 and released_at is null limit 1`,
    [activationId],
  );
  if (left) return;
  const drills = await drillsOf(tx, officer, activationId, at);
  const { jurisdictionCode } = await performAct(tx, ACTIVATION_PROCESS, {
    act: 'end',
    id: activationId,
    by: officer,
    at,
    set: { ended_at: at },
    also: drills,
    details: { drills: drills.length },
  });
  await returnToStandby(tx, activationId);
  // Where every shelter was taken out by a real activation, nothing is owed and the file closes at once.
  const under = mayPerform(officer, 'standShelterDown', { jurisdictionCode, unitId: null });
  if (under) await office.carryOut(tx, [{ kind: 'CLOSE_FILE', activationId, by: officer, under, at }]);
  const told = { jurisdictionCode, activationId, at };
  await tellChanges(tx, [
    { topic: 'ACTIVATION', ...told },
    ...(drills.length > 0 ? [{ topic: 'UPKEEP' as const, ...told }] : []),
  ]);
}

/** Art. 20 (6): an exercise that was carried through is the yearly drill of its shelters; one that gave way is none. */
async function drillsOf(
  tx: EntityManager,
  officer: Officer,
  activationId: string,
  at: Date,
): Promise<LedgerSubject[]> {
  const rows = await tx.query<{ shelter_id: string }[]>(
    `select shelter_id from activation_shelter where activation_id = $1 and exercise and yielded_to is null`,
    [activationId],
  );
  if (rows.length === 0) return [];
  return recordExerciseDrills(tx, {
    activationId,
    shelterIds: rows.map((row) => row.shelter_id),
    heldOn: civilDateOf(at),
    at,
    personId: officer.personId,
    organisationId: null,
  });
}

interface Opened {
  readonly activationId: string;
  readonly shelterId: string;
  readonly jurisdictionCode: string;
  readonly code: string;
  readonly stage: ActivationStage;
  readonly status: OperationalStatus;
  readonly occupied: number | null;
  readonly released: boolean;
}

/** The activation's row first, then the shelter's, then its place in the activation: the order every writer keeps. */
async function lockOpened(tx: EntityManager, id: string): Promise<Opened | null> {
  await tx.query(
    `select 1 from activation where id = (select activation_id from activation_shelter where id = $1) for no key update`,
    [id],
  );
  await tx.query(
    `select 1 from shelter where id = (select shelter_id from activation_shelter where id = $1) for no key update`,
    [id],
  );
  const [opened] = await tx.query<Opened[]>(
    `select opened.activation_id as "activationId", opened.shelter_id as "shelterId",
            opened.jurisdiction_code as "jurisdictionCode", shelter.code, activation.stage, opened.status,
            opened.occupied, opened.released_at is not null as released
     from activation_shelter opened
     join activation on activation.id = opened.activation_id
     join shelter on shelter.id = opened.shelter_id
     where opened.id = $1 for no key update of opened`,
    [id],
  );
  return opened ?? null;
}

function outOfStage({ stage, released }: Opened): Refusal[] {
  if (RUNNING_STAGES.includes(stage) && !released) return [];
  return [refusal(null, 'OUT_OF_STAGE', { act: 'standShelterDown', stage: released ? 'CLOSED' : stage })];
}

function refusal(field: string | null, code: Refusal['code'], params: Refusal['params']): Refusal {
  return { rule: 'activation/stand-down', article: null, field, code, params };
}
