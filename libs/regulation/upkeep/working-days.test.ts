import { expect, it } from '@jest/globals';
import { afterWorkingDays } from './working-days.ts';

it.each([
  ['2026-03-09', '2026-03-11'], // Monday
  ['2026-03-12', '2026-03-16'], // Thursday
  ['2026-03-13', '2026-03-17'], // Friday
  ['2026-03-14', '2026-03-17'], // Saturday
  ['2024-02-28', '2024-03-01'], // over the leap day
])('two working days after %s end on %s', (date, end) => expect(afterWorkingDays(date, 2)).toBe(end));

it('knows the holidays and the working weekends it is told', () => {
  const calendar = { holidays: ['2026-10-01', '2026-10-02'], workdays: ['2026-10-10'] };
  expect(afterWorkingDays('2026-09-30', 2, calendar)).toBe('2026-10-06');
  expect(afterWorkingDays('2026-10-09', 2, calendar)).toBe('2026-10-12');
});
