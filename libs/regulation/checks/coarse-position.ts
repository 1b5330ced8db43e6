import { advice, type Check } from './check.ts';

const DECIMALS = 4;

/** Fewer than four decimals of a degree: more than ten metres of doubt, the wrong side of a street. Judged as it was given. */
export const coarsePosition: Check = ({ position }) => {
  if (!position) return [];
  const coarse = decimals(position.rawLongitude) < DECIMALS || decimals(position.rawLatitude) < DECIMALS;
  return coarse
    ? [advice('coarse-position', 'practice: 0.0001° is about 10 m', 'position', 'COARSE_POSITION')]
    : [];
};

function decimals(degrees: number): number {
  const text = String(degrees);
  if (text.includes('e')) return DECIMALS;
  return text.split('.')[1]?.length ?? 0;
}
