import { judgeAct } from '#regulation/act-table';
import { ACTIVATION_ACT_NAMES, ACTIVATION_ACTS } from '#regulation/activation/acts';
import { proposeShelters, type ProposalCandidate } from '#regulation/activation/propose-shelters';
import { mayPerform } from '#regulation/authority';
import type { ActivationStage, HazardType } from '#regulation/enumerations';
import type { Refusal } from '#regulation/refusal';
import type { EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import type { Officer } from '../identity/officer.ts';
import { performAct } from '../ledger/perform-act.ts';
import { writeLedgerEntry } from '../ledger/write-ledger-entry.ts';
import { jsonText } from '../platform/database/json-text.ts';
import { inTransaction } from '../platform/database/data-source.ts';
import type { Office } from '../platform/office.ts';
import { tellChanges } from '../platform/outbox/tell-change.ts';
import { refuseIfAny } from '../platform/refused.ts';
import { readSuitability } from '../registry/shelter-columns.ts';
import { roomOf } from '../registry/shelter-standing.ts';
import { ACTIVATION_PROCESS } from './activation-process.ts';

/** What of an event a proposal or a decision needs. */
export interface EventFacts {
  readonly id: string;
  readonly hazard: HazardType;
  readonly exercise: boolean;
  readonly jurisdictions: string[];
  readonly people: number | null;
}

/**
 * Proposes which shelters of a jurisdiction to open for an event: every one with its reasons, the skipped ones too.
 * One activation per jurisdiction and event: a repeat while it is only proposed draws the proposal anew.
 */
export function proposeActivation(
  office: Office,
  officer: Officer,
  eventId: string,
  jurisdictionCode: string,
): Promise<string> {
  const at = office.clock.now();
  return inTransaction(office.dataSource, async (tx) => {
    const event = await lockEvent(tx, eventId);
    const appointment = mayPerform(officer, ACTIVATION_ACT_NAMES.propose, {
      jurisdictionCode,
      unitId: null,
    });
    const existing = event && (await activationOf(tx, event.id, jurisdictionCode));
    refuseIfAny([
      ...(event ? concerned(event, jurisdictionCode) : [refusal('eventId', 'NOT_FOUND')]),
      ...judgeAct(
        ACTIVATION_ACTS,
        'propose',
        existing && existing.stage !== 'PROPOSED' ? existing.stage : null,
        appointment !== null,
      ),
    ]);
    if (!event) throw new Error('a missing event was not refused');
    const id = existing?.id ?? (await enterProposal(tx, event, jurisdictionCode, officer, at));
    const counts = await keepProposal(tx, id, event, jurisdictionCode);
    await writeLedgerEntry(tx, {
      process: 'activation',
      act: 'propose',
      article: null,
      at,
      by: officer,
      appointment,
      jurisdictionCode,
      subjects: [{ kind: 'activation', id, from: existing?.stage ?? null, to: 'PROPOSED' }],
      details: { event: event.id, ...counts },
    });
    await tellChanges(tx, [{ topic: 'ACTIVATION', jurisdictionCode, activationId: id, at }]);
    return id;
  });
}

/** Drops a proposal nobody decided. */
export async function cancelProposal(office: Office, officer: Officer, id: string): Promise<void> {
  const at = office.clock.now();
  await inTransaction(office.dataSource, async (tx) => {
    const { jurisdictionCode } = await performAct(tx, ACTIVATION_PROCESS, {
      act: 'cancel',
      id,
      by: officer,
      at,
    });
    await tellChanges(tx, [{ topic: 'ACTIVATION', jurisdictionCode, activationId: id, at }]);
  });
}

/** The event, its row held, so that two who propose or decide for it at once follow each other. */
export async function lockEvent(tx: EntityManager, id: string): Promise<EventFacts | null> {
  const [event] = await tx.query<EventFacts[]>(
    `select id, hazard, exercise, jurisdictions, people_affected as people from hazard_event where id = $1 for no key update`,
    [id],
  );
  return event ?? null;
}

/** The activation of an event in a jurisdiction, unless it was dropped. */
export async function activationOf(
  tx: EntityManager,
  eventId: string,
  jurisdictionCode: string,
): Promise<{ id: string; stage: ActivationStage } | null> {
  const [found] = await tx.query<{ id: string; stage: ActivationStage }[]>(
    `select id, stage from activation where event_id = $1 and jurisdiction_code = $2 and stage <> 'CANCELLED'`,
    [eventId, jurisdictionCode],
  );
  return found ?? null;
}

/** A row that is proposed and decides nothing. */
export async function enterProposal(
  tx: EntityManager,
  event: EventFacts,
  jurisdictionCode: string,
  officer: Officer,
  at: Date,
): Promise<string> {
  const id = uuidv7();
  await tx.query(
    `insert into activation (id, event_id, jurisdiction_code, stage, exercise, proposed_at, proposed_by)
     values ($1, $2, $3, 'PROPOSED', $4, $5, $6)`,
    [id, event.id, jurisdictionCode, event.exercise, at, officer.personId],
  );
  return id;
}

/** An event is answered only in the jurisdictions it concerns. */
export function concerned(event: EventFacts, jurisdictionCode: string): Refusal[] {
  return event.jurisdictions.includes(jurisdictionCode)
    ? []
    : [refusal('jurisdictionCode', 'NOT_CONCERNED', { jurisdiction: jurisdictionCode })];
}

async function keepProposal(tx: EntityManager, id: string, event: EventFacts, jurisdictionCode: string) {
  const candidates = await findCandidates(tx, event, jurisdictionCode);
  const items = proposeShelters(candidates, { hazard: event.hazard, people: event.people });
  await tx.query(`delete from proposal_item where activation_id = $1`, [id]);
  await tx.query(
    `insert into proposal_item (activation_id, shelter_id, proposed, reasons, position)
     select $1, shelter_id, proposed, reasons, position
     from jsonb_to_recordset($2) as item (shelter_id uuid, proposed boolean, reasons jsonb, position integer)`,
    [
      id,
      jsonText(
        items.map(({ shelterId, proposed, reasons }, position) => ({
          shelter_id: shelterId,
          proposed,
          reasons,
          position,
        })),
      ),
    ],
  );
  const proposed = items.filter((item) => item.proposed).length;
  return { proposed, skipped: items.length - proposed };
}

async function findCandidates(
  tx: EntityManager,
  event: EventFacts,
  jurisdictionCode: string,
): Promise<ProposalCandidate[]> {
  const rows = await tx.query<(Omit<ProposalCandidate, 'suitability'> & { letters: string })[]>(
    `select shelter.id as "shelterId", shelter.code, shelter.suitability as letters, shelter.readiness,
            shelter.operational_status as "operationalStatus", ${roomOf('shelter')} as usable,
            shelter.location is not null as placed,
            st_intersects(event.area, shelter.location) as "insideArea",
            st_distance(st_centroid(event.area), shelter.location) as distance,
            exists (select 1 from activation_shelter opened
                    where opened.shelter_id = shelter.id and opened.released_at is null and not opened.exercise) as live
     from shelter join hazard_event event on event.id = $1
     where shelter.jurisdiction_code = $2 and shelter.deregistered_at is null
     order by shelter.code limit 20000`,
    [event.id, jurisdictionCode],
  );
  return rows.map(({ letters, ...row }) => ({
    ...row,
    suitability: readSuitability(letters, event.hazard),
  }));
}

function refusal(field: string, code: Refusal['code'], params: Refusal['params'] = {}): Refusal {
  return { rule: 'activation/proposal', article: null, field, code, params };
}
