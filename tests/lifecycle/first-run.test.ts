import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { makeFirstRunToken } from '../../apps/api/src/identity/first-run.ts';
import { databaseKinds } from '../support/databases.ts';
import { startServer, type TestServer } from '../support/server.ts';

const CREATE = `mutation ($token: String!, $username: String!, $password: String!) {
  createFirstAdministrator(token: $token, username: $username, displayName: "管理员", password: $password)
}`;
const PASSWORD = 'a long enough sentence';

describe.each(databaseKinds())('the first run on %s', (kind) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer(kind);
  });
  afterAll(() => server.close());

  const use = (token: string, username: string, password = PASSWORD) =>
    server.refusals(CREATE, { token, username, password });

  test('a link that is unknown or older than a day opens nothing', async () => {
    expect(await use('no-such-token', 'first')).toEqual(['FIRST_RUN_LINK_ENDED']);
    const token = await makeFirstRunToken(server.office);
    server.clock.pass(25 * 60);
    expect(await use(token, 'first')).toEqual(['FIRST_RUN_LINK_ENDED']);
  });

  test('a link makes one administrator, once; a refused try does not use it up', async () => {
    const [token, other] = [await makeFirstRunToken(server.office), await makeFirstRunToken(server.office)];
    expect(await use(token, 'first', 'short')).toEqual(['PASSWORD_TOO_SHORT']);
    expect(await use(token, 'first')).toEqual([]);
    expect(await use(token, 'second')).toEqual(['FIRST_RUN_LINK_ENDED']);
    expect(await use(other, 'second')).toEqual(['FIRST_RUN_DONE']);
    await expect(makeFirstRunToken(server.office)).rejects.toMatchObject({
      refusals: [{ code: 'FIRST_RUN_DONE' }],
    });
    const { signIn } = await server.do<{ signIn: { token: string } }>(
      `mutation ($password: String!) { signIn(username: "first", password: $password) { token } }`,
      { password: PASSWORD },
    );
    const { people } = await server.do<{ people: { username: string }[] }>(
      `{ people { username } }`,
      {},
      signIn,
    );
    expect(people).toEqual([{ username: 'first' }]);
  });

  test('two who use the same link at once make one administrator', async () => {
    const fresh = await startServer(kind);
    try {
      const token = await makeFirstRunToken(fresh.office);
      const answers = await Promise.all(
        ['left', 'right'].map((username) => fresh.refusals(CREATE, { token, username, password: PASSWORD })),
      );
      expect(answers.filter((codes) => codes.length === 0)).toHaveLength(1);
    } finally {
      await fresh.close();
    }
  });
});
