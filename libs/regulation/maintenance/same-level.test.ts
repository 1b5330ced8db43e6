import { expect, it } from '@jest/globals';
import { SHELTER_GRADES } from '../enumerations.ts';
import { levelOf } from './same-level.ts';

it('is the city for what serves the city or more, else the county or committee; also where nobody told', () => {
  expect(SHELTER_GRADES.map((grade) => [grade, levelOf(grade)])).toEqual([
    ['PROVINCIAL', 'CITY'],
    ['MUNICIPAL', 'CITY'],
    ['COUNTY', 'COUNTY'],
    ['TOWNSHIP', 'COUNTY'],
    ['VILLAGE', 'COUNTY'],
    ['UNKNOWN', 'COUNTY'],
  ]);
});
