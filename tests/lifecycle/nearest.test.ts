import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { givenPeople, type Somebody } from '../support/city.ts';
import { databaseKinds } from '../support/databases.ts';
import { givenShelter, PLACE, standing } from '../support/public-shelters.ts';
import { givenEdition } from '../support/publication.ts';
import { startServer, type TestServer } from '../support/server.ts';

const NEAREST = `query ($near: PositionInput!, $hazard: HazardType, $partySize: Int, $first: Int, $openOnly: Boolean) {
  nearestShelters(near: $near, hazard: $hazard, partySize: $partySize, first: $first, openOnly: $openOnly) {
    situation edition asOf
    shelters { distanceMeters bearingDegrees stale labels { code message } shelter {
      code name address location { longitude latitude } operationalStatus lastConfirmedAt zonePlanUrl edition
      suitability { hazard suitability } capacity { usable occupied available asOf } spaceType facilities { type } } }
    passedOver { distanceMeters shelter { code } reasons { code params message } }
  }
}`;

interface Nearest {
  readonly nearestShelters: {
    readonly situation: string;
    readonly edition: string | null;
    readonly shelters: readonly {
      distanceMeters: number;
      bearingDegrees: number;
      shelter: { code: string };
    }[];
    readonly passedOver: readonly {
      shelter: { code: string };
      reasons: { code: string; message: string }[];
    }[];
  };
}

describe.each(databaseKinds())('the nearest shelters on %s', (kind) => {
  let server: TestServer;
  let people: Record<'unit1' | 'city', Somebody>;
  beforeAll(async () => {
    server = await startServer(kind);
    people = await givenPeople(server, ['unit1', 'city']);
  });
  afterAll(() => server.close());

  const ask = async (variables: Record<string, unknown>) =>
    (await server.do<Nearest>(NEAREST, { near: PLACE, ...variables })).nearestShelters;

  test('an empty registry answers nothing, and says so', async () => {
    expect(await ask({})).toMatchObject({ shelters: [], passedOver: [], situation: 'QUIET', edition: null });
  });

  test('the published are listed with distance and bearing', async () => {
    const shelter = await givenShelter(server, people.unit1);
    expect((await ask({})).shelters).toEqual([]);
    await givenEdition(server, people.city, [shelter.id]);
    const near = { longitude: PLACE.longitude, latitude: PLACE.latitude - 0.01 };
    const { shelters } = await ask({ near });
    expect(shelters.map((one) => one.shelter.code)).toEqual([shelter.code]);
    expect(shelters[0]?.distanceMeters).toBeCloseTo(1109.4, 0);
    expect(shelters[0]?.bearingDegrees).toBeCloseTo(0, 6);
    await standing(server, shelter, { operational_status: 'DAMAGED' });
    expect(await ask({ near })).toMatchObject({
      shelters: [],
      passedOver: [{ reasons: [{ code: 'DAMAGED' }] }],
    });
  });
});
