import { describe, expect, it } from '@jest/globals';
import { afterFailedSignIn, lockedUntil } from './sign-in-lockout.ts';

describe('wrong passwords in a row', () => {
  const at = new Date('2026-03-01T00:00:00Z');
  const seconds = (failures: number) => {
    const until = afterFailedSignIn(failures, at).lockedUntil;
    return until && (until.getTime() - at.getTime()) / 1_000;
  };

  it('are free four times, then lock twice as long each time, never for good', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 1_000].map(seconds)).toEqual([
      null,
      null,
      null,
      null,
      60,
      120,
      240,
      480,
      900,
      900,
      900,
    ]);
    expect(afterFailedSignIn(6, at).failures).toBe(6);
  });

  it('follow the configuration', () => {
    const config = { lockingFailure: 1, firstLockSeconds: 1, longestLockSeconds: 2 };
    expect(afterFailedSignIn(1, at, config).lockedUntil).toEqual(new Date('2026-03-01T00:00:01Z'));
    expect(afterFailedSignIn(3, at, config).lockedUntil).toEqual(new Date('2026-03-01T00:00:02Z'));
  });

  it('lock until the end, and not at it', () => {
    const until = new Date('2026-03-01T00:01:00Z');
    expect(lockedUntil(until, at)).toBe(until);
    expect(lockedUntil(until, until)).toBeNull();
    expect(lockedUntil(null, at)).toBeNull();
  });
});
