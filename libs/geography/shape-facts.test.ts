import { describe, expect, it } from '@jest/globals';
import { EMPTY_CONTENTS } from '#regulation/registry/contents';
import type { Ring, Zone } from '#regulation/site/contents';
import { measureShapes, shapesOf } from './shape-facts.ts';

const square = (west: number, south: number, side = 0.001): Ring => [
  [west, south],
  [west + side, south],
  [west + side, south + side],
  [west, south + side],
  [west, south],
];
const zone = (ring: Ring): Zone => ({ type: 'LODGING', name: null, areaSquareMeters: null, ring });
const contents = {
  ...EMPTY_CONTENTS,
  boundary: { parts: [square(111, 34)], sourceCrs: 'WGS84' as const },
  zones: [zone(square(111.0002, 34.0002, 0.0002)), zone(square(111.0009, 34.0002, 0.0002))],
};
const measured = (shapes = shapesOf(contents)) =>
  measureShapes(contents, shapes, []).map(({ field, crossing, metersOffSite }) => ({
    field,
    crossing,
    meters: metersOffSite === null ? null : Math.round(metersOffSite),
  }));

describe('measuring what lies on a site', () => {
  it('tells how far each zone reaches beyond the boundary', () => {
    expect(measured()).toEqual([
      { field: 'boundary.parts.0', crossing: null, meters: null },
      { field: 'zones.0.ring', crossing: null, meters: 0 },
      { field: 'zones.1.ring', crossing: null, meters: 9 },
    ]);
  });

  it('takes a ring that is still drawn as the line it is so far', () => {
    const spiral: Ring = [
      [2, 2],
      [3, 2],
      [3, 3],
      [1, 3],
      [1, 1],
      [4, 1],
      [4, 2.5],
    ];
    const drawn = (kind: 'RING' | 'LINE') =>
      measured([{ field: 'boundary.parts.0', points: spiral, kind }])[0]?.crossing;
    expect(drawn('LINE')).toBeNull();
    expect(drawn('RING')).not.toBeNull();
  });

  it('measures nothing against a boundary that is not closed yet', () => {
    const shapes = shapesOf(contents).map((shape) =>
      shape.field.startsWith('boundary.') ? { ...shape, kind: 'LINE' as const } : shape,
    );
    expect(measured(shapes).map(({ meters }) => meters)).toEqual([null, null, null]);
  });
});
