import { civilDateOf, isCivilDate, type CivilDate } from '../civil-date.ts';

/**
 * Art. 18 ¶2: the day by which the published list was to be renewed, when that day is over and it was not; else null.
 * `dueOn` as the public was told it; `asOf` when that was told (milliseconds since 1970): what has come out since,
 * a phone without a network cannot know. Null as well before the first edition, and where nothing or no day was told.
 */
export function renewalMissed(dueOn: string | null | undefined, asOf: number): CivilDate | null {
  if (!dueOn || !isCivilDate(dueOn) || !Number.isFinite(asOf)) return null;
  return civilDateOf(new Date(asOf)) > dueOn ? dueOn : null;
}
