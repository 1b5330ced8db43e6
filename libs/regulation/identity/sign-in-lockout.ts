export interface LockoutConfig {
  /** The failure in a row that locks first. */
  lockingFailure: number;
  firstLockSeconds: number;
  longestLockSeconds: number;
}

/** Practice (OWASP Authentication Cheat Sheet: lock for a while, growing); configurable. */
export const LOCKOUT_DEFAULTS: LockoutConfig = {
  lockingFailure: 5,
  firstLockSeconds: 60,
  longestLockSeconds: 900,
};

export interface Lockout {
  failures: number;
  /** null = not locked. */
  lockedUntil: Date | null;
}

/**
 * What follows from the `failures`-th wrong password in a row (>= 1, this one counted) at `at`: from the locking failure
 * on, each locks twice as long, up to the longest. Never for good: that would let anybody shut out the officer on duty.
 */
export function afterFailedSignIn(
  failures: number,
  at: Date,
  config: LockoutConfig = LOCKOUT_DEFAULTS,
): Lockout {
  const beyond = failures - config.lockingFailure;
  if (beyond < 0) return { failures, lockedUntil: null };
  const seconds = Math.min(config.longestLockSeconds, config.firstLockSeconds * 2 ** Math.min(beyond, 30));
  return { failures, lockedUntil: new Date(at.getTime() + seconds * 1_000) };
}

/** The end of a lock that still holds at `at`, else null. */
export function lockedUntil(until: Date | null, at: Date): Date | null {
  return until !== null && until.getTime() > at.getTime() ? until : null;
}
