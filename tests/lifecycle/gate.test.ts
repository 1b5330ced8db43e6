import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { APPOINT, STAND_DOWN } from '../support/activation.ts';
import { givenPeople, type Somebody } from '../support/city.ts';
import { databaseKinds } from '../support/databases.ts';
import {
  CHECK_IN,
  CHECK_OUT,
  checkedIn,
  COUNT,
  counted,
  entryAt,
  GATE,
  gateOf,
  givenGates,
} from '../support/gate.ts';
import { givenSubscriber } from '../support/live.ts';
import { startServer, type TestServer } from '../support/server.ts';

const PUBLIC = `query ($code: String!, $near: PositionInput!) {
  publicShelter(code: $code) { operationalStatus capacity { usable occupied available asOf } }
  nearestShelters(near: $near, first: 50) { shelters { shelter { code } } passedOver { shelter { code } reasons { code } } }
}`;

interface Seen {
  readonly publicShelter: {
    readonly operationalStatus: string;
    readonly capacity: {
      usable: number | null;
      occupied: number | null;
      available: number | null;
      asOf: string;
    };
  };
  readonly nearestShelters: {
    readonly shelters: readonly { shelter: { code: string } }[];
    readonly passedOver: readonly { shelter: { code: string }; reasons: readonly { code: string }[] }[];
  };
}

describe.each(databaseKinds())('the gate on %s', (kind) => {
  let server: TestServer;
  let people: Record<
    'unit1' | 'unit2' | 'hubinEm' | 'hubinGov' | 'lingbaoGov' | 'city' | 'community1' | 'health' | 'admin',
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
      'admin',
    ]);
  });
  afterAll(() => server.close());

  const given = (places: readonly (number | null)[], name: string) =>
    givenGates(server, people.unit1, people.hubinGov, places, name);
  const asResident = (code: string) =>
    server.do<Seen>(PUBLIC, { code, near: { longitude: 111.19, latitude: 34.78 } });

  test('households and plain counts make one number, which residents see at once; nobody counted is unknown', async () => {
    const [gate] = await given([10], '一个数');
    const id = gate?.id ?? '';
    const code = gate?.shelter.code ?? '';
    const before = await gateOf(server, people.unit1, id);
    expect(before).toMatchObject({ status: 'OPEN', usable: 10, occupied: null, available: null, asOf: null });
    expect((await asResident(code)).publicShelter.capacity).toMatchObject({ usable: 10, occupied: null });
    server.clock.pass(5);
    const first = await checkedIn(server, people.unit1, id, 4, {
      groups: [{ group: 'INFANT', persons: 1 }],
      cardCode: 'a-01',
    });
    expect(first).toMatchObject({ occupied: 4, available: 6, staying: 4, counted: 0 });
    await counted(server, people.unit1, id, 'COUNT_IN', 3);
    const input = entryAt(id, 1, { stayId: first.stayId });
    await server.do(CHECK_OUT, { input }, people.unit1);
    const after = await gateOf(server, people.unit1, id);
    expect(after).toMatchObject({ occupied: 6, available: 4, staying: 3, counted: 3, conflicts: [] });
    expect(after.stays?.nodes).toMatchObject([
      { id: first.stayId, persons: 4, inside: 3, cardCode: 'A-01', checkedOutAt: null },
    ]);
    const seen = await asResident(code);
    expect(seen.publicShelter.capacity).toEqual({
      usable: 10,
      occupied: 6,
      available: 4,
      asOf: server.clock.now().toISOString(),
    });
    // Undone by an opposite entry: nothing is taken out of the log.
    await counted(server, people.unit1, id, 'COUNT_OUT', 3);
    await server.do(CHECK_OUT, { input: entryAt(id, 3, { stayId: first.stayId }) }, people.unit1);
    const empty = await gateOf(server, people.unit1, id);
    expect(empty).toMatchObject({ occupied: 0, available: 10 });
    expect(empty.entries).toHaveLength(5);
    expect(empty.stays?.nodes[0]?.checkedOutAt).not.toBeNull();
  });

  test('full: the last place is given, one more is warned of with numbers, a reason admits; residents are sent on', async () => {
    const [gate] = await given([5], '满员');
    const id = gate?.id ?? '';
    const code = gate?.shelter.code ?? '';
    await checkedIn(server, people.unit1, id, 4);
    const input = entryAt(id, 2);
    const { errors } = await server.call(CHECK_IN, { input }, people.unit1);
    expect(errors[0]?.extensions.refusals).toMatchObject([
      { code: 'FULL_WARNING', field: 'persons', article: null, params: { usable: 5, inside: 4, persons: 2 } },
    ]);
    expect(errors[0]?.message).toContain('写明理由');
    // Refused leaves nothing behind.
    expect(await gateOf(server, people.unit1, id)).toMatchObject({ occupied: 4, entries: [{ persons: 4 }] });
    await server.do(CHECK_IN, { input: { ...input, reason: '暴雨中无处可去' } }, people.unit1);
    const full = await gateOf(server, people.unit1, id);
    expect(full).toMatchObject({ status: 'FULL', occupied: 6, available: -1, conflicts: [] });
    expect(full.stays?.nodes.find((stay) => stay.id === input.key)).toMatchObject({
      overRoom: true,
      overrideReason: '暴雨中无处可去',
    });
    // Overriding is an act, without the words.
    const [entry] = await server.office.dataSource.query<{ details: Record<string, unknown> }[]>(
      `select details from ledger_entry where process = 'occupancy' and details->>'entry' = $1`,
      [input.key],
    );
    expect(entry?.details).toMatchObject({ persons: 2, overridden: [{ code: 'FULL_WARNING' }] });
    expect(JSON.stringify(entry?.details)).not.toContain('暴雨');
    const seen = await asResident(code);
    expect(seen.publicShelter).toMatchObject({ operationalStatus: 'FULL', capacity: { available: -1 } });
    expect(seen.nearestShelters.passedOver).toContainEqual({
      shelter: { code },
      reasons: [{ code: 'NO_ROOM' }],
    });
    expect(
      await server.refusals(COUNT, { input: entryAt(id, 1, { kind: 'COUNT_IN' }) }, people.unit1),
    ).toEqual(['FULL_WARNING']);
    // Somebody leaves: open again.
    await server.do(CHECK_OUT, { input: entryAt(id, 2, { stayId: input.key }) }, people.unit1);
    const open = await asResident(code);
    expect(open.publicShelter).toMatchObject({ operationalStatus: 'OPEN', capacity: { available: 1 } });
    expect(open.nearestShelters.shelters.map(({ shelter }) => shelter.code)).toContain(code);
  });

  test('unknown room admits, whatever the number', async () => {
    const [gate] = await given([null], '容量不明');
    const id = gate?.id ?? '';
    expect(await checkedIn(server, people.unit1, id, 900)).toMatchObject({
      status: 'OPEN',
      usable: null,
      occupied: 900,
      available: null,
    });
  });

  test('twice: the same key is done once and answered the same; another entry under it is none', async () => {
    const [gate] = await given([50], '重复');
    const id = gate?.id ?? '';
    const input = entryAt(id, 3);
    const send = () => server.do<{ checkIn: { occupied: number } }>(CHECK_IN, { input }, people.unit1);
    const answers = await Promise.all([send(), send(), send()]);
    answers.push(await send());
    expect(answers.map(({ checkIn }) => checkIn.occupied)).toEqual([3, 3, 3, 3]);
    expect(await server.refusals(CHECK_IN, { input: { ...input, persons: 4 } }, people.unit1)).toEqual([
      'KEY_TAKEN',
    ]);
    expect(await gateOf(server, people.unit1, id)).toMatchObject({ occupied: 3, stays: { totalCount: 1 } });
  });

  test('one card is in one place: warned with where, a reason moves it', async () => {
    const [here, there] = await given([50, 50], '一卡');
    await checkedIn(server, people.unit1, here?.id ?? '', 3, { cardCode: 'C-9' });
    const input = entryAt(there?.id ?? '', 2, { cardCode: 'c-9' });
    const { errors } = await server.call(CHECK_IN, { input }, people.unit1);
    expect(errors[0]?.extensions.refusals).toMatchObject([
      { code: 'ALREADY_INSIDE', params: { code: here?.shelter.code, persons: 3 } },
    ]);
    await server.do(CHECK_IN, { input: { ...input, reason: '已步行到此' } }, people.unit1);
    expect(await gateOf(server, people.unit1, here?.id ?? '')).toMatchObject({ occupied: 0, conflicts: [] });
    expect(await gateOf(server, people.unit1, there?.id ?? '')).toMatchObject({ occupied: 2, conflicts: [] });
  });

  test('a head count stands beside the number, shows the difference and overwrites nothing', async () => {
    const [gate] = await given([50], '清点');
    const id = gate?.id ?? '';
    await counted(server, people.unit1, id, 'HEAD_COUNT', 7);
    expect(await gateOf(server, people.unit1, id)).toMatchObject({
      occupied: null,
      headCount: { counted: 7, inside: null, difference: null },
    });
    await counted(server, people.unit1, id, 'COUNT_IN', 5);
    server.clock.pass(1);
    await counted(server, people.unit1, id, 'HEAD_COUNT', 0);
    expect(await gateOf(server, people.unit1, id)).toMatchObject({
      occupied: 5,
      headCount: { counted: 0, inside: 5, difference: -5 },
    });
  });

  test('who may: the unit, members of the command post; nobody else, and nobody from elsewhere', async () => {
    const [gate] = await given([50], '权限');
    const id = gate?.id ?? '';
    const tried = async (name: keyof typeof people) =>
      server.refusals(CHECK_IN, { input: entryAt(id, 1) }, people[name]);
    for (const name of [
      'unit2',
      'hubinEm',
      'hubinGov',
      'lingbaoGov',
      'city',
      'community1',
      'health',
      'admin',
    ] as const)
      expect([name, await tried(name)]).toEqual([name, ['NO_AUTHORITY']]);
    for (const [name, kindOf] of [
      ['community1', 'COMMUNITY_HEAD'],
      ['hubinEm', 'EM_DEPARTMENT'],
    ] as const) {
      const seat = { kind: kindOf, name: '某人', personId: people[name].personId };
      await server.do(APPOINT, { id, seat }, people.hubinGov);
      expect([name, await tried(name)]).toEqual([name, []]);
    }
    const { gate: read } = await server.do<{ gate: Record<string, unknown> | null }>(
      GATE,
      { id },
      people.health,
    );
    expect(read).toMatchObject({ occupied: 2, stays: null, entries: null, availableActs: [] });
    for (const name of ['unit2', 'lingbaoGov', 'admin'] as const)
      expect(await server.do(GATE, { id }, people[name])).toEqual({ gate: null });
  });

  test('bad input is told all at once, and nothing is kept of it', async () => {
    const [gate] = await given([50], '坏输入');
    const id = gate?.id ?? '';
    const refused = (query: string, input: Record<string, unknown>) =>
      server.refusals(query, { input }, people.unit1);
    expect(
      await refused(CHECK_IN, {
        ...entryAt(id, 0, { cardCode: '41120219900101123X', groups: [{ group: 'INFANT', persons: 2 }] }),
        key: 'x',
      }),
    ).toEqual(['KEY_MALFORMED', 'TOO_SMALL', 'CARD_IS_IDENTITY_NUMBER', 'GROUPS_EXCEED']);
    expect(await refused(CHECK_IN, entryAt(randomUUID(), 1))).toEqual(['NOT_FOUND']);
    expect(await refused(CHECK_OUT, entryAt(id, 1, { stayId: randomUUID() }))).toEqual(['NOT_FOUND']);
    expect(await refused(COUNT, entryAt(id, 1, { kind: 'CHECK_IN' }))).toEqual(['UNKNOWN_VALUE']);
    expect(await refused(COUNT, entryAt(id, 2, { kind: 'COUNT_OUT' }))).toEqual(['MORE_OUT_THAN_IN']);
    expect(await gateOf(server, people.unit1, id)).toMatchObject({ occupied: null, entries: [] });
  });

  test('a released shelter takes nobody in; nobody releases it over people’s heads', async () => {
    const [gate] = await given([50], '撤收');
    const id = gate?.id ?? '';
    await counted(server, people.unit1, id, 'COUNT_IN', 2);
    expect(await server.refusals(STAND_DOWN, { id }, people.hubinGov)).toEqual(['PEOPLE_INSIDE']);
    await counted(server, people.unit1, id, 'COUNT_OUT', 2);
    await server.do(STAND_DOWN, { id }, people.hubinGov);
    expect(await server.refusals(CHECK_IN, { input: entryAt(id, 1) }, people.unit1)).toEqual([
      'OUT_OF_STAGE',
    ]);
  });

  test('each entry tells one change of occupancy, to the unit and its officers only', async () => {
    const [gate] = await given([50], '通知');
    const watchers = await Promise.all(
      [people.hubinEm, people.unit1, people.unit2].map((by) =>
        givenSubscriber(server, by, { topics: ['OCCUPANCY'] }),
      ),
    );
    await checkedIn(server, people.unit1, gate?.id ?? '', 2);
    const heard = await Promise.all(watchers.map((watcher) => watcher.heard()));
    expect(heard.map((notices) => notices.map(({ topic, shelterId }) => [topic, shelterId]))).toEqual([
      [['OCCUPANCY', gate?.shelterId]],
      [['OCCUPANCY', gate?.shelterId]],
      [],
    ]);
    await Promise.all(watchers.map((watcher) => watcher.close()));
  });
});
