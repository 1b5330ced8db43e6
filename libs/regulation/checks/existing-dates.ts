import { isCivilDate } from '../civil-date.ts';
import type { ShelterContents } from '../registry/contents.ts';
import { echo, impossible, type Check } from './check.ts';

/** Every date told, with its path. */
export function datesOf({
  acceptedOn,
  handedOverOn,
  suitability,
  capacityBasis,
  consultation,
  contributions,
}: ShelterContents): { field: string; date: string }[] {
  const all = [
    { field: 'acceptedOn', date: acceptedOn },
    { field: 'handedOverOn', date: handedOverOn },
    ...suitability.map(({ assessedOn }, index) => ({
      field: `suitability.${index}.assessedOn`,
      date: assessedOn,
    })),
    { field: 'capacityBasis.dated', date: capacityBasis?.dated ?? null },
    { field: 'consultation.askedOn', date: consultation?.askedOn ?? null },
    { field: 'consultation.answeredOn', date: consultation?.answeredOn ?? null },
    ...contributions.map(({ receivedOn }, index) => ({
      field: `contributions.${index}.receivedOn`,
      date: receivedOn,
    })),
  ];
  return all.flatMap(({ field, date }) => (date === null ? [] : [{ field, date }]));
}

/** A date that is on no calendar: 30 February, month 13, a text. */
export const existingDates: Check = (contents) =>
  datesOf(contents)
    .filter(({ date }) => !isCivilDate(date))
    .map(({ field, date }) => impossible('existing-dates', field, 'NO_SUCH_DATE', { value: echo(date) }));
