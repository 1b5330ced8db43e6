import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Feature, Polygon, Position } from 'geojson';
import { toWgs84 } from '../crs.ts';
import { areaSquareMeters, boundingBox, contains, selfCrossing, sideOf, type Area } from '../polygon.ts';
import { BORDER_TOLERANCE_METERS, countyBoundaries } from './boundaries.ts';

const REFERENCE = join(import.meta.dirname, '../../../../shared/data/cn-boundary-sanmenxia');
const counties = countyBoundaries();

it('names the six counties by code, in Chinese and English', () => {
  expect(counties.map(({ code, name, nameEn }) => [code, name, nameEn])).toEqual([
    ['411202', '湖滨区', 'Hubin District'],
    ['411203', '陕州区', 'Shanzhou District'],
    ['411221', '渑池县', 'Mianchi County'],
    ['411224', '卢氏县', 'Lushi County'],
    ['411281', '义马市', 'Yima City'],
    ['411282', '灵宝市', 'Lingbao City'],
  ]);
});

it.each([
  ['411202', 111.1811, 34.7732], // the city seat
  ['411203', 111.0976, 34.7181],
  ['411221', 111.7559, 34.7662],
  ['411224', 111.0419, 34.0559],
  ['411281', 111.8685, 34.7483],
  ['411282', 110.8883, 34.5183],
])('only %s contains its seat', (code, longitude, latitude) => {
  const around = counties.filter(({ geometry }) => contains(geometry, { longitude, latitude }));
  expect(around.map((county) => county.code)).toEqual([code]);
});

it('has no ring that meets itself', () => {
  for (const { geometry } of counties) {
    for (const ring of rings(geometry)) expect(selfCrossing(ring)).toBeNull();
  }
});

it('uses no edge more than twice, and fills the area of the city', () => {
  const city = counties.reduce((sum, { geometry }) => sum + areaSquareMeters(geometry), 0);
  const edges = new Map<string, number>();
  for (const { geometry } of counties) {
    for (const ring of rings(geometry)) {
      for (const [index, to] of ring.entries()) {
        const edge = [ring[index - 1], to].map(String).sort().join(' ');
        if (index > 0) edges.set(edge, (edges.get(edge) ?? 0) + 1);
      }
    }
  }
  expect(Math.max(...edges.values())).toBe(2);
  // The official figure is 9,948 km2 (surveyed); the schematic polygons hold 9,923 km2, 0.25 % less.
  expect(Math.abs(city / 1e6 / 9948 - 1)).toBeLessThan(0.01);
});

const describeWithReference = existsSync(REFERENCE) ? describe : describe.skip;

/*
 * Another generalisation of the same borders. Both are drawings: they run up to 1.5 km apart, which in the two
 * small counties, all border, makes several per cent of the area.
 */
describeWithReference(`beside the polygons in shared/data (skipped when ${REFERENCE} is absent)`, () => {
  it.each([
    ['411202', 6.5],
    ['411203', 3],
    ['411221', 3.5],
    ['411224', 1.5],
    ['411281', 8.5],
    ['411282', 1.5],
  ])('%s differs in less than %d %% of its area, and nowhere beyond the tolerance', (code, percent) => {
    const derived = counties.find((county) => county.code === code)?.geometry ?? emptyArea();
    const reference = referenceArea(code);
    let [inReference, different] = [0, 0];
    for (const point of lattice(reference, 60)) {
      const [inside, expected] = [contains(derived, point), contains(reference, point)];
      inReference += expected ? 1 : 0;
      different += inside === expected ? 0 : 1;
      if (inside !== expected) {
        expect(sideOf(expected ? derived : reference, point, BORDER_TOLERANCE_METERS)).toBe('UNKNOWN');
      }
    }
    expect((100 * different) / inReference).toBeLessThan(percent);
  });
});

function rings(area: Area): Position[][] {
  return area.type === 'Polygon' ? area.coordinates : area.coordinates.flat();
}

function emptyArea(): Polygon {
  return { type: 'Polygon', coordinates: [] };
}

function referenceArea(code: string): Area {
  const [county] = JSON.parse(readFileSync(join(REFERENCE, `${code}.json`), 'utf8')) as Feature<Area>[];
  const drawn = county?.geometry ?? emptyArea();
  const convert = (ring: Position[]) => ring.map(([lon = NaN, lat = NaN]) => toWgs84(lon, lat, 'GCJ02'));
  if (drawn.type === 'Polygon') return { ...drawn, coordinates: drawn.coordinates.map(convert) };
  return { ...drawn, coordinates: drawn.coordinates.map((polygon) => polygon.map(convert)) };
}

/** Points evenly over the area's box and a little beyond it, `steps` in each direction. */
function* lattice(area: Area, steps: number) {
  const [west, south, east, north] = boundingBox(area) ?? [0, 0, 0, 0];
  const [width, height] = [(east - west) * 1.04, (north - south) * 1.04];
  for (let column = 0; column <= steps; column += 1) {
    for (let row = 0; row <= steps; row += 1) {
      yield {
        longitude: west - width * 0.02 + (width * column) / steps,
        latitude: south - height * 0.02 + (height * row) / steps,
      };
    }
  }
}
