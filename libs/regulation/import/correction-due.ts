import type { CivilDate } from '../civil-date.ts';

/** Practice: half a year to complete the papers of a record taken over from an older list; configurable. */
export const CORRECTION_DAYS = 180;

const DAY_MS = 86_400_000;

/** Until when the gaps of a migrated record are to be made good (补正): so many days after its import. */
export function correctionDue(importedOn: CivilDate, days: number = CORRECTION_DAYS): CivilDate {
  return new Date(Date.parse(`${importedOn}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}
