import { bearingDegrees, ellipsoidMeters } from '#geography/distance';
import type { Candidate } from '#regulation/publication/eligibility';
import { answerNearest } from '#regulation/publication/order';
import type { KeptAnswer, ListedShelter, NearestAnswer, Question } from './answer.types.ts';

type Known = Candidate & { shelter: ListedShelter };

/** A kept answer serves the same question as it stands while one has not walked further than this. */
const SAME_PLACE_METERS = 50;

/**
 * Answers without the server from what it said last: the kept answer itself while it still fits, else the same law over
 * the shelters of `kept`. It may know fewer shelters than the server; it never knows what has changed since.
 */
export function answerOnDevice(kept: KeptAnswer, question: Question, first: number): NearestAnswer {
  const moved = ellipsoidMeters(kept.question.point, question.point);
  if (kept.question.hazard === question.hazard && moved <= SAME_PLACE_METERS) return kept.answer;

  const { situation, asOf } = kept.answer;
  const neighbours = knownShelters(kept.answer).map((known) => ({
    shelter: known,
    distanceMeters: ellipsoidMeters(question.point, known.shelter.location),
  }));
  const asked = { hazard: question.hazard, partySize: 1, openOnly: false, situation, at: Date.parse(asOf) };
  const { listed, passedOver } = answerNearest(neighbours, asked, first);
  return {
    ...kept.answer,
    shelters: listed.map(({ shelter: { shelter }, distanceMeters }) => ({
      shelter,
      distanceMeters,
      bearingDegrees: bearingDegrees(question.point, shelter.location),
    })),
    passedOver: passedOver.map(({ shelter: { shelter }, distanceMeters, reasons }) => ({
      shelter,
      distanceMeters,
      reasons: reasons.map((reason) => ({ ...reason, message: '' })),
    })),
  };
}

/** The shelters of an answer as the law sees them. Readiness is not public: only its lack was told, as a reason. */
function knownShelters({ shelters, passedOver }: NearestAnswer): Known[] {
  const told = passedOver.map(({ shelter, reasons }) => ({
    shelter,
    unavailable: reasons.some(({ code }) => code === 'UNAVAILABLE'),
  }));
  return [...shelters.map(({ shelter }) => ({ shelter, unavailable: false })), ...told].map(
    ({ shelter, unavailable }) => ({
      shelter,
      code: shelter.code,
      publicationStatus: 'PUBLISHED' as const,
      announced: false,
      operationalStatus: shelter.operationalStatus,
      readiness: unavailable ? 'UNAVAILABLE' : 'UNKNOWN',
      suitability: shelter.suitability,
      available: shelter.capacity.available,
      lastConfirmedAt: shelter.lastConfirmedAt === null ? null : Date.parse(shelter.lastConfirmedAt),
    }),
  );
}
