import { expect, it } from '@jest/globals';
import { drillRefusals } from './drill.ts';

const told = (participants: number | null, summary: string) =>
  drillRefusals({ participants, summary }).map(({ field, code }) => `${field} ${code}`);

it('is told in words, with a number that can be', () => {
  expect(told(null, '疏散演练')).toEqual([]);
  expect(told(0, '桌面推演')).toEqual([]);
  expect(told(-1, '')).toEqual(['summary MISSING', 'participants NEGATIVE']);
  expect(told(1_000_001, 'x'.repeat(2_001))).toEqual(['summary TOO_LONG', 'participants TOO_LARGE']);
});
