import { civilDateOf } from '#regulation/civil-date';
import { ACT_OF_TASK, CLOSURE_ACT_NAMES } from '#regulation/closure/acts';
import { closingRecordRefusals } from '#regulation/closure/record';
import { mayPerform } from '#regulation/authority';
import type { ClosingTaskKind } from '#regulation/enumerations';
import type { EntityManager } from 'typeorm';
import type { Officer } from '../identity/officer.ts';
import type { LedgerSubject } from '../ledger/ledger.entity.ts';
import { performAct } from '../ledger/perform-act.ts';
import { inTransaction } from '../platform/database/data-source.ts';
import type { Office } from '../platform/office.ts';
import { tellChanges } from '../platform/outbox/tell-change.ts';
import { keepEvidence, type GivenEvidence } from '../upkeep/keep-evidence.ts';
import { keepReadiness } from '../upkeep/keep-readiness.ts';
import { openDefects, type FoundDefect } from '../upkeep/open-defects.ts';
import { CLOSING_PROCESS } from './closing-process.ts';
import type { ClosingTask } from './closing-task.entity.ts';

/** What came to light when the shelter was looked over, with what proves it. */
export type ClosingFinding = Omit<FoundDefect, 'shelterId'> & { readonly evidence: readonly GivenEvidence[] };

export interface ToldClosingTask {
  readonly id: string;
  readonly text: string;
  /** Only of a repair. */
  readonly findings: readonly ClosingFinding[];
}

/**
 * Art. 26: does one task of a released shelter, once. What a repair finds becomes defects of the shelter in the same act;
 * with the last task of an activation that has ended its file is closed.
 */
export async function recordClosing(
  office: Office,
  officer: Officer,
  asked: ClosingTaskKind,
  { id, text, findings }: ToldClosingTask,
): Promise<void> {
  const at = office.clock.now();
  const act = ACT_OF_TASK[asked];
  await inTransaction(office.dataSource, async (tx) => {
    const task = await lockTask(tx, id);
    const unitId = task?.unitId ?? null;
    const scope = { jurisdictionCode: task?.jurisdictionCode ?? '', unitId };
    const appointment = mayPerform(officer, CLOSURE_ACT_NAMES[act], scope);
    const found =
      task && appointment ? findings.map((finding) => ({ ...finding, shelterId: task.shelterId })) : [];
    const refusals = closingRecordRefusals({ task: task?.kind ?? asked, asked, text, findings });
    const opened =
      task?.stage === 'OPEN' && refusals.length === 0
        ? await openDefects(tx, found, {
            origin: 'ACTIVATION',
            originId: task.activationId,
            orderedOrganisationIds: [],
            foundOn: civilDateOf(at),
            at,
            personId: officer.personId,
            organisationId: appointment?.organisationId ?? null,
          })
        : { ids: [], subjects: [] as LedgerSubject[] };
    const { jurisdictionCode } = await performAct(tx, CLOSING_PROCESS, {
      act,
      id,
      by: officer,
      at,
      refusals: () => refusals,
      set: {
        text: text.trim(),
        done_at: at,
        done_by: officer.personId,
        organisation_id: appointment?.organisationId ?? null,
      },
      also: opened.subjects,
      details: { activation: task?.activationId, shelterId: task?.shelterId, defects: opened.ids.length },
    });
    if (!task || !appointment) throw new Error(`closing task ${id} vanished under its lock`);
    const { activationId, shelterId } = task;
    await proveFindings(tx, officer, at, found, opened.ids);
    await office.carryOut(tx, [{ kind: 'CLOSE_FILE', activationId, by: officer, under: appointment, at }]);
    await tellChanges(tx, [
      { topic: 'ACTIVATION', jurisdictionCode, unitId, activationId, shelterId, at },
      ...(found.length > 0 ? [{ topic: 'UPKEEP' as const, jurisdictionCode, unitId, shelterId, at }] : []),
    ]);
  });
}

async function proveFindings(
  tx: EntityManager,
  officer: Officer,
  at: Date,
  found: readonly (ClosingFinding & { readonly shelterId: string })[],
  ids: readonly string[],
): Promise<void> {
  await keepEvidence(
    tx,
    found.map(({ shelterId, grade, evidence }, index) => ({
      about: 'DEFECT',
      aboutId: ids[index] ?? '',
      shelterId,
      grade,
      inActivation: true,
      evidence,
    })),
    officer,
    at,
  );
  const major = found.filter(({ grade }) => grade === 'MAJOR').map(({ shelterId }) => shelterId);
  if (major.length > 0) await keepReadiness(tx, [...new Set(major)], null);
}

type LockedTask = Pick<ClosingTask, 'activationId' | 'shelterId' | 'jurisdictionCode' | 'kind' | 'stage'> & {
  readonly unitId: string;
};

/** The activation's row first: two who do the last two tasks at once must not each see the other's open. */
async function lockTask(tx: EntityManager, id: string): Promise<LockedTask | undefined> {
  await tx.query(
    `select 1 from activation where id = (select activation_id from closing_task where id = $1) for no key update`,
    [id],
  );
  const [task] = await tx.query<LockedTask[]>(
    `select task.activation_id as "activationId", task.shelter_id as "shelterId", task.kind, task.stage,
            task.jurisdiction_code as "jurisdictionCode", shelter.unit_id as "unitId"
     from closing_task task join shelter on shelter.id = task.shelter_id
     where task.id = $1 for no key update of task`,
    [id],
  );
  return task;
}
