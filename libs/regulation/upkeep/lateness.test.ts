import { expect, it } from '@jest/globals';
import { DEFECT_LATENESS, latenessOf, YEARLY_LATENESS } from './lateness.ts';

it.each([
  ['2026-03-18', 'ON_TIME'],
  ['2026-03-17', 'DUE_SOON'],
  ['2026-03-10', 'DUE_SOON'],
  ['2026-03-09', 'LATE'],
  ['2026-02-09', 'LATE'],
  ['2026-02-08', 'VERY_LATE'],
])('due on %s, on 10 March 2026: %s', (dueOn, said) =>
  expect(latenessOf(dueOn, '2026-03-10', DEFECT_LATENESS)).toBe(said),
);

it.each([
  ['2026-09-29', 'ON_TIME'],
  ['2026-09-30', 'DUE_SOON'],
  ['2026-12-31', 'DUE_SOON'],
  ['2027-01-01', 'LATE'],
  ['2027-06-30', 'VERY_LATE'],
])('a year that ends on 31 December, on %s: %s', (today, said) =>
  expect(latenessOf('2026-12-31', today, YEARLY_LATENESS)).toBe(said),
);
