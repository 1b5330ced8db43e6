import geographicLib from 'geographiclib-geodesic';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import { ellipsoidMeters, type Point } from './distance.ts';

/** A Polygon or MultiPolygon of RFC 7946 in WGS 84 degrees. */
export type Area = Polygon | MultiPolygon;

/** Whether the point lies in the area, its border included and its holes left out. */
export function contains(area: Area, point: Point): boolean {
  return polygons(area).some(([shell, ...holes]) => {
    if (!shell || locate(shell, point) === 'OUTSIDE') return false;
    return !holes.some((hole) => locate(hole, point) === 'INSIDE');
  });
}

export type Side = 'INSIDE' | 'OUTSIDE' | 'UNKNOWN';

/** On which side of a border of limited exactness a point lies: outside, but within the tolerance, nobody knows. */
export function sideOf(area: Area, point: Point, toleranceMeters: number): Side {
  const meters = metersOutside(area, point);
  if (meters === 0) return 'INSIDE';
  return meters !== null && meters <= toleranceMeters ? 'UNKNOWN' : 'OUTSIDE';
}

/** Metres from a point outside to the border; 0 within, null without a border. True within some kilometres. */
export function metersOutside(area: Area, point: Point): number | null {
  if (contains(area, point)) return 0;
  const nearest = nearestOnBorder(area, point);
  return nearest && ellipsoidMeters(point, nearest);
}

/** Where a ring crosses, touches or runs back along itself, or null. For rings drawn by hand (some thousand points). */
export function selfCrossing(ring: readonly Position[]): Point | null {
  const edges = edgesOf(ring);
  return firstMeeting(edges, edges.length);
}

/** The same of a line that is still open: its ends are no neighbours, and the way back is not drawn yet. */
export function lineCrossing(line: readonly Position[]): Point | null {
  const edges = edgesOf(line).slice(0, -1);
  return firstMeeting(edges, edges.length + 1);
}

/** `count`: how many edges there would be in a closed ring, by which the last is a neighbour of the first. */
function firstMeeting(edges: readonly Edge[], count: number): Point | null {
  const byWest = edges.toSorted((a, b) => a.west - b.west);
  for (const [index, edge] of byWest.entries()) {
    for (let next = index + 1; next < byWest.length; next += 1) {
      const other = byWest[next];
      if (!other || other.west > edge.east) break;
      const meeting = meet(edge, other, count);
      if (meeting) return meeting;
    }
  }
  return null;
}

/** Square metres on the WGS 84 ellipsoid, holes taken off; the order of the points does not matter. */
export function areaSquareMeters(area: Area): number {
  return polygons(area).reduce((total, [shell = [], ...holes]) => {
    return total + holes.reduce((rest, hole) => rest - ringSquareMeters(hole), ringSquareMeters(shell));
  }, 0);
}

/** West, south, east, north in degrees; null when there is no point. */
export function boundingBox(area: Area): [west: number, south: number, east: number, north: number] | null {
  const positions = polygons(area).flat(2);
  if (positions.length === 0) return null;
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [longitude = Number.NaN, latitude = Number.NaN] of positions) {
    box[0] = Math.min(box[0], longitude);
    box[1] = Math.min(box[1], latitude);
    box[2] = Math.max(box[2], longitude);
    box[3] = Math.max(box[3], latitude);
  }
  return box;
}

function polygons(area: Area): Position[][][] {
  return area.type === 'Polygon' ? [area.coordinates] : area.coordinates;
}

function ringSquareMeters(ring: readonly Position[]): number {
  const polygon = geographicLib.Geodesic.WGS84.Polygon(false);
  for (const { from } of edgesOf(ring)) polygon.AddPoint(from[1], from[0]);
  return Math.abs(polygon.Compute(false, true).area ?? Number.NaN);
}

type Pair = [longitude: number, latitude: number];
interface Edge {
  from: Pair;
  to: Pair;
  order: number;
  west: number;
  east: number;
}

/** The edges of a ring, closed or not, without those of no length. */
function edgesOf(ring: readonly Position[]): Edge[] {
  const corners = ring
    .map(asPair)
    .filter(
      (corner, index, all) => !isSame(corner, all[(index + 1) % all.length] ?? corner) || all.length === 1,
    );
  return corners.map((from, order) => {
    const to = corners[(order + 1) % corners.length] ?? from;
    return { from, to, order, west: Math.min(from[0], to[0]), east: Math.max(from[0], to[0]) };
  });
}

function locate(ring: readonly Position[], { longitude, latitude }: Point): 'INSIDE' | 'OUTSIDE' | 'BORDER' {
  const point: Pair = [longitude, latitude];
  let from = asPair(ring.at(-1));
  let isInside = false;
  for (const corner of ring) {
    const to = asPair(corner);
    const side = turn(from, to, point);
    if (side === 0 && isWithin(from, to, point)) return 'BORDER';
    // A ray to the east: an edge counts when it passes the latitude, its lower end included, its upper end not.
    if (from[1] > latitude !== to[1] > latitude && side > 0 === to[1] > from[1]) isInside = !isInside;
    from = to;
  }
  return isInside ? 'INSIDE' : 'OUTSIDE';
}

/** The border's point nearest to `point`, as if the country around `point` were flat: true within some kilometres. */
function nearestOnBorder(area: Area, { longitude, latitude }: Point): Point | null {
  const squeeze = Math.cos((latitude * Math.PI) / 180);
  let [nearest, least]: [Point | null, number] = [null, Infinity];
  for (const { from, to } of polygons(area).flat().flatMap(edgesOf)) {
    const [alongX, alongY] = [(to[0] - from[0]) * squeeze, to[1] - from[1]];
    const [towardX, towardY] = [(longitude - from[0]) * squeeze, latitude - from[1]];
    const share = (alongX * towardX + alongY * towardY) / (alongX ** 2 + alongY ** 2);
    const held = Math.min(1, Math.max(0, share));
    const distance = Math.hypot(towardX - held * alongX, towardY - held * alongY);
    if (distance < least) {
      least = distance;
      nearest = {
        longitude: from[0] + held * (to[0] - from[0]),
        latitude: from[1] + held * (to[1] - from[1]),
      };
    }
  }
  return nearest;
}

function meet(a: Edge, b: Edge, count: number): Point | null {
  const [first, second] = a.order < b.order ? [a, b] : [b, a];
  if (second.order - first.order === 1) return doublesBack(first.from, first.to, second.to);
  if (second.order - first.order === count - 1) return doublesBack(second.from, second.to, first.to);
  return cross(a, b);
}

/** Neighbouring edges share a corner by right; they are at fault only where the second runs back over the first. */
function doublesBack(start: Pair, corner: Pair, end: Pair): Point | null {
  if (turn(start, corner, end) !== 0) return null;
  return isWithin(start, corner, end) || isWithin(corner, end, start) ? asPoint(corner) : null;
}

function cross(a: Edge, b: Edge): Point | null {
  const [fromSide, toSide] = [turn(b.from, b.to, a.from), turn(b.from, b.to, a.to)];
  const [otherFromSide, otherToSide] = [turn(a.from, a.to, b.from), turn(a.from, a.to, b.to)];
  if (fromSide === 0 && isWithin(b.from, b.to, a.from)) return asPoint(a.from);
  if (toSide === 0 && isWithin(b.from, b.to, a.to)) return asPoint(a.to);
  if (otherFromSide === 0 && isWithin(a.from, a.to, b.from)) return asPoint(b.from);
  if (otherToSide === 0 && isWithin(a.from, a.to, b.to)) return asPoint(b.to);
  if (fromSide > 0 === toSide > 0 || otherFromSide > 0 === otherToSide > 0) return null;
  const share = fromSide / (fromSide - toSide);
  return asPoint([a.from[0] + share * (a.to[0] - a.from[0]), a.from[1] + share * (a.to[1] - a.from[1])]);
}

/** Above 0 when `point` lies to the left of the way from `from` to `to`, 0 on its line. */
function turn(from: Pair, to: Pair, point: Pair): number {
  return (to[0] - from[0]) * (point[1] - from[1]) - (to[1] - from[1]) * (point[0] - from[0]);
}

/** For a point on the line through both: whether it lies between them, ends included. */
function isWithin(from: Pair, to: Pair, point: Pair): boolean {
  return isBetween(from[0], to[0], point[0]) && isBetween(from[1], to[1], point[1]);
}

function isBetween(start: number, end: number, at: number): boolean {
  return Math.min(start, end) <= at && at <= Math.max(start, end);
}

function isSame(a: Pair, b: Pair): boolean {
  return a[0] === b[0] && a[1] === b[1];
}

function asPair([longitude = Number.NaN, latitude = Number.NaN]: Position = []): Pair {
  return [longitude, latitude];
}

function asPoint([longitude, latitude]: Pair): Point {
  return { longitude, latitude };
}
