import { isCivilDate } from '../civil-date.ts';
import type { ShelterContents } from '../registry/contents.ts';
import { echo, impossible, type Check } from './check.ts';

/** Every date told, with its path. */
export function datesOf({
  acceptedOn,
  handedOverOn,
  suitability,
}: ShelterContents): { field: string; date: string }[] {
  const all = [
    { field: 'acceptedOn', date: acceptedOn },
    { field: 'handedOverOn', date: handedOverOn },
    ...suitability.map(({ assessedOn }, index) => ({
      field: `suitability.${index}.assessedOn`,
      date: assessedOn,
    })),
  ];
  return all.flatMap(({ field, date }) => (date === null ? [] : [{ field, date }]));
}

/** A date that is on no calendar: 30 February, month 13, a text. */
export const existingDates: Check = (contents) =>
  datesOf(contents)
    .filter(({ date }) => !isCivilDate(date))
    .map(({ field, date }) => impossible('existing-dates', field, 'NO_SUCH_DATE', { value: echo(date) }));
