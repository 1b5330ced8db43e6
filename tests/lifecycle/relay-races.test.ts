import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { tellChanges } from '../../apps/api/src/platform/outbox/tell-change.ts';
import { relayChanges } from '../../apps/api/src/platform/outbox/relay.ts';
import { givenPeople, type Somebody } from '../support/city.ts';
import { databaseKinds } from '../support/databases.ts';
import { givenSubscriber, type Subscriber } from '../support/live.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { until } from '../support/until.ts';

const change = (shelterId: string, at: Date) =>
  ({ topic: 'SHELTER', jurisdictionCode: '411202', shelterId, at }) as const;

// Transactions that overlap exist on PostgreSQL only; on the embedded database one waits for the other.
const onPostgres = databaseKinds().includes('postgres') ? describe : describe.skip;
onPostgres('the relay among others', () => {
  let server: TestServer;
  let city: Somebody;
  let subscriber: Subscriber;
  beforeAll(async () => {
    server = await startServer('postgres', { LIVE_KEPT: '50' });
    ({ city } = await givenPeople(server, ['city']));
    subscriber = await givenSubscriber(server, city);
  });
  afterAll(async () => {
    await subscriber.close();
    await server.close();
  });
  beforeEach(() => subscriber.heard());

  const tell = (tx: EntityManager, shelterId: string) =>
    tellChanges(tx, [change(shelterId, server.clock.now())]);
  /** A transaction that stays open until it is told to commit. */
  const begun = async (work: (tx: EntityManager) => Promise<unknown>) => {
    const runner = server.office.dataSource.createQueryRunner();
    await runner.startTransaction();
    await work(runner.manager);
    return async () => {
      await runner.commitTransaction();
      await runner.release();
    };
  };
  const shelters = async () => (await subscriber.heard()).map(({ shelterId }) => shelterId);
  const numbers = () =>
    server.office.dataSource.query<{ seq: string; shelter: string }[]>(
      `select seq, shelter_id as shelter from outbox where seq is not null order by seq`,
    );

  test('a slower transaction with a lower identity is told when it commits, never skipped', async () => {
    const [slow, quick] = [randomUUID(), randomUUID()];
    const commitSlow = await begun((tx) => tell(tx, slow));
    const commitQuick = await begun((tx) => tell(tx, quick));
    const ids = `select shelter_id as shelter from outbox where shelter_id = any($1) order by id`;
    await commitQuick();
    expect(await shelters()).toEqual([quick]);
    await commitSlow();
    expect(await shelters()).toEqual([slow]);
    // So it was: in the order of identities the slow one comes first.
    expect(await server.office.dataSource.query(ids, [[slow, quick]])).toEqual([
      { shelter: slow },
      { shelter: quick },
    ]);
    expect(await shelters()).toEqual([]);
  });

  test('many relays beside many writers: every change one number, no number skipped', async () => {
    const { dataSource } = server.office;
    const [head] = await dataSource.query<{ seq: string }[]>(`select seq from outbox_head`);
    const written: string[] = [];
    const write = async (count: number) => {
      for (let n = 0; n < count; n += 1) {
        const shelterId = randomUUID();
        await dataSource.transaction((tx) => tell(tx, shelterId));
        written.push(shelterId);
      }
    };
    const relay = async () => {
      for (let n = 0; n < 12; n += 1) await relayChanges(server.office, 0, 'another');
    };
    await Promise.all([write(15), write(15), write(15), relay(), relay(), relay(), relay()]);
    const told = await shelters();
    expect(told).toHaveLength(written.length);
    expect(new Set(told)).toEqual(new Set(written));
    const given = (await numbers()).map(({ seq }) => Number(seq)).filter((seq) => seq > Number(head?.seq));
    expect(given).toEqual(Array.from({ length: 45 }, (_, n) => Number(head?.seq) + n + 1));
  });

  // Where the relay is stopped, and what held by another makes it wait there.
  const STOPS = {
    'before it numbers anything': `select 1 from outbox_head for update`,
    'while it numbers': `select 1 from outbox where seq is null for update`,
    'after it numbered, before it commits': `select 1 from outbox where seq is not null order by seq limit 1 for update`,
  };
  test.each(Object.entries(STOPS))(
    'killed %s: nothing is lost and nothing told twice',
    async (_where, hold) => {
      const { dataSource } = server.office;
      // More than is kept: the relay will have something to clear away.
      await dataSource.transaction(async (tx) => {
        for (let n = 0; n < 60; n += 1) await tell(tx, randomUUID());
      });
      await subscriber.heard();
      const told = [randomUUID(), randomUUID()];
      for (const shelterId of told) await dataSource.transaction((tx) => tell(tx, shelterId));
      const letGo = await begun((tx) => tx.query(hold));
      const turn = server.live.turn().then(
        () => 'went through',
        () => 'failed',
      );
      const waiting = `select pid from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock' and query like '%outbox%'`;
      await until('waits', async () => (await dataSource.query<unknown[]>(waiting)).length === 1);
      await dataSource.query(`select pg_terminate_backend(pid) from (${waiting}) stuck`);
      expect(await turn).toBe('failed');
      await letGo();
      expect(await shelters()).toEqual(told);
      expect(await shelters()).toEqual([]);
      const seqs = (await numbers()).map(({ seq }) => Number(seq));
      expect(seqs).toEqual(Array.from({ length: seqs.length }, (_, n) => (seqs[0] ?? 0) + n));
    },
  );
});
