import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { FACILITY_STATES, FACILITY_TYPES } from '../enumerations.ts';
import type { ShelterFacility } from '../registry/contents.ts';
import { restorationFindings, restorations, wordRestoration } from './restoration.ts';

const facility = (
  type: ShelterFacility['type'],
  quantity: number | null = 1,
  state: ShelterFacility['state'] = 'WORKING',
): ShelterFacility => ({ type, quantity, state, maintainer: null });
const anyFacility = fc.record({
  type: fc.constantFrom(...FACILITY_TYPES),
  quantity: fc.option(fc.nat(50)),
  state: fc.constantFrom(...FACILITY_STATES),
  maintainer: fc.constant(null),
});

describe('what a rebuild leaves to be restored (Art. 21)', () => {
  test('nothing when everything is there and works, or is more than before', () => {
    expect(restorations([facility('WATER', 4)], [facility('WATER', 4)])).toEqual([]);
    expect(restorations([facility('WATER', 4)], [facility('WATER', 3), facility('WATER', 2)])).toEqual([]);
    expect(restorations([], [facility('POWER')])).toEqual([]);
  });

  test('gone, said to be missing, failed, or fewer', () => {
    expect(
      restorations(
        [facility('WATER', 4), facility('TOILET', 6), facility('POWER', 1), facility('SIGNS', 8)],
        [facility('TOILET', 6, 'MISSING'), facility('POWER', 1, 'FAILED'), facility('SIGNS', 5)],
      ),
    ).toEqual([
      { type: 'WATER', loss: 'MISSING', before: 4, after: 0 },
      { type: 'TOILET', loss: 'MISSING', before: 6, after: 6 },
      { type: 'POWER', loss: 'FAILED', before: 1, after: 1 },
      { type: 'SIGNS', loss: 'FEWER', before: 8, after: 5 },
    ]);
  });

  test('what failed in the new version is owed although it was not there before', () => {
    expect(restorations([], [facility('POWER', null, 'FAILED')])).toEqual([
      { type: 'POWER', loss: 'FAILED', before: 0, after: null },
    ]);
  });

  test('missing before the work and not spoken of now: not the rebuild’s', () => {
    expect(restorations([facility('WATER', 4, 'MISSING')], [])).toEqual([]);
  });

  test('an unknown number is never taken for fewer; the worst of one kind is told once', () => {
    expect(restorations([facility('WATER', null)], [facility('WATER', 1)])).toEqual([]);
    expect(restorations([facility('WATER', 9)], [facility('WATER', null)])).toEqual([]);
    expect(
      restorations([facility('WATER', 9)], [facility('WATER', 1, 'FAILED'), facility('WATER', 1, 'MISSING')]),
    ).toEqual([{ type: 'WATER', loss: 'MISSING', before: 9, after: 2 }]);
  });

  test('at most one task a kind; a version that works like the one before owes nothing', () => {
    fc.assert(
      fc.property(fc.array(anyFacility), fc.array(anyFacility), (before, after) => {
        const types = restorations(before, after).map(({ type }) => type);
        expect(new Set(types).size).toBe(types.length);
        const working = before.filter(({ state }) => state === 'WORKING');
        expect(restorations(working, working)).toEqual([]);
        for (const { type, state } of after)
          if (state === 'FAILED' || state === 'MISSING') expect(types).toContain(type);
      }),
    );
  });

  test('told before as advice with the article, and kept in words', () => {
    const owed = restorations(
      [facility('WATER', 4), facility('POWER', null)],
      [facility('WATER', 1), facility('POWER', 1, 'FAILED')],
    );
    expect(restorationFindings(owed)).toEqual([
      expect.objectContaining({
        class: 'ADVICE',
        article: 21,
        field: 'facilities',
        code: 'RESTORATION_OWED',
        params: { facility: 'WATER', loss: 'FEWER' },
      }),
      expect.objectContaining({ params: { facility: 'POWER', loss: 'FAILED' } }),
    ]);
    expect(owed.map(wordRestoration)).toEqual([
      '改建、扩建后减少：应急供水（原有 4，现有 1），应当恢复',
      '改建、扩建后失效：应急供电，应当恢复',
    ]);
  });
});
