import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  ACKNOWLEDGE,
  BOARD,
  CLOSE,
  DUTIES,
  eventInput,
  givenActivation,
  IN_PLACE,
  KEEP_POST,
  KEEP_ROSTER,
  PROPOSE,
  RECORD_EVENT,
  RECORD_PLAN,
  reported,
  STAND_DOWN,
} from '../support/activation.ts';
import { givenPeople, type Somebody } from '../support/city.ts';
import { databaseKinds } from '../support/databases.ts';
import { givenFiledShelter, type FiledShelter } from '../support/filing.ts';
import { givenEdition } from '../support/publication.ts';
import { startServer, type TestServer } from '../support/server.ts';

const NEAREST = `query { nearestShelters(near: { longitude: 111.195, latitude: 34.781 }, hazard: EARTHQUAKE) {
  situation shelters { shelter { code operationalStatus capacity { usable occupied available } } labels { code } }
  passedOver { shelter { code } reasons { code } }
} }`;

interface Nearest {
  readonly nearestShelters: {
    readonly situation: string;
    readonly shelters: readonly {
      shelter: { code: string; operationalStatus: string };
      labels: { code: string }[];
    }[];
    readonly passedOver: readonly { shelter: { code: string }; reasons: { code: string }[] }[];
  };
}

// One story in order: each test stands on the one before, as a shelter's life does.
describe.each(databaseKinds())('one shelter’s whole life on %s', (kind) => {
  let server: TestServer;
  let people: Record<'unit1' | 'hubinEm' | 'hubinGov' | 'city' | 'health' | 'community1', Somebody>;
  let shelter: FiledShelter;
  beforeAll(async () => {
    server = await startServer(kind);
    people = await givenPeople(server, ['unit1', 'hubinEm', 'hubinGov', 'city', 'health', 'community1']);
  });
  afterAll(() => server.close());

  const nearest = async () => (await server.do<Nearest>(NEAREST)).nearestShelters;

  test('from draft to file, to edition, to exercise, to the night, to closed, and found at every turn', async () => {
    // Quiet: filed by the unit, accepted by the county, published by the city.
    shelter = await givenFiledShelter(server, people.unit1, people.hubinEm, '411202');
    expect((await nearest()).shelters).toEqual([]);
    await givenEdition(server, people.city, [shelter.shelterId]);
    expect(await nearest()).toMatchObject({
      situation: 'QUIET',
      shelters: [{ shelter: { code: shelter.shelterCode, operationalStatus: 'STANDBY' } }],
    });
    // The standing order: plan, roster, command post.
    const plan = { jurisdictionCode: '411202', title: '预案', version: '一', inForceFrom: '2025-01-01' };
    await server.do(RECORD_PLAN, { input: plan }, people.hubinEm);
    for (const dutyKind of ['MEDICAL', 'WATER', 'POWER'] as const) {
      const { organisationId } = people.health;
      const input = { jurisdictionCode: '411202', dutyKind, organisationId, inForceFrom: '2025-01-01' };
      await server.do(KEEP_ROSTER, { input }, people.hubinEm);
    }
    const members = [
      { kind: 'EM_DEPARTMENT', name: '甲' },
      { kind: 'COMMUNITY_HEAD', name: '乙', personId: people.community1.personId },
      { kind: 'UNIT_HEAD', name: '丙' },
    ];
    await server.do(KEEP_POST, { shelterId: shelter.shelterId, members }, people.hubinGov);

    // The yearly exercise: nobody outside is disturbed, and it counts as the drill.
    const exercise = await givenActivation(server, people.hubinGov, [shelter.shelterId], {
      event: eventInput({ exercise: true, name: '年度演练' }),
    });
    expect((await nearest()).situation).toBe('QUIET');
    await reported(server, people.unit1, exercise.activation.shelters.nodes[0]?.id ?? '', [
      'GATE_OPEN',
      'STAFFED',
    ]);
    await server.do(CLOSE, { id: exercise.activation.id, reason: '演练结束' }, people.hubinGov);
    await server.do(STAND_DOWN, { id: exercise.activation.shelters.nodes[0]?.id }, people.hubinGov);
    const drills = await server.office.dataSource.query<{ activation_id: string }[]>(
      `select activation_id from drill where shelter_id = $1`,
      [shelter.shelterId],
    );
    expect(drills).toEqual([{ activation_id: exercise.activation.id }]);

    // The night: event, proposal, decision.
    const { recordEvent } = await server.do<{ recordEvent: { id: string } }>(
      RECORD_EVENT,
      { input: eventInput() },
      people.city,
    );
    await server.do(PROPOSE, { eventId: recordEvent.id, jurisdictionCode: '411202' }, people.city);
    const { activation } = await givenActivation(server, people.hubinGov, [shelter.shelterId], {
      event: undefined,
      eventId: recordEvent.id,
    });
    const place = activation.shelters.nodes[0]?.id ?? '';
    expect(await nearest()).toMatchObject({
      situation: 'LIVE',
      shelters: [],
      passedOver: [{ shelter: { code: shelter.shelterCode }, reasons: [{ code: 'NOT_OPEN' }] }],
    });
    await reported(server, people.community1, place, ['GATE_OPEN']);
    await reported(server, people.unit1, place, ['STAFFED']);
    expect((await nearest()).shelters).toMatchObject([
      {
        shelter: { code: shelter.shelterCode, operationalStatus: 'OPEN' },
        labels: [{ code: 'ROOM_UNKNOWN' }],
      },
    ]);
    const { duties } = await server.do<{ duties: { nodes: { id: string }[] } }>(
      DUTIES,
      { filter: { activationId: activation.id, mine: true } },
      people.health,
    );
    const ids = duties.nodes.map(({ id }) => id);
    expect(ids).toHaveLength(3);
    await server.do(ACKNOWLEDGE, { ids }, people.health);
    await server.do(IN_PLACE, { ids }, people.health);
    const { activationBoard } = await server.do<{
      activationBoard: { rows: { status: string; postMissing: string[] }[]; duties: { inPlace: number }[] };
    }>(BOARD, { id: activation.id }, people.city);
    expect(activationBoard.rows).toMatchObject([{ status: 'OPEN', postMissing: [] }]);
    expect(activationBoard.duties.reduce((sum, { inPlace }) => sum + inPlace, 0)).toBe(3);

    // Morning: closed, released, quiet again, and everything on record.
    const neighbour = await givenFiledShelter(server, people.unit1, people.hubinEm, '411202');
    await givenEdition(server, people.city, [neighbour.shelterId]);
    expect((await nearest()).passedOver).toContainEqual({
      shelter: { code: neighbour.shelterCode },
      reasons: [{ code: 'NOT_OPEN' }],
    });
    await server.do(CLOSE, { id: activation.id, reason: '险情解除' }, people.hubinGov);
    expect(await nearest()).toMatchObject({
      situation: 'QUIET',
      shelters: [{ shelter: { code: neighbour.shelterCode }, labels: [{}, { code: 'NOT_ACTIVATED' }, {}] }],
      passedOver: [{ shelter: { code: shelter.shelterCode }, reasons: [{ code: 'CLOSING' }] }],
    });
    await server.do(STAND_DOWN, { id: place }, people.hubinGov);
    const codes = (await nearest()).shelters.map((near) => near.shelter.code);
    expect(codes.sort()).toEqual([shelter.shelterCode, neighbour.shelterCode].sort());
    expect((await nearest()).passedOver).toEqual([]);
    const acts = await server.office.dataSource.query<{ act: string }[]>(
      `select distinct act from ledger_entry order by act`,
    );
    expect(acts.map(({ act }) => act)).toEqual(
      expect.arrayContaining([
        'accept',
        'publish',
        'decide',
        'reportShelterStatus',
        'acknowledge',
        'reportInPlace',
        'close',
        'standShelterDown',
        'end',
      ]),
    );
  });
});
