import { addDays, weekdayOf, type CivilDate } from '../civil-date.ts';

/** The year's calendar as the State Council announces it; unknown days are ordinary ones. */
export interface HolidayCalendar {
  /** Week days on which nobody works. */
  holidays: readonly CivilDate[];
  /** Saturdays and Sundays on which people work instead. */
  workdays: readonly CivilDate[];
}

const NO_HOLIDAYS: HolidayCalendar = { holidays: [], workdays: [] };

/** The last day of a term of so many working days that begins on the day after `date`. */
export function afterWorkingDays(
  date: CivilDate,
  days: number,
  calendar: HolidayCalendar = NO_HOLIDAYS,
): CivilDate {
  let day = date;
  for (let left = days; left > 0;) {
    day = addDays(day, 1);
    if (isWorkingDay(day, calendar)) left -= 1;
  }
  return day;
}

function isWorkingDay(date: CivilDate, { holidays, workdays }: HolidayCalendar): boolean {
  const weekday = weekdayOf(date);
  if (weekday === 0 || weekday === 6) return workdays.includes(date);
  return !holidays.includes(date);
}
