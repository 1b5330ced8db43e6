const HOUR_MS = 60 * 60_000;
export const DAY_MS = 24 * HOUR_MS;
const SHANGHAI_MS = 8 * HOUR_MS;

/** Something that happened in the demo's past. */
export interface StoryEvent {
  readonly at: Date;
  readonly happen: () => Promise<unknown>;
}

/** The instant so many days before `now`, at an hour of the clock in Shanghai, a few minutes on. */
export function momentAgo(now: Date, days: number, hour: number, minutes: number): Date {
  const then = now.getTime() - days * DAY_MS;
  const midnight = then - ((then + SHANGHAI_MS) % DAY_MS);
  return new Date(midnight + hour * HOUR_MS + minutes * 60_000);
}
