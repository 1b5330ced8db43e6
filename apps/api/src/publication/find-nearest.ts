import type { Point } from '#geography/distance';
import { HAZARD_TYPES, type HazardType, type Situation } from '#regulation/enumerations';
import {
  NEAREST_DEFAULTS,
  situationAt,
  type Candidate,
  type NearestConfig,
  type Question,
} from '#regulation/publication/eligibility';
import { answerNearest, type ListedNeighbour, type PassedOverNeighbour } from '#regulation/publication/order';
import { availableCapacity } from '#regulation/registry/usable-capacity';
import type { DataSource } from 'typeorm';
import { namedQuery } from '../platform/database/named-query.ts';
import { pointText, readSuitability } from '../registry/shelter-columns.ts';
import { nearestStatement, SPHERE_MARGIN, type NearestRule } from './nearest-sql.ts';
import type { PublicRow } from './public-rows.ts';

export interface NearestQuestion {
  /** WGS 84 degrees. */
  readonly place: Point;
  readonly hazard: HazardType | null;
  readonly partySize: number;
  readonly first: number;
  readonly openOnly: boolean;
  readonly at: Date;
}

/** A public row and where it lies from the place: metres on the ellipsoid, degrees from north (listed ones only). */
export type NearRow = PublicRow & { readonly meters: number; readonly bearing?: number };

export interface PublicCandidate extends Candidate {
  readonly row: NearRow;
}

export interface NearestAnswer {
  readonly listed: ListedNeighbour<PublicCandidate>[];
  readonly passedOver: PassedOverNeighbour<PublicCandidate>[];
  readonly situation: Situation;
  /** Label of the current edition; null before the first. */
  readonly edition: string | null;
}

interface Gathered {
  readonly best: (NearRow & { key: number })[];
  readonly bestReach: number | null;
  readonly passed: NearRow[];
  readonly passedReach: number | null;
  readonly nearest: {
    readonly jurisdictionCode: string;
    readonly meters: number;
    readonly live: { jurisdictionCode: string; hazards: HazardType[] }[];
  } | null;
  readonly nearestReach: number | null;
  readonly edition: string | null;
}

/** The nearest shelters by the table "Who is listed": the database proposes, the law disposes. */
export async function findNearest(
  dataSource: DataSource,
  asked: NearestQuestion,
  { staleHours }: Pick<NearestConfig, 'staleHours'>,
): Promise<NearestAnswer> {
  const rule: NearestRule = asked.openOnly ? 'OPEN' : 'EVERY';
  let found = await gather(dataSource, rule, asked);
  const nearest = found.nearest;
  const situation = situationAt(nearest?.jurisdictionCode ?? null, nearest?.live ?? [], asked.hazard);
  if (situation === 'LIVE' && rule === 'EVERY') found = await gather(dataSource, 'OPEN', asked);

  const { hazard, partySize, openOnly, first } = asked;
  const question: Question = { hazard, partySize, openOnly, situation, at: asked.at.getTime() };
  const neighbours = [...found.best, ...found.passed].map((row) => ({
    shelter: candidateOf(row, hazard),
    distanceMeters: row.meters,
  }));
  const config = { ...NEAREST_DEFAULTS, staleHours };
  return { ...answerNearest(neighbours, question, first, config), situation, edition: found.edition };
}

/** Looks wider until nothing further away can belong to the answer. */
async function gather(dataSource: DataSource, rule: NearestRule, asked: NearestQuestion): Promise<Gathered> {
  const hazardPlace = asked.hazard === null ? 0 : HAZARD_TYPES.indexOf(asked.hazard) + 1;
  const values = [pointText(asked.place), hazardPlace, asked.partySize, asked.first];
  for (let breadth = firstBreadth(asked); ; breadth *= 4) {
    const [found] = await namedQuery<Gathered>(
      dataSource,
      nearestStatement(rule, asked.hazard !== null, breadth),
      values,
    );
    if (!found) throw new Error('the nearest statement answered no row');
    if (isWideEnough(found, asked.first)) return found;
  }
}

/** A power of two, so that there are few statements to prepare; wider where the order is not the distance alone. */
function firstBreadth({ first, hazard }: NearestQuestion): number {
  const wanted = hazard === null ? first + 8 : 4 * first + 8;
  return 2 ** Math.ceil(Math.log2(wanted));
}

function isWideEnough(
  { best, bestReach, passed, passedReach, nearest, nearestReach }: Gathered,
  first: number,
): boolean {
  const { passedOverMost, passedOverWithinMeters } = NEAREST_DEFAULTS;
  const covers = (reach: number | null, meters: number) => reach === null || reach > meters * SPHERE_MARGIN;
  return (
    covers(bestReach, best[first - 1]?.key ?? Infinity) &&
    covers(passedReach, passed[passedOverMost - 1]?.meters ?? passedOverWithinMeters) &&
    covers(nearestReach, nearest?.meters ?? 0)
  );
}

function candidateOf(row: NearRow, hazard: HazardType | null): PublicCandidate {
  return {
    row,
    code: row.code,
    publicationStatus: row.status,
    announced: row.announced,
    operationalStatus: row.operationalStatus,
    readiness: row.readiness,
    suitability: hazard === null ? [] : [{ hazard, suitability: readSuitability(row.letters, hazard) }],
    available: availableCapacity(row.usable, row.occupied),
    lastConfirmedAt: row.lastConfirmedAt === null ? null : Date.parse(row.lastConfirmedAt),
  };
}
