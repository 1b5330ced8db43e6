import { readPair } from '#geography/coordinates';
import { toWgs84, type Crs } from '#geography/crs';
import { echo } from '#regulation/checks/check';
import type { Pair, Ring } from '#regulation/site/contents';
import { kml } from '@tmcw/togeojson';
import type { Feature, FeatureCollection, Geometry, Position } from 'geojson';

/** Why a file or a text gave fewer shapes than it holds. */
export type ReadFault =
  | { code: 'NOT_READ' | 'NO_POLYGON' | 'HOLES' | 'TOO_LARGE' }
  | { code: 'NOT_A_PAIR'; /** Counted from 1, empty ones too. */ line: number; text: string };

export interface ReadShapes {
  shapes: { ring: Ring; name: string }[];
  faults: ReadFault[];
}

const MOST_BYTES = 5_000_000;
/** So many lines are told at once; after these are mended come the next. */
const MOST_LINES_TOLD = 3;

/** The polygons of a GeoJSON or KML file, brought to WGS 84; holes are left out and told. */
export async function readShapeFile(file: File, crs: Crs): Promise<ReadShapes> {
  if (file.size > MOST_BYTES) return { shapes: [], faults: [{ code: 'TOO_LARGE' }] };
  const text = await file.text();
  const features = text.trimStart().startsWith('<') ? readKml(text) : readGeoJson(text);
  if (!features) return { shapes: [], faults: [{ code: 'NOT_READ' }] };
  const polygons = features.flatMap(({ geometry, properties }) =>
    polygonsOf(geometry).map((rings) => ({ rings, name: nameOf(properties) })),
  );
  const shapes = polygons.flatMap(({ rings: [shell = []], name }) =>
    shell.length > 0 ? [{ ring: convert(shell, crs), name }] : [],
  );
  if (shapes.length === 0) return { shapes, faults: [{ code: 'NO_POLYGON' }] };
  return { shapes, faults: polygons.some(({ rings }) => rings.length > 1) ? [{ code: 'HOLES' }] : [] };
}

/** Corners typed one a line, both numbers in either order; the ring is closed for whoever typed it. */
export function readCorners(text: string, crs: Crs): ReadShapes {
  const read = text
    .split('\n')
    .flatMap((whole, index) => whole.split(/[;；]/u).map((part) => ({ line: index + 1, text: part.trim() })))
    .filter((part) => part.text !== '')
    .map((part) => ({ ...part, pair: readPair(part.text).value }));
  if (read.length === 0) return { shapes: [], faults: [{ code: 'NO_POLYGON' }] };
  const faults = read.flatMap(({ line, text: typed, pair }): ReadFault[] =>
    pair ? [] : [{ code: 'NOT_A_PAIR', line, text: echo(typed) }],
  );
  if (faults.length > 0) return { shapes: [], faults: faults.slice(0, MOST_LINES_TOLD) };
  const corners = read.flatMap(({ pair }): Position[] => (pair ? [[pair.longitude, pair.latitude]] : []));
  return { shapes: [{ ring: convert(corners, crs), name: '' }], faults: [] };
}

function readKml(text: string): Feature<Geometry | null>[] | null {
  const parsed = new DOMParser().parseFromString(text, 'text/xml');
  if (parsed.querySelector('parsererror')) return null;
  return kml(parsed).features;
}

function readGeoJson(text: string): Feature<Geometry | null>[] | null {
  try {
    const parsed = JSON.parse(text) as FeatureCollection | Feature | Geometry;
    if (parsed?.type === 'FeatureCollection') return Array.isArray(parsed.features) ? parsed.features : null;
    if (parsed?.type === 'Feature') return [parsed];
    return typeof parsed?.type === 'string'
      ? [{ type: 'Feature', properties: null, geometry: parsed }]
      : null;
  } catch {
    return null;
  }
}

function polygonsOf(geometry: Geometry | null): Position[][][] {
  if (geometry?.type === 'Polygon') return [geometry.coordinates];
  if (geometry?.type === 'MultiPolygon') return geometry.coordinates;
  if (geometry?.type === 'GeometryCollection') return geometry.geometries.flatMap(polygonsOf);
  return [];
}

function nameOf(properties: Feature['properties']): string {
  const name: unknown = properties?.['name'] ?? properties?.['Name'] ?? properties?.['名称'];
  return typeof name === 'string' ? name.trim().slice(0, 60) : '';
}

/** To WGS 84 and the centimetre, height left out, closed. */
function convert(ring: readonly Position[], crs: Crs): Ring {
  const points = ring.map(([x = Number.NaN, y = Number.NaN]): Pair => {
    const possible = Math.abs(x) <= 180 && Math.abs(y) <= 90;
    const [longitude, latitude] = possible ? toWgs84(x, y, crs) : [x, y];
    return [Number(longitude.toFixed(7)), Number(latitude.toFixed(7))];
  });
  const [first, last] = [points[0], points.at(-1)];
  const isClosed = points.length > 1 && first?.[0] === last?.[0] && first?.[1] === last?.[1];
  return first && !isClosed ? [...points, first] : points;
}
