import { ellipsoidMeters, type Point } from '#geography/distance';
import { BORDER_TOLERANCE_METERS, countyBoundaries } from '#geography/boundaries/boundaries';
import { sideOf } from '#geography/polygon';

/** Where the person is, and how we know. */
export interface Place {
  point: Point;
  /** The device, a finger on the map, a township's shelters, or only a county's seat. */
  from: 'GPS' | 'MAP' | 'TOWNSHIP' | 'SEAT';
  /** Radius in metres within which it lies; null when nobody knows. */
  accuracyMeters: number | null;
  /** In the words of the list; null for the others. */
  name: string | null;
  /** When it was learnt, milliseconds since 1970. */
  at: number;
}

const counties = countyBoundaries();

/** True when the place is surely outside every county of the city. */
export function isOutsideCity(point: Point): boolean {
  return counties.every(({ geometry }) => sideOf(geometry, point, BORDER_TOLERANCE_METERS) === 'OUTSIDE');
}

/** True when a new reading of the device says something new: moved further than the reading is exact. */
export function hasMoved(before: Place, after: Place): boolean {
  const meters = ellipsoidMeters(before.point, after.point);
  const sharper = (after.accuracyMeters ?? 0) < (before.accuracyMeters ?? 0) / 2;
  return sharper || meters > Math.max(25, (after.accuracyMeters ?? 0) / 2);
}
