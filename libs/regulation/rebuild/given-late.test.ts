import { expect, test } from '@jest/globals';
import { isGivenLate } from './given-late.ts';

test('a notice is in time until the day the work begins (Art. 21)', () => {
  expect(isGivenLate('2026-12-01', '2026-11-30')).toBe(false);
  expect(isGivenLate('2026-12-01', '2026-12-01')).toBe(false);
  expect(isGivenLate('2026-12-01', '2026-12-02')).toBe(true);
});
