import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { givenPeople, PASSWORD, signedIn, type Somebody } from '../support/city.ts';
import { databaseKinds } from '../support/databases.ts';
import { startServer, type TestServer } from '../support/server.ts';

const SIGN_IN = `mutation ($username: String!, $password: String!) {
  signIn(username: $username, password: $password) { token expiresAt officer { username appointments { role jurisdictions } } }
}`;
const ME = `{ me { username } }`;

describe.each(databaseKinds())('identity on %s', (kind) => {
  let server: TestServer;
  let people: Record<'unit1' | 'hubinEm' | 'admin', Somebody>;
  beforeAll(async () => {
    // Wrong passwords are counted by address too, and these tests guess a lot.
    server = await startServer(kind, { ANONYMOUS_PER_MINUTE: '12000' });
    people = await givenPeople(server, ['unit1', 'hubinEm', 'admin']);
  });
  afterAll(() => server.close());

  const whoIs = async (token: string | undefined) =>
    (await server.do<{ me: { username: string } | null }>(ME, {}, { token })).me?.username ?? null;

  test('signs in by bearer and says with what authority', async () => {
    const { signIn } = await server.do<{ signIn: { officer: unknown } }>(SIGN_IN, {
      username: 'HubinEm ',
      password: PASSWORD,
    });
    expect(signIn.officer).toEqual({
      username: 'hubinem',
      appointments: [{ role: 'FILING_AUTHORITY', jurisdictions: ['411202'] }],
    });
  });

  test('sets a cookie that scripts cannot read and other sites cannot send', async () => {
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: SIGN_IN, variables: { username: 'unit1', password: PASSWORD } }),
    });
    const cookie = response.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Strict/i);
    const me = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: cookie.split(';')[0] ?? '' },
      body: JSON.stringify({ query: ME }),
    });
    expect(await me.json()).toEqual({ data: { me: { username: 'unit1' } } });
  });

  test('refuses a wrong password and an unknown name in the same words, in both languages', async () => {
    const say = async (username: string, language: 'zh-CN' | 'en') =>
      (await server.call(SIGN_IN, { username, password: 'not-the-password' }, { language })).errors[0]
        ?.message;
    expect(await say('unit1', 'zh-CN')).toBe(await say('nobody', 'zh-CN'));
    expect(await say('unit1', 'en')).toBe(await say('nobody', 'en'));
    expect(await say('nobody', 'en')).toMatch(/wrong/);
  });

  test('locks an account after repeated failures, then lets it in again', async () => {
    const codes: string[] = [];
    for (let attempt = 0; attempt < 12; attempt += 1) {
      codes.push(...(await server.refusals(SIGN_IN, { username: 'admin', password: 'guess-again-please' })));
    }
    expect(codes).toContain('SIGN_IN_LOCKED');
    expect(await server.refusals(SIGN_IN, { username: 'admin', password: PASSWORD })).toEqual([
      'SIGN_IN_LOCKED',
    ]);
    server.clock.pass(24 * 60);
    expect(await server.refusals(SIGN_IN, { username: 'admin', password: PASSWORD })).toEqual([]);
  });

  test('locks only the network the guesses come from, and says no more of names that are not there', async () => {
    const guess = (username: string) =>
      server.refusals(SIGN_IN, { username, password: 'guess-again-please' });
    for (let attempt = 0; attempt < 5; attempt += 1) await guess('nobody-at-all');
    expect(await guess('nobody-at-all')).toEqual(['SIGN_IN_LOCKED']);
    const { signIn } = await import('../../apps/api/src/identity/sign-in.ts');
    for (let attempt = 0; attempt < 9; attempt += 1) await guess('hubinem');
    const fromOffice = { username: 'hubinem', password: PASSWORD, device: null, network: '10.20.30.40' };
    expect((await signIn(server.office, fromOffice)).token).toMatch(/.{40}/);
    server.clock.pass(61);
  });

  test('ends a session that nobody uses, and any session after a shift', async () => {
    const token = await signedIn(server, 'unit1');
    server.clock.pass(59);
    expect(await whoIs(token)).toBe('unit1');
    server.clock.pass(61);
    expect(await whoIs(token)).toBeNull();
    expect(await server.refusals(`{ mySessions { id } }`, {}, { token })).toEqual(['UNAUTHENTICATED']);
    const busy = await signedIn(server, 'unit1');
    for (let half = 0; half < 25; half += 1) {
      server.clock.pass(30);
      await whoIs(busy);
    }
    expect(await whoIs(busy)).toBeNull();
  });

  test('shows my sessions, ends one, ends them all', async () => {
    const [first, second] = [await signedIn(server, 'hubinem'), await signedIn(server, 'hubinem')];
    const { mySessions } = await server.do<{ mySessions: { id: string; current: boolean }[] }>(
      `{ mySessions { id current device } }`,
      {},
      { token: second },
    );
    const other = mySessions.find((session) => !session.current);
    const END = `mutation ($id: ID!) { endSession(id: $id) }`;
    expect(await server.do(END, { id: other?.id }, { token: second })).toEqual({ endSession: true });
    expect(await server.do(END, { id: other?.id }, { token: second })).toEqual({ endSession: false });
    await server.do(`mutation { signOutEverywhere }`, {}, { token: second });
    expect([await whoIs(first), await whoIs(second)]).toEqual([null, null]);
  });

  test('cannot end somebody else’s session', async () => {
    const token = await signedIn(server, 'unit1');
    const victim = await signedIn(server, 'hubinem');
    const { mySessions } = await server.do<{ mySessions: { id: string }[] }>(
      `{ mySessions { id } }`,
      {},
      { token: victim },
    );
    for (const { id } of mySessions) {
      const ended = await server.do(`mutation ($id: ID!) { endSession(id: $id) }`, { id }, { token });
      expect(ended).toEqual({ endSession: false });
    }
    expect(await whoIs(victim)).toBe('hubinem');
  });

  test('changes a password, tells every fault at once, and ends the other sessions', async () => {
    const CHANGE = `mutation ($current: String!, $next: String!) { changePassword(current: $current, next: $next) }`;
    const [here, there] = [await signedIn(server, 'unit1'), await signedIn(server, 'unit1')];
    const change = (current: string, next: string) =>
      server.refusals(CHANGE, { current, next }, { token: here });
    expect(await change('wrong-password-given', 'a-new-long-password')).toEqual(['CURRENT_PASSWORD_WRONG']);
    expect(await change(PASSWORD, 'short')).toContain('PASSWORD_TOO_SHORT');
    expect(await change(PASSWORD, 'a-new-long-password')).toEqual([]);
    expect([await whoIs(here), await whoIs(there)]).toEqual(['unit1', null]);
    expect(await change('a-new-long-password', PASSWORD)).toEqual([]);
  });

  test('lets only the administrator keep people, and disabling ends sessions at once', async () => {
    const CREATE = `mutation ($input: CreatePersonInput!) { createPerson(input: $input) }`;
    const admin = await signedIn(server, 'admin');
    const input = {
      username: 'gate-one',
      displayName: '门岗一',
      password: 'a-gate-password-1',
      appointments: [
        { role: 'OPERATOR', organisationId: people.unit1.organisationId, jurisdictions: ['411202'] },
      ],
    };
    const token = await signedIn(server, 'hubinem');
    expect(await server.refusals(CREATE, { input }, { token })).toEqual(['NO_AUTHORITY']);
    const bad = { ...input, username: 'X Y', displayName: ' ', password: '123' };
    const faults = await server.refusals(CREATE, { input: bad }, { token: admin });
    expect(faults).toEqual(
      expect.arrayContaining(['USERNAME_MALFORMED', 'NAME_LENGTH', 'PASSWORD_TOO_SHORT']),
    );
    const { createPerson } = await server.do<{ createPerson: string }>(CREATE, { input }, { token: admin });
    expect(await server.refusals(CREATE, { input }, { token: admin })).toEqual(['USERNAME_TAKEN']);
    const { signIn } = await server.do<{ signIn: { token: string } }>(SIGN_IN, {
      username: 'gate-one',
      password: input.password,
    });
    const DISABLE = `mutation ($id: ID!) { disablePerson(id: $id) }`;
    await server.do(DISABLE, { id: createPerson }, { token: admin });
    await server.do(DISABLE, { id: createPerson }, { token: admin });
    expect(await whoIs(signIn.token)).toBeNull();
    expect(await server.refusals(SIGN_IN, { username: 'gate-one', password: input.password })).toEqual([
      'SIGN_IN_WRONG',
    ]);
  });
});
