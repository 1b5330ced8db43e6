import type { Candidate, Question } from './eligibility.ts';

export const HOUR = 3_600_000;
export const NOW = 1_772_323_200_000;

/** For tests: a published shelter on standby, confirmed an hour ago, with room. */
export function sampleCandidate(change: Partial<Candidate> = {}): Candidate {
  return {
    code: 'HBC0001',
    publicationStatus: 'PUBLISHED',
    announced: false,
    operationalStatus: 'STANDBY',
    readiness: 'READY',
    suitability: [],
    available: 500,
    lastConfirmedAt: NOW - HOUR,
    ...change,
  };
}

/** For tests: one person asking in quiet times, for no hazard. */
export function sampleQuestion(change: Partial<Question> = {}): Question {
  return { hazard: null, partySize: 1, openOnly: false, situation: 'QUIET', at: NOW, ...change };
}
