import type { Finding } from '../refusal.ts';
import type { ShelterContents } from '../registry/contents.ts';
import { LIST_LIMITS } from '../registry/text-limits.ts';
import type { Pair, Ring } from '../site/contents.ts';
import { impossible, type Check } from './check.ts';

const RULE = 'shape-form';

/** A shape is a closed ring of points on earth with at least three corners; a place for the drawing is a box. */
export const shapeForm: Check = (contents) => [
  ...ringsOf(contents).flatMap(({ field, ring }) => ringFindings(field, ring)),
  ...contents.entrances.flatMap(({ longitude, latitude }, index) =>
    pointFindings(`entrances.${index}`, [longitude, latitude]),
  ),
  ...placementFindings(contents.zonePlanPlacement),
];

/** Every ring of the contents with its path. */
export function ringsOf({
  boundary,
  zones,
}: Pick<ShelterContents, 'boundary' | 'zones'>): { field: string; ring: Ring }[] {
  return [
    ...(boundary?.parts ?? []).map((ring, index) => ({ field: `boundary.parts.${index}`, ring })),
    ...zones.flatMap(({ ring }, index) => (ring ? [{ field: `zones.${index}.ring`, ring }] : [])),
  ];
}

/** Whether a ring can be measured at all. */
export function isWellFormed(ring: Ring): boolean {
  return ringFindings('', ring).length === 0;
}

function ringFindings(field: string, ring: Ring): Finding[] {
  const count = ring.length;
  if (count > LIST_LIMITS.ringPoints)
    return [impossible(RULE, field, 'TOO_MANY', { limit: LIST_LIMITS.ringPoints, count })];
  const [fault] = ring.flatMap((point) => pointFindings(field, point));
  if (fault) return [fault];
  const corners = new Set(ring.map(([longitude, latitude]) => `${longitude} ${latitude}`)).size;
  if (corners < 3) return [impossible(RULE, field, 'TOO_FEW_POINTS', { count: corners })];
  const [first, last] = [ring[0], ring.at(-1)];
  if (first?.[0] !== last?.[0] || first?.[1] !== last?.[1]) return [impossible(RULE, field, 'NOT_CLOSED')];
  return [];
}

function pointFindings(field: string, point: Pair): Finding[] {
  const [longitude, latitude] = point;
  const wrong = [longitude, latitude].find((value) => !Number.isFinite(value));
  if (point.length !== 2 || wrong !== undefined)
    return [impossible(RULE, field, 'NOT_A_NUMBER', { value: String(wrong ?? point.length) })];
  if (longitude === 0 || latitude === 0) return [impossible(RULE, field, 'ZERO_COORDINATE')];
  if (Math.abs(longitude) > 180 || Math.abs(latitude) > 90)
    return [impossible(RULE, field, 'OUT_OF_RANGE', { longitude, latitude })];
  return [];
}

function placementFindings(box: ShelterContents['zonePlanPlacement']): Finding[] {
  if (!box) return [];
  const { west, south, east, north } = box;
  const field = 'zonePlanPlacement';
  const corners: Pair[] = [
    [west, south],
    [east, north],
  ];
  const [fault] = corners.flatMap((corner) => pointFindings(field, corner));
  if (fault) return [fault];
  return west < east && south < north ? [] : [impossible(RULE, field, 'EMPTY_BOX')];
}
