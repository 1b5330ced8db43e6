import type { Corner } from './decision-draft.ts';

const CORNERS = 36;
const METERS_PER_DEGREE = 111_320;

/** A circle as corners: one tap and a radius draw an area; exact enough for a finger on a map. */
export function circleAround(centre: Corner, radiusMeters: number): Corner[] {
  const north = radiusMeters / METERS_PER_DEGREE;
  const east = north / Math.cos((centre.latitude * Math.PI) / 180);
  return Array.from({ length: CORNERS }, (_, index) => {
    const turn = (index / CORNERS) * 2 * Math.PI;
    return {
      longitude: Number((centre.longitude + east * Math.cos(turn)).toFixed(6)),
      latitude: Number((centre.latitude + north * Math.sin(turn)).toFixed(6)),
    };
  });
}
