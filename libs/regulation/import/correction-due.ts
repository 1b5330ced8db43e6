import { daysBetween, type CivilDate } from '../civil-date.ts';
import type { DeadlineLight } from '../enumerations.ts';
import { missingContents } from '../filing/required-contents.ts';
import type { ShelterContents } from '../registry/contents.ts';
import { latenessOf, type LatenessConfig } from '../upkeep/lateness.ts';

/** Practice: half a year to complete the papers of a record taken over from an older list; configurable. */
export const CORRECTION_DAYS = 180;

/** Practice: only how the day is shown; the city sets its own. */
const CORRECTION_LATENESS: LatenessConfig = { soonDays: 30, veryLateDays: 30 };

const DAY_MS = 86_400_000;

/** Until when the gaps of a migrated record are to be made good (补正): so many days after its import. */
export function correctionDue(importedOn: CivilDate, days: number = CORRECTION_DAYS): CivilDate {
  return new Date(Date.parse(`${importedOn}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** What a record still owes. */
export interface OwedCorrection {
  /** Fields that Art. 14 asks for and nobody has given. */
  readonly gaps: readonly string[];
  readonly dueOn: CivilDate;
  /** Below nought once the day has passed. */
  readonly daysLeft: number;
  readonly light: DeadlineLight;
}

/** What a record with that day still owes; null where no day was given. */
export function owedCorrection(
  { contents, dueOn }: { readonly contents: ShelterContents; readonly dueOn: CivilDate | null },
  today: CivilDate,
): OwedCorrection | null {
  if (dueOn === null) return null;
  const gaps = missingContents(contents).flatMap(({ field }) => field ?? []);
  const light = latenessOf(dueOn, today, CORRECTION_LATENESS);
  return { gaps, dueOn, daysLeft: daysBetween(today, dueOn), light };
}
