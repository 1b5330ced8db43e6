import { describe, expect, it } from '@jest/globals';
import { CHECK_DEFAULTS } from './check.ts';
import { sampleContents, sampleFacts, samplePosition } from './sample-contents.ts';
import { zeroCoordinate } from './zero-coordinate.ts';

const told = (change: Parameters<typeof sampleContents>[0], facts = sampleFacts()) =>
  zeroCoordinate(sampleContents(change), facts, CHECK_DEFAULTS);

describe('a zero coordinate', () => {
  it.each([
    [0, 34.7],
    [111.2, 0],
    [0, 0],
    [-0, 34.7],
  ])('(%d, %d) is impossible', (longitude, latitude) => {
    expect(told({ position: samplePosition(longitude, latitude) })).toMatchObject([
      {
        class: 'IMPOSSIBLE',
        article: null,
        rule: 'checks/zero-coordinate',
        field: 'position',
        code: 'ZERO_COORDINATE',
      },
    ]);
  });

  it('is seen in the pair as it was given, before any conversion', () => {
    expect(told({ position: { ...samplePosition(), rawLongitude: 0 } })).toHaveLength(1);
    expect(told({ position: { ...samplePosition(), rawLatitude: 0 } })).toHaveLength(1);
  });

  it('is not seen in an ordinary place or in none', () => {
    expect(told({})).toEqual([]);
    expect(told({ position: null })).toEqual([]);
    expect(told({ position: samplePosition(0.0001, 51.4779) })).toEqual([]);
  });
});
