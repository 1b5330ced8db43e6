import { describe, expect, it } from '@jest/globals';
import { CHECK_DEFAULTS } from './check.ts';
import { sampleContents, sampleFacts } from './sample-contents.ts';
import { declaredAboveComputed } from './declared-above-computed.ts';

const told = (declaredCapacity: number | null, persons: number | null) => {
  const zones =
    persons === null
      ? []
      : [{ type: 'LODGING' as const, name: null, areaSquareMeters: persons * 1.5, ring: null }];
  const capacityBasis = { standard: 'GB 51143-2015', dated: null, squareMetersPerPerson: 1.5 };
  const contents = sampleContents({ declaredCapacity, zones, capacityBasis });
  return declaredAboveComputed(contents, sampleFacts(), CHECK_DEFAULTS);
};

describe('declared above computed', () => {
  it('is worth a word', () => {
    expect(told(101, 100)).toMatchObject([
      {
        class: 'ADVICE',
        article: null,
        field: 'declaredCapacity',
        code: 'ABOVE_COMPUTED',
        params: { declared: 101, computed: 100 },
      },
    ]);
  });

  it.each([
    [100, 100],
    [100, null],
    [null, 100],
  ])('is silent about %p against %p', (declaredCapacity, computed) => {
    expect(told(declaredCapacity, computed)).toEqual([]);
  });
});
