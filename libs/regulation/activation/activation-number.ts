import { runningNumber } from '../registry/running-number.ts';

/** Number of a decision: `localCode-QY-year-number` (启用), of an exercise `-YL-` (演练); counted apart. */
export function activationNumber(
  localCode: string,
  year: number,
  running: number,
  exercise: boolean,
): string {
  return `${localCode}-${exercise ? 'YL' : 'QY'}-${year}-${runningNumber(running)}`;
}

/** Number of one shelter's opening order within a decision. */
export function orderNumber(decision: string, running: number): string {
  return `${decision}-${String(running).padStart(3, '0')}`;
}
