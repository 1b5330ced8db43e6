import { NEAREST_DEFAULTS, type StaleHours } from '#regulation/publication/eligibility';

/**
 * The hours after which a confirmation is stale, as an answer, a list or this device's memory tells them; what is
 * missing or no number of hours is as the rules have it, for what was kept before the city told its own.
 */
export function readStaleHours(told: unknown): StaleHours {
  const { staleHours } = NEAREST_DEFAULTS;
  const { QUIET, LIVE } = (told ?? {}) as Record<string, unknown>;
  return { QUIET: hoursOr(QUIET, staleHours.QUIET), LIVE: hoursOr(LIVE, staleHours.LIVE) };
}

function hoursOr(told: unknown, usual: number): number {
  return typeof told === 'number' && told > 0 ? told : usual;
}
