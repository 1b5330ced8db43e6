import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import { areaSquareMeters, boundingBox, contains, lineCrossing, selfCrossing, sideOf } from './polygon.ts';

const square = (west: number, south: number, side: number): Position[] => [
  [west, south],
  [west + side, south],
  [west + side, south + side],
  [west, south + side],
  [west, south],
];
const withHole: Polygon = { type: 'Polygon', coordinates: [square(111, 34, 1), square(111.25, 34.25, 0.5)] };
const twoParts: MultiPolygon = {
  type: 'MultiPolygon',
  coordinates: [[square(111, 34, 1)], [square(113, 34, 1)]],
};
const SOLID = 10_187_822_482.474426;
const HOLED = 7_640_844_409.617249;
const at = (longitude: number, latitude: number) => ({ longitude, latitude });

describe('containing', () => {
  it.each([
    ['inside', at(111.1, 34.1), true],
    ['in the hole', at(111.5, 34.5), false],
    ['on the border of the hole', at(111.25, 34.5), true],
    ['west of it', at(110.9, 34.5), false],
    ['on a side', at(111, 34.6), true],
    ['on a corner', at(112, 35), true],
    ['level with a corner, outside', at(110.9, 34), false],
  ])('%s', (_where, point, inside) => {
    expect(contains(withHole, point)).toBe(inside);
  });

  it('looks into every part', () => {
    expect(contains(twoParts, at(113.5, 34.5))).toBe(true);
    expect(contains(twoParts, at(112.5, 34.5))).toBe(false);
    expect(contains({ type: 'MultiPolygon', coordinates: [] }, at(112.5, 34.5))).toBe(false);
  });

  it('agrees with the rule for circles on regular polygons', () => {
    const corner = fc.record({
      count: fc.integer({ min: 3, max: 40 }),
      bearing: fc.double({ min: 0, max: 6, noNaN: true }),
    });
    fc.assert(
      fc.property(corner, fc.double({ min: 0, max: 2, noNaN: true }), ({ count, bearing }, distance) => {
        const ring = Array.from({ length: count }, (_, index) => [
          Math.cos((2 * Math.PI * index) / count),
          Math.sin((2 * Math.PI * index) / count),
        ]);
        const inner = Math.cos(Math.PI / count);
        fc.pre(distance < inner - 1e-9 || distance > 1 + 1e-9);
        const point = at(distance * Math.cos(bearing), distance * Math.sin(bearing));
        expect(contains({ type: 'Polygon', coordinates: [ring] }, point)).toBe(distance < inner);
      }),
    );
  });
});

describe('the side of an inexact border', () => {
  it.each([
    ['inside', at(111.1, 34.1), 'INSIDE'],
    ['900 m west', at(110.9902, 34.5), 'UNKNOWN'],
    ['1,100 m west', at(110.988, 34.5), 'OUTSIDE'],
    ['500 m into the hole', at(111.2555, 34.5), 'UNKNOWN'],
    ['in the middle of the hole', at(111.5, 34.5), 'OUTSIDE'],
    ['off a corner', at(112.005, 35.005), 'UNKNOWN'],
    ['far away', at(-70, -40), 'OUTSIDE'],
  ])('%s', (_where, point, side) => {
    expect(sideOf(withHole, point, 1000)).toBe(side);
  });

  it('has everything outside of nothing', () => {
    expect(sideOf({ type: 'Polygon', coordinates: [] }, at(111, 34), 1000)).toBe('OUTSIDE');
  });
});

describe('a ring that meets itself', () => {
  it.each<[string, Position[], ReturnType<typeof at> | null]>([
    ['a square', square(111, 34, 1), null],
    ['a square left open', square(111, 34, 1).slice(0, 4), null],
    ['a repeated corner', [[0, 0], [1, 0], [1, 0], [1, 1], [0, 0]], null], // prettier-ignore
    ['a corner in the middle of a side', [[0, 0], [1, 0], [2, 0], [2, 2], [0, 0]], null], // prettier-ignore
    ['a bow tie', [[0, 0], [2, 2], [2, 0], [0, 2], [0, 0]], at(1, 1)], // prettier-ignore
    ['two rings joined at a corner', [[0, 0], [1, 1], [2, 0], [2, 2], [1, 1], [0, 2], [0, 0]], at(1, 1)], // prettier-ignore
    ['a corner on another side', [[0, 0], [4, 0], [4, 4], [2, 0], [0, 4], [0, 0]], at(2, 0)], // prettier-ignore
    ['a spike', [[0, 0], [4, 0], [4, 4], [6, 6], [4, 4], [0, 4], [0, 0]], at(4, 4)], // prettier-ignore
    ['a line there and back', [[0, 0], [1, 1], [0, 0]], at(1, 1)], // prettier-ignore
  ])('%s', (_what, ring, where) => {
    expect(selfCrossing(ring)).toEqual(where);
  });

  it.each<[string, Position[], ReturnType<typeof at> | null]>([
    ['nothing yet', [], null],
    ['one corner', [[1, 1]], null],
    [
      'two corners',
      [
        [1, 1],
        [2, 2],
      ],
      null,
    ],
    [
      'a hook over its first side',
      [
        [0, 0],
        [4, 0],
        [4, 4],
        [1, 4],
        [1, -1],
      ],
      at(1, 0),
    ],
    [
      'a comb through itself',
      [
        [0, 2],
        [4, 2],
        [4, 4],
        [2, 4],
        [2, 3],
        [6, 3],
      ],
      at(4, 3),
    ],
    [
      'three sides of a bow tie',
      [
        [0, 0],
        [2, 2],
        [2, 0],
        [0, 2],
      ],
      at(1, 1),
    ],
    [
      'a spiral, whose way back alone would cross it',
      [
        [2, 2],
        [3, 2],
        [3, 3],
        [1, 3],
        [1, 1],
        [4, 1],
        [4, 2.5],
      ],
      null,
    ],
  ])('so far: %s', (_what, line, where) => {
    expect(lineCrossing(line)).toEqual(where);
  });

  const around = (count: number, length: (index: number) => number): Position[] =>
    Array.from({ length: count }, (_, index) => [
      length(index) * Math.cos((2 * Math.PI * index) / count),
      length(index) * Math.sin((2 * Math.PI * index) / count),
    ]);

  it('is never a star around a point', () => {
    const radii = fc.array(fc.double({ min: 0.5, max: 1, noNaN: true }), { minLength: 6, maxLength: 60 });
    fc.assert(
      fc.property(radii, (lengths) => {
        expect(selfCrossing(around(lengths.length, (index) => lengths[index] ?? 1))).toBeNull();
      }),
    );
  });

  it('is always a convex ring with two neighbouring corners exchanged', () => {
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 60 }), (count) => {
        const [first = [], second = [], ...rest] = around(count, () => 1);
        expect(selfCrossing([second, first, ...rest])).not.toBeNull();
      }),
    );
  });
});

describe('measuring', () => {
  // SELECT ST_Area('POLYGON((111 34,112 34,112 35,111 35,111 34),(...))'::geography) on PostGIS 3.3.2
  it('has the area PostGIS gives, either way round', () => {
    const solid: Polygon = { type: 'Polygon', coordinates: [square(111, 34, 1)] };
    const turned: Polygon = { type: 'Polygon', coordinates: [square(111, 34, 1).toReversed()] };
    expect(areaSquareMeters(solid)).toBeCloseTo(SOLID, 0);
    expect(areaSquareMeters(turned)).toBeCloseTo(SOLID, 0);
    expect(areaSquareMeters(withHole)).toBeCloseTo(HOLED, 0);
    expect(areaSquareMeters(twoParts)).toBeCloseTo(2 * SOLID, 0);
  });

  it('has a box', () => {
    expect(boundingBox(twoParts)).toEqual([111, 34, 114, 35]);
    expect(boundingBox({ type: 'Polygon', coordinates: [] })).toBeNull();
  });
});
