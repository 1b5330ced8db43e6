import { describe, expect, test } from '@jest/globals';
import { ellipsoidMeters } from '#geography/distance';
import { gridLines, gridStep } from './grid-step.ts';

describe('the grid of a plan', () => {
  test.each([
    [0.5, 50],
    [0.1, 10],
    [2, 200],
    [1000, null],
  ])('at %p m a pixel has squares of %p m', (metersPerPixel, step) => {
    expect(gridStep(metersPerPixel)).toBe(step);
  });

  test('is as wide as it says, both ways', () => {
    const { longitudes, latitudes } = gridLines(
      { west: 111.19, south: 34.78, east: 111.2, north: 34.79 },
      100,
    );
    const [longitude = 0, further = 0] = longitudes;
    const [latitude = 0, higher = 0] = latitudes;
    const across = ellipsoidMeters({ longitude, latitude }, { longitude: further, latitude });
    const up = ellipsoidMeters({ longitude, latitude }, { longitude, latitude: higher });
    expect(Math.abs(across - 100)).toBeLessThan(1);
    expect(Math.abs(up - 100)).toBeLessThan(1);
  });

  test('stays where it is when the map moves', () => {
    const here = gridLines({ west: 111.19, south: 34.78, east: 111.2, north: 34.79 }, 100).longitudes;
    const beside = gridLines({ west: 111.1935, south: 34.7812, east: 111.2, north: 34.79 }, 100).longitudes;
    expect(here.slice(-3)).toEqual(beside.slice(-3));
  });

  test('never draws without end', () => {
    const { longitudes } = gridLines({ west: 0, south: 34, east: 180, north: 35 }, 1);
    expect(longitudes).toHaveLength(60);
  });
});
