import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Change } from '../../apps/api/src/platform/outbox/change.ts';
import { tellChanges } from '../../apps/api/src/platform/outbox/tell-change.ts';
import { givenPeople, type Somebody } from '../support/city.ts';
import { databaseKinds } from '../support/databases.ts';
import { CHANGES_SINCE, givenSubscriber, type Notice, type Subscriber, type Wish } from '../support/live.ts';
import { startServer, type TestServer } from '../support/server.ts';

const NAMES = ['city', 'hubinEm', 'lingbaoEm', 'health', 'unit1', 'unit2', 'community1', 'admin'] as const;

describe.each(databaseKinds())('live changes on %s', (kind) => {
  let server: TestServer;
  let people: Record<(typeof NAMES)[number], Somebody>;
  let open: Subscriber[] = [];
  beforeAll(async () => {
    server = await startServer(kind, { LIVE_REPLAY: '10', LIVE_KEPT: '300' });
    people = await givenPeople(server, NAMES);
  });
  afterAll(() => server.close());
  beforeEach(() => server.live.turn());
  afterEach(async () => {
    await Promise.all(open.map((subscriber) => subscriber.close()));
    open = [];
  });

  const watching = async (by: Somebody, wish: Wish = {}) => {
    const subscriber = await givenSubscriber(server, by, wish);
    open.push(subscriber);
    return subscriber;
  };
  const tell = (...changes: Omit<Change, 'at'>[]) =>
    server.office.dataSource.transaction((tx) =>
      tellChanges(
        tx,
        changes.map((change) => ({ ...change, at: server.clock.now() })),
      ),
    );
  /** So many changes that differ, in 湖滨区. */
  const many = (count: number) =>
    Array.from({ length: count }, () => ({
      topic: 'SHELTER' as const,
      jurisdictionCode: '411202',
      shelterId: randomUUID(),
    }));
  const since = async (by: Somebody, wish: Wish = {}) => {
    const { changesSince } = await server.do<{ changesSince: { last: string; notices: Notice[] } }>(
      CHANGES_SINCE,
      { ...wish },
      by,
    );
    return changesSince;
  };

  test('are told once each, in order, numbered without gaps, ids only', async () => {
    const city = await watching(people.city);
    const activationId = randomUUID();
    const changes = many(3);
    await tell({ topic: 'ACTIVATION', jurisdictionCode: '411282', activationId }, ...changes);
    const heard = await city.heard();
    const first = Number(heard[0]?.id);
    const at = { activationId: null, shelterId: null, resync: false };
    expect(heard).toEqual([
      { ...at, id: `${first}`, topic: 'ACTIVATION', jurisdictionCode: '411282', activationId },
      ...changes.map((change, n) => ({ ...at, ...change, id: `${first + n + 1}` })),
    ]);
    expect(await city.heard()).toEqual([]);
  });

  test('reach those who may read the place, and nobody else', async () => {
    const everybody = await Promise.all(
      NAMES.map(async (name) => [name, await watching(people[name])] as const),
    );
    const heardBy = async (change: Omit<Change, 'at'>) => {
      await tell(change);
      const heard = await Promise.all(
        everybody.map(async ([name, subscriber]) => ((await subscriber.heard()).length > 0 ? [name] : [])),
      );
      return heard.flat();
    };
    const hubin = { topic: 'ACTIVATION', jurisdictionCode: '411202' } as const;
    // What concerns the whole place is for its units too; what concerns one unit is for that unit.
    expect(await heardBy(hubin)).toEqual(['city', 'hubinEm', 'health', 'unit1', 'community1']);
    expect(await heardBy({ ...hubin, jurisdictionCode: '411282' })).toEqual(['city', 'lingbaoEm', 'unit2']);
    const officers = ['city', 'hubinEm', 'health', 'community1'];
    expect(await heardBy({ ...hubin, topic: 'SHELTER', shelterId: randomUUID() })).toEqual(officers);
    const { organisationId } = people.unit1;
    expect(await heardBy({ ...hubin, topic: 'FILING', unitId: organisationId })).toEqual([
      'city',
      'hubinEm',
      'health',
      'unit1',
      'community1',
    ]);
    expect(await heardBy({ ...hubin, topic: 'FILING', unitId: people.unit2.organisationId })).toEqual([
      ...officers.slice(0, 3),
      'unit2',
      'community1',
    ]);
  });

  test('can be narrowed to topics and to one activation', async () => {
    const activationId = randomUUID();
    const duties = await watching(people.city, { topics: ['DUTY', 'ROSTER'] });
    const one = await watching(people.city, { activationId });
    await tell(
      { topic: 'DUTY', jurisdictionCode: '411202', activationId },
      { topic: 'ROSTER', jurisdictionCode: '411202' },
      { topic: 'OCCUPANCY', jurisdictionCode: '411202', activationId },
    );
    expect((await duties.heard()).map(({ topic }) => topic)).toEqual(['DUTY', 'ROSTER']);
    expect((await one.heard()).map(({ topic }) => topic)).toEqual(['DUTY', 'OCCUPANCY']);
  });

  test('missed while away are told first, once, and only what is within reach', async () => {
    const { last } = await since(people.hubinEm);
    await tell(...many(4), { topic: 'SHELTER', jurisdictionCode: '411282', shelterId: randomUUID() });
    await server.live.turn();
    const back = await watching(people.hubinEm, { after: last });
    await tell(...many(2));
    const from = Number(last);
    expect((await back.heard()).map(({ id }) => Number(id) - from)).toEqual([1, 2, 3, 4, 6, 7]);
    const asked = await since(people.hubinEm, { after: last });
    expect(asked.notices.map(({ id }) => Number(id) - from)).toEqual([1, 2, 3, 4, 6, 7]);
    expect(Number(asked.last) - from).toBe(7);
  });

  test('too many of them are one "ask anew", and then it goes on', async () => {
    const { last } = await since(people.city);
    await tell(...many(11));
    await server.live.turn();
    const back = await watching(people.city, { after: last });
    const now = `${Number(last) + 11}`;
    const anew = {
      id: now,
      topic: null,
      jurisdictionCode: null,
      activationId: null,
      shelterId: null,
      resync: true,
    };
    expect(await back.heard()).toEqual([anew]);
    await tell(...many(1));
    expect(await back.heard()).toMatchObject([{ id: `${Number(now) + 1}`, resync: false }]);
    // Ten are still told one by one, and what is out of reach does not count.
    expect((await since(people.city, { after: `${Number(last) + 2}` })).notices).toHaveLength(10);
    expect((await since(people.lingbaoEm, { after: last })).notices).toEqual([]);
  });

  test('are cleared away in time; who comes back later than that asks anew, so does who comes from the future', async () => {
    const { last } = await since(people.city);
    await tell(...many(350));
    await server.live.turn();
    // A turn clears by where the head stood when it began.
    await tell(...many(1));
    await server.live.turn();
    const [row] = await server.office.dataSource.query<{ rows: number }[]>(
      `select count(*)::int as rows from outbox`,
    );
    expect(row?.rows).toBe(301);
    expect((await since(people.lingbaoEm, { after: last })).notices).toMatchObject([{ resync: true }]);
    const future = await watching(people.city, { after: `${Number(last) + 1_000}` });
    expect(await future.heard()).toMatchObject([{ id: `${Number(last) + 351}`, resync: true }]);
  });

  test('a flood at once is one "ask anew" for each who would drown in it', async () => {
    const [city, lingbao] = [await watching(people.city), await watching(people.lingbaoEm)];
    await tell(...many(201), { topic: 'SHELTER', jurisdictionCode: '411282', shelterId: randomUUID() });
    const heard = await city.heard();
    expect(heard).toMatchObject([{ resync: true, topic: null }]);
    expect(await lingbao.heard()).toMatchObject([{ resync: false, id: heard[0]?.id }]);
  });
});
