import type { Refusal } from '../refusal.ts';
import { TEXT_LIMITS } from '../registry/text-limits.ts';

/** Practice, configurable: a drawn area of more points is no hand's drawing. */
export const MOST_AREA_POINTS = 2_000;
const MOST_PEOPLE = 10_000_000;

export interface EventFacts {
  readonly name: string;
  readonly jurisdictions: readonly string[];
  /** Of those, the ones the system does not know. */
  readonly unknownJurisdictions: readonly string[];
  readonly peopleAffected: number | null;
  /** Instants in milliseconds since 1970. */
  readonly occurredAt: number;
  readonly now: number;
  readonly areaPoints: number;
  /** False when the drawn lines cross themselves. */
  readonly areaSimple: boolean;
}

/** What cannot be true of an event. What is not known (level, area, people) is left out, never demanded. */
export function eventRefusals(facts: EventFacts): Refusal[] {
  const { name, jurisdictions, unknownJurisdictions, peopleAffected, occurredAt, now } = facts;
  const length = name.trim().length;
  const limit = TEXT_LIMITS.name;
  return [
    ...(length === 0 ? [refusal('eventName', 'EMPTY')] : []),
    ...(length > limit ? [refusal('eventName', 'TOO_LONG', { limit, length })] : []),
    ...(jurisdictions.length === 0 ? [refusal('jurisdictions', 'NOTHING_CHOSEN')] : []),
    ...unknownJurisdictions.map((value) => refusal('jurisdictions', 'UNKNOWN_JURISDICTION', { value })),
    ...(peopleAffected !== null && peopleAffected < 0
      ? [refusal('peopleAffected', 'NEGATIVE', { value: peopleAffected })]
      : []),
    ...(peopleAffected !== null && peopleAffected > MOST_PEOPLE
      ? [refusal('peopleAffected', 'TOO_LARGE', { value: peopleAffected, limit: MOST_PEOPLE })]
      : []),
    ...(occurredAt > now ? [refusal('occurredAt', 'MOMENT_IN_FUTURE')] : []),
    ...(facts.areaPoints > MOST_AREA_POINTS
      ? [refusal('area', 'TOO_MANY', { limit: MOST_AREA_POINTS, count: facts.areaPoints })]
      : []),
    ...(facts.areaSimple ? [] : [refusal('area', 'SELF_CROSSING')]),
  ];
}

function refusal(field: string, code: Refusal['code'], params: Refusal['params'] = {}): Refusal {
  return { rule: 'activation/event', article: null, field, code, params };
}
