import { describe, expect, test } from '@jest/globals';
import { wordRefusal } from '../wording.ts';
import { unpublishable } from './publishable.ts';

const fine = { code: '411202C0001', filed: true, deregistered: false, placed: true };

describe('what can be published (Art. 18)', () => {
  test('what is on file and has its place', () => {
    expect(unpublishable(fine)).toEqual([]);
  });

  test('not what is not on file, or no longer', () => {
    expect(unpublishable({ ...fine, filed: false })).toMatchObject([{ code: 'NOT_FILED', article: 18 }]);
    const left = { ...fine, deregistered: true };
    expect(unpublishable(left)).toMatchObject([{ code: 'NO_LONGER_FILED', article: 18 }]);
    expect(unpublishable({ ...left, filed: false }).map(({ code }) => code)).toEqual(['NO_LONGER_FILED']);
  });

  test('everything against it at once, naming the shelter and, in words, the field', () => {
    const refusals = unpublishable({ ...fine, filed: false, placed: false });
    expect(refusals.map(({ code }) => code)).toEqual(['NOT_FILED', 'MISSING']);
    expect(refusals.every(({ params }) => params['shelter'] === fine.code)).toBe(true);
    expect(refusals.map((refusal) => wordRefusal(refusal, 'en'))[1]).toMatch(/Position/);
  });
});
