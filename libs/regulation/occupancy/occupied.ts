/** What the gate counted, raw: what arrives out of order may make a sum negative for a while. */
export interface Tally {
  /** Persons of open stays. */
  readonly staying: number;
  /** Counted in without a name less counted out. */
  readonly counted: number;
}

/** Practice: persons inside; null until anybody counted, and never below zero. */
export function occupiedOf(tally: Tally | null): number | null {
  return tally === null ? null : Math.max(0, tally.staying + tally.counted);
}

/** Practice (清点 is an observation): how far a head count is from the number; null while there is no number. */
export function headCountDifference(counted: number, inside: number | null): number | null {
  return inside === null ? null : counted - inside;
}

/**
 * Practice (latest gate time counts as present): of two stays under one card, whether the new one is where the people are.
 * At the same moment the one that came in last.
 */
export function newStayCounts(newAt: number, otherAt: number): boolean {
  return newAt >= otherAt;
}
