import { ellipsoidMeters } from '#geography/distance';
import { expect, test } from '@jest/globals';
import { circleAround } from './circle.ts';

test.each([1_000, 10_000])('every corner lies %d m from the middle, within half a percent', (radius) => {
  const centre = { longitude: 111.2, latitude: 34.78 };
  for (const corner of circleAround(centre, radius)) {
    expect(Math.abs(ellipsoidMeters(centre, corner) / radius - 1)).toBeLessThan(0.005);
  }
});
