import type { CivilDate } from '../civil-date.ts';
import { daysBetween } from '../civil-date.ts';
import type { DeadlineLight } from '../enumerations.ts';

export interface LatenessConfig {
  /** Days before a deadline from which it is due soon. */
  soonDays: number;
  /** Days after a deadline from which it is very late. */
  veryLateDays: number;
}

/** Practice: only how a deadline is shown, it changes no right and no duty; the city sets its own. */
export const DEFECT_LATENESS: LatenessConfig = { soonDays: 7, veryLateDays: 30 };
export const YEARLY_LATENESS: LatenessConfig = { soonDays: 92, veryLateDays: 181 };

/** How a deadline stands today; the day itself is still in time. */
export function latenessOf(dueOn: CivilDate, today: CivilDate, config: LatenessConfig): DeadlineLight {
  const left = daysBetween(today, dueOn);
  if (left < 0) return left <= -config.veryLateDays ? 'VERY_LATE' : 'LATE';
  return left <= config.soonDays ? 'DUE_SOON' : 'ON_TIME';
}
