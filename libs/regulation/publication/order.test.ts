import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SUITABILITIES } from '../enumerations.ts';
import type { Candidate } from './eligibility.ts';
import { answerNearest, compareByDistance, compareListed, orderKey, type Neighbour } from './order.ts';
import { sampleCandidate, sampleQuestion } from './sample-candidate.ts';

const at = (code: string, distanceMeters: number, change: Partial<Candidate> = {}): Neighbour => ({
  shelter: sampleCandidate({ code, ...change }),
  distanceMeters,
});
const forFire = (suitability: 'SUITABLE' | 'CONDITIONAL' | 'UNSUITABLE') => ({
  suitability: [{ hazard: 'FIRE', suitability }] as const,
});
const FIRE = sampleQuestion({ hazard: 'FIRE' });
const codes = (found: readonly Neighbour[]) => found.map(({ shelter }) => shelter.code);

describe('the order', () => {
  it('is the distance alone without a hazard', () => {
    const neighbours = [
      at('c', 1_500, forFire('SUITABLE')),
      at('b', 900),
      at('a', 20, forFire('CONDITIONAL')),
    ];
    expect(codes(answerNearest(neighbours, sampleQuestion(), 5).listed)).toEqual(['a', 'b', 'c']);
  });

  it('places doubtful ones a kilometre further back', () => {
    const neighbours = [
      at('doubt', 600, forFire('CONDITIONAL')),
      at('good', 1_599, forFire('SUITABLE')),
      at('far', 1_601, forFire('SUITABLE')),
    ];
    expect(codes(answerNearest(neighbours, FIRE, 5).listed)).toEqual(['good', 'doubt', 'far']);
  });

  it('prefers SUITABLE at an equal key, then the code', () => {
    const neighbours = [
      at('a', 500, forFire('CONDITIONAL')),
      at('z', 1_500, forFire('SUITABLE')),
      at('y', 1_500, forFire('SUITABLE')),
      at('b', 500),
    ];
    expect(codes(answerNearest(neighbours, FIRE, 5).listed)).toEqual(['y', 'z', 'a', 'b']);
  });

  it('compares codes by their characters', () => {
    const neighbours = [at('HBC10000', 5), at('HBC0002', 5), at('HBC1000', 5), at('HBC0002', 5)];
    expect(codes(answerNearest(neighbours, sampleQuestion(), 5).listed)).toEqual([
      'HBC0002',
      'HBC0002',
      'HBC1000',
      'HBC10000',
    ]);
    expect(compareByDistance(at('a', 1), at('a', 1))).toBe(0);
  });

  it('is not changed by room, age or activation', () => {
    const neighbours = [
      at('a', 1, { available: null }),
      at('b', 2, { lastConfirmedAt: null }),
      at('c', 3, { operationalStatus: 'OPEN' }),
    ];
    expect(codes(answerNearest(neighbours, sampleQuestion(), 5).listed)).toEqual(['a', 'b', 'c']);
  });
});

describe('the answer', () => {
  const many = Array.from({ length: 60 }, (_unused, index) =>
    at(`s${String(index).padStart(2, '0')}`, 1_000 + index),
  );

  it('lists as many as asked, at most fifty', () => {
    expect(answerNearest(many, sampleQuestion(), 5).listed).toHaveLength(5);
    expect(answerNearest(many, sampleQuestion(), 500).listed).toHaveLength(50);
    expect(answerNearest([], sampleQuestion(), 5)).toEqual({ listed: [], passedOver: [] });
  });

  it('tells the five nearest passed over, within 50 km, by distance', () => {
    const damaged = { operationalStatus: 'DAMAGED' } as const;
    const neighbours = [
      at('edge', 50_000, damaged),
      at('beyond', 50_001, damaged),
      at('b', 7, damaged),
      at('a', 7, damaged),
      at('hidden', 1, { ...damaged, publicationStatus: 'HIDDEN' }),
    ];
    const { listed, passedOver } = answerNearest(neighbours, sampleQuestion(), 5);
    expect(listed).toEqual([]);
    expect(codes(passedOver)).toEqual(['a', 'b', 'edge']);
    expect(passedOver[0]?.reasons).toEqual([{ code: 'DAMAGED', params: {} }]);
    const crowd = many.map((neighbour) => ({ ...neighbour, shelter: { ...neighbour.shelter, ...damaged } }));
    expect(codes(answerNearest(crowd, sampleQuestion(), 5).passedOver)).toEqual([
      's00',
      's01',
      's02',
      's03',
      's04',
    ]);
  });

  it('does not depend on the order in which shelters come', () => {
    const neighbour = fc.record({
      code: fc.uuid(),
      distance: fc.integer({ min: 0, max: 3_000 }),
      suitability: fc.constantFrom(...SUITABILITIES),
    });
    fc.assert(
      fc.property(fc.uniqueArray(neighbour, { selector: ({ code }) => code }), (records) => {
        const neighbours = records.map(({ code, distance, suitability }) =>
          at(code, distance, { suitability: [{ hazard: 'FIRE', suitability }] }),
        );
        const { listed, passedOver } = answerNearest(neighbours, FIRE, 50);
        const again = answerNearest(neighbours.toReversed(), FIRE, 50);
        const keys = listed.map((entry) => orderKey(entry.distanceMeters, entry.verdict));
        expect(codes(again.listed)).toEqual(codes(listed));
        expect(codes(again.passedOver)).toEqual(codes(passedOver));
        expect(keys).toEqual(keys.toSorted((a, b) => a - b));
        for (const entry of listed) expect(compareListed(entry, entry)).toBe(0);
      }),
    );
  });
});
