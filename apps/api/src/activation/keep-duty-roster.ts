import { rosterDateRefusals, targetRefusals } from '#regulation/activation/standing-order';
import { mayPerform } from '#regulation/authority';
import type { DutyKind } from '#regulation/enumerations';
import type { Refusal } from '#regulation/refusal';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { Officer } from '../identity/officer.ts';
import { writeLedgerEntry } from '../ledger/write-ledger-entry.ts';
import { inTransaction } from '../platform/database/data-source.ts';
import type { Office } from '../platform/office.ts';
import { tellChanges } from '../platform/outbox/tell-change.ts';
import { refuseIfAny } from '../platform/refused.ts';

export interface RosterEntry {
  readonly jurisdictionCode: string;
  readonly dutyKind: DutyKind;
  readonly organisationId: string;
  /** Civil dates; the end is the first day no longer in force, null = until further notice. */
  readonly inForceFrom: string;
  readonly inForceUntil: string | null;
}

/** Art. 24: names the body that answers for a duty from a day on; the entry before it ends that day. History stays. */
export async function keepDutyRoster(office: Office, officer: Officer, entry: RosterEntry): Promise<void> {
  const at = office.clock.now();
  const { jurisdictionCode, dutyKind, organisationId, inForceFrom, inForceUntil } = entry;
  await inTransaction(office.dataSource, async (tx) => {
    const appointment = mayPerform(officer, 'keepDutyRoster', { jurisdictionCode, unitId: null });
    refuseIfAny([
      ...(appointment ? [] : [refusal(null, 'NO_AUTHORITY', { act: 'keepDutyRoster' })]),
      ...rosterDateRefusals(inForceFrom, inForceUntil),
      ...(await organisationRefusals(tx, organisationId)),
    ]);
    // Two who keep the same roster follow each other.
    await tx.query(`select 1 from jurisdiction where code = $1 for no key update`, [jurisdictionCode]);
    await tx.query(
      `update duty_roster set in_force_until = $3
       where jurisdiction_code = $1 and duty_kind = $2 and in_force_from < $3
         and (in_force_until is null or in_force_until > $3)`,
      [jurisdictionCode, dutyKind, inForceFrom],
    );
    const id = uuidv7();
    await tx.query(
      `insert into duty_roster (id, jurisdiction_code, duty_kind, organisation_id, in_force_from, in_force_until, kept_by, kept_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (jurisdiction_code, duty_kind, in_force_from) do update
         set organisation_id = excluded.organisation_id, in_force_until = excluded.in_force_until,
             kept_by = excluded.kept_by, kept_at = excluded.kept_at`,
      [id, jurisdictionCode, dutyKind, organisationId, inForceFrom, inForceUntil, officer.personId, at],
    );
    await writeLedgerEntry(tx, {
      process: 'duty_roster',
      act: 'keepDutyRoster',
      article: 24,
      at,
      by: officer,
      appointment,
      jurisdictionCode,
      subjects: [{ kind: 'duty_roster', id: `${jurisdictionCode}/${dutyKind}`, from: null, to: inForceFrom }],
      details: { organisation: organisationId, inForceUntil },
    });
    await tellChanges(tx, [{ topic: 'ROSTER', jurisdictionCode, at }]);
  });
}

export interface TargetMinutes {
  readonly jurisdictionCode: string;
  readonly dutyKind: DutyKind;
  /** Minutes from the order; null = no clock. */
  readonly acknowledgeMinutes: number | null;
  readonly inPlaceMinutes: number | null;
}

/** Practice: sets within how many minutes a duty is to be answered and in place. Duties already assigned keep their clock. */
export async function setDutyTarget(office: Office, officer: Officer, target: TargetMinutes): Promise<void> {
  const at = office.clock.now();
  const { jurisdictionCode, dutyKind, acknowledgeMinutes, inPlaceMinutes } = target;
  await inTransaction(office.dataSource, async (tx) => {
    const appointment = mayPerform(officer, 'keepDutyRoster', { jurisdictionCode, unitId: null });
    refuseIfAny([
      ...(appointment ? [] : [refusal(null, 'NO_AUTHORITY', { act: 'keepDutyRoster' })]),
      ...targetRefusals(acknowledgeMinutes),
      ...targetRefusals(inPlaceMinutes),
    ]);
    await tx.query(
      `insert into duty_target (jurisdiction_code, duty_kind, acknowledge_minutes, in_place_minutes, kept_by, kept_at)
       values ($1, $2, $3, $4, $5, $6)
       on conflict (jurisdiction_code, duty_kind) do update
         set acknowledge_minutes = excluded.acknowledge_minutes, in_place_minutes = excluded.in_place_minutes,
             kept_by = excluded.kept_by, kept_at = excluded.kept_at`,
      [jurisdictionCode, dutyKind, acknowledgeMinutes, inPlaceMinutes, officer.personId, at],
    );
    await writeLedgerEntry(tx, {
      process: 'duty_target',
      act: 'keepDutyRoster',
      article: null,
      at,
      by: officer,
      appointment,
      jurisdictionCode,
      subjects: [{ kind: 'duty_target', id: `${jurisdictionCode}/${dutyKind}`, from: null, to: 'SET' }],
      details: { acknowledgeMinutes, inPlaceMinutes },
    });
    await tellChanges(tx, [{ topic: 'ROSTER', jurisdictionCode, at }]);
  });
}

async function organisationRefusals(tx: EntityManager, id: string): Promise<Refusal[]> {
  const [found] = await tx.query<unknown[]>(`select 1 from organisation where id = $1`, [id]);
  return found ? [] : [refusal('organisationId', 'NOT_FOUND', {})];
}

function refusal(field: string | null, code: Refusal['code'], params: Refusal['params']): Refusal {
  return { rule: 'activation/duty-roster', article: 24, field, code, params };
}
