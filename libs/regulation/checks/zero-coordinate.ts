import { impossible, type Check } from './check.ts';

/** A zero longitude or latitude is a blank in disguise: nothing the registry knows lies on either line. */
export const zeroCoordinate: Check = ({ position }) => {
  if (!position) return [];
  const { longitude, latitude, rawLongitude, rawLatitude } = position;
  const zero = [longitude, latitude, rawLongitude, rawLatitude].includes(0);
  return zero ? [impossible('zero-coordinate', 'position', 'ZERO_COORDINATE')] : [];
};
