import { impossible, type Check, type CheckConfig } from './check.ts';

/** Longitude and latitude exchanged: the pair lies outside the region, and inside it when read the other way round. */
export const swappedCoordinates: Check = ({ position }, _facts, { region }) => {
  if (!position) return [];
  const { longitude, latitude } = position;
  const swapped = !within(longitude, latitude, region) && within(latitude, longitude, region);
  return swapped ? [impossible('swapped-coordinates', 'position', 'SWAPPED', { longitude, latitude })] : [];
};

function within(
  longitude: number,
  latitude: number,
  { west, south, east, north }: CheckConfig['region'],
): boolean {
  return longitude >= west && longitude <= east && latitude >= south && latitude <= north;
}
