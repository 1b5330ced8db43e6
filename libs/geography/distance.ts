import geographicLib from 'geographiclib-geodesic';

const { Geodesic } = geographicLib;

/** A place in WGS 84 degrees. */
export interface Point {
  longitude: number;
  latitude: number;
}

/** Mean radius (2a + b) / 3 in metres, the sphere on which PostGIS ranks geographies by `<->`. */
const SPHERE_RADIUS_METERS = (3 * Geodesic.WGS84.a - Geodesic.WGS84.a * Geodesic.WGS84.f) / 3;
const RADIANS_PER_DEGREE = Math.PI / 180;

/** Metres along the WGS 84 geodesic: what PostGIS answers to ST_Distance of two geographies. */
export function ellipsoidMeters(a: Point, b: Point): number {
  const line = Geodesic.WGS84.Inverse(a.latitude, a.longitude, b.latitude, b.longitude, Geodesic.DISTANCE);
  return line.s12 ?? Number.NaN;
}

/** Metres on the mean sphere: what PostGIS answers to `<->`. Up to 0.6 % off the ellipsoid; for ranking only. */
export function sphereMeters(a: Point, b: Point): number {
  const [latitudeA, latitudeB] = [a.latitude * RADIANS_PER_DEGREE, b.latitude * RADIANS_PER_DEGREE];
  const turn = (b.longitude - a.longitude) * RADIANS_PER_DEGREE;
  const [sinA, cosA, sinB, cosB] = [
    Math.sin(latitudeA),
    Math.cos(latitudeA),
    Math.sin(latitudeB),
    Math.cos(latitudeB),
  ];
  const across = cosB * Math.sin(turn);
  const along = cosA * sinB - sinA * cosB * Math.cos(turn);
  return (
    SPHERE_RADIUS_METERS * Math.atan2(Math.hypot(across, along), sinA * sinB + cosA * cosB * Math.cos(turn))
  );
}

/** Direction in which one sets out from `a` to `b`: degrees clockwise from north, 0 <= d < 360; 0 on the spot. */
export function bearingDegrees(a: Point, b: Point): number {
  if (a.longitude === b.longitude && a.latitude === b.latitude) return 0;
  const line = Geodesic.WGS84.Inverse(a.latitude, a.longitude, b.latitude, b.longitude, Geodesic.AZIMUTH);
  return ((line.azi1 ?? Number.NaN) + 360) % 360;
}
