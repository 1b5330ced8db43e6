import type { CivilDate } from '../civil-date.ts';
import type { Refusal } from '../refusal.ts';
import { TEXT_LIMITS } from '../registry/text-limits.ts';
import { maintainerRefusals, pastDateRefusals, textRefusals, type ToldMaintainer } from './arrangement.ts';

export interface ToldDetermination extends ToldMaintainer {
  readonly decisionNumber: string;
  readonly reason: string;
  /** Civil date, as it is said. */
  readonly on: string;
  /** When the two failed to agree; null = no disagreement is on record and waits. */
  readonly disagreedOn: CivilDate | null;
}

/** Art. 17: it is determined only where the two could not agree, and after that; with a number and a reason. */
export function determinationRefusals(told: ToldDetermination, today: CivilDate): Refusal[] {
  const { disagreedOn, on, reason } = told;
  const length = reason.trim().length;
  const limit = TEXT_LIMITS.reason;
  const dates = pastDateRefusals('determinedOn', on, today);
  return [
    ...(disagreedOn === null ? [refusal(null, 'NO_DISAGREEMENT')] : []),
    ...maintainerRefusals(told),
    ...textRefusals('decisionNumber', told.decisionNumber, TEXT_LIMITS.decisionNumber),
    ...(length === 0 ? [refusal('reason', 'REASON_MISSING')] : []),
    ...(length > limit ? [refusal('reason', 'REASON_TOO_LONG', { limit, length })] : []),
    ...dates,
    ...(disagreedOn !== null && dates.length === 0 && on < disagreedOn
      ? [refusal('determinedOn', 'BEFORE_DISAGREEMENT', { earliest: disagreedOn })]
      : []),
  ];
}

function refusal(field: string | null, code: Refusal['code'], params: Refusal['params'] = {}): Refusal {
  return { rule: 'maintenance/determination', article: 17, field, code, params };
}
