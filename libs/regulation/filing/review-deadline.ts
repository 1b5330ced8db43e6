import { addDays, civilDateOf, type CivilDate } from '../civil-date.ts';
import type { DeadlineLight, FilingStage } from '../enumerations.ts';
import { latenessOf, type LatenessConfig } from '../upkeep/lateness.ts';
import { afterWorkingDays, type HolidayCalendar } from '../upkeep/working-days.ts';

/** How long a review takes at most; the city sets its own. */
export interface ReviewTerm {
  readonly workingDays: number;
  readonly calendar?: HolidayCalendar;
}

/** A deadline and how it stands. */
export interface ReviewDeadline {
  readonly dueOn: CivilDate;
  readonly light: DeadlineLight;
}

/** Practice: the Measures name no time; ten working days unless the city says otherwise. It changes no right and no duty. */
export const REVIEW_WORKING_DAYS = 10;
const REVIEW_LATENESS: LatenessConfig = { soonDays: 3, veryLateDays: 14 };

/**
 * By when a filing that was handed in is to be decided, counted from the day after; null when nobody has to decide it or
 * the day is not known. Returned and handed in again, it is counted anew.
 */
export function reviewDeadline(
  { stage, submittedAt }: { readonly stage: FilingStage; readonly submittedAt: Date | null },
  now: Date,
  { workingDays, calendar }: ReviewTerm,
): ReviewDeadline | null {
  if (stage !== 'SUBMITTED' || submittedAt === null) return null;
  const dueOn = afterWorkingDays(civilDateOf(submittedAt), workingDays, calendar);
  return { dueOn, light: latenessOf(dueOn, civilDateOf(now), REVIEW_LATENESS) };
}

/** The last day whose filings are past their deadline today: handed in on it or before, they are late. */
export function lastDayLate(today: CivilDate, { workingDays, calendar }: ReviewTerm): CivilDate {
  let day = addDays(today, -1);
  while (afterWorkingDays(day, workingDays, calendar) >= today) day = addDays(day, -1);
  return day;
}
