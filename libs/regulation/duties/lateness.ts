import type { DutyStage, Lateness } from '../enumerations.ts';

/** A duty and its clock. Instants in milliseconds since 1970; a due of null = nobody set a target. */
export interface DutyClock {
  readonly stage: DutyStage;
  readonly assignedAt: number;
  readonly acknowledgeDue: number | null;
  readonly inPlaceDue: number | null;
  readonly inPlaceAt: number | null;
}

/** Practice, configurable: the last part of the time in which a duty is due soon. */
const SOON_SHARE = 0.25;

/**
 * Practice (no article sets minutes): four steps against the target that the city itself set. A duty that waits for its
 * answer is late by the earlier of its two dues; one that is in place keeps how late it came. Very late = twice its time.
 */
export function lateness(clock: DutyClock, at: number): Lateness {
  const due = dueOf(clock);
  if (due === null) return 'NO_TARGET';
  const moment = clock.inPlaceAt === null ? at : Math.min(at, clock.inPlaceAt);
  const span = due - clock.assignedAt;
  if (moment > due + span) return 'VERY_LATE';
  if (moment > due) return 'LATE';
  if (clock.inPlaceAt === null && moment >= due - span * SOON_SHARE) return 'DUE_SOON';
  return 'ON_TIME';
}

/** By when the next word is awaited; null = no target. */
export function dueOf({ stage, acknowledgeDue, inPlaceDue }: DutyClock): number | null {
  if (stage !== 'ASSIGNED') return inPlaceDue;
  if (acknowledgeDue === null || inPlaceDue === null) return acknowledgeDue ?? inPlaceDue;
  return Math.min(acknowledgeDue, inPlaceDue);
}
