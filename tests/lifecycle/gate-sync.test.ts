import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { STAND_DOWN } from '../support/activation.ts';
import { givenPeople, type Somebody } from '../support/city.ts';
import { databaseKinds } from '../support/databases.ts';
import {
  checkedIn,
  counted,
  entryAt,
  EVACUATE,
  gateOf,
  givenGates,
  RESOLVE,
  SYNC,
  TRANSFER,
} from '../support/gate.ts';
import { startServer, type TestServer } from '../support/server.ts';

interface Answer {
  readonly key: string;
  readonly repeated: boolean;
  readonly refusals: readonly { code: string; field: string | null }[];
}

describe.each(databaseKinds())('what a gate tells later, and people who move, on %s', (kind) => {
  let server: TestServer;
  let people: Record<'unit1' | 'unit2' | 'hubinGov', Somebody>;
  beforeAll(async () => {
    server = await startServer(kind);
    people = await givenPeople(server, ['unit1', 'unit2', 'hubinGov']);
  });
  afterAll(() => server.close());

  const given = (places: readonly (number | null)[], name: string) =>
    givenGates(server, people.unit1, people.hubinGov, places, name);
  const synced = async (
    entries: Record<string, unknown>[],
    deviceNow: string | null = null,
    by = people.unit1,
  ) => (await server.do<{ syncGate: Answer[] }>(SYNC, { entries, deviceNow }, by)).syncGate;
  const gateAt = (id: string | undefined) => gateOf(server, people.unit1, id ?? '');
  const hoursAgo = (hours: number) =>
    new Date(server.clock.now().getTime() - hours * 3_600_000).toISOString();

  test('offline: every fact is stored once, over the room too, each answered for itself', async () => {
    const [gate] = await given([5], '离线');
    const id = gate?.id ?? '';
    const entries = [
      { ...entryAt(id, 4), kind: 'CHECK_IN' },
      { ...entryAt(id, 4), kind: 'COUNT_IN' },
      { ...entryAt(id, 0), kind: 'CHECK_IN' },
      { ...entryAt(randomUUID(), 1), kind: 'COUNT_IN' },
      { ...entryAt('no id', 1), key: 'no key', kind: 'COUNT_IN' },
    ];
    const answers = await synced(entries);
    expect(answers.map(({ refusals }) => refusals.map(({ code }) => code))).toEqual([
      [],
      [],
      ['TOO_SMALL'],
      ['NOT_FOUND'],
      ['NOT_FOUND', 'KEY_MALFORMED'],
    ]);
    expect(answers.map(({ key }) => key)).toEqual(entries.map(({ key }) => key));
    // The answer was lost, the phone sends it all again.
    const again = await synced(entries.slice(0, 2));
    expect(again.map(({ repeated, refusals }) => [repeated, refusals])).toEqual([
      [true, []],
      [true, []],
    ]);
    const full = await gateAt(id);
    expect(full).toMatchObject({ occupied: 8, available: -3, status: 'FULL', staying: 4, counted: 4 });
    expect(full.conflicts).toMatchObject([{ kind: 'OVER_ROOM', persons: 3 }]);
    expect(full.stays?.nodes).toMatchObject([{ syncedOffline: true }]);
    const [conflict] = full.conflicts;
    const resolve = (resolution: string, by: Somebody) =>
      server.refusals(RESOLVE, { id: conflict?.id, resolution }, by);
    expect(await resolve('已加开帐篷', people.unit2)).toEqual(['NO_AUTHORITY']);
    expect(await resolve(' ', people.unit1)).toEqual(['REASON_MISSING']);
    expect(await resolve('已加开帐篷', people.unit1)).toEqual([]);
    expect(await resolve('已加开帐篷', people.unit1)).toEqual(['ALREADY_DONE']);
    expect((await gateAt(id)).conflicts).toEqual([]);
  });

  test('too many entries are refused together', async () => {
    const [gate] = await given([5], '过多');
    const entries = Array.from({ length: 501 }, () => ({ ...entryAt(gate?.id ?? '', 1), kind: 'COUNT_IN' }));
    expect(await server.refusals(SYNC, { entries }, people.unit1)).toEqual(['TOO_MANY']);
  });

  test('somebody else’s phone is refused entry by entry', async () => {
    const [gate] = await given([5], '他人');
    const [answer] = await synced([{ ...entryAt(gate?.id ?? '', 1), kind: 'COUNT_IN' }], null, people.unit2);
    expect(answer?.refusals.map(({ code }) => code)).toEqual(['NO_AUTHORITY']);
    expect(await gateAt(gate?.id)).toMatchObject({ occupied: null });
  });

  test('out of order: who left is told before who came; the sums agree in the end', async () => {
    const [gate] = await given([50], '乱序');
    const id = gate?.id ?? '';
    const stayId = randomUUID();
    server.clock.pass(8);
    await synced([{ ...entryAt(id, 2), kind: 'CHECK_OUT', stayId, at: hoursAgo(0.1) }]);
    expect(await gateAt(id)).toMatchObject({ occupied: null, conflicts: [] });
    await synced([{ ...entryAt(id, 3), key: stayId, kind: 'CHECK_IN', at: hoursAgo(0.12) }]);
    const joined = await gateAt(id);
    expect(joined).toMatchObject({ occupied: 1, staying: 1 });
    expect(joined.stays?.nodes).toMatchObject([{ id: stayId, persons: 3, inside: 1, checkedOutAt: null }]);
    await synced([
      { ...entryAt(id, 3), kind: 'CHECK_OUT', stayId, at: hoursAgo(0.02) },
      { ...entryAt(id, 4), kind: 'COUNT_OUT', at: hoursAgo(0.05) },
    ]);
    const short = await gateAt(id);
    expect(short).toMatchObject({ occupied: 0 });
    expect(short.conflicts.map((one) => one.kind)).toEqual(['MORE_OUT_THAN_IN']);
    await counted(server, people.unit1, id, 'COUNT_IN', 6);
    expect(await gateAt(id)).toMatchObject({ occupied: 2, counted: 2, staying: 0 });
  });

  test('late: dated by the gate; a clock an hour wrong is put right by what it shows now, and flagged', async () => {
    const [gate] = await given([50], '迟到');
    const id = gate?.id ?? '';
    server.clock.pass(8);
    const [told, ahead] = [hoursAgo(0.12), hoursAgo(-0.9)];
    await synced([{ ...entryAt(id, 1), kind: 'COUNT_IN', at: told }]);
    await synced([{ ...entryAt(id, 2), kind: 'COUNT_IN', at: ahead }], hoursAgo(-1));
    await synced([{ ...entryAt(id, 3), kind: 'COUNT_IN', at: ahead }]);
    const rows = await server.office.dataSource.query<{ persons: number; at: Date; clock_off: boolean }[]>(
      `select persons, happened_at as at, clock_off from gate_entry where activation_shelter_id = $1 order by persons`,
      [id],
    );
    expect(rows.map((row) => [row.persons, row.at.toISOString(), row.clock_off])).toEqual([
      [1, told, false],
      [2, hoursAgo(0.1), true],
      [3, server.clock.now().toISOString(), true],
    ]);
  });

  test('one card at two gates: the latest gate time counts as present, whichever phone comes first', async () => {
    const [first, second] = await given([50, 50], '两处');
    server.clock.pass(8);
    const at = (id: string | undefined, hours: number, cardCode: string) => ({
      ...entryAt(id ?? '', 2),
      kind: 'CHECK_IN',
      cardCode,
      at: hoursAgo(hours),
    });
    await synced([at(first?.id, 0.12, 'K-1'), at(second?.id, 0.05, 'K-1')]);
    await synced([at(second?.id, 0.05, 'K-2')]);
    await synced([at(first?.id, 0.12, 'K-2')]);
    const [here, there] = [await gateAt(first?.id), await gateAt(second?.id)];
    expect([here.occupied, there.occupied]).toEqual([0, 4]);
    expect(here.stays?.nodes.map((stay) => [stay.cardCode, stay.inside])).toEqual(
      expect.arrayContaining([
        ['K-1', 0],
        ['K-2', 0],
      ]),
    );
    // Both command posts hear of both.
    expect(here.conflicts).toMatchObject([
      { kind: 'DOUBLE_PRESENCE', otherCode: second?.shelter.code },
      { kind: 'DOUBLE_PRESENCE', otherCode: second?.shelter.code },
    ]);
    expect(there.conflicts.map(({ kind: what }) => what)).toEqual(['DOUBLE_PRESENCE', 'DOUBLE_PRESENCE']);
  });

  test('a released shelter: stored, flagged, and the public standing stays as it is', async () => {
    const [gate] = await given([50], '撤后');
    const id = gate?.id ?? '';
    await server.do(STAND_DOWN, { id }, people.hubinGov);
    const [answer] = await synced([{ ...entryAt(id, 2), kind: 'CHECK_IN' }]);
    expect(answer?.refusals).toEqual([]);
    const late = await gateAt(id);
    expect(late).toMatchObject({ status: 'CLOSED', occupied: 2 });
    expect(late.conflicts.map((one) => one.kind)).toEqual(['AFTER_RELEASE']);
    const [shelter] = await server.office.dataSource.query<{ occupied: number | null; announced: boolean }[]>(
      `select occupied, announced from shelter where id = $1`,
      [gate?.shelterId],
    );
    expect(shelter).toEqual({ occupied: null, announced: false });
  });

  test('a transfer is out here and in there, in one act; warned when the other is full; sent twice done once', async () => {
    const [from, to] = await given([50, 6], '转移');
    const [whole, part] = [
      await checkedIn(server, people.unit1, from?.id ?? '', 3, { cardCode: 'T-1' }),
      await checkedIn(server, people.unit1, from?.id ?? '', 4),
    ];
    await counted(server, people.unit1, from?.id ?? '', 'COUNT_IN', 2);
    const input = {
      key: randomUUID(),
      activationShelterId: from?.id,
      toActivationShelterId: to?.id,
      stays: [{ stayId: whole.stayId }, { stayId: part.stayId, persons: 2 }],
      counted: 2,
    };
    const refused = (changes: Record<string, unknown>, by = people.unit1) =>
      server.refusals(TRANSFER, { input: { ...input, ...changes } }, by);
    expect(await refused({}, people.unit2)).toEqual(['NO_AUTHORITY']);
    expect(await refused({ toActivationShelterId: from?.id })).toEqual(['SAME_SHELTER']);
    expect(await refused({ stays: [], counted: 0 })).toEqual(['NOTHING_CHOSEN']);
    expect(await refused({ counted: 3 })).toEqual(['MORE_OUT_THAN_IN']);
    const [elsewhere] = await given([50], '别处');
    expect(await refused({ toActivationShelterId: elsewhere?.id })).toEqual(['OTHER_ACTIVATION']);
    expect(await refused({})).toEqual(['FULL_WARNING']);
    expect(await gateAt(from?.id)).toMatchObject({ occupied: 9 });
    await server.do(TRANSFER, { input: { ...input, reason: '帐篷已加开' } }, people.unit1);
    await server.do(TRANSFER, { input: { ...input, reason: '帐篷已加开' } }, people.unit1);
    const [here, there] = [await gateAt(from?.id), await gateAt(to?.id)];
    expect(here).toMatchObject({ occupied: 2, staying: 2, counted: 0 });
    expect(there).toMatchObject({ occupied: 7, staying: 5, counted: 2, status: 'FULL' });
    expect(there.stays?.nodes.map((stay) => [stay.persons, stay.cardCode]).toSorted()).toEqual([
      [2, null],
      [3, 'T-1'],
    ]);
  });

  test('evacuating a damaged shelter is one act: marked, everybody out, nobody lost, people inside no hindrance', async () => {
    const [damaged, near, far] = await given([50, 4, null], '受损');
    for (const persons of [3, 5]) await checkedIn(server, people.unit1, damaged?.id ?? '', persons);
    await counted(server, people.unit1, damaged?.id ?? '', 'COUNT_IN', 4);
    const input = { key: randomUUID(), activationShelterId: damaged?.id, targets: [near?.id, far?.id] };
    const refused = (changes: Record<string, unknown>, by = people.unit1) =>
      server.refusals(EVACUATE, { input: { ...input, ...changes } }, by);
    expect(await refused({}, people.unit2)).toEqual(['NO_AUTHORITY']);
    expect(await refused({ targets: [] })).toEqual(['NOTHING_CHOSEN']);
    expect(await refused({ targets: [randomUUID()] })).toEqual(['NOT_FOUND']);
    // Refused means it is not damaged either.
    expect(await gateAt(damaged?.id)).toMatchObject({ status: 'OPEN', occupied: 12 });
    await server.do(EVACUATE, { input }, people.hubinGov);
    await server.do(EVACUATE, { input }, people.hubinGov);
    expect(await gateAt(damaged?.id)).toMatchObject({
      status: 'DAMAGED',
      occupied: 0,
      staying: 0,
      counted: 0,
    });
    expect(await gateAt(near?.id)).toMatchObject({ status: 'FULL', occupied: 4, staying: 3, counted: 1 });
    expect(await gateAt(far?.id)).toMatchObject({ status: 'OPEN', occupied: 8, staying: 5, counted: 3 });
    const entries = await server.office.dataSource.query<{ subjects: { to: string }[] }[]>(
      `select subjects from ledger_entry where act = 'evacuateShelter' and details->>'evacuation' = $1`,
      [input.key],
    );
    expect(entries.map(({ subjects }) => subjects.map(({ to }) => to))).toEqual([
      ['DAMAGED', 'OPEN', 'OPEN'],
    ]);
    const [shelter] = await server.office.dataSource.query<{ status: string; occupied: number }[]>(
      `select operational_status as status, occupied from shelter where id = $1`,
      [damaged?.shelterId],
    );
    expect(shelter).toEqual({ status: 'DAMAGED', occupied: 0 });
    // And it can be released now.
    expect(await server.refusals(STAND_DOWN, { id: damaged?.id }, people.hubinGov)).toEqual([]);
  });

  test('no name and no card leaves the gate: ledger and live messages hold ids only', async () => {
    const [gate] = await given([1], '不外泄');
    await checkedIn(server, people.unit1, gate?.id ?? '', 2, { cardCode: 'SECRET-77', reason: '王五一家' });
    const [found] = await server.office.dataSource.query<{ count: number }[]>(
      `select (select count(*) from ledger_entry where details::text || subjects::text ~ 'SECRET-77|王五')::int
            + (select count(*) from outbox where outbox::text ~ 'SECRET-77|王五')::int as count`,
    );
    expect(found?.count).toBe(0);
  });
});
