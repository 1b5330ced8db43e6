import { describe, expect, it } from '@jest/globals';
import { eventRefusals, MOST_AREA_POINTS, type EventFacts } from './event.ts';

const GOOD: EventFacts = {
  name: '湖滨区地震',
  jurisdictions: ['411202'],
  unknownJurisdictions: [],
  peopleAffected: null,
  occurredAt: 1_000,
  now: 1_000,
  areaPoints: 0,
  areaSimple: true,
};

describe('an event', () => {
  it.each([
    [{}, []],
    [{ peopleAffected: 0 }, []],
    [{ name: '   ' }, ['EMPTY eventName']],
    [{ name: '长'.repeat(500) }, ['TOO_LONG eventName']],
    [{ jurisdictions: [] }, ['NOTHING_CHOSEN jurisdictions']],
    [{ unknownJurisdictions: ['999999'] }, ['UNKNOWN_JURISDICTION jurisdictions']],
    [{ peopleAffected: -1 }, ['NEGATIVE peopleAffected']],
    [{ peopleAffected: 10_000_000 }, []],
    [{ peopleAffected: 10_000_001 }, ['TOO_LARGE peopleAffected']],
    [{ occurredAt: 1_001 }, ['MOMENT_IN_FUTURE occurredAt']],
    [{ areaPoints: MOST_AREA_POINTS }, []],
    [{ areaPoints: MOST_AREA_POINTS + 1 }, ['TOO_MANY area']],
    [{ areaSimple: false }, ['SELF_CROSSING area']],
  ])('%j: %j', (changes, refused) => {
    const refusals = eventRefusals({ ...GOOD, ...changes });
    expect(refusals.map(({ code, field }) => `${code} ${field}`)).toEqual(refused);
    for (const { rule, article } of refusals) expect([rule, article]).toEqual(['activation/event', null]);
  });

  it('tells everything at once', () => {
    expect(eventRefusals({ ...GOOD, name: '', jurisdictions: [], areaSimple: false })).toHaveLength(3);
  });
});
