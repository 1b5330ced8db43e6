import { impossible, type Check, type CheckConfig } from './check.ts';

/**
 * Longitude and latitude exchanged: read this way the pair lies off the earth or outside the region,
 * read the other way it lies on it.
 */
export const swappedCoordinates: Check = ({ position }, _facts, { region }) => {
  if (!position) return [];
  const { longitude, latitude } = position;
  const offTheEarth = Math.abs(latitude) > 90 && Math.abs(latitude) <= 180 && Math.abs(longitude) <= 90;
  const elsewhere = !within(longitude, latitude, region) && within(latitude, longitude, region);
  if (!offTheEarth && !elsewhere) return [];
  return [impossible('swapped-coordinates', 'position', 'SWAPPED', { longitude, latitude })];
};

function within(
  longitude: number,
  latitude: number,
  { west, south, east, north }: CheckConfig['region'],
): boolean {
  return longitude >= west && longitude <= east && latitude >= south && latitude <= north;
}
