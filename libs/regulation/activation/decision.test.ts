import { describe, expect, it } from '@jest/globals';
import {
  decisionAdvice,
  decisionRefusals,
  decisionTextRefusals,
  LEGAL_BASIS,
  MOST_SHELTERS,
  MOST_TEMPORARY_PLACES,
  type NamedShelter,
} from './decision.ts';

const GOOD: NamedShelter = {
  code: '411202C0001',
  ownJurisdiction: true,
  deregistered: false,
  readiness: 'READY',
  overrideReason: null,
  liveIn: null,
};
const refused = (
  shelters: readonly NamedShelter[],
  facts: { missing?: number; temporaryPlaces?: number } = {},
) =>
  decisionRefusals(shelters, { missing: 0, temporaryPlaces: 0, ...facts }).map(({ code, field }) => [
    code,
    field,
  ]);

describe('a decision is refused', () => {
  it('when it opens nothing', () => {
    expect(refused([])).toEqual([['NOTHING_CHOSEN', 'shelters']]);
    expect(refused([], { temporaryPlaces: 1 })).toEqual([]);
    expect(refused([GOOD])).toEqual([]);
  });

  it('when it names what does not exist, is not its own, is off the register or live already: all at once', () => {
    expect(refused([], { missing: 2 })).toEqual([['NOT_FOUND', 'shelters']]);
    expect(
      refused([GOOD, { ...GOOD, ownJurisdiction: false, deregistered: true, liveIn: '411282-QY-2026-0001' }]),
    ).toEqual([
      ['FOREIGN_SHELTER', 'shelters'],
      ['SHELTER_DEREGISTERED', 'shelters'],
      ['ALREADY_LIVE', 'shelters'],
    ]);
    expect(decisionRefusals([{ ...GOOD, liveIn: 'N' }], { missing: 0, temporaryPlaces: 0 })[0]).toEqual({
      rule: 'activation/decision',
      article: 22,
      field: 'shelters',
      code: 'ALREADY_LIVE',
      params: { code: GOOD.code, number: 'N' },
    });
  });

  it('when it names more than one decision can hold', () => {
    const many = Array.from({ length: MOST_SHELTERS }, () => GOOD);
    expect(refused(many)).toEqual([]);
    expect(refused([...many, GOOD])).toEqual([['TOO_MANY', 'shelters']]);
    expect(refused([GOOD], { temporaryPlaces: MOST_TEMPORARY_PLACES })).toEqual([]);
    expect(refused([GOOD], { temporaryPlaces: MOST_TEMPORARY_PLACES + 1 })).toEqual([
      ['TOO_MANY', 'temporaryPlaces'],
    ]);
  });

  it('never because a shelter is not ready', () => {
    expect(refused([{ ...GOOD, readiness: 'UNAVAILABLE' }])).toEqual([]);
  });
});

describe('a decider is told', () => {
  const told = (shelters: readonly NamedShelter[], planInForce = true, unassigned: readonly 'WATER'[] = []) =>
    decisionAdvice({ shelters, planInForce, unassigned });

  it('nothing when all is in order', () => {
    expect(told([GOOD])).toEqual([]);
  });

  it('that no plan is in force, whose duty nobody has, and what is opened though it is not ready', () => {
    const advice = told(
      [GOOD, { ...GOOD, code: 'X', readiness: 'UNAVAILABLE', overrideReason: '  ' }],
      false,
      ['WATER'],
    );
    expect(advice).toEqual([
      expect.objectContaining({ code: 'NO_PLAN_IN_FORCE', article: 22, class: 'ADVICE' }),
      expect.objectContaining({ code: 'DUTY_UNASSIGNED', article: 24, params: { duty: 'WATER' } }),
      expect.objectContaining({
        code: 'OPENED_UNAVAILABLE',
        article: null,
        params: { code: 'X' },
        source: expect.any(String),
      }),
    ]);
    expect(advice[0]).not.toHaveProperty('source');
    expect(told([{ ...GOOD, readiness: 'UNAVAILABLE', overrideReason: '别无他处' }])).toEqual([]);
  });
});

describe('the words of a decision', () => {
  it('cite Art. 22 when the signer writes nothing else', () => {
    expect(LEGAL_BASIS).toBe('《三门峡市应急避难场所管理办法》第二十二条');
  });

  it('are bounded', () => {
    expect(decisionTextRefusals('note', null)).toEqual([]);
    expect(decisionTextRefusals('note', '好'.repeat(2000))).toEqual([]);
    expect(decisionTextRefusals('note', '好'.repeat(2001))).toMatchObject([
      { code: 'TOO_LONG', field: 'note' },
    ]);
  });
});
