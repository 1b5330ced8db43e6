import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { givenPeople, PASSWORD, type Somebody } from '../support/city.ts';
import { databaseKinds } from '../support/databases.ts';
import { startServer, type TestServer } from '../support/server.ts';

const ASK = JSON.stringify({ query: '{ __typename }' });
const SIGN_IN = `mutation ($username: String!, $password: String!) {
  signIn(username: $username, password: $password) { token }
}`;

const ask = (server: TestServer, headers: Record<string, string> = {}, body = ASK) =>
  fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });

/** How many of so many requests, sent fifty at a time, were answered with which status. */
async function storm(server: TestServer, count: number): Promise<Record<number, number>> {
  const statuses: Record<number, number> = {};
  for (let sent = 0; sent < count; sent += 50) {
    const answers = await Promise.all(Array.from({ length: Math.min(50, count - sent) }, () => ask(server)));
    for (const { status } of answers) statuses[status] = (statuses[status] ?? 0) + 1;
  }
  return statuses;
}

describe.each(databaseKinds())('limits on %s', (kind) => {
  let server: TestServer;
  let people: Record<'unit1', Somebody>;
  beforeAll(async () => {
    server = await startServer(kind);
    people = await givenPeople(server, ['unit1']);
  });
  afterAll(() => server.close());

  test('answers 1,200 anonymous requests a minute, the first 200 at once, and then asks to wait', async () => {
    const burst = await Promise.all(Array.from({ length: 200 }, () => ask(server)));
    expect(burst.filter(({ status }) => status !== 200)).toEqual([]);
    expect(await storm(server, 990)).toEqual({ 200: 990 });
    // Ten of the 1,200 were left for the signing in before.
    expect((await storm(server, 50))[429]).toBeGreaterThan(0);
    const refused = await ask(server, { 'accept-language': 'en' });
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    const { errors } = (await refused.json()) as {
      errors: { message: string; extensions: { code: string; messages: Record<string, string> } }[];
    };
    expect(errors[0]?.message).toMatch(/^Too many requests\. Try again in \d+ seconds\.$/);
    expect(errors[0]?.extensions).toMatchObject({
      code: 'TOO_MANY_REQUESTS',
      messages: { 'zh-CN': expect.stringMatching(/请 \d+ 秒后再试/), en: expect.any(String) },
    });
    // Officers behind the same address work on, and nobody is kept from knowing that the server lives.
    expect((await ask(server, { authorization: `Bearer ${people.unit1.token}` })).status).toBe(200);
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    expect((await fetch(`${server.url}/files/x`)).status).toBe(429);
  });
});

describe('limits on what one request may carry', () => {
  const [kind = 'embedded'] = databaseKinds();
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer(kind, { ANONYMOUS_PER_MINUTE: '400' });
    await givenPeople(server, ['unit1']);
  });
  afterAll(() => server.close());

  const fault = async (body: string, headers: Record<string, string> = {}) => {
    const answer = await ask(server, headers, body);
    const { errors } = (await answer.json()) as { errors?: { extensions: { code: string } }[] };
    return [answer.status, errors?.[0]?.extensions.code];
  };

  test('a body over 1 MB, one that is no JSON, one of another type: all told in the same shape', async () => {
    const large = JSON.stringify({ query: `{ __typename } # ${'x'.repeat(1_100_000)}` });
    expect(await fault(large)).toEqual([413, 'BAD_USER_INPUT']);
    expect(await fault('{bad')).toEqual([400, 'BAD_USER_INPUT']);
    expect(await fault('<a/>', { 'content-type': 'application/xml' })).toEqual([415, 'BAD_USER_INPUT']);
    const nowhere = await fetch(`${server.url}/nowhere`, { headers: { 'accept-language': 'en' } });
    expect([nowhere.status, await nowhere.json()]).toMatchObject([
      404,
      { errors: [{ message: 'There is nothing at this address. Check it.' }] },
    ]);
  });

  test('a page size weighs the same in the query, in a variable, and when it is left to its default', async () => {
    const fields = '{ code name nameEn level }';
    const four = (page: string) =>
      Array.from({ length: 4 }, (_, index) => `a${index}: jurisdictions${page} ${fields}`).join(' ');
    const ten = Array.from({ length: 10 }, (_, index) => `a${index}: jurisdictions ${fields}`).join(' ');
    const weighed = (query: string, variables: Record<string, unknown> = {}) =>
      fault(JSON.stringify({ query, variables }));
    const variable = `query ($first: Int!) { ${four('(first: $first)')} }`;
    const tooDear = [400, 'BAD_USER_INPUT'];
    const fine = [200, undefined];
    expect(await weighed(`{ ${four('(first: 500)')} }`)).toEqual(tooDear);
    expect(await weighed(variable, { first: 500 })).toEqual(tooDear);
    expect(await weighed(variable, { first: 20 })).toEqual(fine);
    expect(await weighed(variable, { first: 500 })).toEqual(tooDear);
    expect(await weighed(`query ($first: Int = 500) { ${four('(first: $first)')} }`)).toEqual(tooDear);
    expect(await weighed(`query ($first: Int = 500) { ${four('(first: $first)')} }`, { first: 5 })).toEqual(
      fine,
    );
    expect(await weighed(`query ($first: Int) { ${ten} }`)).toEqual([400, 'BAD_USER_INPUT']); // $first is not used
    expect(await weighed(`{ ${ten} }`)).toEqual(tooDear);
    expect(await weighed(`{ ...F } fragment F on Query { ${four('(first: 500)')} }`)).toEqual(tooDear);
    const spreads = Array.from(
      { length: 60 },
      (_, n) => `fragment F${n} on Query { ...F${n + 1} ...F${n + 1} }`,
    );
    const bomb = `{ ...F0 } ${spreads.join(' ')} fragment F60 on Query { jurisdictions(first: 1) { code } }`;
    expect(await weighed(bomb)).toEqual(tooDear);
  });

  test('a query in the address is refused with a pointer to POST, a browser is shown GraphiQL from here', async () => {
    const hint = await fetch(`${server.url}/graphql?query={__typename}`, {
      headers: { accept: 'application/json' },
    });
    expect([hint.status, hint.headers.get('allow')]).toEqual([405, 'POST']);
    const page = await fetch(`${server.url}/graphql`, { headers: { accept: 'text/html' } });
    const html = await page.text();
    const parts = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path = '']) => path);
    expect(parts.filter((path) => !path.startsWith('/graphql/assets/'))).toEqual(['data:,']);
    for (const path of parts.filter((part) => part.startsWith('/'))) {
      expect([path, (await fetch(server.url + path)).status]).toEqual([path, 200]);
    }
    expect(page.headers.get('content-security-policy')).toContain(`default-src 'none'`);
    const script = await (await fetch(`${server.url}/graphql/assets/page.js`)).text();
    for (const field of ['nearestShelters', 'publicShelter', 'signIn', 'filings'])
      expect(script).toContain(field);
  });

  test('ten failed tries of a password are free, aliases count, successes do not', async () => {
    const wrong = (username: string) =>
      server.refusals(SIGN_IN, { username, password: 'wrong wrong wrong' }, { language: 'en' });
    for (let time = 0; time < 12; time += 1)
      await server.do(SIGN_IN, { username: 'unit1', password: PASSWORD });
    const fields = Array.from(
      { length: 8 },
      (_, index) => `t${index}: signIn(username: "u${index}", password: "x") { token }`,
    );
    const { errors } = await server.call(`mutation { ${fields.join(' ')} }`);
    expect(new Set(errors.map(({ extensions }) => extensions.refusals?.[0]?.code))).toEqual(
      new Set(['SIGN_IN_WRONG']),
    );
    expect(await wrong('nobody1')).toEqual(['SIGN_IN_WRONG']);
    expect(await wrong('nobody2')).toEqual(['SIGN_IN_WRONG']);
    expect(await wrong('nobody3')).toEqual(['TOO_MANY_REQUESTS']);
    const hidden = await server.call(
      `fragment F on Mutation { signIn(username: "a", password: "b") { token } } mutation { ...F }`,
    );
    expect([hidden.status, hidden.errors[0]?.extensions.code]).toEqual([429, 'TOO_MANY_REQUESTS']);
  });
});
