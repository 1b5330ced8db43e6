import { isFieldName } from '../field-names.ts';
import type { Refusal } from '../refusal.ts';
import { TEXT_LIMITS } from '../registry/text-limits.ts';

export interface ReturnReason {
  /** The field to put right; null = the filing as a whole. */
  field: string | null;
  text: string;
}

/** Art. 14 with the practice of telling everything at once: a return names at least one reason, each in words. */
export function returnRefusals(reasons: readonly ReturnReason[]): Refusal[] {
  if (reasons.length === 0) return [refusal('reasons', 'REASON_MISSING', {})];
  if (reasons.length > MOST_REASONS) {
    return [refusal('reasons', 'TOO_MANY', { limit: MOST_REASONS, count: reasons.length })];
  }
  return reasons.flatMap(({ field, text }, index) => [
    ...(field === null || isFieldName(field)
      ? []
      : [
          refusal(`reasons.${index}.field`, 'UNKNOWN_VALUE', {
            value: field.slice(0, 40),
            allowed: 'name, position, …',
          }),
        ]),
    ...reasonRefusals(text, `reasons.${index}`),
  ]);
}

/** More than a form has fields is no letter any more. */
const MOST_REASONS = 100;

/** A written reason: not blank, not longer than a reason may be. */
export function reasonRefusals(text: string, field = 'reason'): Refusal[] {
  const length = text.trim().length;
  if (length === 0) return [refusal(field, 'REASON_MISSING', {})];
  const limit = TEXT_LIMITS.reason;
  return length > limit ? [refusal(field, 'REASON_TOO_LONG', { limit, length })] : [];
}

/** Words that may go along with an act and need not: nothing, or not longer than a reason may be. */
export function remarkRefusals(text: string | null, field: string): Refusal[] {
  return text === null || text.trim() === '' ? [] : reasonRefusals(text, field);
}

function refusal(field: string, code: Refusal['code'], params: Refusal['params']): Refusal {
  return { rule: 'filing/review', article: null, field, code, params };
}
