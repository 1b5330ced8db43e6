import type { CivilDate } from '../civil-date.ts';
import type { ClockState } from '../enumerations.ts';
import { IN_FORCE_FROM } from './in-force.ts';

export interface YearlyClockConfig {
  /** Month and day: filed before it, the year of filing itself is owed. */
  owedIfFiledBefore: string;
}

/** Art. 20 (6) and 27 ¶2 say "at least once a year"; what the first year asks is practice, the city sets its own. */
export const YEARLY_CLOCK_DEFAULTS: YearlyClockConfig = { owedIfFiledBefore: '10-01' };

export interface YearlyFacts {
  /** The day the shelter came on file; null = not on file, nothing is owed. */
  filedOn: CivilDate | null;
  /** The day it was deregistered; that year is no longer owed. */
  endedOn: CivilDate | null;
  /** Calendar years in which the thing was done. */
  doneYears: readonly number[];
  today: CivilDate;
}

export interface YearlyClock {
  state: ClockState;
  /** The last day of the earliest year still to be made good, else of the next one; null when nothing is asked any more. */
  dueOn: CivilDate | null;
  /** Past years in which it was owed and not done; they stay visible whatever is done later. */
  missedYears: number[];
}

/** The first calendar year that is owed; null when the shelter is not on file. */
export function firstYearOwed(
  filedOn: CivilDate | null,
  config: YearlyClockConfig = YEARLY_CLOCK_DEFAULTS,
): number | null {
  if (filedOn === null) return null;
  const from = filedOn < IN_FORCE_FROM ? IN_FORCE_FROM : filedOn;
  return yearOf(from) + (from.slice(5) < config.owedIfFiledBefore ? 0 : 1);
}

/**
 * Art. 20 (6), 27 ¶2: at least once in every calendar year (Asia/Shanghai). DUE until 31 December; then OVERDUE until it
 * is done, in whichever year.
 */
export function yearlyClock(
  { filedOn, endedOn, doneYears, today }: YearlyFacts,
  config: YearlyClockConfig = YEARLY_CLOCK_DEFAULTS,
): YearlyClock {
  const first = firstYearOwed(filedOn, config);
  if (first === null) return { state: 'NOT_OWED', dueOn: null, missedYears: [] };
  const year = yearOf(today);
  const lastPast = Math.min(year, endedOn === null ? year : yearOf(endedOn)) - 1;
  const missedYears: number[] = [];
  for (let past = first; past <= lastPast; past += 1) if (!doneYears.includes(past)) missedYears.push(past);
  if (endedOn !== null) return { state: 'NOT_OWED', dueOn: null, missedYears };
  const next = Math.max(first, ...doneYears.map((done) => done + 1));
  return { state: stateOf(next, year, doneYears), dueOn: `${next}-12-31`, missedYears };
}

function stateOf(next: number, year: number, doneYears: readonly number[]): ClockState {
  if (next < year) return 'OVERDUE';
  if (next === year) return 'DUE';
  return doneYears.some((done) => done >= year) ? 'FULFILLED' : 'NOT_OWED';
}

function yearOf(date: CivilDate): number {
  return Number(date.slice(0, 4));
}
