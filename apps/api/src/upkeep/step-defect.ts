import { mayPerform } from '#regulation/authority';
import type { Refusal } from '#regulation/refusal';
import { TEXT_LIMITS } from '#regulation/registry/text-limits';
import { DEFECT_ACT_NAMES, type DefectAct } from '#regulation/upkeep/defect-acts';
import { evidenceRefusals } from '#regulation/upkeep/evidence';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { Officer } from '../identity/officer.ts';
import { performAct } from '../ledger/perform-act.ts';
import { inTransaction } from '../platform/database/data-source.ts';
import type { Office } from '../platform/office.ts';
import { tellChanges } from '../platform/outbox/tell-change.ts';
import { DEFECT_PROCESS } from './defect-process.ts';
import { Defect } from './defect.entity.ts';
import { keepEvidence, type GivenEvidence } from './keep-evidence.ts';
import { keepReadiness } from './keep-readiness.ts';

/** A step in the closed loop of a defect, as it is told. */
export interface DefectStepTold {
  readonly id: string;
  readonly note: string | null;
  readonly evidence: readonly GivenEvidence[];
}

/** What a single act adds to the step. */
export interface StepRules {
  readonly refusals?: (defect: Defect, tx: EntityManager) => readonly Refusal[] | Promise<readonly Refusal[]>;
  readonly set?: (defect: Defect, at: Date) => Readonly<Record<string, unknown>>;
}

/** Takes a defect one step on: through the one door, with its words and evidence, all or nothing. */
export async function stepDefect(
  office: Office,
  officer: Officer,
  act: DefectAct,
  told: DefectStepTold,
  rules: StepRules = {},
): Promise<void> {
  const at = office.clock.now();
  await inTransaction(office.dataSource, async (tx) => {
    const defect = await tx
      .getRepository(Defect)
      .findOne({ where: { id: told.id }, lock: { mode: 'pessimistic_write' } });
    const more = defect ? ((await rules.refusals?.(defect, tx)) ?? []) : [];
    const subject = await performAct(tx, DEFECT_PROCESS, {
      act,
      id: told.id,
      by: officer,
      at,
      refusals: () => [...noteRefusals(told.note), ...evidenceRefusals(told.evidence), ...more],
      set: { changed_at: at, ...(defect ? rules.set?.(defect, at) : {}) },
    });
    if (!defect) throw new Error(`defect ${told.id} vanished under its lock`);
    const { shelterId, grade, jurisdictionCode, origin } = defect;
    const organisationId =
      mayPerform(officer, DEFECT_ACT_NAMES[act], { ...subject, ...subject.facts })?.organisationId ?? null;
    await tx.query(
      `insert into defect_step (id, defect_id, act, at, person_id, organisation_id, note) values ($1, $2, $3, $4, $5, $6, $7)`,
      [uuidv7(), defect.id, act, at, officer.personId, organisationId, told.note?.trim() || null],
    );
    const about = { about: 'DEFECT', aboutId: defect.id, shelterId, grade } as const;
    const evidence = { ...about, inActivation: origin === 'ACTIVATION', evidence: told.evidence };
    await keepEvidence(tx, [evidence], officer, at);
    if (act === 'signDefectOff') await keepReadiness(tx, [shelterId], null);
    await tellChanges(tx, [{ topic: 'UPKEEP', jurisdictionCode, shelterId, at }]);
  });
}

function noteRefusals(note: string | null): Refusal[] {
  const limit = TEXT_LIMITS.remarks;
  const length = note?.length ?? 0;
  if (length <= limit) return [];
  return [
    { rule: 'upkeep/defect', article: null, field: 'note', code: 'TOO_LONG', params: { limit, length } },
  ];
}
