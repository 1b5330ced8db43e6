import type {
  HazardType,
  OperationalStatus,
  PublicationStatus,
  Readiness,
  Situation,
  Suitability,
} from '../enumerations.ts';
import { suitabilityFor, type HazardAssessment } from '../registry/contents.ts';
import type { NearestLabel, ReasonCode } from './reason-messages.ts';

/** A shelter as the question "where do I go?" sees it. */
export interface Candidate {
  code: string;
  publicationStatus: PublicationStatus;
  /** True when named in a live real activation: then it is visible whether published or not. */
  announced: boolean;
  operationalStatus: OperationalStatus;
  readiness: Readiness;
  suitability: readonly Pick<HazardAssessment, 'hazard' | 'suitability'>[];
  /** Persons; null = unknown, and unknown room admits. */
  available: number | null;
  /** Milliseconds since 1970; null = never confirmed. */
  lastConfirmedAt: number | null;
}

export interface Question {
  hazard: HazardType | null;
  /** Persons, >= 1. */
  partySize: number;
  openOnly: boolean;
  situation: Situation;
  /** The moment of asking, milliseconds since 1970. */
  at: number;
}

/** Age from which a confirmation is greyed, in hours, by situation. */
export type StaleHours = Readonly<Record<Situation, number>>;

export interface NearestConfig {
  /** How far back a shelter is placed whose suitability is CONDITIONAL or NOT_ASSESSED, in metres. */
  penaltyMeters: number;
  /** In quiet times a year (Art. 27: yearly inspection), live a day. */
  staleHours: StaleHours;
  firstMost: number;
  passedOverMost: number;
  passedOverWithinMeters: number;
}

/** Practice, configurable. */
export const NEAREST_DEFAULTS: NearestConfig = {
  penaltyMeters: 1_000,
  staleHours: { QUIET: 366 * 24, LIVE: 24 },
  firstMost: 50,
  passedOverMost: 5,
  passedOverWithinMeters: 50_000,
};

export interface Reason {
  code: ReasonCode;
  params: Record<string, string | number>;
}

export type Verdict =
  | { kind: 'UNLISTED' }
  | { kind: 'LISTED'; penaltyMeters: number; suitabilityRank: 0 | 1; labels: NearestLabel[]; stale: boolean }
  | { kind: 'PASSED_OVER'; reasons: Reason[] };

/** Statuses that take people in: the only ones listed when it is live. */
export const ADMITTING_STATUSES: readonly OperationalStatus[] = ['OPENING', 'OPEN', 'LIMITED'];
/** Statuses that say why they do not take people in by a reason of their own. */
const SPEAK_FOR_THEMSELVES: readonly OperationalStatus[] = ['FULL', 'DAMAGED', 'CLOSING'];
/** Listed and labelled for the asked hazard, and placed further back. */
const DOUBTFUL: readonly Suitability[] = ['CONDITIONAL', 'NOT_ASSESSED'];

interface PassOverRule {
  code: ReasonCode;
  when: (candidate: Candidate, question: Question) => boolean;
  params: (candidate: Candidate, question: Question) => Reason['params'];
}

/** The table "Who is listed": each row that passes a shelter over, in the order the reasons are told. */
export const PASS_OVER_RULES: readonly PassOverRule[] = [
  { code: 'DAMAGED', when: ({ operationalStatus }) => operationalStatus === 'DAMAGED', params: () => ({}) },
  { code: 'CLOSING', when: ({ operationalStatus }) => operationalStatus === 'CLOSING', params: () => ({}) },
  {
    code: 'UNAVAILABLE',
    when: ({ readiness, operationalStatus }) => readiness === 'UNAVAILABLE' && !admits(operationalStatus),
    params: () => ({}),
  },
  {
    code: 'UNSUITABLE_FOR_HAZARD',
    when: (candidate, { hazard }) => hazard !== null && suitabilityFor(candidate, hazard) === 'UNSUITABLE',
    params: (_candidate, { hazard }) => ({ hazard: hazard ?? '' }),
  },
  {
    code: 'NO_ROOM',
    when: ({ operationalStatus, available }, { partySize }) =>
      operationalStatus === 'FULL' || (available !== null && available < partySize),
    params: ({ available }, { partySize }) => ({
      partySize,
      ...(available === null ? {} : { available: Math.max(0, available) }),
    }),
  },
  {
    code: 'NOT_OPEN',
    when: ({ operationalStatus }, question) =>
      mustBeOpen(question) && !admits(operationalStatus) && !SPEAK_FOR_THEMSELVES.includes(operationalStatus),
    params: ({ operationalStatus }) => ({ status: operationalStatus }),
  },
];

/** Whether a shelter may be shown to the public at all. */
export function isListable(candidate: Pick<Candidate, 'publicationStatus' | 'announced'>): boolean {
  return candidate.announced || candidate.publicationStatus === 'PUBLISHED';
}

/** The whole table for one shelter. Unknown room, age and QUIET or LIVE never change the order. */
export function judgeCandidate(
  candidate: Candidate,
  question: Question,
  config: NearestConfig = NEAREST_DEFAULTS,
): Verdict {
  if (!isListable(candidate)) return { kind: 'UNLISTED' };
  const reasons = PASS_OVER_RULES.filter((rule) => rule.when(candidate, question)).map(
    ({ code, params }) => ({
      code,
      params: params(candidate, question),
    }),
  );
  if (reasons.length > 0) return { kind: 'PASSED_OVER', reasons };

  const suitability = question.hazard === null ? null : suitabilityFor(candidate, question.hazard);
  const doubtful = suitability !== null && DOUBTFUL.includes(suitability);
  const stale = isStale(candidate.lastConfirmedAt, question, config);
  return {
    kind: 'LISTED',
    penaltyMeters: doubtful ? config.penaltyMeters : 0,
    suitabilityRank: doubtful ? 1 : 0,
    labels: labelsOf(candidate, suitability, stale),
    stale,
  };
}

/**
 * LIVE when the jurisdiction of the shelter nearest to the place (null = there is none) has a live real activation,
 * for the hazard when one is asked. An activation without hazards counts for every one; its closing decision ends it:
 * what closes is passed over from then on, what stands by is offered again.
 */
export function situationAt(
  nearestJurisdiction: string | null,
  liveActivations: readonly { jurisdictionCode: string; hazards: readonly HazardType[] }[],
  hazard: HazardType | null,
): Situation {
  const live = liveActivations.some(
    (activation) =>
      activation.jurisdictionCode === nearestJurisdiction &&
      (hazard === null || activation.hazards.length === 0 || activation.hazards.includes(hazard)),
  );
  return live ? 'LIVE' : 'QUIET';
}

/** True when the last confirmation is older than the city allows in the situation, or there is none. */
export function isStale(
  lastConfirmedAt: number | null,
  { at, situation }: Pick<Question, 'at' | 'situation'>,
  config: Pick<NearestConfig, 'staleHours'>,
): boolean {
  return lastConfirmedAt === null || lastConfirmedAt < staleBefore(at, config)[situation];
}

/** Moments by situation, milliseconds since 1970. */
export type StaleBefore = Readonly<Record<Situation, number>>;

/** What was confirmed before this moment (milliseconds since 1970) is stale; for rows judged by the database. */
export function staleBefore(at: number, config: Pick<NearestConfig, 'staleHours'>): StaleBefore {
  const { QUIET, LIVE } = config.staleHours;
  return { QUIET: at - QUIET * 3_600_000, LIVE: at - LIVE * 3_600_000 };
}

function labelsOf(candidate: Candidate, suitability: Suitability | null, stale: boolean): NearestLabel[] {
  const labels: NearestLabel[] = [];
  if (suitability === 'CONDITIONAL') labels.push('CONDITIONAL');
  if (suitability === 'NOT_ASSESSED') labels.push('NOT_ASSESSED');
  if (candidate.available === null) labels.push('ROOM_UNKNOWN');
  if (!admits(candidate.operationalStatus)) labels.push('NOT_ACTIVATED');
  if (candidate.readiness === 'UNAVAILABLE') labels.push('UNAVAILABLE_BUT_OPEN');
  if (stale) labels.push(candidate.lastConfirmedAt === null ? 'NEVER_CONFIRMED' : 'STALE');
  return labels;
}

function admits(status: OperationalStatus): boolean {
  return ADMITTING_STATUSES.includes(status);
}

function mustBeOpen({ situation, openOnly }: Question): boolean {
  return openOnly || situation === 'LIVE';
}
