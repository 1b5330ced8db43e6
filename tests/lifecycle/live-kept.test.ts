import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { createClient } from 'graphql-ws';
import { setTimeout as pause } from 'node:timers/promises';
import WebSocket from 'ws';
import { connectionOf } from '../../apps/api/src/platform/database/data-source.ts';
import { keepLive } from '../../apps/api/src/platform/live/keep-live.ts';
import { listen } from '../../apps/api/src/platform/live/listen.ts';
import { BELL, relayChanges } from '../../apps/api/src/platform/outbox/relay.ts';
import { tellChanges } from '../../apps/api/src/platform/outbox/tell-change.ts';
import { startBuiltServer } from '../support/built-server.ts';
import { givenPeople, type Somebody } from '../support/city.ts';
import { databaseKinds } from '../support/databases.ts';
import { CHANGES, CHANGES_SINCE, givenSubscriber, type Notice } from '../support/live.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { until } from '../support/until.ts';

const onPostgres = databaseKinds().includes('postgres') ? describe : describe.skip;

async function tell(server: TestServer): Promise<string> {
  const shelterId = randomUUID();
  const at = server.clock.now();
  await server.office.dataSource.transaction((tx) =>
    tellChanges(tx, [{ topic: 'SHELTER', jurisdictionCode: '411202', shelterId, at }]),
  );
  return shelterId;
}

describe.each(databaseKinds())('live updates that are kept going on %s', (kind) => {
  let server: TestServer;
  let city: Somebody;
  beforeAll(async () => {
    server = await startServer(kind);
    ({ city } = await givenPeople(server, ['city']));
  });
  afterAll(() => server.close());

  test('tell what is committed by themselves, after a failure too, which is told once', async () => {
    const { dataSource } = server.office;
    const subscriber = await givenSubscriber(server, city);
    const failures: unknown[] = [];
    const stop = keepLive(server.office, server.live, (error) => failures.push(error));
    const first = await tell(server);
    expect((await subscriber.arrived(1)).map(({ shelterId }) => shelterId)).toEqual([first]);
    await dataSource.query(`alter table outbox_head rename to outbox_head_away`);
    const second = await tell(server);
    await until('failed', () => Promise.resolve(failures.length > 0));
    await dataSource.query(`alter table outbox_head_away rename to outbox_head`);
    expect((await subscriber.arrived(1)).map(({ shelterId }) => shelterId)).toEqual([second]);
    expect(failures).toHaveLength(1);
    await stop();
    await subscriber.close();
  });
});

onPostgres('between processes', () => {
  let server: TestServer;
  let city: Somebody;
  beforeAll(async () => {
    server = await startServer('postgres');
    server.clock.set(new Date().toISOString()); // the other process has a real one
    ({ city } = await givenPeople(server, ['city']));
  });
  afterAll(() => server.close());

  test('the bell is heard, and heard again after its connection was cut', async () => {
    const { dataSource } = server.office;
    let rung = 0;
    const stop = listen(connectionOf(dataSource), BELL, () => (rung += 1));
    const rings = (count: number) => until(`rang ${count} times`, () => Promise.resolve(rung >= count));
    await rings(1); // once when it is there
    await tell(server);
    await relayChanges(server.office, 0, 'another');
    await rings(2);
    const cut = await dataSource.query<unknown[]>(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and query = 'listen ${BELL}'`,
    );
    expect(cut).toHaveLength(1);
    await rings(3); // there again
    await tell(server);
    await relayChanges(server.office, 0, 'another');
    await rings(4);
    await stop();
  });

  test('says who rang, so that nobody goes to look for what it has read itself', async () => {
    const { dataSource } = server.office;
    const heard: (string | undefined)[] = [];
    const stop = listen(connectionOf(dataSource), BELL, (ringer) => heard.push(ringer));
    await until('there', () => Promise.resolve(heard.length > 0));
    await tell(server);
    await server.live.turn();
    await until('rung', () => Promise.resolve(heard.length > 1));
    await tell(server);
    await relayChanges(server.office, 0, 'another');
    await until('rung again', () => Promise.resolve(heard.length > 2));
    expect(heard).toEqual([undefined, server.live.ringer, 'another']);
    await stop();
  });

  test('a server killed and started again tells everything, each once and in order', async () => {
    const { connectionString } = connectionOf(server.office.dataSource);
    const env = { DATABASE_URL: connectionString, LIVE_REPLAY: '10000' };
    let built = await startBuiltServer({ env });
    const { changesSince } = await server.do<{ changesSince: { last: string } }>(CHANGES_SINCE, {}, city);
    const heard: Notice[] = [];
    const client = createClient({
      url: () => `${built.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: { authorization: `Bearer ${city.token}` },
      retryAttempts: Number.POSITIVE_INFINITY,
      shouldRetry: () => true,
      retryWait: () => new Promise((resolve) => setTimeout(resolve, 100)),
    });
    const payload = {
      query: CHANGES,
      get variables() {
        return { after: heard.at(-1)?.id ?? changesSince.last };
      },
    };
    const end = client.subscribe<{ changes: Notice }>(payload, {
      next: ({ data }) => data && heard.push(data.changes),
      error: () => undefined,
      complete: () => undefined,
    });
    const told: string[] = [];
    let writing = true;
    const writer = (async () => {
      while (writing) {
        told.push(await tell(server));
        await pause(5);
      }
    })();
    try {
      for (let kill = 0; kill < 2; kill += 1) {
        const enough = heard.length + 50;
        await until('told some', () => Promise.resolve(heard.length >= enough), 60);
        built.process.kill('SIGKILL');
        await built.stop();
        built = await startBuiltServer({ env });
      }
    } finally {
      writing = false;
      await writer;
    }
    const anew = () => heard.some(({ resync }) => resync);
    await until('told all', () => Promise.resolve(anew() || heard.length >= told.length));
    end();
    await client.dispose();
    await built.stop();
    expect(anew()).toBe(false);
    expect(heard.map(({ shelterId }) => shelterId)).toEqual(told);
  }, 240_000);
});
