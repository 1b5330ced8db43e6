import type { ShapeFact } from '#regulation/checks/check';
import { isWellFormed, ringsOf } from '#regulation/checks/shape-form';
import type { ShelterContents } from '#regulation/registry/contents';
import type { Ring } from '#regulation/site/contents';
import { areaSquareMeters, lineCrossing, metersOutside, selfCrossing, type Area } from './polygon.ts';

/** A shape or a point of the contents that can be measured, with all its points. */
export interface Shape {
  readonly field: string;
  readonly points: Ring;
  /** `LINE`: a ring that is still being drawn. */
  readonly kind: 'RING' | 'LINE' | 'POINT';
}

/** What of the contents lies somewhere, besides the position itself; the malformed is left to the rule that names it. */
export function shapesOf(contents: ShelterContents): Shape[] {
  const rings = ringsOf(contents).filter(({ ring }) => isWellFormed(ring));
  return [
    ...rings.map(({ field, ring }) => ({ field, points: ring, kind: 'RING' as const })),
    ...contents.entrances.flatMap(({ longitude, latitude }, index) =>
      isOnEarth(longitude, latitude)
        ? [{ field: `entrances.${index}`, points: [[longitude, latitude]] as Ring, kind: 'POINT' as const }]
        : [],
    ),
  ];
}

/** What was measured of each shape; `outside` are the fields that lie outside the jurisdiction. */
export function measureShapes(
  contents: ShelterContents,
  shapes: readonly Shape[],
  outside: readonly string[],
): ShapeFact[] {
  const crossings = new Map(shapes.map(({ field, points, kind }) => [field, CROSSINGS[kind](points)]));
  const site = siteOf(shapes, crossings);
  const facts = shapes.map(({ field, points, kind }) => ({
    field,
    crossing: crossings.get(field) ?? null,
    squareMeters: kind === 'RING' ? areaSquareMeters({ type: 'Polygon', coordinates: [points] }) : null,
    outsideJurisdiction: outside.includes(field),
    metersOffSite: site && !field.startsWith('boundary.') ? farthestOff(site, points) : null,
  }));
  const { position } = contents;
  if (!position || !site || !isOnEarth(position.longitude, position.latitude)) return facts;
  const ofPosition: ShapeFact = {
    field: 'position',
    crossing: null,
    squareMeters: null,
    outsideJurisdiction: false,
    metersOffSite: farthestOff(site, [[position.longitude, position.latitude]]),
  };
  return [ofPosition, ...facts];
}

const CROSSINGS = { RING: selfCrossing, LINE: lineCrossing, POINT: () => null } as const;

/** The drawn site; null without one, or while its line crosses itself. */
function siteOf(shapes: readonly Shape[], crossings: ReadonlyMap<string, unknown>): Area | null {
  const parts = shapes.filter(({ field, kind }) => kind === 'RING' && field.startsWith('boundary.'));
  if (parts.length === 0 || parts.some(({ field }) => crossings.get(field))) return null;
  return { type: 'MultiPolygon', coordinates: parts.map(({ points }) => [points]) };
}

function farthestOff(site: Area, points: Ring): number {
  return Math.max(
    ...points.map(([longitude, latitude]) => metersOutside(site, { longitude, latitude }) ?? 0),
  );
}

function isOnEarth(longitude: number, latitude: number): boolean {
  return Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90;
}
