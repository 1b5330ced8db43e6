import { expect, test } from '@jest/globals';
import pg from 'pg';
import { whatIsUnfit, type PostgresFacts } from '../../apps/api/src/platform/database/check-postgres.ts';
import { openDatabase } from '../../apps/api/src/platform/database/open-database.ts';

const FIT: PostgresFacts = {
  server: 150_018,
  database: 'shelter',
  encoding: 'UTF8',
  superuser: true,
  installed: null,
  available: '3.3.2',
};

test.each<[string | undefined, Partial<PostgresFacts>]>([
  [undefined, {}],
  [undefined, { server: 180_000, installed: '3.10.0', superuser: false }],
  ['POSTGRESQL_TOO_OLD', { server: 140_012 }],
  ['NOT_UTF8', { encoding: 'SQL_ASCII' }],
  ['POSTGIS_MISSING', { available: null }],
  ['POSTGIS_MISSING', { superuser: false }],
  ['POSTGIS_TOO_OLD', { available: '3.2.9' }],
  ['POSTGIS_TOO_OLD', { installed: '2.5.0' }],
])('%s for %j', (code, facts) => {
  expect(whatIsUnfit({ ...FIT, ...facts })?.code).toBe(code);
});

test('an address where nobody answers is said with its cure, without the password', async () => {
  const databaseUrl = 'postgres://clerk:secret@127.0.0.1:1/shelter';
  const opening = openDatabase({ databaseUrl, dataDir: '/nowhere', as: 'server' });
  await expect(opening).rejects.toMatchObject({
    code: 'UNREACHABLE',
    params: { reason: expect.stringContaining('ECONNREFUSED') },
  });
  await expect(opening).rejects.toThrow('Check that the server runs');
  await expect(opening).rejects.not.toThrow('secret');
});

test('what is no address at all is said as well', async () => {
  const opening = openDatabase({ databaseUrl: 'shelter at home', dataDir: '/nowhere', as: 'server' });
  await expect(opening).rejects.toMatchObject({ code: 'UNREACHABLE' });
});

const clusterUrl = process.env['TEST_DATABASE_URL'];
(clusterUrl ? test : test.skip)(
  'a PostgreSQL server with PostGIS is opened (needs TEST_DATABASE_URL)',
  async () => {
    const open = await openDatabase({ databaseUrl: clusterUrl, dataDir: '/nowhere', as: 'command' });
    expect(open).toMatchObject({ attached: false, capabilities: { kind: 'postgres' } });
    const client = new pg.Client(open.connection);
    await client.connect();
    expect((await client.query(`select 1 as alive`)).rows).toEqual([{ alive: 1 }]);
    await client.end();
    await open.close();
  },
);
