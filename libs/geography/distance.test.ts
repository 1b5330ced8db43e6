import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bearingDegrees, ellipsoidMeters, sphereMeters } from './distance.ts';

/*
 * Measured by PostGIS 3.3.2 on PostgreSQL 15:
 * WITH p(a, b, c, d) AS (VALUES (111.1811, 34.7732, 111.1812, 34.7733), ...)
 * SELECT a, b, c, d,
 *        ST_Distance(ST_Point(a, b)::geography, ST_Point(c, d)::geography),
 *        ST_Point(a, b)::geography <-> ST_Point(c, d)::geography,
 *        degrees(ST_Azimuth(ST_Point(a, b)::geography, ST_Point(c, d)::geography)) FROM p
 */
const MEASURED: [number, number, number, number, number, number, number][] = [
  [111.1811, 34.7732, 111.1812, 34.7733, 14.3827436, 14.38987870638507, 39.527743184381855],
  [111.1811, 34.7732, 111.2811, 34.7732, 9153.93334393, 9133.742157931027, 89.97148352438514],
  [111.1811, 34.7732, 111.1811, 34.6732, 11093.55152975, 11119.507973463471, 180],
  [111.1811, 34.7732, 110.8854, 34.5222, 38861.47447155, 38866.92097466902, 224.31747444453063],
  [111.1811, 34.7732, 113.6254, 34.7466, 223799.42856328, 223306.12539179833, 90.05849386706231],
  [111.1811, 34.7732, 121.5654, 25.033, 1471773.30910269, 1472903.5435403704, 134.396480055764],
  [111.1811, 34.7732, 139.6917, 35.6895, 2588210.25329426, 2582454.9295880254, 79.46447728698622],
  [111.1811, 34.7732, -68.8189, -34.7, 19995810.96101197, 20006974.87239711, 359.99999999999864],
  [179.9, 0, -179.9, 0.1, 24858.54719217, 24863.96560633557, 63.588508112195264],
  [0, 89.9, 180, 89.9, 22338.79568252, 22239.015946925716, 0],
];

describe.each(MEASURED)('from %d %d to %d %d', (a, b, c, d, ellipsoid, sphere, azimuth) => {
  const [from, to] = [
    { longitude: a, latitude: b },
    { longitude: c, latitude: d },
  ];

  it('measures what PostGIS measures, to a thousandth of a millimetre', () => {
    expect(Math.abs(ellipsoidMeters(from, to) - ellipsoid)).toBeLessThan(1e-6);
    expect(Math.abs(sphereMeters(from, to) - sphere)).toBeLessThan(1e-6);
  });

  it('sets out in the direction PostGIS names', () => {
    const turn = Math.abs(bearingDegrees(from, to) - azimuth);
    expect(Math.min(turn, 360 - turn)).toBeLessThan(1e-6);
  });
});

it('is nothing, towards north, on the spot itself', () => {
  const seat = { longitude: 111.1811, latitude: 34.7732 };
  expect(ellipsoidMeters(seat, { ...seat })).toBe(0);
  expect(sphereMeters(seat, { ...seat })).toBe(0);
  expect(bearingDegrees(seat, { ...seat })).toBe(0);
});

const place = fc.record({
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
});

it('keeps sphere and ellipsoid within the hundredth that ranking relies on', () => {
  fc.assert(
    fc.property(place, place, (a, b) => {
      const ellipsoid = ellipsoidMeters(a, b);
      expect(Math.abs(sphereMeters(a, b) - ellipsoid)).toBeLessThanOrEqual(0.01 * ellipsoid + 1e-6);
    }),
  );
});

it('bears somewhere between 0 and 360 degrees', () => {
  fc.assert(
    fc.property(place, place, (a, b) => {
      const bearing = bearingDegrees(a, b);
      expect(bearing).toBeGreaterThanOrEqual(0);
      expect(bearing).toBeLessThan(360);
    }),
  );
});
