import { runningNumber } from '../registry/running-number.ts';

/** Filing number: local code, four-digit year, running number of that jurisdiction and year (>= 1, no upper limit). */
export function filingNumber(localCode: string, year: number, running: number): string {
  if (!Number.isInteger(year) || year < 1000 || year > 9999)
    throw new RangeError(`year must have four digits, got ${year}`);
  return `${localCode}-${year}-${runningNumber(running)}`;
}
