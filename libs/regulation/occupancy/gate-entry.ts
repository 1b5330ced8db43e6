import type { ActName } from '../authority.ts';
import type { GateEntryKind, VulnerableGroup } from '../enumerations.ts';
import type { Refusal } from '../refusal.ts';
import { TEXT_LIMITS } from '../registry/text-limits.ts';

/** Practice, configurable: more than a household or a bus; a typing error beyond. */
export const MOST_PERSONS = 1_000;
/** Practice: no place of a prefecture holds more. */
export const MOST_COUNTED = 1_000_000;
/** Practice: what one synchronisation brings at the most. */
export const MOST_ENTRIES = 500;

const CARD = /^[0-9A-Za-z-]{1,32}$/;
const IDENTITY_NUMBER = /^\d{17}[\dXx]$/;

/** The act of the authority table that each kind of entry is. */
export const GATE_ACTS = {
  CHECK_IN: 'checkIn',
  CHECK_OUT: 'checkOut',
  COUNT_IN: 'countOccupants',
  COUNT_OUT: 'countOccupants',
  HEAD_COUNT: 'countOccupants',
} as const satisfies Record<GateEntryKind, ActName>;

export interface GateEntryForm {
  readonly kind: GateEntryKind;
  readonly persons: number;
  readonly stayId: string | null;
  readonly cardCode: string | null;
  readonly groups: readonly { readonly group: VulnerableGroup; readonly persons: number }[];
  readonly reason: string | null;
}

/** Practice: what makes an entry no entry at all. Judged by the phone before it keeps one, and by the server again. */
export function gateEntryRefusals(entry: GateEntryForm): Refusal[] {
  return [
    ...personsRefusals(entry),
    ...(entry.kind === 'CHECK_OUT' && entry.stayId === null ? [refusal('stayId', 'MISSING', {})] : []),
    ...cardRefusals(entry.cardCode),
    ...groupRefusals(entry),
    ...reasonRefusals(entry.reason),
  ];
}

function personsRefusals({ kind, persons }: GateEntryForm): Refusal[] {
  const [least, most] = kind === 'HEAD_COUNT' ? [0, MOST_COUNTED] : [1, MOST_PERSONS];
  if (!Number.isInteger(persons)) return [refusal('persons', 'NOT_WHOLE', { value: persons })];
  if (persons < least) return [refusal('persons', 'TOO_SMALL', { value: persons, limit: least })];
  return persons > most ? [refusal('persons', 'TOO_LARGE', { value: persons, limit: most })] : [];
}

function cardRefusals(code: string | null): Refusal[] {
  if (code === null) return [];
  if (IDENTITY_NUMBER.test(code)) return [refusal('cardCode', 'CARD_IS_IDENTITY_NUMBER', {})];
  return CARD.test(code) ? [] : [refusal('cardCode', 'CARD_MALFORMED', {})];
}

/** One person may belong to two groups, so no sum is judged; no group is larger than the household. */
function groupRefusals({ groups, persons }: GateEntryForm): Refusal[] {
  const negative = groups.find((one) => one.persons < 0);
  if (negative) return [refusal('groups', 'NEGATIVE', { value: negative.persons })];
  const largest = Math.max(0, ...groups.map((one) => one.persons));
  return largest > 0 && largest > persons
    ? [refusal('groups', 'GROUPS_EXCEED', { count: largest, persons })]
    : [];
}

function reasonRefusals(reason: string | null): Refusal[] {
  const length = reason?.trim().length ?? 0;
  const limit = TEXT_LIMITS.reason;
  return length > limit ? [refusal('reason', 'REASON_TOO_LONG', { limit, length })] : [];
}

function refusal(field: string, code: Refusal['code'], params: Refusal['params']): Refusal {
  return { rule: 'occupancy/gate-entry', article: null, field, code, params };
}
