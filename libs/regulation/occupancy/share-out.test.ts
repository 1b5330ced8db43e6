import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { shareOut } from './share-out.ts';

describe('everybody out of a damaged shelter', () => {
  it('goes to the first named shelter with room, households whole, the rest to the last', () => {
    const stays = [
      { stayId: 'a', persons: 2 },
      { stayId: 'b', persons: 5 },
      { stayId: 'c', persons: 3 },
    ];
    expect(
      shareOut(stays, 4, [
        { id: 'near', room: 6 },
        { id: 'far', room: 3 },
      ]),
    ).toEqual([
      { id: 'near', stayIds: ['b'], counted: 1 },
      { id: 'far', stayIds: ['c', 'a'], counted: 3 },
    ]);
  });

  it('takes unknown room as room', () => {
    expect(shareOut([{ stayId: 'a', persons: 900 }], 50, [{ id: 'unknown', room: null }])).toEqual([
      { id: 'unknown', stayIds: ['a'], counted: 50 },
    ]);
    expect(shareOut([], 3, [])).toEqual([]);
  });

  it('loses nobody and doubles nobody', () => {
    const targets = fc.array(
      fc.record({ id: fc.uuid(), room: fc.option(fc.integer({ min: -5, max: 50 })) }),
      { minLength: 1, maxLength: 5 },
    );
    const households = fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 40 });
    fc.assert(
      fc.property(households, fc.integer({ min: 0, max: 200 }), targets, (sizes, counted, taking) => {
        const stays = sizes.map((persons, index) => ({ stayId: String(index), persons }));
        const shares = shareOut(stays, counted, taking);
        const gone = shares.flatMap(({ stayIds }) => stayIds).toSorted((a, b) => Number(a) - Number(b));
        expect(gone).toEqual(stays.map(({ stayId }) => stayId));
        expect(shares.reduce((sum, share) => sum + share.counted, 0)).toBe(counted);
        expect(shares.every((share) => share.counted >= 0)).toBe(true);
      }),
    );
  });
});
