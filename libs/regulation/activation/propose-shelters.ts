import type { HazardType, OperationalStatus, Readiness, Suitability } from '../enumerations.ts';

/** A shelter as a proposal sees it. */
export interface ProposalCandidate {
  readonly shelterId: string;
  readonly code: string;
  readonly suitability: Suitability;
  readonly readiness: Readiness;
  readonly operationalStatus: OperationalStatus;
  /** Already open, or ordered to open, in a live real activation. */
  readonly live: boolean;
  /** Inside the drawn dangerous area; null = no area drawn, or the place is not known. */
  readonly insideArea: boolean | null;
  readonly placed: boolean;
  /** Persons; null = not known. */
  readonly usable: number | null;
  /** Metres from the middle of the area; null = not known. */
  readonly distance: number | null;
}

/** Why a shelter is proposed, or is not, or is with a doubt. */
export const PROPOSAL_REASON_CODES = [
  'SUITABLE',
  'CONDITIONAL',
  'NOT_ASSESSED',
  'READY',
  'PARTLY_READY',
  'READINESS_UNKNOWN',
  'ROOM_UNKNOWN',
  'UNSUITABLE_FOR_HAZARD',
  'INSIDE_AREA',
  'UNAVAILABLE',
  'DAMAGED',
  'ALREADY_LIVE',
  'NO_POSITION',
  'ENOUGH_ROOM',
] as const;
export type ProposalReasonCode = (typeof PROPOSAL_REASON_CODES)[number];

export interface ProposalReason {
  readonly code: ProposalReasonCode;
  readonly params: Readonly<Record<string, string | number>>;
}

export interface ProposedShelter {
  readonly shelterId: string;
  readonly proposed: boolean;
  readonly reasons: ProposalReason[];
}

export interface ProposalQuestion {
  readonly hazard: HazardType;
  /** Persons to shelter; null = not known, then every suitable shelter is proposed. */
  readonly people: number | null;
}

/** What keeps a shelter out of a proposal. A decider may take it all the same. */
const AGAINST: readonly {
  readonly code: ProposalReasonCode;
  readonly when: (candidate: ProposalCandidate) => boolean;
}[] = [
  { code: 'ALREADY_LIVE', when: ({ live }) => live },
  { code: 'DAMAGED', when: ({ operationalStatus }) => operationalStatus === 'DAMAGED' },
  { code: 'UNAVAILABLE', when: ({ readiness }) => readiness === 'UNAVAILABLE' },
  { code: 'UNSUITABLE_FOR_HAZARD', when: ({ suitability }) => suitability === 'UNSUITABLE' },
  { code: 'INSIDE_AREA', when: ({ insideArea }) => insideArea === true },
  { code: 'NO_POSITION', when: ({ placed }) => !placed },
];

const SUITABILITY_CODES = {
  SUITABLE: 'SUITABLE',
  CONDITIONAL: 'CONDITIONAL',
  NOT_ASSESSED: 'NOT_ASSESSED',
} as const;
const READINESS_CODES = {
  READY: 'READY',
  LIMITED: 'PARTLY_READY',
  UNKNOWN: 'READINESS_UNKNOWN',
} as const;

/** Better first. */
const SUITABILITY_ORDER: readonly Suitability[] = ['SUITABLE', 'CONDITIONAL', 'NOT_ASSESSED', 'UNSUITABLE'];
const READINESS_ORDER: readonly Readiness[] = ['READY', 'LIMITED', 'UNKNOWN', 'UNAVAILABLE'];

/**
 * Practice (the plan's way of choosing): suitable for the hazard, outside the area, ready, until there is room for the
 * people. Every shelter of the jurisdiction is told with its reasons, the skipped ones too; unknown room counts for nobody.
 */
export function proposeShelters(
  candidates: readonly ProposalCandidate[],
  { hazard, people }: ProposalQuestion,
): ProposedShelter[] {
  const against = candidates.flatMap((candidate) => {
    const reasons = AGAINST.filter(({ when }) => when(candidate)).map(({ code }) => reason(code, { hazard }));
    return reasons.length > 0 ? [{ shelterId: candidate.shelterId, proposed: false, reasons }] : [];
  });
  const refused = new Set(against.map(({ shelterId }) => shelterId));
  let room = 0;
  const chosen = candidates
    .filter(({ shelterId }) => !refused.has(shelterId))
    .toSorted(byMerit)
    .map((candidate): ProposedShelter => {
      const enough = people !== null && room >= people;
      if (!enough) room += candidate.usable ?? 0;
      return {
        shelterId: candidate.shelterId,
        proposed: !enough,
        reasons: [
          ...(enough ? [reason('ENOUGH_ROOM', { room, people })] : []),
          ...reasonsFor(candidate, hazard),
        ],
      };
    });
  return [
    ...chosen.filter(({ proposed }) => proposed),
    ...chosen.filter(({ proposed }) => !proposed),
    ...against,
  ];
}

function reasonsFor(candidate: ProposalCandidate, hazard: HazardType): ProposalReason[] {
  const { suitability, readiness, usable } = candidate;
  return [
    ...(suitability === 'UNSUITABLE' ? [] : [reason(SUITABILITY_CODES[suitability], { hazard })]),
    ...(readiness === 'UNAVAILABLE' ? [] : [reason(READINESS_CODES[readiness], {})]),
    ...(usable === null ? [reason('ROOM_UNKNOWN', {})] : []),
  ];
}

/** The proven before the doubtful, then the near before the far, ties by code. */
function byMerit(one: ProposalCandidate, other: ProposalCandidate): number {
  return (
    SUITABILITY_ORDER.indexOf(one.suitability) - SUITABILITY_ORDER.indexOf(other.suitability) ||
    READINESS_ORDER.indexOf(one.readiness) - READINESS_ORDER.indexOf(other.readiness) ||
    compareDistances(one.distance, other.distance) ||
    (one.code < other.code ? -1 : 1)
  );
}

function reason(code: ProposalReasonCode, params: ProposalReason['params']): ProposalReason {
  return { code, params };
}

/** Unknown distances come last, and are no nearer than each other. */
function compareDistances(one: number | null, other: number | null): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  return one - other;
}
