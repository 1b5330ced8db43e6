import type { Refusal } from '../refusal.ts';

/** A warning at the gate: it stops an entry made online until it is sent again with a reason, and never a rescue. */
type Warning = Refusal;

/** Practice: more people than places. Unknown room admits. */
export function fullWarning(usable: number | null, inside: number, persons: number): Warning[] {
  if (usable === null || inside + persons <= usable) return [];
  return [warning('persons', 'FULL_WARNING', { usable, inside, persons })];
}

/** Practice: the card of a household that is checked in already, here or elsewhere. */
export function alreadyInsideWarning(elsewhere: { code: string; persons: number } | null): Warning[] {
  return elsewhere ? [warning('cardCode', 'ALREADY_INSIDE', elsewhere)] : [];
}

/** Practice: more people leave than are counted inside. */
export function moreOutThanInWarning(inside: number, persons: number): Warning[] {
  return persons > inside ? [warning('persons', 'MORE_OUT_THAN_IN', { inside, persons })] : [];
}

/** Whether somebody at the gate answered for an entry in spite of its warnings. */
export function answeredFor(reason: string | null): boolean {
  return (reason?.trim() ?? '') !== '';
}

function warning(field: string, code: Refusal['code'], params: Refusal['params']): Warning {
  return { rule: 'occupancy/gate-warnings', article: null, field, code, params };
}
