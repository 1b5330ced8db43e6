import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addDays,
  addMonths,
  civilDateOf,
  daysBetween,
  daysInMonth,
  isCivilDate,
  offsetTimeOf,
  weekdayOf,
} from './civil-date.ts';

describe('the day in Sanmenxia', () => {
  it.each([
    ['2026-03-01T15:59:59.999Z', '2026-03-01'],
    ['2026-03-01T16:00:00.000Z', '2026-03-02'],
    ['2025-12-31T16:00:00.000Z', '2026-01-01'],
    ['2024-02-28T16:00:00.000Z', '2024-02-29'],
  ])('%s is %s', (instant, day) => {
    expect(civilDateOf(new Date(instant))).toBe(day);
  });

  it('and the time there names its offset, and is the same instant', () => {
    expect(offsetTimeOf(new Date('2025-12-31T16:00:00.999Z'))).toBe('2026-01-01T00:00:00+08:00');
    const instant = new Date('2026-03-10T01:00:00Z');
    expect(Date.parse(offsetTimeOf(instant))).toBe(instant.getTime());
    expect(offsetTimeOf(instant).slice(0, 10)).toBe(civilDateOf(instant));
  });

  it('is always a day that exists', () => {
    const instants = fc.date({
      min: new Date('1992-01-01'),
      max: new Date('2199-01-01'),
      noInvalidDate: true,
    });
    fc.assert(fc.property(instants, (instant) => isCivilDate(civilDateOf(instant))));
  });

  it('is refused for no instant', () => {
    expect(() => civilDateOf(new Date(Number.NaN))).toThrow(RangeError);
  });
});

describe('days that exist', () => {
  it.each(['2022-01-24', '2024-02-29', '2000-02-29', '1900-02-28', '2026-12-31', '2199-04-30'])(
    '%s does',
    (day) => {
      expect(isCivilDate(day)).toBe(true);
    },
  );

  it.each([
    '2023-02-29',
    '1900-02-29',
    '2100-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-01-32',
    '1899-12-31',
    '2200-01-01',
    '2026-1-1',
    '20260101',
    '2026/01/01',
    ' 2026-01-01',
    '2026-01-01T00:00',
    '0022-01-24',
    '',
  ])('%j does not', (day) => {
    expect(isCivilDate(day)).toBe(false);
  });

  it('months have their lengths', () => {
    const lengths = Array.from({ length: 12 }, (_unused, month) => daysInMonth(2026, month + 1));
    expect(lengths).toEqual([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);
    expect([daysInMonth(2024, 2), daysInMonth(2024, 3), daysInMonth(2026, 0), daysInMonth(2026, 13)]).toEqual(
      [29, 31, 0, 0],
    );
  });
});

describe('months later', () => {
  it.each([
    ['2026-01-24', 3, '2026-04-24'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2023-11-30', 3, '2024-02-29'],
    ['2026-12-31', 1, '2027-01-31'],
    ['2026-01-31', -1, '2025-12-31'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-05-05', 0, '2026-05-05'],
    ['2026-12-01', 12, '2027-12-01'],
  ])('%s and %d months is %s', (from, months, to) => {
    expect(addMonths(from, months)).toBe(to);
  });
});

describe('days apart', () => {
  it.each([
    ['2026-03-10', '2026-03-10', 0],
    ['2024-02-28', '2024-03-01', 2],
    ['2026-01-01', '2025-12-31', -1],
    ['2022-01-24', '2026-01-24', 1461],
  ])('from %s to %s: %d', (from, to, days) => {
    expect(daysBetween(from, to)).toBe(days);
    expect(addDays(from, days)).toBe(to);
  });

  it('knows the day of the week', () => {
    expect([weekdayOf('2026-03-08'), weekdayOf('2026-03-10'), weekdayOf('2024-02-29')]).toEqual([0, 2, 4]);
  });
});
