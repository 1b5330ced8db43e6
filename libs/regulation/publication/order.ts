import {
  judgeCandidate,
  NEAREST_DEFAULTS,
  type Candidate,
  type NearestConfig,
  type Question,
  type Reason,
  type Verdict,
} from './eligibility.ts';

type Listed = Extract<Verdict, { kind: 'LISTED' }>;

/** A shelter and its distance from the asked place, in metres on the ellipsoid. */
export interface Neighbour<C extends Candidate = Candidate> {
  shelter: C;
  distanceMeters: number;
}

export type ListedNeighbour<C extends Candidate = Candidate> = Neighbour<C> & { verdict: Listed };
export type PassedOverNeighbour<C extends Candidate = Candidate> = Neighbour<C> & { reasons: Reason[] };

/** The one key of the order: the distance, plus the penalty of a doubtful suitability. Metres. */
export function orderKey(distanceMeters: number, verdict: Pick<Listed, 'penaltyMeters'>): number {
  return distanceMeters + verdict.penaltyMeters;
}

/** Order of listed shelters: the key; at an equal key SUITABLE first; then the code. */
export function compareListed(a: ListedNeighbour, b: ListedNeighbour): number {
  return (
    orderKey(a.distanceMeters, a.verdict) - orderKey(b.distanceMeters, b.verdict) ||
    a.verdict.suitabilityRank - b.verdict.suitabilityRank ||
    compareCodes(a.shelter.code, b.shelter.code)
  );
}

/**
 * The whole answer to "where do I go?" over any set of neighbours: the specification that every faster way must equal.
 * At most `first` listed (never above the configured most); passed over: the nearest few within reach.
 */
export function answerNearest<C extends Candidate>(
  neighbours: readonly Neighbour<C>[],
  question: Question,
  first: number,
  config: NearestConfig = NEAREST_DEFAULTS,
): { listed: ListedNeighbour<C>[]; passedOver: PassedOverNeighbour<C>[] } {
  const listed: ListedNeighbour<C>[] = [];
  const passedOver: PassedOverNeighbour<C>[] = [];
  for (const neighbour of neighbours) {
    const verdict = judgeCandidate(neighbour.shelter, question, config);
    if (verdict.kind === 'LISTED') listed.push({ ...neighbour, verdict });
    if (verdict.kind === 'PASSED_OVER' && neighbour.distanceMeters <= config.passedOverWithinMeters) {
      passedOver.push({ ...neighbour, reasons: verdict.reasons });
    }
  }
  return {
    listed: listed.sort(compareListed).slice(0, Math.min(first, config.firstMost)),
    passedOver: passedOver.sort(compareByDistance).slice(0, config.passedOverMost),
  };
}

/** Order of shelters passed over: the distance, then the code. */
export function compareByDistance(a: Neighbour, b: Neighbour): number {
  return a.distanceMeters - b.distanceMeters || compareCodes(a.shelter.code, b.shelter.code);
}

/** Codes compare by their characters, as `COLLATE "C"` does. */
function compareCodes(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
