import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CRSS, fromWgs84, toWgs84 } from './crs.ts';
import { ellipsoidMeters } from './distance.ts';

const seat = { longitude: 111.1811, latitude: 34.7732 };
const asPoint = ([longitude, latitude]: [number, number]) => ({ longitude, latitude });

describe('at the city seat', () => {
  it.each([
    ['WGS84', 0, 111.1811, 34.7732],
    ['CGCS2000', 0, 111.1811, 34.7732],
    ['GCJ02', 560, 111.187118, 34.772246],
    ['BD09', 1266, 111.193696, 34.77793],
  ] as const)('%s lies %d m from WGS 84', (crs, meters, longitude, latitude) => {
    const shifted = asPoint(fromWgs84(seat.longitude, seat.latitude, crs));
    expect(Math.abs(ellipsoidMeters(seat, shifted) - meters)).toBeLessThan(1);
    expect(shifted.longitude).toBeCloseTo(longitude, 6);
    expect(shifted.latitude).toBeCloseTo(latitude, 6);
  });
});

it('comes back to within a centimetre from every datum, all over China', () => {
  const longitude = fc.double({ min: 73.5, max: 135, noNaN: true });
  const latitude = fc.double({ min: 3, max: 53.5, noNaN: true });
  fc.assert(
    fc.property(longitude, latitude, fc.constantFrom(...CRSS), (lon, lat, crs) => {
      const there = fromWgs84(lon, lat, crs);
      const back = asPoint(toWgs84(...there, crs));
      expect(ellipsoidMeters({ longitude: lon, latitude: lat }, back)).toBeLessThan(0.01);
    }),
  );
});

it('always answers, at the edge of the shifted region and on nonsense too', () => {
  // These pairs have no inverse: a search for one that waits for success never ends.
  expect(toWgs84(72.00832850714995, 54.305705779477194, 'GCJ02')[0]).toBeCloseTo(72, 1);
  expect(toWgs84(86.46159174988111, 0.8293626764401334, 'GCJ02')[1]).toBeCloseTo(0.83, 1);
  expect(toWgs84(Number.NaN, 34, 'GCJ02')[0]).toBeNaN();
  expect(toWgs84(1e308, -1e308, 'GCJ02')).toEqual([1e308, -1e308]);
});

it('leaves places outside China where they are', () => {
  expect(toWgs84(2.35, 48.85, 'GCJ02')).toEqual([2.35, 48.85]);
});
