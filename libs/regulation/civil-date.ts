/** A day on the calendar of Asia/Shanghai, `YYYY-MM-DD`. Such texts sort and compare as days do. */
export type CivilDate = string;

const CALENDAR = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});
const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The day an instant falls on in Sanmenxia. Throws RangeError on an invalid Date. */
export function civilDateOf(instant: Date): CivilDate {
  return CALENDAR.format(instant);
}

/** An instant in ISO 8601 on the clock of Sanmenxia, to the second: for programs, which need the offset. */
export function offsetTimeOf(instant: Date): string {
  return `${new Date(instant.getTime() + OFFSET_MS).toISOString().slice(0, 19)}+08:00`;
}

/** China has kept no summer time since 1991, before anything that is recorded here. */
const OFFSET_MS = 8 * 3_600_000;

/** True for a day that exists, written `YYYY-MM-DD` (years 1900-2199; 29 February only in leap years). */
export function isCivilDate(text: string): boolean {
  const match = /^(19|20|21)(\d\d)-(\d\d)-(\d\d)$/.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(text.slice(0, 4)), Number(match[3]), Number(match[4])];
  return day >= 1 && day <= daysInMonth(year, month);
}

/** Days of a month (1-12) of a year; 0 for a month that does not exist. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2 && isLeapYear(year)) return 29;
  return DAYS_IN_MONTH[month - 1] ?? 0;
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** The same day some months later (or earlier), or the last day of that month when it is shorter. Expects a valid date. */
export function addMonths(date: CivilDate, months: number): CivilDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const count = year * 12 + (month - 1) + months;
  const newYear = Math.floor(count / 12);
  const newMonth = count - newYear * 12 + 1;
  const newDay = Math.min(day, daysInMonth(newYear, newMonth));
  return [
    String(newYear).padStart(4, '0'),
    String(newMonth).padStart(2, '0'),
    String(newDay).padStart(2, '0'),
  ].join('-');
}

/** Days from one day to another; negative when it lies before. Expects valid dates. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return Math.round((midnightOf(to) - midnightOf(from)) / DAY_MS);
}

/** The day so many days later (or earlier). Expects a valid date. */
export function addDays(date: CivilDate, days: number): CivilDate {
  return new Date(midnightOf(date) + days * DAY_MS).toISOString().slice(0, 10);
}

/** 0 = Sunday … 6 = Saturday. Expects a valid date. */
export function weekdayOf(date: CivilDate): number {
  return new Date(midnightOf(date)).getUTCDay();
}

const DAY_MS = 86_400_000;

function midnightOf(date: CivilDate): number {
  return Date.parse(`${date}T00:00:00Z`);
}
