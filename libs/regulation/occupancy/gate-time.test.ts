import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { gateTime } from './gate-time.ts';

const HOUR = 3_600_000;
const DECIDED = 1_000 * HOUR;
const RECEIVED = DECIDED + 10 * HOUR;
const time = (told: number | null, deviceNow: number | null = null) =>
  gateTime({ told, deviceNow, received: RECEIVED, decided: DECIDED });

describe('the time of a gate', () => {
  it('is the device’s, when its clock is right or says nothing', () => {
    expect(time(RECEIVED - 3 * HOUR)).toEqual({ at: RECEIVED - 3 * HOUR, clockOff: false });
    expect(time(RECEIVED - 3 * HOUR, RECEIVED - 60_000)).toEqual({
      at: RECEIVED - 3 * HOUR,
      clockOff: false,
    });
    expect(time(null, RECEIVED - HOUR)).toEqual({ at: RECEIVED, clockOff: false });
  });

  it('is put right by as much as the clock is off, and flagged', () => {
    expect(time(RECEIVED - 2 * HOUR, RECEIVED + HOUR)).toEqual({ at: RECEIVED - 3 * HOUR, clockOff: true });
    expect(time(RECEIVED - 3 * HOUR, RECEIVED - HOUR)).toEqual({ at: RECEIVED - 2 * HOUR, clockOff: true });
  });

  it('is the receipt where the future or the time before the decision is told and nothing can put it right', () => {
    expect(time(RECEIVED + HOUR)).toEqual({ at: RECEIVED, clockOff: true });
    expect(time(DECIDED - HOUR)).toEqual({ at: RECEIVED, clockOff: true });
  });

  it('never leaves the time between decision and receipt, whatever a device says', () => {
    fc.assert(
      fc.property(
        fc.option(fc.integer({ min: 0, max: 2_000 * HOUR })),
        fc.option(fc.integer({ min: 0, max: 2_000 * HOUR })),
        (told, deviceNow) => {
          const { at } = time(told, deviceNow);
          expect(at).toBeGreaterThanOrEqual(DECIDED);
          expect(at).toBeLessThanOrEqual(RECEIVED);
        },
      ),
    );
  });
});
