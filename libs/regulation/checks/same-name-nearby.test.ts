import { describe, expect, it } from '@jest/globals';
import { CHECK_DEFAULTS } from './check.ts';
import { sampleContents, sampleFacts } from './sample-contents.ts';
import { sameNameNearby } from './same-name-nearby.ts';

const told = (change: Parameters<typeof sampleContents>[0], facts = sampleFacts()) =>
  sameNameNearby(sampleContents(change), facts, CHECK_DEFAULTS);

describe('the same name nearby', () => {
  it('hands the neighbour to the reviewer', () => {
    const nearbySame = [
      { code: 'HBC0001', name: '陕州公园', meters: 12.4 },
      { code: 'HBC0002', name: '陕州公园', meters: 49.6 },
    ];
    expect(told({}, sampleFacts({ nearbySame }))).toMatchObject([
      {
        class: 'ADVICE',
        article: null,
        field: 'name',
        params: { code: 'HBC0001', name: '陕州公园', distance: 12 },
      },
      { class: 'ADVICE', code: 'SAME_NAME_NEARBY', params: { code: 'HBC0002', distance: 50 } },
    ]);
  });

  it('is silent without one', () => {
    expect(told({})).toEqual([]);
    expect(told({}, sampleFacts({ nearbySame: [] }))).toEqual([]);
  });
});
