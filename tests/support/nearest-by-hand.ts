import { ellipsoidMeters, type Point } from '#geography/distance';
import type { HazardType } from '#regulation/enumerations';
import type { KnownShelter, Told } from './random-registry.ts';

export interface HandQuestion {
  readonly hazard: HazardType | null;
  readonly partySize: number;
  readonly first: number;
  readonly openOnly: boolean;
}

export interface HandAnswer {
  readonly situation: 'LIVE' | 'QUIET';
  readonly listed: readonly { readonly code: string; readonly meters: number }[];
  readonly passedOver: readonly {
    readonly code: string;
    readonly meters: number;
    readonly reasons: readonly string[];
  }[];
}

export interface HandActivation {
  readonly jurisdictionCode: string;
  readonly hazards: readonly HazardType[];
}

type Measured = KnownShelter & { readonly told: Told; readonly meters: number };

const OPEN = new Set(['OPENING', 'OPEN', 'LIMITED']);
const OWN_REASON = new Set(['FULL', 'DAMAGED', 'CLOSING']);

/** Every shelter the public may see, by its distance on the ellipsoid. */
export function measured(shelters: readonly KnownShelter[], place: Point): Measured[] {
  const visible = shelters.flatMap((shelter) => {
    const told =
      shelter.status === 'PUBLISHED' ? shelter.published : shelter.announced ? shelter.filed : null;
    return told ? [{ ...shelter, told, meters: ellipsoidMeters(place, told) }] : [];
  });
  return visible.sort((a, b) => a.meters - b.meters || (a.code < b.code ? -1 : 1));
}

/** The table "Who is listed" read line by line over everything there is, without a thought for speed. */
export function answeredByHand(
  all: readonly Measured[],
  live: readonly HandActivation[],
  question: HandQuestion,
): HandAnswer {
  const { hazard, partySize, first, openOnly } = question;
  const here = all[0]?.jurisdictionCode;
  const isLive = live.some(
    ({ jurisdictionCode, hazards }) =>
      jurisdictionCode === here && (hazard === null || hazards.length === 0 || hazards.includes(hazard)),
  );
  const listed: { code: string; meters: number; key: number; doubtful: boolean }[] = [];
  const passedOver: { code: string; meters: number; reasons: string[] }[] = [];
  for (const shelter of all) {
    const { code, told, meters, operationalStatus, readiness, occupied, placesOut } = shelter;
    const open = OPEN.has(operationalStatus);
    const suitable = hazard === null ? 'SUITABLE' : (told.suitability.get(hazard) ?? 'NOT_ASSESSED');
    const usable = told.capacity === null ? null : Math.max(0, told.capacity - placesOut);
    const room = usable === null || occupied === null ? null : usable - occupied;
    const reasons: string[] = [];
    if (operationalStatus === 'DAMAGED') reasons.push('DAMAGED');
    if (operationalStatus === 'CLOSING') reasons.push('CLOSING');
    if (readiness === 'UNAVAILABLE' && !open) reasons.push('UNAVAILABLE');
    if (suitable === 'UNSUITABLE') reasons.push('UNSUITABLE_FOR_HAZARD');
    if (operationalStatus === 'FULL' || (room !== null && room < partySize)) reasons.push('NO_ROOM');
    if ((isLive || openOnly) && !open && !OWN_REASON.has(operationalStatus)) reasons.push('NOT_OPEN');
    if (reasons.length > 0) passedOver.push({ code, meters, reasons });
    else {
      const doubtful = suitable !== 'SUITABLE';
      listed.push({ code, meters, key: meters + (doubtful ? 1_000 : 0), doubtful });
    }
  }
  listed.sort(
    (a, b) => a.key - b.key || Number(a.doubtful) - Number(b.doubtful) || (a.code < b.code ? -1 : 1),
  );
  return {
    situation: isLive ? 'LIVE' : 'QUIET',
    listed: listed.slice(0, first),
    passedOver: passedOver.filter(({ meters }) => meters <= 50_000).slice(0, 5),
  };
}
