const EARTH_RADIUS_KILOMETERS = 6_371;
const RADIANS = Math.PI / 180;

export interface Degrees {
  longitude: number;
  latitude: number;
}

/** Great-circle distance on the mean sphere, in kilometres; half a per cent is nothing here. */
export function greatCircleKilometers(a: Degrees, b: Degrees): number {
  const north = Math.sin(((b.latitude - a.latitude) * RADIANS) / 2);
  const east = Math.sin(((b.longitude - a.longitude) * RADIANS) / 2);
  const chord = north * north + Math.cos(a.latitude * RADIANS) * Math.cos(b.latitude * RADIANS) * east * east;
  return 2 * EARTH_RADIUS_KILOMETERS * Math.asin(Math.min(1, Math.sqrt(chord)));
}
