import { describe, expect, it } from '@jest/globals';
import { CHECK_DEFAULTS } from './check.ts';
import { sampleContents, sampleFacts, samplePosition } from './sample-contents.ts';
import { coordinateRange } from './coordinate-range.ts';

const told = (change: Parameters<typeof sampleContents>[0], facts = sampleFacts()) =>
  coordinateRange(sampleContents(change), facts, CHECK_DEFAULTS);

describe('the range of coordinates', () => {
  it.each([
    [180.0001, 34],
    [-180.0001, 34],
    [111, 90.0001],
    [111, -90.0001],
    [12345, 67890],
  ])('(%d, %d) is off the earth', (longitude, latitude) => {
    expect(told({ position: samplePosition(longitude, latitude) })).toMatchObject([
      { class: 'IMPOSSIBLE', field: 'position', code: 'OUT_OF_RANGE', params: { longitude, latitude } },
    ]);
  });

  it.each([
    [180, 90],
    [-180, -90],
    [111.2, 34.7],
  ])('(%d, %d) is on it', (longitude, latitude) => {
    expect(told({ position: samplePosition(longitude, latitude) })).toEqual([]);
  });

  it('names each axis that is no number', () => {
    expect(told({ position: samplePosition(Number.NaN, 34) })).toMatchObject([
      { field: 'position.longitude', code: 'NOT_A_NUMBER', params: { value: 'NaN' } },
    ]);
    expect(told({ position: samplePosition(Infinity, Number.NaN) }).map(({ field }) => field)).toEqual([
      'position.longitude',
      'position.latitude',
    ]);
  });

  it('asks nothing where there is no place', () => {
    expect(told({ position: null })).toEqual([]);
  });
});
