import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { OPERATIONAL_STATUSES, READINESSES, SUITABILITIES } from '../enumerations.ts';
import { proposeShelters, type ProposalCandidate } from './propose-shelters.ts';

const GOOD: ProposalCandidate = {
  shelterId: 'a',
  code: 'A',
  suitability: 'SUITABLE',
  readiness: 'READY',
  operationalStatus: 'STANDBY',
  live: false,
  insideArea: false,
  placed: true,
  usable: 100,
  distance: 500,
};
const EARTHQUAKE = { hazard: 'EARTHQUAKE', people: null } as const;
const codesOf = (changes: Partial<ProposalCandidate>) => {
  const [item] = proposeShelters([{ ...GOOD, ...changes }], EARTHQUAKE);
  return [item?.proposed, item?.reasons.map(({ code }) => code)];
};

describe('a proposal', () => {
  it.each([
    [{}, true, ['SUITABLE', 'READY']],
    [{ suitability: 'CONDITIONAL' }, true, ['CONDITIONAL', 'READY']],
    [{ suitability: 'NOT_ASSESSED', readiness: 'UNKNOWN' }, true, ['NOT_ASSESSED', 'READINESS_UNKNOWN']],
    [{ readiness: 'LIMITED', usable: null }, true, ['SUITABLE', 'PARTLY_READY', 'ROOM_UNKNOWN']],
    [{ insideArea: null }, true, ['SUITABLE', 'READY']],
    [{ suitability: 'UNSUITABLE' }, false, ['UNSUITABLE_FOR_HAZARD']],
    [{ insideArea: true }, false, ['INSIDE_AREA']],
    [{ readiness: 'UNAVAILABLE' }, false, ['UNAVAILABLE']],
    [{ operationalStatus: 'DAMAGED' }, false, ['DAMAGED']],
    [{ live: true, operationalStatus: 'OPEN' }, false, ['ALREADY_LIVE']],
    [{ placed: false, insideArea: null, distance: null }, false, ['NO_POSITION']],
    [
      { live: true, readiness: 'UNAVAILABLE', suitability: 'UNSUITABLE', insideArea: true },
      false,
      ['ALREADY_LIVE', 'UNAVAILABLE', 'UNSUITABLE_FOR_HAZARD', 'INSIDE_AREA'],
    ],
  ] as const)('%j', (changes, proposed, codes) => {
    expect(codesOf(changes)).toEqual([proposed, codes]);
  });

  it('names the hazard it judged', () => {
    expect(proposeShelters([GOOD], EARTHQUAKE)[0]?.reasons[0]).toEqual({
      code: 'SUITABLE',
      params: { hazard: 'EARTHQUAKE' },
    });
  });

  it('puts the proven before the doubtful, the near before the far, ties by code, the skipped last', () => {
    const candidates = [
      { ...GOOD, shelterId: 'skipped', code: '0', suitability: 'UNSUITABLE' },
      { ...GOOD, shelterId: 'far', code: 'B', distance: 900 },
      { ...GOOD, shelterId: 'nowhere', code: 'A', distance: null },
      { ...GOOD, shelterId: 'elsewhere', code: 'B', distance: null },
      { ...GOOD, shelterId: 'unsure', code: 'A', suitability: 'NOT_ASSESSED', distance: 1 },
      { ...GOOD, shelterId: 'unready', code: 'A', readiness: 'UNKNOWN', distance: 1 },
      { ...GOOD, shelterId: 'near2', code: 'Z' },
      { ...GOOD, shelterId: 'near1', code: 'Y' },
    ] as const;
    expect(proposeShelters(candidates, EARTHQUAKE).map(({ shelterId }) => shelterId)).toEqual([
      'near1',
      'near2',
      'far',
      'nowhere',
      'elsewhere',
      'unready',
      'unsure',
      'skipped',
    ]);
  });

  it('stops when there is room for the people; unknown room counts for nobody', () => {
    const candidates = ['a', 'b', 'c', 'd'].map((id, index) => ({
      ...GOOD,
      shelterId: id,
      code: id,
      usable: index === 1 ? null : 100,
    }));
    const told = proposeShelters(candidates, { hazard: 'FLOOD', people: 150 });
    expect(told.map(({ shelterId, proposed }) => [shelterId, proposed])).toEqual([
      ['a', true],
      ['b', true],
      ['c', true],
      ['d', false],
    ]);
    expect(told[3]?.reasons[0]).toEqual({ code: 'ENOUGH_ROOM', params: { room: 200, people: 150 } });
    expect(proposeShelters(candidates, { hazard: 'FLOOD', people: 0 }).some(({ proposed }) => proposed)).toBe(
      false,
    );
  });

  it('tells every shelter once, and never proposes one that something speaks against', () => {
    const candidate = fc.record({
      suitability: fc.constantFrom(...SUITABILITIES),
      readiness: fc.constantFrom(...READINESSES),
      operationalStatus: fc.constantFrom(...OPERATIONAL_STATUSES),
      live: fc.boolean(),
      insideArea: fc.constantFrom(true, false, null),
      placed: fc.boolean(),
      usable: fc.option(fc.nat(1000)),
      distance: fc.option(fc.nat(5000)),
    });
    fc.assert(
      fc.property(fc.array(candidate, { maxLength: 20 }), fc.option(fc.nat(3000)), (drawn, people) => {
        const candidates = drawn.map((one, index) => ({ ...one, shelterId: `${index}`, code: `${index}` }));
        const told = proposeShelters(candidates, { hazard: 'FIRE', people });
        expect(told.map(({ shelterId }) => shelterId).toSorted()).toEqual(
          candidates.map(({ shelterId }) => shelterId).toSorted(),
        );
        for (const { shelterId, proposed, reasons } of told) {
          const one = candidates[Number(shelterId)];
          expect(reasons.length).toBeGreaterThan(0);
          if (proposed)
            expect([one?.suitability === 'UNSUITABLE', one?.readiness === 'UNAVAILABLE', one?.live]).toEqual([
              false,
              false,
              false,
            ]);
        }
      }),
    );
  });
});
