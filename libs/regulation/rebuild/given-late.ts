import type { CivilDate } from '../civil-date.ts';

/** Art. 21: who is going to rebuild files that first. A notice given once the work has begun is late; it is marked, not refused. */
export function isGivenLate(startsOn: CivilDate, givenOn: CivilDate): boolean {
  return givenOn > startsOn;
}
