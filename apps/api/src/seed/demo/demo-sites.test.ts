import { expect, test } from '@jest/globals';
import { countyBoundaries } from '#geography/boundaries/boundaries';
import { contains } from '#geography/polygon';
import type { Ring } from '#regulation/site/contents';
import { computedCapacity } from '#regulation/site/computed-capacity';
import { DEMO_SHELTERS } from './demo-shelters.ts';
import { demoSite, DRAWN_PLACES } from './demo-sites.ts';

const drawn = DRAWN_PLACES.map((place) => {
  const shelter = DEMO_SHELTERS[place];
  if (!shelter) throw new Error(`no shelter in place ${place}`);
  return { shelter, site: demoSite(place, shelter) };
});
const areaOf = (ring: Ring) => ({ type: 'Polygon' as const, coordinates: [ring] });
const points = (ring: Ring) => ring.map(([longitude, latitude]) => ({ longitude, latitude }));
/** Square metres of a ring so small that the earth is flat. */
const squareMeters = (ring: Ring) => {
  const perDegreeEast = 111_195 * Math.cos(((ring[0]?.[1] ?? 0) * Math.PI) / 180);
  const twice = ring.slice(1).reduce((sum, [x, y], index) => {
    const [fromX = 0, fromY = 0] = ring[index] ?? [];
    return sum + fromX * y - x * fromY;
  }, 0);
  return Math.abs(twice / 2) * perDegreeEast * 111_195;
};

test('one is a square under the sky, one a hall of a school', () => {
  expect(drawn.map(({ shelter: { site, space } }) => `${site} ${space}`)).toEqual(
    expect.arrayContaining(['SQUARE OUTDOOR', 'SCHOOL INDOOR']),
  );
});

test('a site lies around its point and in its county, its zones within it, its ways in on its edge', () => {
  const counties = new Map(countyBoundaries().map(({ code, geometry }) => [code, geometry]));
  for (const { shelter, site } of drawn) {
    const parts = site.boundary?.parts ?? [];
    const isOn = (point: { longitude: number; latitude: number }) =>
      parts.some((part) => contains(areaOf(part), point));
    expect(isOn(shelter)).toBe(true);
    const own = counties.get(shelter.jurisdiction);
    const areas = own ? [own] : [...counties.values()];
    for (const point of parts.flatMap(points)) expect(areas.some((area) => contains(area, point))).toBe(true);
    for (const { name, ring } of site.zones)
      expect([name, points(ring ?? []).every(nearly(isOn))]).toEqual([name, true]);
    for (const entrance of site.entrances) {
      const { name } = entrance;
      expect([name, nearly(isOn)(entrance)]).toEqual([name, true]);
    }
  }
});

test('areas are as drawn, and the standard gives at least as many places as are declared', () => {
  for (const { shelter, site } of drawn) {
    const whole = (site.boundary?.parts ?? []).reduce((sum, part) => sum + squareMeters(part), 0);
    expect(Math.abs(whole - shelter.squareMeters)).toBeLessThan(shelter.squareMeters * 0.02);
    for (const { name, ring, areaSquareMeters } of site.zones)
      if (ring && areaSquareMeters !== null)
        expect([name, Math.abs(squareMeters(ring) - areaSquareMeters) < 2]).toEqual([name, true]);
    expect(computedCapacity(site)?.persons).toBeGreaterThanOrEqual(shelter.persons);
  }
});

test('where nothing is drawn, nothing is told', () => {
  expect(demoSite(0, { longitude: 111.2, latitude: 34.77 })).toMatchObject({
    boundary: null,
    entrances: [],
    zones: [],
    capacityBasis: null,
  });
});

/** On a line is within it: a step of a centimetre or so in any direction must be. */
function nearly(isOn: (point: { longitude: number; latitude: number }) => boolean) {
  const step = 2e-7;
  return ({ longitude, latitude }: { longitude: number; latitude: number }) =>
    [-step, 0, step].some((east) =>
      [-step, 0, step].some((north) => isOn({ longitude: longitude + east, latitude: latitude + north })),
    );
}
