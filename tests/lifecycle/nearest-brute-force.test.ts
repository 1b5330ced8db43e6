import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Point } from '#geography/distance';
import { HAZARD_TYPES, OPERATIONAL_STATUSES, READINESSES, SUITABILITIES } from '#regulation/enumerations';
import { judgeCandidate, type Candidate, type Question } from '#regulation/publication/eligibility';
import { v7 as uuidv7 } from 'uuid';
import { passedOver, type NearestRule } from '../../apps/api/src/publication/nearest-sql.ts';
import { givenPeople } from '../support/city.ts';
import { databaseKinds } from '../support/databases.ts';
import {
  answeredByHand,
  measured,
  type HandActivation,
  type HandAnswer,
  type HandQuestion,
} from '../support/nearest-by-hand.ts';
import { Random } from '../support/random.ts';
import { givenRandomRegistry, type KnownShelter } from '../support/random-registry.ts';
import { startServer, type TestServer } from '../support/server.ts';

const POINTS = 2_000;
const SHELTERS = 600;
const SEED = 20_260_310;

interface Answered {
  readonly situation: string;
  readonly shelters: { distanceMeters: number; shelter: { code: string } }[];
  readonly passedOver: { distanceMeters: number; shelter: { code: string }; reasons: { code: string }[] }[];
}

/** Every kind of question in turn: for no hazard, and for each. */
const ASKED_FOR = [null, ...HAZARD_TYPES];

/** One question about one place, always in the same words. */
const OPERATION = `query ($near: PositionInput!, $hazard: HazardType, $partySize: Int!, $first: Int!, $openOnly: Boolean!) {
  nearestShelters(near: $near, hazard: $hazard, partySize: $partySize, first: $first, openOnly: $openOnly) {
    situation shelters { distanceMeters shelter { code } }
    passedOver { distanceMeters shelter { code } reasons { code } }
  }
}`;

/** Both databases are asked the same about the same shelters: what took long by hand is worked out once. */
const WORKED_OUT = new Map<string, HandAnswer>();

function byHand(
  shelters: readonly KnownShelter[],
  live: readonly HandActivation[],
  place: Point,
  question: HandQuestion,
): HandAnswer {
  const asked = JSON.stringify([place, question]);
  const answer = WORKED_OUT.get(asked) ?? answeredByHand(measured(shelters, place), live, question);
  WORKED_OUT.set(asked, answer);
  return answer;
}

describe.each(databaseKinds())('nearest against brute force on %s', (kind) => {
  const random = new Random(SEED);
  let server: TestServer;
  let shelters: KnownShelter[];
  const live: HandActivation[] = [
    { jurisdictionCode: '411202', hazards: [] },
    { jurisdictionCode: '411281', hazards: ['FLOOD', 'EARTHQUAKE'] },
    { jurisdictionCode: '411224', hazards: ['FIRE'] },
  ];

  beforeAll(async () => {
    server = await startServer(kind, { ANONYMOUS_PER_MINUTE: '1000000' });
    shelters = await givenRandomRegistry(
      server,
      await givenPeople(server, ['unit1', 'city']),
      random,
      SHELTERS,
    );
    for (const { jurisdictionCode, hazards } of live) {
      await server.office.dataSource.query(
        `insert into live_situation (activation_id, jurisdiction_code, hazards) values ($1, $2, $3)`,
        [uuidv7(), jurisdictionCode, hazards],
      );
    }
  });
  afterAll(() => server.close());

  test(`the same answer from ${POINTS} random places for every hazard and none`, async () => {
    for (let index = 0; index < POINTS; index += 1) {
      const place = anyPlace(random, shelters);
      const question = {
        hazard: ASKED_FOR[index % ASKED_FOR.length] ?? null,
        partySize: random.chance(0.7) ? 1 : random.whole(2, 300),
        first: random.chance(0.8) ? 5 : random.whole(1, 50),
        openOnly: random.chance(0.15),
      };
      const { nearestShelters } = await server.do<{ nearestShelters: Answered }>(OPERATION, {
        near: { ...place, crs: 'WGS84' },
        ...question,
      });
      expectSame(nearestShelters, byHand(shelters, live, place, question), { place, question });
    }
  }, 600_000);

  test('the database passes over whom the table passes over, case by case', async () => {
    const rooms = [
      [null, null],
      [100, null],
      [null, 50],
      [100, 50],
      [100, 95],
      [100, 130],
      [0, 0],
    ] as const;
    const cases = OPERATIONAL_STATUSES.flatMap((operational_status) =>
      READINESSES.flatMap((readiness) =>
        SUITABILITIES.flatMap((suitability) =>
          rooms.map(([usable, occupied]) => ({
            operational_status,
            readiness,
            suitability,
            usable,
            occupied,
          })),
        ),
      ),
    );
    for (const rule of ['EVERY', 'OPEN'] as const) {
      for (const hazard of [null, 'EARTHQUAKE'] as const) {
        for (const partySize of [1, 6]) {
          const rows = cases.map((one, place) => ({ ...one, place, letters: one.suitability[0] }));
          const told = await passedOverBySql(server, rule, hazard === null ? 0 : 1, partySize, rows);
          const question: Question = {
            hazard,
            partySize,
            openOnly: rule === 'OPEN',
            situation: 'QUIET',
            at: 0,
          };
          const wanted = cases.map(
            (one) => judgeCandidate(candidateOf(one), question).kind === 'PASSED_OVER',
          );
          expect(told).toEqual(wanted);
        }
      }
    }
  });
});

function expectSame(found: Answered, wanted: HandAnswer, asked: object): void {
  const codes = {
    situation: found.situation,
    listed: found.shelters.map(({ shelter }) => shelter.code),
    passedOver: found.passedOver.map(({ shelter, reasons }) => [
      shelter.code,
      ...reasons.map(({ code }) => code),
    ]),
  };
  const expected = {
    situation: wanted.situation,
    listed: wanted.listed.map(({ code }) => code),
    passedOver: wanted.passedOver.map(({ code, reasons }) => [code, ...reasons]),
  };
  expect({ asked, ...codes }).toEqual({ asked, ...expected });
  const far = [...wanted.listed, ...wanted.passedOver].map(({ meters }) => meters);
  const meters = [...found.shelters, ...found.passedOver].map((one) => one.distanceMeters);
  const worst = Math.max(0, ...meters.map((distance, index) => Math.abs(distance - (far[index] ?? 0))));
  expect(worst).toBeLessThan(0.001);
}

/** Mostly among the shelters, sometimes on one, in the mountains, or on the other side of the earth. */
function anyPlace(random: Random, shelters: readonly KnownShelter[]): Point {
  const { filed } = random.pick(shelters);
  if (random.chance(0.05)) return { longitude: filed.longitude, latitude: filed.latitude };
  if (random.chance(0.05)) {
    return { longitude: random.next() * 359 - 179.5, latitude: random.next() * 150 - 74.9 };
  }
  const spread = random.pick([0.005, 0.05, 0.5]);
  return {
    longitude: filed.longitude + random.normal() * spread,
    latitude: filed.latitude + random.normal() * spread,
  };
}

async function passedOverBySql(
  server: TestServer,
  rule: NearestRule,
  hazardPlace: number,
  partySize: number,
  rows: readonly object[],
): Promise<boolean[]> {
  const condition = passedOver(rule, { letters: 's.letters', usable: 's.usable' });
  const found = await server.office.dataSource.query<{ passed: boolean }[]>(
    `select ${condition} as passed
     from jsonb_to_recordset($1::jsonb)
       as s (place integer, operational_status text, readiness text, letters text, usable integer, occupied integer)
     order by s.place`,
    [JSON.stringify(rows), hazardPlace, partySize],
  );
  return found.map(({ passed }) => passed);
}

function candidateOf(one: {
  operational_status: Candidate['operationalStatus'];
  readiness: Candidate['readiness'];
  suitability: (typeof SUITABILITIES)[number];
  usable: number | null;
  occupied: number | null;
}): Candidate {
  const { usable, occupied, suitability } = one;
  return {
    code: 'X',
    publicationStatus: 'PUBLISHED',
    announced: false,
    operationalStatus: one.operational_status,
    readiness: one.readiness,
    suitability: [{ hazard: 'EARTHQUAKE', suitability }],
    available: usable === null || occupied === null ? null : usable - occupied,
    lastConfirmedAt: null,
  };
}
