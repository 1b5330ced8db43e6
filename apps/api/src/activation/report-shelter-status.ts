import { foldReports } from '#regulation/activation/fold-reports';
import { reportTime } from '#regulation/activation/report-time';
import { decisionTextRefusals } from '#regulation/activation/decision';
import { mayPerform } from '#regulation/authority';
import type { OperationalStatus, ShelterFact } from '#regulation/enumerations';
import type { Refusal } from '#regulation/refusal';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { Officer } from '../identity/officer.ts';
import { writeLedgerEntry } from '../ledger/write-ledger-entry.ts';
import { inTransaction } from '../platform/database/data-source.ts';
import type { Office } from '../platform/office.ts';
import { tellChanges } from '../platform/outbox/tell-change.ts';
import { refuseIfAny } from '../platform/refused.ts';
import { isPostMember } from '../registry/post-membership.ts';
import { drawStanding } from '../registry/shelter-standing.ts';

export interface StatusReport {
  /** The client's own id; a report sent twice is stored once. */
  readonly key: string | null;
  readonly activationShelterId: string;
  readonly facts: readonly ShelterFact[];
  /** By the device's clock; null = now. */
  readonly at: Date | null;
  readonly note: string | null;
}

/**
 * Art. 22: the unit (or a member of the command post) reports what is so on site. Reports are kept one by one and folded in
 * the order things happened; one that comes late, twice or after the shelter was released is stored all the same.
 */
export function reportShelterStatus(office: Office, officer: Officer, report: StatusReport): Promise<void> {
  const received = office.clock.now();
  return inTransaction(
    office.dataSource,
    async (tx) => {
      const opened = await lockOpened(tx, report.activationShelterId);
      const subject = {
        jurisdictionCode: opened?.jurisdictionCode ?? '',
        unitId: opened?.unitId ?? null,
        postMember: opened !== null && (await isPostMember(tx, opened.id, officer.personId)),
      };
      const appointment = mayPerform(officer, 'reportShelterStatus', subject);
      refuseIfAny([
        ...(opened ? [] : [refusal('activationShelterId', 'NOT_FOUND', { process: 'shelter' })]),
        ...(appointment ? [] : [refusal(null, 'NO_AUTHORITY', { act: 'reportShelterStatus' })]),
        ...(report.facts.length === 0 ? [refusal('facts', 'NOTHING_CHOSEN', {})] : []),
        ...decisionTextRefusals('note', report.note),
      ]);
      if (!opened) throw new Error('a missing shelter was not refused');
      const time = reportTime(report.at?.getTime() ?? null, received.getTime(), opened.decidedAt.getTime());
      const id = report.key ?? uuidv7();
      const stored = await tx.query<unknown[]>(
        `insert into shelter_report (id, activation_shelter_id, facts, happened_at, received_at, clock_off, reported_by, note)
         values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (id) do nothing returning id`,
        [
          id,
          opened.id,
          [...new Set(report.facts)],
          new Date(time.at),
          received,
          time.clockOff,
          officer.personId,
          report.note?.trim() || null,
        ],
      );
      if (stored.length === 0) return;
      const status = await drawFacts(tx, opened.id);
      const { activationId, shelterId, jurisdictionCode } = opened;
      await writeLedgerEntry(tx, {
        process: 'activation_shelter',
        act: 'reportShelterStatus',
        article: 22,
        at: received,
        by: officer,
        appointment,
        jurisdictionCode,
        subjects: [{ kind: 'shelter', id: shelterId, from: opened.status, to: status }],
        details: { activation: activationId, report: id, facts: report.facts, clockOff: time.clockOff },
      });
      await tellChanges(tx, [
        { topic: 'SHELTER', jurisdictionCode, unitId: opened.unitId, activationId, shelterId, at: received },
      ]);
    },
    { idempotent: report.key !== null },
  );
}

/** Draws the facts of an opened shelter from all that was reported of it, and its status from the facts. */
async function drawFacts(tx: EntityManager, id: string): Promise<OperationalStatus> {
  const reports = await tx.query<{ facts: ShelterFact[]; happened_at: Date }[]>(
    `select facts, happened_at from shelter_report where activation_shelter_id = $1 order by happened_at, received_at, id`,
    [id],
  );
  const facts = foldReports(
    reports.map((report) => ({ facts: report.facts, at: report.happened_at.getTime() })),
  );
  const moment = (at: number | null) => (at === null ? null : new Date(at));
  await tx.query(
    `update activation_shelter set answered_at = $2, gate_open_at = $3, staffed_at = $4, partly_usable = $5, damaged_at = $6,
            last_report_at = $7, revision = revision + 1 where id = $1`,
    [
      id,
      moment(facts.answeredAt),
      moment(facts.gateOpenAt),
      moment(facts.staffedAt),
      facts.partlyUsable,
      moment(facts.damagedAt),
      reports.at(-1)?.happened_at ?? null,
    ],
  );
  await drawStanding(tx, [id]);
  const [row] = await tx.query<{ status: OperationalStatus }[]>(
    `select status from activation_shelter where id = $1`,
    [id],
  );
  if (!row) throw new Error(`opened shelter ${id} vanished under its lock`);
  return row.status;
}

interface Opened {
  readonly id: string;
  readonly activationId: string;
  readonly shelterId: string;
  readonly jurisdictionCode: string;
  readonly unitId: string;
  readonly status: OperationalStatus;
  readonly decidedAt: Date;
}

/** The shelter's row first, then its place in the activation. */
async function lockOpened(tx: EntityManager, id: string): Promise<Opened | null> {
  await tx.query(
    `select 1 from shelter where id = (select shelter_id from activation_shelter where id = $1) for no key update`,
    [id],
  );
  const [opened] = await tx.query<Opened[]>(
    `select opened.id, opened.activation_id as "activationId", opened.shelter_id as "shelterId",
            opened.jurisdiction_code as "jurisdictionCode", shelter.unit_id as "unitId", opened.status,
            opened.decided_at as "decidedAt"
     from activation_shelter opened join shelter on shelter.id = opened.shelter_id
     where opened.id = $1 for no key update of opened`,
    [id],
  );
  return opened ?? null;
}

function refusal(field: string | null, code: Refusal['code'], params: Refusal['params']): Refusal {
  return { rule: 'activation/report', article: 22, field, code, params };
}
