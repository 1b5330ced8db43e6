import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { databaseKinds } from '../support/databases.ts';
import { startServer, type TestServer } from '../support/server.ts';

const TOKEN = 'a-token-of-twenty-four-bytes';

describe.each(databaseKinds())('the measurements on %s', (kind) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer(kind, { METRICS_TOKEN: TOKEN });
  });
  afterAll(() => server.close());

  const ask = async (headers: Record<string, string> = {}) => {
    const answer = await fetch(`${server.url}/metrics`, { headers });
    return { status: answer.status, text: await answer.text() };
  };

  test('are told to whoever shows the token', async () => {
    const { status, text } = await ask({ authorization: `Bearer ${TOKEN}` });
    expect([status, text]).toEqual([200, expect.stringMatching(/ledger_unsealed_entries 0/)]);
  });

  test('are told to nobody else, who hears why in his language', async () => {
    expect(await ask()).toEqual({ status: 403, text: expect.stringContaining('运行指标') });
    const english = await ask({ authorization: 'Bearer guessed', 'accept-language': 'en' });
    expect(JSON.parse(english.text)).toMatchObject({
      errors: [{ message: expect.stringContaining('METRICS_TOKEN'), extensions: { code: 'FORBIDDEN' } }],
    });
  });
});
