import { describe, expect, it } from '@jest/globals';
import { CHECK_DEFAULTS } from './check.ts';
import { sampleContents, sampleFacts, samplePosition } from './sample-contents.ts';
import { swappedCoordinates } from './swapped-coordinates.ts';

const told = (change: Parameters<typeof sampleContents>[0], facts = sampleFacts()) =>
  swappedCoordinates(sampleContents(change), facts, CHECK_DEFAULTS);

describe('swapped coordinates', () => {
  it.each([
    [34.7784, 111.2031],
    [39.9, 116.4],
    [24.4, 118.3],
    [47.2, 80.1],
    [54, 89],
    [3, 73],
    [43.06, 141.35],
    [-90, 180],
    [90, -90.0001],
  ])('(%d, %d) looks swapped', (longitude, latitude) => {
    expect(told({ position: samplePosition(longitude, latitude) })).toMatchObject([
      { class: 'IMPOSSIBLE', field: 'position', code: 'SWAPPED', params: { longitude, latitude } },
    ]);
  });

  it.each([
    [111.2031, 34.7784],
    [35.2, 31.8],
    [54.1, 89],
    [2.9, 73],
    [3, 72.9],
    [73, 3],
    [-70, -30],
    [90.0001, 120],
    [40, 180.0001],
    [-90.0001, -91],
    [55, 90],
  ])('(%d, %d) does not', (longitude, latitude) => {
    expect(told({ position: samplePosition(longitude, latitude) })).toEqual([]);
  });

  it('depends on the region', () => {
    const region = { west: 34, south: 29, east: 36, north: 33.5 };
    const swapped = sampleContents({ position: samplePosition(31.8, 35.2) });
    expect(swappedCoordinates(swapped, sampleFacts(), { ...CHECK_DEFAULTS, region })).toHaveLength(1);
    const east = sampleContents({ position: samplePosition(31.8, 36) });
    expect(swappedCoordinates(east, sampleFacts(), { ...CHECK_DEFAULTS, region })).toHaveLength(1);
    const beyond = sampleContents({ position: samplePosition(31.8, 36.1) });
    expect(swappedCoordinates(beyond, sampleFacts(), { ...CHECK_DEFAULTS, region })).toEqual([]);
  });

  it('asks nothing where there is no place', () => {
    expect(told({ position: null })).toEqual([]);
  });
});
