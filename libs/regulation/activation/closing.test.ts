import { describe, expect, it } from '@jest/globals';
import { peopleInsideRefusals } from './closing.ts';

describe('closing', () => {
  it.each([
    ['OPEN', null, 0],
    ['OPEN', 0, 0],
    ['OPEN', 1, 1],
    ['CLOSING', 3, 1],
    ['DAMAGED', 40, 0],
  ] as const)('a shelter that is %s with %s people inside: %i refusals', (status, occupied, refusals) => {
    expect(peopleInsideRefusals([{ code: 'A', status, occupied }])).toHaveLength(refusals);
  });

  it('names every shelter that is not empty, and how many are in it', () => {
    const told = peopleInsideRefusals([
      { code: 'A', status: 'OPEN', occupied: 2 },
      { code: 'B', status: 'OPEN', occupied: 0 },
      { code: 'C', status: 'FULL', occupied: 5 },
    ]);
    expect(told).toEqual([
      {
        rule: 'activation/closing',
        article: null,
        field: 'shelters',
        code: 'PEOPLE_INSIDE',
        params: { code: 'A', count: 2 },
      },
      expect.objectContaining({ params: { code: 'C', count: 5 } }),
    ]);
  });
});
