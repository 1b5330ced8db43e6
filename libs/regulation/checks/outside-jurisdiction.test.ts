import { describe, expect, it } from '@jest/globals';
import { CHECK_DEFAULTS } from './check.ts';
import { sampleContents, sampleFacts } from './sample-contents.ts';
import { outsideJurisdiction } from './outside-jurisdiction.ts';

const told = (change: Parameters<typeof sampleContents>[0], facts = sampleFacts()) =>
  outsideJurisdiction(sampleContents(change), facts, CHECK_DEFAULTS);

describe('the boundary of the jurisdiction', () => {
  it('refuses a place outside, by the name of the jurisdiction', () => {
    expect(told({}, sampleFacts({ boundary: 'OUTSIDE' }))).toMatchObject([
      {
        class: 'IMPOSSIBLE',
        field: 'position',
        code: 'OUTSIDE_JURISDICTION',
        params: { jurisdiction: '湖滨区', jurisdictionEn: 'Hubin District' },
      },
    ]);
  });

  it.each(['INSIDE', 'UNKNOWN'] as const)('refuses nothing when %s', (boundary) => {
    expect(told({}, sampleFacts({ boundary }))).toEqual([]);
  });

  it('refuses nothing where there is no place', () => {
    expect(told({ position: null }, sampleFacts({ boundary: 'OUTSIDE' }))).toEqual([]);
  });
});
