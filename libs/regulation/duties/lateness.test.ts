import { describe, expect, it } from '@jest/globals';
import { dueOf, lateness, type DutyClock } from './lateness.ts';

const WAITING: DutyClock = {
  stage: 'ASSIGNED',
  assignedAt: 0,
  acknowledgeDue: 20,
  inPlaceDue: 60,
  inPlaceAt: null,
};

describe('how late a duty is', () => {
  it.each([
    [WAITING, 0, 'ON_TIME'],
    [WAITING, 14, 'ON_TIME'],
    [WAITING, 15, 'DUE_SOON'],
    [WAITING, 20, 'DUE_SOON'],
    [WAITING, 21, 'LATE'],
    [WAITING, 40, 'LATE'],
    [WAITING, 41, 'VERY_LATE'],
    [{ ...WAITING, stage: 'ACKNOWLEDGED' }, 44, 'ON_TIME'],
    [{ ...WAITING, stage: 'ACKNOWLEDGED' }, 45, 'DUE_SOON'],
    [{ ...WAITING, stage: 'ACKNOWLEDGED' }, 61, 'LATE'],
    [{ ...WAITING, stage: 'ACKNOWLEDGED' }, 121, 'VERY_LATE'],
    [{ ...WAITING, stage: 'IN_PLACE', inPlaceAt: 50 }, 500, 'ON_TIME'],
    [{ ...WAITING, stage: 'IN_PLACE', inPlaceAt: 60 }, 500, 'ON_TIME'],
    [{ ...WAITING, stage: 'IN_PLACE', inPlaceAt: 61 }, 500, 'LATE'],
    [{ ...WAITING, stage: 'STOOD_DOWN', inPlaceAt: 130 }, 500, 'VERY_LATE'],
    [{ ...WAITING, stage: 'DEGRADED', inPlaceAt: 50 }, 500, 'ON_TIME'],
    [{ ...WAITING, stage: 'DEGRADED' }, 500, 'VERY_LATE'],
    [{ ...WAITING, acknowledgeDue: null }, 44, 'ON_TIME'],
    [{ ...WAITING, inPlaceDue: null }, 21, 'LATE'],
    [{ ...WAITING, stage: 'ACKNOWLEDGED', inPlaceDue: null }, 500, 'NO_TARGET'],
    [{ ...WAITING, acknowledgeDue: null, inPlaceDue: null }, 500, 'NO_TARGET'],
    [{ ...WAITING, acknowledgeDue: 90, inPlaceDue: 60 }, 61, 'LATE'],
  ] as const)('%j at %i: %s', (clock, at, expected) => {
    expect(lateness(clock, at)).toBe(expected);
  });

  it('is told by the due that is awaited next', () => {
    expect(dueOf(WAITING)).toBe(20);
    expect(dueOf({ ...WAITING, stage: 'ACKNOWLEDGED' })).toBe(60);
    expect(dueOf({ ...WAITING, acknowledgeDue: null })).toBe(60);
  });
});
