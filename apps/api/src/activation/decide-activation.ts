import { activationNumber } from '#regulation/activation/activation-number';
import {
  decisionAdvice,
  decisionRefusals,
  decisionTextRefusals,
  LEGAL_BASIS,
} from '#regulation/activation/decision';
import { mayPerform } from '#regulation/authority';
import { civilDateOf } from '#regulation/civil-date';
import type { Finding } from '#regulation/refusal';
import type { EntityManager } from 'typeorm';
import type { Officer } from '../identity/officer.ts';
import { performAct } from '../ledger/perform-act.ts';
import { inTransaction } from '../platform/database/data-source.ts';
import type { Office } from '../platform/office.ts';
import { tellChanges } from '../platform/outbox/tell-change.ts';
import { refuseIfAny } from '../platform/refused.ts';
import { takeNumbers } from '../registry/take-numbers.ts';
import { ACTIVATION_PROCESS } from './activation-process.ts';
import { planToFollow } from './keep-emergency-plan.ts';
import { findUnassigned, nameShelters, onlyOnce } from './name-shelters.ts';
import { openedSubjects, openShelters, type ShelterToOpen } from './open-shelters.ts';
import { activationOf, concerned, enterProposal, lockEvent, type EventFacts } from './propose-activation.ts';
import { recordEventIn, type NewEvent } from './record-event.ts';
import { takeTemporaryPlaces, type TemporaryPlace } from './take-temporary-places.ts';

export interface Decision {
  /** The client's own id for the decision; a repeat with the same one answers the same activation. */
  readonly key: string | null;
  /** An event on record, or one that is recorded with the decision. */
  readonly event: { readonly id: string } | NewEvent;
  readonly jurisdictionCode: string;
  readonly shelters: readonly ShelterToOpen[];
  readonly temporaryPlaces: readonly TemporaryPlace[];
  readonly legalBasis: string | null;
  readonly planId: string | null;
}

/** What was decided, and what the signer should know. */
export interface Decided {
  readonly activationId: string;
  readonly advice: Finding[];
}

/**
 * Art. 22: the county government or committee opens shelters. One transaction: number, legal basis, plan version; for each
 * shelter its opening order, command post, seven duties and volunteer station; the announcement. One ledger entry.
 */
export function decideActivation(office: Office, officer: Officer, decision: Decision): Promise<Decided> {
  const at = office.clock.now();
  const idempotent = decision.key !== null;
  return inTransaction(office.dataSource, (tx) => decideIn(tx, office, officer, decision, at), {
    idempotent,
  });
}

async function decideIn(
  tx: EntityManager,
  office: Office,
  officer: Officer,
  decision: Decision,
  at: Date,
): Promise<Decided> {
  const { key, jurisdictionCode } = decision;
  const before = key && (await decidedBefore(tx, key, officer.personId));
  if (before) return { activationId: before, advice: [] };
  const appointment = mayPerform(officer, 'decideActivation', { jurisdictionCode, unitId: null });
  const noAuthority = appointment
    ? []
    : ([
        {
          rule: 'act-table',
          article: 22,
          field: null,
          code: 'NO_AUTHORITY',
          params: { act: 'decideActivation' },
        },
      ] as const);
  // Before anything is recorded: somebody without authority leaves no trace, and is told at once.
  refuseIfAny([...noAuthority, ...decisionTextRefusals('legalBasis', decision.legalBasis)]);
  if (!appointment) throw new Error('a decision without authority was not refused');
  const eventId =
    'id' in decision.event ? decision.event.id : await recordEventIn(tx, officer, decision.event, at);
  const event = await lockEvent(tx, eventId);
  refuseIfAny(
    event
      ? concerned(event, jurisdictionCode)
      : [{ rule: 'activation/decision', article: 22, field: 'eventId', code: 'NOT_FOUND', params: {} }],
  );
  if (!event) throw new Error('a missing event was not refused');
  const id = await activationToDecide(tx, event, jurisdictionCode, officer, at);
  const places = await takeTemporaryPlaces(tx, decision.temporaryPlaces, {
    jurisdictionCode,
    ownOrganisationId: appointment.organisationId,
    by: officer.personId,
    at,
  });
  const shelters = onlyOnce(decision.shelters);
  const { named, missing } = await nameShelters(tx, shelters, { jurisdictionCode, exercise: event.exercise });
  const plan = await planToFollow(tx, jurisdictionCode, decision.planId, at);
  const number = await nextNumber(tx, jurisdictionCode, event.exercise, at);
  const legalBasis = decision.legalBasis?.trim() || LEGAL_BASIS;
  const toOpen = [...shelters, ...places.map((shelterId) => ({ shelterId, overrideReason: null }))];
  const advice = decisionAdvice({
    shelters: named,
    planInForce: plan !== null,
    unassigned: await findUnassigned(tx, jurisdictionCode, at),
  });
  await performAct(tx, ACTIVATION_PROCESS, {
    act: 'decide',
    id,
    by: officer,
    at,
    refusals: () => decisionRefusals(named, { missing, temporaryPlaces: places.length }),
    set: {
      number,
      legal_basis: legalBasis,
      plan_id: plan?.id ?? null,
      plan_label: plan?.label ?? null,
      decided_at: at,
      decided_by: officer.personId,
      decision_key: key,
    },
    also: openedSubjects(toOpen),
    details: {
      number,
      event: event.id,
      exercise: event.exercise,
      plan: plan?.id ?? null,
      shelters: toOpen.length,
      temporaryPlaces: places.length,
      advice: advice.map(({ code }) => code),
    },
  });
  if (!event.exercise) await enterLiveSituation(tx, id, jurisdictionCode, event);
  const consequences = await openShelters(tx, {
    activationId: id,
    exercise: event.exercise,
    number,
    ordersBefore: 0,
    shelters: toOpen,
    by: officer.personId,
    at,
  });
  await tx.query(
    `update decision_request set answered_at = $3, answer = 'DECIDED'
     where event_id = $1 and jurisdiction_code = $2 and answered_at is null`,
    [event.id, jurisdictionCode, at],
  );
  await office.carryOut(tx, [
    ...consequences,
    {
      kind: 'ANNOUNCE',
      occasion: 'ACTIVATION',
      activationId: id,
      shelterIds: toOpen.map(({ shelterId }) => shelterId),
      by: officer.personId,
      at,
    },
  ]);
  await tellChanges(tx, [{ topic: 'ACTIVATION', jurisdictionCode, activationId: id, at }]);
  return { activationId: id, advice };
}

async function decidedBefore(tx: EntityManager, key: string, personId: string): Promise<string | null> {
  // Two sendings of one decision wait for each other here, so that the second finds what the first made.
  await tx.query(`select pg_advisory_xact_lock(hashtextextended($1::uuid::text, 0))`, [key]);
  const [before] = await tx.query<{ id: string }[]>(
    `select id from activation where decision_key = $1 and decided_by = $2`,
    [key, personId],
  );
  return before?.id ?? null;
}

/** The proposal of this event and jurisdiction, or a row made for a decision that nobody proposed. */
async function activationToDecide(
  tx: EntityManager,
  event: EventFacts,
  jurisdictionCode: string,
  officer: Officer,
  at: Date,
): Promise<string> {
  const existing = await activationOf(tx, event.id, jurisdictionCode);
  return existing?.id ?? enterProposal(tx, event, jurisdictionCode, officer, at);
}

async function nextNumber(
  tx: EntityManager,
  jurisdictionCode: string,
  exercise: boolean,
  at: Date,
): Promise<string> {
  const year = Number(civilDateOf(at).slice(0, 4));
  const running = await takeNumbers(tx, exercise ? 'EXERCISE' : 'ACTIVATION', jurisdictionCode, year);
  const [jurisdiction] = await tx.query<{ local_code: string }[]>(
    `select local_code from jurisdiction where code = $1`,
    [jurisdictionCode],
  );
  if (!jurisdiction) throw new Error(`no jurisdiction ${jurisdictionCode}`);
  return activationNumber(jurisdiction.local_code, year, running, exercise);
}

/** From here on the nearest shelters of this jurisdiction are the open ones. */
async function enterLiveSituation(
  tx: EntityManager,
  activationId: string,
  jurisdictionCode: string,
  { hazard }: EventFacts,
): Promise<void> {
  await tx.query(
    `insert into live_situation (activation_id, jurisdiction_code, hazards) values ($1, $2, array[$3])`,
    [activationId, jurisdictionCode, hazard],
  );
}
