import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mayPerform, type ActName, type ActSubject } from '#regulation/authority';
import { givenPeople, PERSON_NAMES, roleOf, type PersonName, type Somebody } from '../support/city.ts';
import { databaseKinds } from '../support/databases.ts';
import { givenShelter } from '../support/public-shelters.ts';
import { startServer, type TestServer } from '../support/server.ts';
import {
  ALL_IN_ORDER,
  ASK_CAMPAIGN,
  campaignOf,
  CARRY_OUT,
  drillOf,
  givenDefect,
  givenMended,
  inspectionOf,
  ORDER,
  ORDER_CAMPAIGN,
  orderOf,
  RECORD,
  RECORD_DRILL,
  REPORT,
  SEND_BACK,
  SIGN_OFF,
  START,
} from '../support/upkeep.ts';

interface Place {
  readonly code: string;
  readonly unitId: string;
  readonly shelterId: string;
  readonly mended: string;
  readonly found: string;
}

/** Asked so that nothing else than authority lets it pass: a day that is none, a deadline long past. */
const ATTEMPTS: readonly (readonly [ActName, string, (place: Place) => Record<string, unknown>])[] = [
  ['recordInspection', RECORD, ({ shelterId }) => ({ input: inspectionOf(shelterId, { inspectedOn: '?' }) })],
  [
    'carryOutInspection',
    CARRY_OUT,
    ({ shelterId }) => ({ input: inspectionOf(shelterId, { inspectedOn: '?', heads: ALL_IN_ORDER }) }),
  ],
  ['recordDrill', RECORD_DRILL, ({ shelterId }) => ({ input: drillOf(shelterId, { heldOn: '?' }) })],
  ['orderInspectionCampaign', ORDER_CAMPAIGN, ({ code }) => ({ input: badCampaign(code) })],
  ['askInspectionCampaign', ASK_CAMPAIGN, ({ code }) => ({ input: badCampaign(code) })],
  ['orderRectification', ORDER, ({ found }) => orderOf(found, { dueOn: '2020-01-01' })],
  ['startRepair', START, ({ mended }) => ({ input: { id: mended } })],
  ['reportRepair', REPORT, ({ mended }) => ({ input: { id: mended } })],
  ['returnRepair', SEND_BACK, ({ mended }) => ({ input: { id: mended, note: '' } })],
  ['signDefectOff', SIGN_OFF, ({ mended }) => ({ input: { id: mended, note: '长'.repeat(2_001) } })],
];
const badCampaign = (jurisdictionCode: string) =>
  campaignOf([], { jurisdictionCode, title: '', endsOn: '?' });

const JURISDICTION: Partial<Record<PersonName, string>> = {
  lingbaoEm: '411282',
  lingbaoGov: '411282',
  unit2: '411282',
  zone: 'SMX-SFQ',
};

describe.each(databaseKinds())('acts of the year × roles × jurisdictions on %s', (kind) => {
  let server: TestServer;
  let people: Record<PersonName, Somebody>;
  let places: Record<'own' | 'foreign', Place>;
  beforeAll(async () => {
    server = await startServer(kind);
    people = await givenPeople(server, PERSON_NAMES);
    const placeOf = async (code: string, unit: Somebody, officer: Somebody): Promise<Place> => {
      const { id } = await givenShelter(server, unit, { name: code }, code);
      const mended = await givenMended(server, unit, officer, id);
      const found = await givenDefect(server, unit, id);
      return { code, unitId: unit.organisationId, shelterId: id, mended, found };
    };
    places = {
      own: await placeOf('411202', people.unit1, people.hubinEm),
      foreign: await placeOf('411282', people.unit2, people.lingbaoEm),
    };
  });
  afterAll(() => server.close());

  test.each(ATTEMPTS)('%s is decided as the table says', async (act, query, variables) => {
    for (const name of PERSON_NAMES) {
      for (const place of Object.values(places)) {
        const { personId, organisationId } = people[name];
        const appointment = {
          role: roleOf(name),
          organisationId,
          jurisdictions: [JURISDICTION[name] ?? (CITY.includes(name) ? '411200' : '411202')],
        };
        const isAboutPlace = act.endsWith('Campaign');
        const subject: ActSubject = {
          jurisdictionCode: place.code,
          unitId: isAboutPlace ? null : place.unitId,
          responsibleOrganisationId: act === 'orderRectification' ? null : place.unitId,
          orderedOrganisationIds: [],
        };
        const allowed = mayPerform({ personId, appointments: [appointment] }, act, subject) !== null;
        const codes = await server.refusals(query, variables(place), people[name]);
        expect([name, place.code, codes.length > 0, codes.includes('NO_AUTHORITY')]).toEqual([
          name,
          place.code,
          true,
          !allowed,
        ]);
      }
    }
    expect(await server.refusals(query, variables(places.own))).toEqual(['UNAUTHENTICATED']);
  });
});

const CITY: readonly PersonName[] = ['city', 'citygov', 'admin'];
