import { isCivilDate, type CivilDate } from '../civil-date.ts';
import type { Refusal } from '../refusal.ts';
import { TEXT_LIMITS } from '../registry/text-limits.ts';

/** Practice, configurable: a target of more than a week is none. */
export const MOST_TARGET_MINUTES = 7 * 24 * 60;
/** Practice, configurable. */
export const MOST_POST_MEMBERS = 50;

/** More seats than a command post has. */
export function postSizeRefusals(count: number): Refusal[] {
  return count > MOST_POST_MEMBERS
    ? [refusal('members', 'TOO_MANY', { limit: MOST_POST_MEMBERS, count })]
    : [];
}

/** A name or title of the standing order (roster, plan, command post): there, and not longer than a name. */
export function standingTextRefusals(field: string, text: string): Refusal[] {
  const length = text.trim().length;
  const limit = TEXT_LIMITS.name;
  if (length === 0) return [refusal(field, 'EMPTY', {})];
  return length > limit ? [refusal(field, 'TOO_LONG', { limit, length })] : [];
}

/** Art. 24: a roster entry holds from one existing day to a later one, or until further notice. */
export function rosterDateRefusals(from: CivilDate, until: CivilDate | null): Refusal[] {
  const unreal = [
    ['inForceFrom', from],
    ['inForceUntil', until],
  ] as const;
  const refusals = unreal.flatMap(([field, value]) =>
    value === null || isCivilDate(value)
      ? []
      : [refusal(field, 'NO_SUCH_DATE', { value: value.slice(0, 40) })],
  );
  if (refusals.length > 0 || until === null || until > from) return refusals;
  return [refusal('inForceUntil', 'ROSTER_DATES_REVERSED', {})];
}

/** Practice: a target is a whole number of minutes, at least one; null = no clock. */
export function targetRefusals(minutes: number | null): Refusal[] {
  if (minutes === null) return [];
  if (minutes < 1) return [refusal('minutes', 'TOO_SMALL', { value: minutes, limit: 1 })];
  return minutes > MOST_TARGET_MINUTES
    ? [refusal('minutes', 'TOO_LARGE', { value: minutes, limit: MOST_TARGET_MINUTES })]
    : [];
}

function refusal(field: string, code: Refusal['code'], params: Refusal['params']): Refusal {
  return { rule: 'activation/standing-order', article: null, field, code, params };
}
