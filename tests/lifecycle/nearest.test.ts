import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { CRSS, fromWgs84 } from '#geography/crs';
import { v7 as uuidv7 } from 'uuid';
import { givenPeople, type Somebody } from '../support/city.ts';
import { databaseKinds } from '../support/databases.ts';
import { givenShelter, PLACE, revised, standing } from '../support/public-shelters.ts';
import { givenEdition, HIDE, SUSPEND, WITHDRAW_SHELTER } from '../support/publication.ts';
import { startServer, type TestServer } from '../support/server.ts';

const NEAREST = `query ($near: PositionInput!, $hazard: HazardType, $partySize: Int, $first: Int, $openOnly: Boolean) {
  nearestShelters(near: $near, hazard: $hazard, partySize: $partySize, first: $first, openOnly: $openOnly) {
    situation edition asOf
    shelters { distanceMeters bearingDegrees stale labels { code message } shelter {
      code name address location { longitude latitude } operationalStatus lastConfirmedAt zonePlanUrl edition
      suitability { hazard suitability } capacity { usable occupied available asOf } spaceType landmark facilities { type } } }
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

  test('the published are listed with distance and bearing, and what to know before going', async () => {
    const shelter = await givenShelter(server, people.unit1);
    expect((await ask({})).shelters).toEqual([]);
    const { label } = await givenEdition(server, people.city, [shelter.id]);
    const near = { longitude: PLACE.longitude, latitude: PLACE.latitude - 0.01 };
    const { shelters, edition } = await ask({ near });
    expect(edition).toBe(label);
    expect(shelters).toMatchObject([
      {
        bearingDegrees: expect.closeTo(0, 6),
        distanceMeters: expect.closeTo(1109.365, 3),
        stale: true,
        labels: [{ code: 'ROOM_UNKNOWN' }, { code: 'NOT_ACTIVATED' }, { code: 'NEVER_CONFIRMED' }],
        shelter: {
          code: shelter.code,
          location: PLACE,
          edition: label,
          capacity: { usable: 500, occupied: null, available: null, asOf: null },
          suitability: expect.arrayContaining([{ hazard: 'FLOOD', suitability: 'NOT_ASSESSED' }]),
        },
      },
    ]);
    await standing(server, shelter, { occupied: 40, last_confirmed_at: server.clock.now() });
    expect((await ask({ near })).shelters).toMatchObject([
      {
        stale: false,
        labels: [{ code: 'NOT_ACTIVATED' }],
        shelter: { capacity: { occupied: 40, available: 460 } },
      },
    ]);
    await withdrawn(shelter);
  });

  test('a null for what has a default means the default', async () => {
    const near = { ...PLACE, crs: null };
    const asked = await ask({ near, partySize: null, first: null, openOnly: null });
    expect(asked.shelters).toEqual((await ask({})).shelters);
  });

  test('a place in the datum of a Chinese map is the same place', async () => {
    const shelter = await givenShelter(server, people.unit1);
    await givenEdition(server, people.city, [shelter.id]);
    for (const crs of CRSS) {
      const [longitude, latitude] = fromWgs84(PLACE.longitude, PLACE.latitude, crs);
      const { shelters } = await ask({ near: { longitude, latitude, crs } });
      expect(shelters[0]?.distanceMeters).toBeLessThan(1);
    }
    await withdrawn(shelter);
  });

  test('what the file says by now is not public before it is published', async () => {
    const shelter = await givenShelter(server, people.unit1, { name: '旧名' });
    await givenEdition(server, people.city, [shelter.id]);
    await revised(server, shelter, { name: '新名', declaredCapacity: 9, spaceType: 'INDOOR' });
    const seen = async () => (await ask({})).shelters[0]?.shelter;
    expect(await seen()).toMatchObject({ name: '旧名', capacity: { usable: 500 }, spaceType: 'UNKNOWN' });
    expect(await byCode(shelter.code)).toMatchObject({ name: '旧名' });
    await givenEdition(server, people.city, [shelter.id]);
    expect(await seen()).toMatchObject({ name: '新名', capacity: { usable: 9 }, spaceType: 'INDOOR' });
    await withdrawn(shelter);
  });

  test.each([
    ['suspended', SUSPEND],
    ['hidden', HIDE],
    ['withdrawn', WITHDRAW_SHELTER],
  ])('what is %s is neither listed nor passed over, until it is announced', async (_word, act) => {
    const shelter = await givenShelter(server, people.unit1, { name: '第一版' });
    await givenEdition(server, people.city, [shelter.id]);
    await revised(server, shelter, { name: '第二版', landmark: '南门' });
    await server.do(act, { id: shelter.id, reason: '核实中' }, people.city);
    await standing(server, shelter, { operational_status: 'DAMAGED' });
    expect(await ask({})).toMatchObject({ shelters: [], passedOver: [] });
    expect(await byCode(shelter.code)).toBeNull();
    await standing(server, shelter, { announced: true, operational_status: 'OPEN' });
    // From the version on file: nothing newer could be told.
    expect((await ask({ openOnly: true })).shelters).toMatchObject([
      { shelter: { name: '第二版', edition: null } },
    ]);
    expect(await byCode(shelter.code)).toMatchObject({ name: '第二版', landmark: '南门' });
    await standing(server, shelter, { announced: false });
    expect(await byCode(shelter.code)).toBeNull();
  });

  test('live, only those that take people in are listed, for its hazard', async () => {
    const [open, closed] = [
      await givenShelter(server, people.unit1),
      await givenShelter(server, people.unit1),
    ];
    await givenEdition(server, people.city, [open.id, closed.id]);
    await standing(server, open, { operational_status: 'OPEN' });
    const activationId = uuidv7();
    await server.office.dataSource.query(
      `insert into live_situation (activation_id, jurisdiction_code, hazards) values ($1, '411202', '{FLOOD}')`,
      [activationId],
    );
    for (const variables of [{}, { hazard: 'FLOOD' }]) {
      expect(await ask(variables)).toMatchObject({
        situation: 'LIVE',
        shelters: [{ shelter: { code: open.code } }],
        passedOver: [
          { shelter: { code: closed.code }, reasons: [{ code: 'NOT_OPEN', params: { status: 'STANDBY' } }] },
        ],
      });
    }
    const quiet = await ask({ hazard: 'FIRE' });
    expect([quiet.situation, quiet.shelters.length]).toEqual(['QUIET', 2]);
    expect((await ask({ hazard: 'FIRE', openOnly: true })).shelters).toHaveLength(1);
    await server.office.dataSource.query(`delete from live_situation where activation_id = $1`, [
      activationId,
    ]);
    for (const shelter of [open, closed]) await withdrawn(shelter);
  });

  test('reasons come in the language asked for, with what they are about', async () => {
    const shelter = await givenShelter(server, people.unit1, {
      suitability: [{ hazard: 'FLOOD', suitability: 'UNSUITABLE', assessedBy: null, assessedOn: null }],
    });
    await givenEdition(server, people.city, [shelter.id]);
    await standing(server, shelter, { operational_status: 'FULL', readiness: 'UNAVAILABLE' });
    const reasons = async (language: 'zh-CN' | 'en') =>
      (
        await server.do<Nearest>(NEAREST, { near: PLACE, hazard: 'FLOOD', partySize: 3 }, { language })
      ).nearestShelters.passedOver[0]?.reasons.map(({ code, message }) => [code, message]);
    expect(await reasons('zh-CN')).toEqual([
      ['UNAVAILABLE', '场所目前不能使用。'],
      ['UNSUITABLE_FOR_HAZARD', '不适用于洪水。'],
      ['NO_ROOM', '余位不足，容不下 3 人。'],
    ]);
    expect((await reasons('en'))?.[2]).toEqual(['NO_ROOM', 'Not enough room for 3 people.']);
    await withdrawn(shelter);
  });

  test.each([
    [{ near: { longitude: 0, latitude: 0 } }, /您的位置.*为 0.*请/, /Your place is 0|Your place.*0.*map/i],
    [{ near: { longitude: 34.781, latitude: 111.195 } }, /填反.*请对调/, /swapped.*Exchange/],
    [{ near: { longitude: 200, latitude: 34 } }, /超出范围.*请核对/, /out of range/],
    [{ partySize: 0 }, /人数过小.*请/, /Number of people is too small/],
    [{ partySize: 10_001 }, /人数过大.*请/, /Number of people is too large/],
    [{ first: 51 }, /条数过大.*请/, /Number of results is too large/],
    [{ first: 0, partySize: -1 }, /人数过小[^]*条数过小/, /too small[^]*too small/],
  ])('%j is refused with field and cure', async (variables, chinese, english) => {
    for (const [language, words] of [
      ['zh-CN', chinese],
      ['en', english],
    ] as const) {
      const { errors, data } = await server.call(NEAREST, { near: PLACE, ...variables }, { language });
      expect(data).toBeNull();
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
      expect(errors[0]?.message).toMatch(words);
    }
  });

  test.each([
    [{ near: { longitude: '111.1', latitude: 34.7 } }],
    [{ near: { longitude: '１１１．１', latitude: 34.7 } }],
    [{ near: { longitude: 111.1 } }],
    [{ near: PLACE, hazard: 'ALIENS' }],
    [{ near: { ...PLACE, crs: 'MARS' } }],
    [{ near: PLACE, first: 1.5 }],
    [{}],
  ])('%j is no question', async (variables) => {
    const { errors } = await server.call(NEAREST, variables);
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  test('a code nobody has is no shelter, whatever is in it', async () => {
    for (const code of ['', 'X', "'; drop table shelter; --", '％', 'x'.repeat(10_000)]) {
      expect(await byCode(code)).toBeNull();
    }
  });

  const byCode = async (code: string) =>
    (
      await server.do<{ publicShelter: object | null }>(
        `query ($code: String!) { publicShelter(code: $code) { code name landmark facilities { type } } }`,
        { code },
      )
    ).publicShelter;

  /** So that the next test begins with an empty map. */
  const withdrawn = (shelter: { id: string }) =>
    server.do(WITHDRAW_SHELTER, { id: shelter.id, reason: '试毕' }, people.city);
});
