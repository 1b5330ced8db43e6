import { isCivilDate, type CivilDate } from '../civil-date.ts';
import type { Refusal } from '../refusal.ts';
import { TEXT_LIMITS } from '../registry/text-limits.ts';

export interface RectificationOrder {
  /** Who is to see to it, by name (责任人). */
  responsiblePerson: string;
  dueOn: string;
}

/** Hazard ledger: the order names a person and a deadline that can still be kept. */
export function orderRefusals(order: RectificationOrder, today: CivilDate): Refusal[] {
  const refusals: Refusal[] = [];
  const length = order.responsiblePerson.trim().length;
  const limit = TEXT_LIMITS.responsiblePerson;
  if (length === 0) refusals.push(refusal('responsiblePerson', 'MISSING', {}));
  if (length > limit) refusals.push(refusal('responsiblePerson', 'TOO_LONG', { limit, length }));
  if (!isCivilDate(order.dueOn))
    refusals.push(refusal('dueOn', 'NO_SUCH_DATE', { value: order.dueOn.slice(0, 40) }));
  else if (order.dueOn < today)
    refusals.push(refusal('dueOn', 'DEADLINE_PAST', { value: order.dueOn, today }));
  return refusals;
}

function refusal(field: string, code: Refusal['code'], params: Refusal['params']): Refusal {
  return { rule: 'upkeep/order', article: null, field, code, params };
}
