import { describe, expect, test } from '@jest/globals';
import { wordRefusal } from '../wording.ts';
import { askedRefusals } from './asked.ts';

const FINE = { longitude: 111.195, latitude: 34.781, partySize: 1, first: 5 };
const codes = (changes: Partial<typeof FINE>) =>
  askedRefusals({ ...FINE, ...changes }).map(({ code, field }) => `${field} ${code}`);

describe('what somebody asks who looks for a shelter', () => {
  test('is taken as it is when it can be meant', () => {
    expect(codes({})).toEqual([]);
    expect(codes({ partySize: 10_000, first: 50 })).toEqual([]);
    expect(codes({ longitude: -70.3, latitude: -33.4 })).toEqual([]);
  });

  test.each([
    [{ longitude: 0, latitude: 0 }, 'near ZERO_COORDINATE'],
    [{ longitude: 0 }, 'near ZERO_COORDINATE'],
    [{ longitude: 34.781, latitude: 111.195 }, 'near SWAPPED'],
    [{ longitude: 30, latitude: 80 }, 'near SWAPPED'],
    [{ longitude: 181 }, 'near OUT_OF_RANGE'],
    [{ latitude: 400 }, 'near OUT_OF_RANGE'],
    [{ longitude: Number.NaN }, 'near NOT_A_NUMBER'],
    [{ latitude: Number.POSITIVE_INFINITY }, 'near NOT_A_NUMBER'],
    [{ partySize: 0 }, 'partySize TOO_SMALL'],
    [{ partySize: 1.5 }, 'partySize NOT_WHOLE'],
    [{ partySize: 10_001 }, 'partySize TOO_LARGE'],
    [{ first: 0 }, 'first TOO_SMALL'],
    [{ first: 51 }, 'first TOO_LARGE'],
  ])('%j is refused as %s', (changes, refusal) => {
    expect(codes(changes)).toEqual([refusal]);
  });

  test('everything wrong is told at once, with field and cure in both languages', () => {
    const refusals = askedRefusals({ longitude: 0, latitude: 0, partySize: 0, first: 99 });
    expect(refusals.map(({ field }) => field)).toEqual(['near', 'partySize', 'first']);
    for (const refusal of refusals) {
      expect(wordRefusal(refusal, 'zh-CN')).toMatch(/请/);
      expect(wordRefusal(refusal, 'en')).toMatch(/choose|check/i);
    }
  });
});
