import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  APPOINT,
  CANCEL_PROPOSAL,
  CLOSE,
  givenActivation,
  givenEvent,
  givenShelters,
  PROPOSE,
  REPORT,
  reported,
  STAND_DOWN,
  STATION,
} from '../support/activation.ts';
import { givenPeople, type Somebody } from '../support/city.ts';
import { databaseKinds } from '../support/databases.ts';
import { startServer, type TestServer } from '../support/server.ts';

const NEAREST = `query ($near: PositionInput!) { nearestShelters(near: $near, first: 50) {
  situation shelters { shelter { name operationalStatus lastConfirmedAt } } passedOver { shelter { name } reasons { code } }
} }`;
const KEY = '01900000-0000-7000-8000-0000000001';

describe.each(databaseKinds())('an opened shelter (Art. 22, 23, 25) on %s', (kind) => {
  let server: TestServer;
  let people: Record<
    'unit1' | 'unit2' | 'hubinEm' | 'hubinGov' | 'lingbaoGov' | 'city' | 'community1' | 'health',
    Somebody
  >;
  beforeAll(async () => {
    server = await startServer(kind);
    people = await givenPeople(server, [
      'unit1',
      'unit2',
      'hubinEm',
      'hubinGov',
      'lingbaoGov',
      'city',
      'community1',
      'health',
    ]);
  });
  afterAll(() => server.close());

  const opened = async (name: string, count = 1) => {
    const shelters = await givenShelters(server, people.unit1, count, name);
    const { activation } = await givenActivation(
      server,
      people.hubinGov,
      shelters.map(({ id }) => id),
    );
    return { id: activation.id, places: activation.shelters.nodes.map((place) => place.id) };
  };
  const publicStatus = async (place: string) => {
    const [row] = await server.office.dataSource.query<{ mine: string; public: string }[]>(
      `select opened.status as mine, shelter.operational_status as public
       from activation_shelter opened join shelter on shelter.id = opened.shelter_id where opened.id = $1`,
      [place],
    );
    return [row?.mine, row?.public];
  };

  test('decided, gate open, staffed: three facts, and the public badge follows what was reported', async () => {
    const { places } = await opened('三个事实');
    const place = places[0] ?? '';
    expect(await publicStatus(place)).toEqual(['DECIDED', 'DECIDED']);
    const steps = [
      [['ANSWERED'], 'OPENING'],
      [['GATE_OPEN'], 'LIMITED'],
      [['STAFFED'], 'OPEN'],
      [['PARTLY_USABLE'], 'LIMITED'],
      [['WHOLLY_USABLE'], 'OPEN'],
      [['DAMAGED'], 'DAMAGED'],
      [['SOUND'], 'OPEN'],
    ] as const;
    for (const [facts, status] of steps) {
      server.clock.pass(1);
      expect([facts, (await reported(server, people.unit1, place, facts)).status]).toEqual([facts, status]);
      expect(await publicStatus(place)).toEqual([status, status]);
    }
    const { nearestShelters } = await server.do<{
      nearestShelters: {
        situation: string;
        shelters: { shelter: { name: string; lastConfirmedAt: string } }[];
      };
    }>(NEAREST, { near: { longitude: 111.19, latitude: 34.78 } });
    expect(nearestShelters.situation).toBe('LIVE');
    const [nearest] = nearestShelters.shelters;
    expect(nearest?.shelter.name).toContain('三个事实');
    expect(Date.parse(nearest?.shelter.lastConfirmedAt ?? '')).toBe(server.clock.now().getTime());
  });

  test('reports that come twice, late, out of order or by a wrong clock are stored once and bend nothing', async () => {
    const { places } = await opened('报告');
    const place = places[0] ?? '';
    server.clock.pass(30);
    const now = server.clock.now().getTime();
    const at = (minutes: number) => new Date(now + minutes * 60_000).toISOString();
    await reported(server, people.unit1, place, ['GATE_OPEN', 'STAFFED'], { at: at(-5) });
    // The gate was shut before it was opened; the word of it comes afterwards.
    const late = { at: at(-20), key: `${KEY}01`, note: '等人来开门' };
    await reported(server, people.unit1, place, ['GATE_SHUT', 'UNSTAFFED'], late);
    const again = await reported(server, people.unit1, place, ['GATE_SHUT', 'UNSTAFFED'], late);
    expect(again).toMatchObject({ status: 'OPEN' });
    expect(again.reports).toHaveLength(2);
    const wrong = await reported(server, people.unit1, place, ['PARTLY_USABLE'], { at: at(60) });
    expect(wrong.status).toBe('LIMITED');
    expect(wrong.reports.filter(({ clockOff }) => clockOff)).toHaveLength(1);
    expect(
      await server.refusals(REPORT, { input: { activationShelterId: place, facts: [] } }, people.unit1),
    ).toEqual(['NOTHING_CHOSEN']);
    const names = ['unit2', 'hubinGov', 'city', 'community1', 'health'] as const;
    for (const name of names) {
      const input = { activationShelterId: place, facts: ['GATE_SHUT'] };
      expect([name, await server.refusals(REPORT, { input }, people[name])]).toEqual([
        name,
        ['NO_AUTHORITY'],
      ]);
    }
  });

  test('a command post: who sits in it may report; the unit names its own head only', async () => {
    const { places } = await opened('指挥部');
    const id = places[0] ?? '';
    const seat = (kind: string, more: Record<string, unknown> = {}) => ({ kind, name: '某人', ...more });
    expect(await server.refusals(APPOINT, { id, seat: seat('COMMUNITY_HEAD') }, people.unit1)).toEqual([
      'NO_AUTHORITY',
    ]);
    expect(await server.refusals(APPOINT, { id, seat: seat('UNIT_HEAD') }, people.lingbaoGov)).toEqual([
      'NO_AUTHORITY',
    ]);
    expect(
      await server.refusals(APPOINT, { id, seat: { kind: 'UNIT_HEAD', name: ' ' } }, people.unit1),
    ).toEqual(['EMPTY']);
    await server.do(APPOINT, { id, seat: seat('UNIT_HEAD') }, people.unit1);
    await server.do(APPOINT, { id, seat: seat('EM_DEPARTMENT') }, people.hubinEm);
    const { appointCommandPostMember } = await server.do<{
      appointCommandPostMember: {
        commandPost: { missing: string[]; members: { id: string; kind: string }[] };
      };
    }>(
      APPOINT,
      { id, seat: seat('COMMUNITY_HEAD', { personId: people.community1.personId }) },
      people.hubinGov,
    );
    expect(appointCommandPostMember.commandPost.missing).toEqual([]);
    expect((await reported(server, people.community1, id, ['ANSWERED'])).status).toBe('OPENING');
    const input = { activationShelterId: id, place: '东门内', headName: '赵', volunteers: 12, open: true };
    const { runVolunteerStation } = await server.do<{
      runVolunteerStation: { volunteerStation: { volunteers: number; openedAt: string | null } };
    }>(STATION, { input }, people.community1);
    expect(runVolunteerStation.volunteerStation).toMatchObject({
      volunteers: 12,
      openedAt: expect.any(String),
    });
    expect(await server.refusals(STATION, { input: { ...input, volunteers: -1 } }, people.hubinGov)).toEqual([
      'NEGATIVE',
    ]);
    expect(await server.refusals(STATION, { input }, people.unit1)).toEqual(['NO_AUTHORITY']);
    const end = `mutation ($id: ID!) { endCommandPostMember(id: $id) { commandPost { missing } } }`;
    const head = appointCommandPostMember.commandPost.members.find(
      (member) => member.kind === 'COMMUNITY_HEAD',
    );
    await server.do(end, { id: head?.id }, people.hubinGov);
    expect(await server.refusals(end, { id: head?.id }, people.hubinGov)).toEqual(['NOT_FOUND']);
    expect(
      await server.refusals(
        REPORT,
        { input: { activationShelterId: id, facts: ['GATE_OPEN'] } },
        people.community1,
      ),
    ).toEqual(['NO_AUTHORITY']);
  });

  test('closing: refused over people’s heads but for a damaged place; released one by one; the last one ends it', async () => {
    const { id, places } = await opened('关闭', 2);
    const [first = '', second = ''] = places;
    await reported(server, people.unit1, first, ['GATE_OPEN', 'STAFFED']);
    await server.office.dataSource.query(`update activation_shelter set occupied = 12 where id = $1`, [
      first,
    ]);
    expect(await server.refusals(CLOSE, { id, reason: '险情解除' }, people.hubinGov)).toEqual([
      'PEOPLE_INSIDE',
    ]);
    expect(await server.refusals(STAND_DOWN, { id: first }, people.hubinGov)).toEqual(['PEOPLE_INSIDE']);
    expect(await server.refusals(CLOSE, { id, reason: ' ' }, people.city)).toEqual([
      'NO_AUTHORITY',
      'REASON_MISSING',
      'PEOPLE_INSIDE',
    ]);
    await reported(server, people.unit1, first, ['DAMAGED']);
    await server.do(CLOSE, { id, reason: '险情解除' }, people.hubinGov);
    expect(await publicStatus(first)).toEqual(['DAMAGED', 'DAMAGED']);
    expect(await publicStatus(second)).toEqual(['CLOSING', 'CLOSING']);
    expect(await server.refusals(CLOSE, { id, reason: '险情解除' }, people.hubinGov)).toEqual([
      'OUT_OF_STAGE',
    ]);
    expect(await server.refusals(STAND_DOWN, { id: second }, people.lingbaoGov)).toEqual(['NO_AUTHORITY']);
    await server.do(STAND_DOWN, { id: second }, people.hubinGov);
    expect(await server.refusals(STAND_DOWN, { id: second }, people.hubinGov)).toEqual(['OUT_OF_STAGE']);
    expect(await publicStatus(second)).toEqual(['CLOSED', 'CLOSED']);
    await server.do(STAND_DOWN, { id: first }, people.hubinGov);
    const [ended] = await server.office.dataSource.query<{ stage: string; live: boolean; left: number }[]>(
      `select stage, exists (select 1 from live_situation where activation_id = $1) as live,
              (select count(*)::int from duty where activation_id = $1 and stage <> 'STOOD_DOWN') as left
       from activation where id = $1`,
      [id],
    );
    expect(ended).toEqual({ stage: 'ENDED', live: false, left: 0 });
    expect(await publicStatus(second)).toEqual(['CLOSED', 'STANDBY']);
    // A late word from the gate is stored and opens nothing.
    expect((await reported(server, people.unit1, second, ['GATE_OPEN'])).status).toBe('CLOSED');
    // And it may be opened again though its papers are not done.
    const shelters = await server.office.dataSource.query<{ shelter_id: string }[]>(
      `select shelter_id from activation_shelter where id = $1`,
      [second],
    );
    await givenActivation(server, people.hubinGov, [shelters[0]?.shelter_id ?? '']);
  });

  test('a proposal may be dropped, and proposed anew', async () => {
    const eventId = await givenEvent(server, people.hubinEm);
    const propose = () =>
      server.do<{ proposeActivation: { id: string } }>(
        PROPOSE,
        { eventId, jurisdictionCode: '411202' },
        people.hubinEm,
      );
    const { proposeActivation } = await propose();
    const { id } = proposeActivation;
    expect(await server.refusals(CANCEL_PROPOSAL, { id }, people.lingbaoGov)).toEqual(['NO_AUTHORITY']);
    await server.do(CANCEL_PROPOSAL, { id }, people.hubinEm);
    expect((await propose()).proposeActivation.id).not.toBe(id);
  });

  test('its status is the same by the law and by the database, fact by fact', async () => {
    const { places } = await opened('对照');
    const { operationalStatus } = await import('#regulation/activation/operational-status');
    const { statusOf } = await import('../../apps/api/src/registry/shelter-standing.ts');
    const rows = await server.office.dataSource.query<
      Record<
        'answered' | 'gateOpen' | 'staffed' | 'partlyUsable' | 'damaged' | 'closing' | 'released',
        boolean
      >[] &
        { available: number | null; status: string }[]
    >(
      `with bits as (select n, (n & 1) > 0 as answered, (n & 2) > 0 as "gateOpen", (n & 4) > 0 as staffed, (n & 8) > 0 as "partlyUsable",
              (n & 16) > 0 as damaged, (n & 32) > 0 as closing, (n & 64) > 0 as released from generate_series(0, 127) n),
       opened as (select bits.*, usable_capacity, occupied, places_out,
              usable_capacity - least(usable_capacity, places_out) - occupied as available,
              case when answered then $1::timestamptz end as answered_at, case when "gateOpen" then $1::timestamptz end as gate_open_at,
              case when staffed then $1::timestamptz end as staffed_at, "partlyUsable" as partly_usable,
              case when damaged then $1::timestamptz end as damaged_at, case when closing then $1::timestamptz end as closing_at,
              case when released then $1::timestamptz end as released_at
       from bits cross join (values (null, 5, 3), (5, null, 0), (5, 4, 0), (5, 5, 0), (5, 6, 0), (5, 3, 1), (5, 4, 1), (5, 0, 9))
         as room (usable_capacity, occupied, places_out))
       select *, ${statusOf('opened', 'opened')} as status from opened`,
      [server.clock.now()],
    );
    expect(rows).toHaveLength(1_024);
    for (const row of rows) expect([row, row.status]).toEqual([row, operationalStatus(row)]);
    expect(places).toHaveLength(1);
  });
});
