import type { DutyKind, Readiness } from '../enumerations.ts';
import type { Finding, Refusal } from '../refusal.ts';
import { TEXT_LIMITS } from '../registry/text-limits.ts';

/** Practice, configurable: what one decision may name at the most. */
export const MOST_SHELTERS = 2_000;
export const MOST_TEMPORARY_PLACES = 50;

/** The sentence a decision rests on when its signer writes no other. */
export const LEGAL_BASIS = '《三门峡市应急避难场所管理办法》第二十二条';

/** A named shelter as the decision finds it. */
export interface NamedShelter {
  readonly code: string;
  readonly ownJurisdiction: boolean;
  readonly deregistered: boolean;
  readonly readiness: Readiness;
  readonly overrideReason: string | null;
  /** Number of the live real activation it is in already; null = none. */
  readonly liveIn: string | null;
}

/**
 * Art. 22: what refuses a decision outright. Only what makes it no decision at all: no shelter, somebody else's shelter,
 * one that is live already. Doubts (not ready, no plan, nobody on the roster) never stop a rescue: `decisionAdvice`.
 */
export function decisionRefusals(
  shelters: readonly NamedShelter[],
  { missing, temporaryPlaces }: { missing: number; temporaryPlaces: number },
): Refusal[] {
  const count = shelters.length + missing;
  return [
    ...(count + temporaryPlaces === 0 ? [refusal('shelters', 'NOTHING_CHOSEN', {})] : []),
    ...(count > MOST_SHELTERS ? [refusal('shelters', 'TOO_MANY', { limit: MOST_SHELTERS, count })] : []),
    ...(temporaryPlaces > MOST_TEMPORARY_PLACES
      ? [refusal('temporaryPlaces', 'TOO_MANY', { limit: MOST_TEMPORARY_PLACES, count: temporaryPlaces })]
      : []),
    ...(missing > 0 ? [refusal('shelters', 'NOT_FOUND', { missing })] : []),
    ...shelters.flatMap(({ code, ownJurisdiction, deregistered, liveIn }) => [
      ...(ownJurisdiction ? [] : [refusal('shelters', 'FOREIGN_SHELTER', { code })]),
      ...(deregistered ? [refusal('shelters', 'SHELTER_DEREGISTERED', { code })] : []),
      ...(liveIn === null ? [] : [refusal('shelters', 'ALREADY_LIVE', { code, number: liveIn })]),
    ]),
  ];
}

/** What a decider should know and may sign all the same; told with the decision and kept with it. */
export function decisionAdvice(facts: {
  readonly shelters: readonly NamedShelter[];
  readonly planInForce: boolean;
  readonly unassigned: readonly DutyKind[];
}): Finding[] {
  const { shelters, planInForce, unassigned } = facts;
  return [
    ...(planInForce ? [] : [advice('planId', 'NO_PLAN_IN_FORCE', {}, 22)]),
    ...unassigned.map((duty) => advice('shelters', 'DUTY_UNASSIGNED', { duty }, 24)),
    ...shelters
      .filter(({ readiness, overrideReason }) => readiness === 'UNAVAILABLE' && !overrideReason?.trim())
      .map(({ code }) => advice('shelters', 'OPENED_UNAVAILABLE', { code }, null)),
  ];
}

/** A text of a decision: not longer than a reason may be. Nothing written means the usual words. */
export function decisionTextRefusals(field: string, text: string | null): Refusal[] {
  const limit = TEXT_LIMITS.reason;
  const length = text?.trim().length ?? 0;
  return length > limit ? [refusal(field, 'TOO_LONG', { limit, length })] : [];
}

function refusal(field: string, code: Refusal['code'], params: Refusal['params']): Refusal {
  return { rule: 'activation/decision', article: 22, field, code, params };
}

function advice(
  field: string,
  code: Refusal['code'],
  params: Refusal['params'],
  article: number | null,
): Finding {
  return {
    rule: 'activation/decision',
    article,
    field,
    code,
    params,
    class: 'ADVICE',
    ...(article === null ? { source: 'practice: warn, record, go on' } : {}),
  };
}
