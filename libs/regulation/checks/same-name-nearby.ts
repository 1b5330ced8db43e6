import { advice, type Check } from './check.ts';

/** Same name and same space type within 50 m: perhaps filed twice. A hall and its field are two shelters. */
export const sameNameNearby: Check = (_contents, { nearbySame }) =>
  (nearbySame ?? []).map(({ code, name, meters }) =>
    advice('same-name-nearby', 'practice: doubles in real lists', 'name', 'SAME_NAME_NEARBY', {
      code,
      name,
      distance: Math.round(meters),
    }),
  );
