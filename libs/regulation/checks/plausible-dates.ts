import { isCivilDate } from '../civil-date.ts';
import { advice, type Check } from './check.ts';
import { datesOf } from './existing-dates.ts';

const SOURCE = 'practice: Art. 14 speaks of filing after acceptance and hand-over';

/** Dates that lie ahead, and a hand-over before the acceptance of the works. */
export const plausibleDates: Check = (contents, { today }) => {
  const { acceptedOn, handedOverOn } = contents;
  const ahead = datesOf(contents).filter(({ date }) => isCivilDate(date) && date > today);
  const reversed =
    acceptedOn !== null &&
    isCivilDate(acceptedOn) &&
    handedOverOn !== null &&
    isCivilDate(handedOverOn) &&
    handedOverOn < acceptedOn;
  return [
    ...ahead.map(({ field, date }) =>
      advice('plausible-dates', SOURCE, field, 'DATE_IN_FUTURE', { value: date }),
    ),
    ...(reversed
      ? [advice('plausible-dates', SOURCE, 'handedOverOn', 'DATES_REVERSED', { earlier: acceptedOn })]
      : []),
  ];
};
