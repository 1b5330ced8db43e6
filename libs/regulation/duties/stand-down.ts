import type { OperationalStatus } from '../enumerations.ts';
import type { Refusal } from '../refusal.ts';

/** Statuses of a shelter in which its duties may be taken away. */
const OVER: readonly OperationalStatus[] = ['CLOSING', 'CLOSED', 'DAMAGED'];

/** Art. 24 (the duty lasts while the shelter is open): a department does not leave an open shelter; it reports what it lacks. */
export function standDownRefusals(shelterStatus: OperationalStatus): Refusal[] {
  if (OVER.includes(shelterStatus)) return [];
  const params = { status: shelterStatus };
  return [{ rule: 'duties/stand-down', article: 24, field: null, code: 'SHELTER_STILL_OPEN', params }];
}
