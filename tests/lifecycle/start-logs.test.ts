import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { ask, signInAt } from '../support/built-command.ts';
import { startBuiltServer, type BuiltServer } from '../support/built-server.ts';

jest.setTimeout(240_000);

/** What must never be written down, each planted where it could be. */
const PLANTED = {
  longitude: '111.198273',
  latitude: '34.774519',
  password: 'planted-password-5581',
  token: 'planted-token-0123456789abcdefgh',
  query: 'planted-query-string',
  name: 'planted-file-name',
};

let server: BuiltServer;
beforeAll(async () => {
  server = await startBuiltServer({ demo: true, env: { LOG_LEVEL: 'trace' } });
});
afterAll(() => server.stop());

const post = (body: string, headers: Record<string, string> = {}) =>
  fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });

test('the log holds every request by its number, and nobody’s position, password, token or query string', async () => {
  const { longitude, latitude, password, token, query, name } = PLANTED;
  const nearest = `{ nearestShelters(near: { longitude: ${longitude}, latitude: ${latitude} }) { asOf } }`;
  await post(JSON.stringify({ query: nearest }));
  await post(JSON.stringify({ query: nearest.replace('asOf', 'noSuchField') }));
  await post(
    JSON.stringify({
      query: `query ($near: PositionInput!) { nearestShelters(near: $near, hazard: FLOOD) { edition } }`,
      variables: { near: { longitude: Number(longitude), latitude: Number(latitude), crs: 'GCJ02' } },
    }),
  );
  await post(`{ "query": "{ broken ${longitude}"`);
  for (const path of [
    `/graphql?query=${encodeURIComponent(nearest)}`,
    `/?near=${longitude},${latitude}&q=${query}`,
    `/nowhere/${longitude},${latitude}?q=${query}`,
    `/files/${longitude}`,
    `/s/${longitude}`,
  ]) {
    await fetch(server.url + path);
  }
  await post(
    JSON.stringify({
      query: `mutation ($p: String!) { signIn(username: "city", password: $p) { token } }`,
      variables: { p: password },
    }),
    { authorization: `Bearer ${token}` },
  );
  const session = await signInAt(server, 'city', server.password);
  // Something the database itself objects to, with the values in its message.
  await ask(server, `{ shelter(id: "${longitude}") { name } }`, {}, session).catch(() => undefined);
  await fetch(`${server.url}/files`, {
    method: 'POST',
    headers: { authorization: `Bearer ${session}`, 'x-file-name': `${name}.pdf` },
    body: 'MZ\u0000',
  });

  await server.stop();
  const lines = server
    .output()
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as { msg: string; reqId?: string; operation?: string });
  const requests = lines.filter(({ msg }) => msg === 'request');
  expect(requests.length).toBeGreaterThanOrEqual(12);
  expect(requests.every(({ reqId }) => /^[0-9a-f-]{36}$/.test(reqId ?? ''))).toBe(true);
  expect(requests.map(({ operation }) => operation)).toEqual(
    expect.arrayContaining(['nearestShelters', 'signIn', 'shelter', 'POST /files', 'GET (no such page)']),
  );
  const written = server.output().replaceAll(`Password 密码   ${server.password}`, '');
  for (const secret of [...Object.values(PLANTED), server.password, session]) {
    expect([secret, written.includes(secret)]).toEqual([secret, false]);
  }
});
