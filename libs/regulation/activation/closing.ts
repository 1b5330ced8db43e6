import type { OperationalStatus } from '../enumerations.ts';
import type { Refusal } from '../refusal.ts';

/** An opened shelter when it is to be closed. */
export interface ClosingShelter {
  readonly code: string;
  readonly status: OperationalStatus;
  /** Persons; null = nobody ever counted, which keeps nothing from closing. */
  readonly occupied: number | null;
}

/**
 * Practice (a guard the field insists on): nothing is closed over people's heads. A damaged place is no shelter any more;
 * giving it up is evacuating, not closing.
 */
export function peopleInsideRefusals(shelters: readonly ClosingShelter[]): Refusal[] {
  return shelters
    .filter(({ status, occupied }) => status !== 'DAMAGED' && occupied !== null && occupied > 0)
    .map(({ code, occupied }) => ({
      rule: 'activation/closing',
      article: null,
      field: 'shelters',
      code: 'PEOPLE_INSIDE',
      params: { code, count: occupied ?? 0 },
    }));
}
