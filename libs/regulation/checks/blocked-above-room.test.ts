import { describe, expect, it } from '@jest/globals';
import { blockedAboveRoom } from './blocked-above-room.ts';
import { CHECK_DEFAULTS } from './check.ts';
import { sampleContents, sampleFacts } from './sample-contents.ts';

const told = (declaredCapacity: number | null, blockedCapacity: number | null, persons?: number) => {
  const zones = persons
    ? [{ type: 'LODGING' as const, name: null, areaSquareMeters: persons * 1.5, ring: null }]
    : [];
  const capacityBasis = { standard: 'GB 51143-2015', dated: null, squareMetersPerPerson: 1.5 };
  const contents = sampleContents({ declaredCapacity, blockedCapacity, zones, capacityBasis });
  return blockedAboveRoom(contents, sampleFacts(), CHECK_DEFAULTS);
};

describe('more out of use than there is', () => {
  it('is worth a word, by what the zones hold where that is less', () => {
    expect(told(500, 501)).toMatchObject([
      {
        class: 'ADVICE',
        article: null,
        field: 'blockedCapacity',
        code: 'BLOCKED_ABOVE_ROOM',
        params: { blocked: 501, room: 500 },
      },
    ]);
    expect(told(500, 301, 300)).toMatchObject([{ params: { blocked: 301, room: 300 } }]);
  });

  it.each([
    [500, 500, undefined],
    [500, 300, 300],
    [300, 300, 500],
    [null, 99, undefined],
    [500, null, undefined],
    [0, 0, undefined],
  ])('is silent about %p with %p blocked and %p computed', (declared, blocked, computed) => {
    expect(told(declared, blocked, computed)).toEqual([]);
  });
});
