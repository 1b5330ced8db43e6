import { mayPerform } from '#regulation/authority';
import { civilDateOf, isCivilDate } from '#regulation/civil-date';
import { standingTextRefusals } from '#regulation/activation/standing-order';
import type { Refusal } from '#regulation/refusal';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { Officer } from '../identity/officer.ts';
import { writeLedgerEntry } from '../ledger/write-ledger-entry.ts';
import { inTransaction, isUniqueViolation } from '../platform/database/data-source.ts';
import type { Office } from '../platform/office.ts';
import { tellChanges } from '../platform/outbox/tell-change.ts';
import { ActRefused, refuseIfAny } from '../platform/refused.ts';
import { refuseUnknownFiles } from '../registry/own-files.ts';

export interface NewPlan {
  readonly jurisdictionCode: string;
  readonly title: string;
  readonly version: string;
  readonly fileId: string | null;
  /** Civil date. */
  readonly inForceFrom: string;
}

/** Records a version of a jurisdiction's emergency plan (Art. 7). A version is never changed; the next one follows it. */
export async function recordEmergencyPlan(office: Office, officer: Officer, plan: NewPlan): Promise<string> {
  const at = office.clock.now();
  const { jurisdictionCode } = plan;
  const id = uuidv7();
  try {
    await inTransaction(office.dataSource, async (tx) => {
      const appointment = mayPerform(officer, 'keepEmergencyPlan', { jurisdictionCode, unitId: null });
      refuseIfAny([
        ...(appointment ? [] : [refusal(null, 'NO_AUTHORITY', { act: 'keepEmergencyPlan' })]),
        ...standingTextRefusals('planTitle', plan.title),
        ...standingTextRefusals('planVersion', plan.version),
        ...(isCivilDate(plan.inForceFrom)
          ? []
          : [refusal('inForceFrom', 'NO_SUCH_DATE', { value: plan.inForceFrom.slice(0, 40) })]),
      ]);
      if (plan.fileId) await refuseUnknownFiles(tx, officer.personId, [plan.fileId], []);
      await tx.query(
        `insert into emergency_plan (id, jurisdiction_code, title, version, file_id, in_force_from, recorded_by, recorded_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [
          id,
          jurisdictionCode,
          plan.title.trim(),
          plan.version.trim(),
          plan.fileId,
          plan.inForceFrom,
          officer.personId,
          at,
        ],
      );
      await writeLedgerEntry(tx, {
        process: 'emergency_plan',
        act: 'keepEmergencyPlan',
        article: 7,
        at,
        by: officer,
        appointment,
        jurisdictionCode,
        subjects: [{ kind: 'emergency_plan', id, from: null, to: 'RECORDED' }],
        details: { inForceFrom: plan.inForceFrom },
      });
      await tellChanges(tx, [{ topic: 'ROSTER', jurisdictionCode, at }]);
    });
  } catch (error) {
    if (!isUniqueViolation(error, 'uq_emergency_plan_jurisdiction_code_version')) throw error;
    throw new ActRefused([refusal('planVersion', 'TWICE', { value: plan.version.trim().slice(0, 40) })]);
  }
  return id;
}

/** The plan a decision follows: the one named, else the newest that is in force; null = there is none. */
export async function planToFollow(
  tx: EntityManager,
  jurisdictionCode: string,
  planId: string | null,
  at: Date,
): Promise<{ id: string; label: string } | null> {
  const [plan] = await tx.query<{ id: string; title: string; version: string }[]>(
    `select id, title, version from emergency_plan
     where jurisdiction_code = $1 and in_force_from <= $3 and ($2::uuid is null or id = $2)
     order by in_force_from desc, recorded_at desc limit 1`,
    [jurisdictionCode, planId, civilDateOf(at)],
  );
  return plan ? { id: plan.id, label: `${plan.title}（${plan.version}）` } : null;
}

function refusal(field: string | null, code: Refusal['code'], params: Refusal['params']): Refusal {
  return { rule: 'activation/emergency-plan', article: 7, field, code, params };
}
