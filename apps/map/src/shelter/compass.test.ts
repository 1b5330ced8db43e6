import { expect, it } from '@jest/globals';
import { compassPoint } from './compass.ts';

it.each([
  [0, 'NORTH'],
  [22.4, 'NORTH'],
  [22.6, 'NORTH_EAST'],
  [90, 'EAST'],
  [200, 'SOUTH'],
  [225, 'SOUTH_WEST'],
  [337.4, 'NORTH_WEST'],
  [337.6, 'NORTH'],
  [359.9, 'NORTH'],
  [-90, 'WEST'],
])('%d degrees is %s', (bearing, point) => {
  expect(compassPoint(bearing)).toBe(point);
});
