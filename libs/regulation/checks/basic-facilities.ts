import { BASIC_FACILITIES } from '../site/words.ts';
import { advice, type Check } from './check.ts';

/**
 * Art. 5 ¶1 and 10 (5): signs and the basic facilities. Once facilities are told at all, silence about one of these
 * leaves open whether it is missing; filing is no licence, so this only asks.
 */
export const basicFacilities: Check = ({ facilities }) => {
  if (facilities.length === 0) return [];
  const told = new Set<string>(facilities.map(({ type }) => type));
  const silent = [...BASIC_FACILITIES, 'SIGNS'].filter((type) => !told.has(type));
  if (silent.length === 0) return [];
  return [
    advice(
      'basic-facilities',
      'practice: asks at filing what Art. 5 and 10 (5) want of the site',
      'facilities',
      'BASICS_NOT_NAMED',
      { facilities: silent.join(',') },
    ),
  ];
};
