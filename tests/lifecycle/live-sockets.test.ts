import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import WebSocket from 'ws';
import { tellChanges } from '../../apps/api/src/platform/outbox/tell-change.ts';
import { givenPeople, signedIn, type Somebody } from '../support/city.ts';
import { databaseKinds } from '../support/databases.ts';
import { CHANGES, givenSubscriber } from '../support/live.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { until } from '../support/until.ts';

/** A client that speaks the protocol by hand, well or badly. */
class HandMade {
  readonly said: { type: string; id?: string; payload?: unknown }[] = [];
  readonly closed: Promise<number>;

  constructor(readonly ws: WebSocket) {
    ws.on('message', (data: Buffer) => this.said.push(JSON.parse(data.toString()) as { type: string }));
    this.closed = new Promise((resolve) => ws.once('close', resolve));
  }

  say(message: object): void {
    this.ws.send(JSON.stringify(message));
  }

  async hears(type: string, id?: string): Promise<unknown> {
    const found = () => this.said.find((message) => message.type === type && (!id || message.id === id));
    await until(`heard ${type}`, () => Promise.resolve(found() !== undefined));
    return found()?.payload;
  }
}

describe.each(databaseKinds())('sockets on %s', (kind) => {
  let server: TestServer;
  let people: Record<'city' | 'hubinEm', Somebody>;
  const sockets: WebSocket[] = [];
  beforeAll(async () => {
    server = await startServer(kind);
    people = await givenPeople(server, ['city', 'hubinEm']);
  });
  afterAll(() => server.close());
  afterEach(async () => {
    for (const ws of sockets.splice(0)) ws.terminate();
    await until('left', () => Promise.resolve(server.live.subscribers === 0));
  });

  const connect = (headers: Record<string, string> = {}, path = '/graphql') => {
    const ws = new WebSocket(server.url.replace('http', 'ws') + path, 'graphql-transport-ws', { headers });
    ws.on('error', () => undefined); // what it comes to is asked for below
    sockets.push(ws);
    return ws;
  };
  /** The status with which the upgrade is refused. */
  const refusedWith = async (headers: Record<string, string>, path?: string) => {
    const [, response] = (await once(connect(headers, path), 'unexpected-response')) as [
      unknown,
      { statusCode: number },
    ];
    return response.statusCode;
  };
  const opened = async (headers: Record<string, string> = {}) => {
    const client = new HandMade(connect(headers));
    await once(client.ws, 'open');
    return client;
  };
  const introduced = async (token: string) => {
    const client = await opened();
    client.say({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } });
    await client.hears('connection_ack');
    return client;
  };
  const subscribe = (client: HandMade, id: string, query = CHANGES, variables: object = {}) =>
    client.say({ type: 'subscribe', id, payload: { query, variables } });
  const errorsOf = async (client: HandMade, query: string, variables: object = {}) => {
    const id = randomUUID();
    subscribe(client, id, query, variables);
    await until('answered', () => Promise.resolve(client.said.some((message) => message.id === id)));
    const { type, payload } = client.said.find((message) => message.id === id) ?? { type: '' };
    const errors = type === 'error' ? payload : (payload as { errors?: unknown }).errors;
    return (errors as { extensions: { code: string; refusals?: { code: string; field: string }[] } }[]).map(
      ({ extensions }) =>
        extensions.refusals?.map(({ code, field }) => `${code} ${field}`) ?? extensions.code,
    );
  };

  test('let nobody in who is not signed in', async () => {
    for (const payload of [
      {},
      { authorization: 'Bearer no-such-token-no-such-token' },
      { authorization: 7 },
    ]) {
      const client = await opened();
      client.say({ type: 'connection_init', payload });
      expect(await client.closed).toBe(4401);
    }
    const early = await opened();
    subscribe(early, 'early');
    expect(await early.closed).toBe(4401);
  });

  test('are opened by the session cookie, from our own pages only, at their own address', async () => {
    const cookie = `session=${people.city.token}`;
    const client = await opened({ cookie, origin: server.url });
    client.say({ type: 'connection_init' });
    await client.hears('connection_ack');
    expect(await refusedWith({ cookie, origin: 'https://evil.example' })).toBe(403);
    expect(await refusedWith({ cookie, origin: 'null' })).toBe(403);
    expect(await refusedWith({ cookie }, '/elsewhere')).toBe(404);
  });

  test('answer subscriptions only, within the bounds of every operation, and say what is wrong with a question', async () => {
    const client = await introduced(people.city.token);
    const bad = ['BAD_USER_INPUT'];
    expect(await errorsOf(client, '{ me { id } }')).toEqual(bad);
    expect(await errorsOf(client, 'mutation { signOut }')).toEqual(bad);
    expect(await errorsOf(client, 'subscription {')).toEqual(bad);
    expect(await errorsOf(client, 'subscription { changes { name } }')).toEqual(bad);
    expect(await errorsOf(client, CHANGES, { topics: ['GOSSIP'] })).toEqual(bad);
    const aliases = Array.from({ length: 40 }, (_, n) => `a${n}: id`).join(' ');
    expect(await errorsOf(client, `subscription { changes { ${aliases} } }`)).toEqual(bad);
    expect(await errorsOf(client, CHANGES, { after: 'yesterday' })).toEqual([['NOT_A_NUMBER after']]);
    expect(await errorsOf(client, CHANGES, { activationId: 'x' })).toEqual([['NOT_FOUND activationId']]);
    client.ws.send(JSON.stringify({ type: 'ping', payload: { long: 'x'.repeat(17_000) } }));
    expect(await client.closed).toBe(1009);
  });

  test('close when the session ends, whichever way, and not before', async () => {
    const endings: Record<string, (by: Somebody) => Promise<unknown>> = {
      'signed out': (by) => server.do('mutation { signOut }', {}, by),
      revoked: (by) =>
        server.office.dataSource.query(`update session set revoked_at = $2 where person_id = $1`, [
          by.personId,
          server.clock.now(),
        ]),
      'not used for an hour': async () => server.clock.pass(61),
    };
    for (const end of Object.values(endings)) {
      const by = { ...people.hubinEm, token: await signedIn(server, people.hubinEm.username) };
      const watcher = await givenSubscriber(server, by);
      await server.live.recheckSessions();
      expect(await watcher.heard()).toEqual([]); // still open: it answers
      await end(by);
      await server.live.recheckSessions();
      expect(await watcher.closed).toMatchObject({ code: 4401 });
    }
  });

  test('close when the authority changes, to come back with the new one', async () => {
    const by = { ...people.hubinEm, token: await signedIn(server, people.hubinEm.username) };
    const watcher = await givenSubscriber(server, by);
    const appoint = (code: string) =>
      server.office.dataSource.query(
        `update appointment set jurisdictions = array[$2] where person_id = $1`,
        [by.personId, code],
      );
    await appoint('411282');
    await server.live.recheckSessions();
    expect(await watcher.closed).toMatchObject({ code: 1012 });
    await appoint('411202');
  });

  test('are bounded for each session, and so are the subscriptions of each', async () => {
    const token = await signedIn(server, people.city.username);
    const clients = [];
    for (let n = 0; n < 10; n += 1) clients.push(await introduced(token));
    const eleventh = await opened();
    eleventh.say({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } });
    expect(await eleventh.closed).toBe(1013);
    const [client] = clients;
    if (!client) throw new Error('no client');
    for (let n = 0; n < 20; n += 1) subscribe(client, `s${n}`);
    expect(await errorsOf(client, CHANGES)).toEqual(['BAD_USER_INPUT']);
    expect(server.live.subscribers).toBe(20);
    client.say({ type: 'complete', id: 's0' });
    await until('one ended', () => Promise.resolve(server.live.subscribers === 19));
    for (let n = 0; n < 300; n += 1) client.say({ type: 'ping' });
    expect(await client.closed).toBe(1013);
  });

  test('cut off a client that never reads, at a bound, while the others hear everything', async () => {
    const token = await signedIn(server, people.city.username);
    const good = await givenSubscriber(server, { ...people.city, token });
    const frozen = await introduced(token);
    for (let n = 0; n < 20; n += 1) subscribe(frozen, `s${n}`);
    await until('subscribed', () => Promise.resolve(server.live.subscribers === 21));
    frozen.ws.pause();
    const at = server.clock.now();
    let told = 0;
    let heard = 0;
    while (server.live.subscribers > 1 && told < 50_000) {
      const changes = Array.from({ length: 200 }, () => ({
        topic: 'SHELTER' as const,
        jurisdictionCode: '411202',
        shelterId: randomUUID(),
        at,
      }));
      await server.office.dataSource.transaction((tx) => tellChanges(tx, changes));
      told += changes.length;
      heard += (await good.heard()).length;
    }
    expect(server.live.subscribers).toBe(1);
    expect(heard).toBe(told);
    await good.close();
  });
});
