import { describe, expect, it } from '@jest/globals';
import { CHECK_DEFAULTS } from './check.ts';
import { sampleContents, sampleFacts, samplePosition } from './sample-contents.ts';
import { coarsePosition } from './coarse-position.ts';

const told = (change: Parameters<typeof sampleContents>[0], facts = sampleFacts()) =>
  coarsePosition(sampleContents(change), facts, CHECK_DEFAULTS);

describe('decimals of a position', () => {
  it.each([
    [111.2, 34.7784],
    [111.2031, 34.778],
    [111, 34],
  ])('(%d, %d) is coarse', (longitude, latitude) => {
    expect(told({ position: samplePosition(longitude, latitude) })).toMatchObject([
      { class: 'ADVICE', article: null, field: 'position', code: 'COARSE_POSITION' },
    ]);
  });

  it.each([
    [111.2031, 34.7784],
    [111.203_112_34, 34.778_412_3],
    [1e-7, 34.7784],
  ])('(%d, %d) is fine', (longitude, latitude) => {
    expect(told({ position: samplePosition(longitude, latitude) })).toEqual([]);
  });

  it('is judged as given, not as converted', () => {
    expect(told({ position: { ...samplePosition(), rawLongitude: 111.2, rawLatitude: 34.7 } })).toHaveLength(
      1,
    );
    expect(told({ position: null })).toEqual([]);
  });
});
