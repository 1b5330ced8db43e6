import { impossible, type Check } from './check.ts';

/** Longitude within ±180 and latitude within ±90 degrees, both numbers. */
export const coordinateRange: Check = ({ position }) => {
  if (!position) return [];
  const { longitude, latitude } = position;
  const notNumbers = (['longitude', 'latitude'] as const).filter((axis) => !Number.isFinite(position[axis]));
  if (notNumbers.length > 0) {
    return notNumbers.map((axis) =>
      impossible('coordinate-range', `position.${axis}`, 'NOT_A_NUMBER', { value: String(position[axis]) }),
    );
  }
  if (Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90) return [];
  return [impossible('coordinate-range', 'position', 'OUT_OF_RANGE', { longitude, latitude })];
};
