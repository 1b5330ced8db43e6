import { describe, expect, it } from '@jest/globals';
import { CHECK_DEFAULTS } from './check.ts';
import { sampleContents, sampleFacts } from './sample-contents.ts';
import { effectiveAboveArea } from './effective-above-area.ts';

const told = (change: Parameters<typeof sampleContents>[0], facts = sampleFacts()) =>
  effectiveAboveArea(sampleContents(change), facts, CHECK_DEFAULTS);

describe('the effective area', () => {
  it('is not larger than the whole', () => {
    expect(told({ areaSquareMeters: 100, effectiveAreaSquareMeters: 101 })).toMatchObject([
      {
        class: 'ADVICE',
        field: 'effectiveAreaSquareMeters',
        code: 'EFFECTIVE_ABOVE_AREA',
        params: { effective: 101, area: 100 },
      },
    ]);
  });

  it.each([
    [100, 100],
    [null, 100],
    [100, null],
  ])('%p against %p is no matter', (areaSquareMeters, effectiveAreaSquareMeters) => {
    expect(told({ areaSquareMeters, effectiveAreaSquareMeters })).toEqual([]);
  });
});
