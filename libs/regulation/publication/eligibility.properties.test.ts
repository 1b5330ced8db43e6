import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  HAZARD_TYPES,
  OPERATIONAL_STATUSES,
  PUBLICATION_STATUSES,
  READINESSES,
  SITUATIONS,
  SUITABILITIES,
} from '../enumerations.ts';
import { judgeCandidate, type Candidate, type Question } from './eligibility.ts';

const candidates: fc.Arbitrary<Candidate> = fc.record({
  code: fc.string(),
  publicationStatus: fc.constantFrom(...PUBLICATION_STATUSES),
  announced: fc.boolean(),
  operationalStatus: fc.constantFrom(...OPERATIONAL_STATUSES),
  readiness: fc.constantFrom(...READINESSES),
  suitability: fc.uniqueArray(
    fc.record({ hazard: fc.constantFrom(...HAZARD_TYPES), suitability: fc.constantFrom(...SUITABILITIES) }),
    { selector: ({ hazard }) => hazard },
  ),
  available: fc.option(fc.integer({ min: -50, max: 500 })),
  lastConfirmedAt: fc.option(fc.integer({ min: 0, max: 1e12 })),
});
const questions: fc.Arbitrary<Question> = fc.record({
  hazard: fc.option(fc.constantFrom(...HAZARD_TYPES)),
  partySize: fc.integer({ min: 1, max: 300 }),
  openOnly: fc.boolean(),
  situation: fc.constantFrom(...SITUATIONS),
  at: fc.integer({ min: 0, max: 2e12 }),
});

const holds = (property: (candidate: Candidate, question: Question) => void) =>
  fc.assert(fc.property(candidates, questions, property), { numRuns: 2_000 });
const kindOf = (candidate: Candidate, question: Question) => judgeCandidate(candidate, question).kind;

describe('whatever the shelter and whatever the question', () => {
  it('what is announced is never unlisted, what is neither announced nor published always is', () => {
    holds((candidate, question) => {
      const visible = candidate.announced || candidate.publicationStatus === 'PUBLISHED';
      expect(kindOf(candidate, question) === 'UNLISTED').toBe(!visible);
    });
  });

  it('age never decides', () => {
    holds((candidate, question) => {
      expect(kindOf({ ...candidate, lastConfirmedAt: null }, question)).toBe(kindOf(candidate, question));
    });
  });

  it('unknown room admits whom any room admits', () => {
    holds((candidate, question) => {
      if (kindOf(candidate, question) === 'LISTED') {
        expect(kindOf({ ...candidate, available: null }, question)).toBe('LISTED');
      }
    });
  });

  it('a smaller party, no hazard, and asking for closed ones too never lose a shelter', () => {
    holds((candidate, question) => {
      if (kindOf(candidate, question) !== 'LISTED') return;
      expect(kindOf(candidate, { ...question, partySize: 1 })).toBe('LISTED');
      expect(kindOf(candidate, { ...question, hazard: null })).toBe('LISTED');
      expect(kindOf(candidate, { ...question, openOnly: false, situation: 'QUIET' })).toBe('LISTED');
    });
  });

  it('only the suitability for the asked hazard places a shelter further back', () => {
    holds((candidate, question) => {
      const verdict = judgeCandidate(candidate, question);
      if (verdict.kind !== 'LISTED') return;
      const told = candidate.suitability.find(({ hazard }) => hazard === question.hazard)?.suitability;
      const doubtful = question.hazard !== null && told !== 'SUITABLE';
      expect(verdict.penaltyMeters).toBe(doubtful ? 1_000 : 0);
    });
  });

  it('who is passed over is told why', () => {
    holds((candidate, question) => {
      const verdict = judgeCandidate(candidate, question);
      if (verdict.kind === 'PASSED_OVER') expect(verdict.reasons.length).toBeGreaterThan(0);
    });
  });
});
