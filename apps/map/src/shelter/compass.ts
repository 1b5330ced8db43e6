const POINTS = [
  'NORTH',
  'NORTH_EAST',
  'EAST',
  'SOUTH_EAST',
  'SOUTH',
  'SOUTH_WEST',
  'WEST',
  'NORTH_WEST',
] as const;
export type CompassPoint = (typeof POINTS)[number];

/** The nearest of eight points of the compass to a bearing in degrees clockwise from north. */
export function compassPoint(bearingDegrees: number): CompassPoint {
  return POINTS[Math.round((((bearingDegrees % 360) + 360) % 360) / 45) % 8] ?? 'NORTH';
}
