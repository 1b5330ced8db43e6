import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { ENTITIES } from '../../apps/api/src/app.entities.ts';
import { verifyLedger } from '../../apps/api/src/ledger/verify-ledger.ts';
import { MIGRATIONS } from '../../apps/api/src/migrations/all-migrations.ts';
import { prepareDatabase } from '../../apps/api/src/open-office.ts';
import { createDataSource } from '../../apps/api/src/platform/database/data-source.ts';
import { decisionInput, DECIDE } from '../support/activation.ts';
import { databaseKinds, testDatabase } from '../support/databases.ts';
import { serveOver, type TestServer } from '../support/server.ts';

/** The trial city as the version before the night and the year wrote it (borders left out: they are seeded anew). */
const BEFORE = join(import.meta.dirname, '../fixtures/upgrade/registry-before-the-night.sql.gz');
/** All that version knew. */
const KNOWN_THEN = MIGRATIONS.slice(0, 6);
const TABLES = [
  'person',
  'organisation',
  'shelter',
  'shelter_version',
  'filing',
  'publication',
  'edition',
  'ledger_entry',
];

describe.each(databaseKinds())('an upgrade over years on %s', (kind) => {
  let server: TestServer;
  let counted: Record<string, number>;
  beforeAll(async () => {
    const database = await testDatabase(
      kind,
      async (open) => {
        const before = createDataSource(open, ENTITIES, KNOWN_THEN);
        await before.initialize();
        await before.runMigrations({ transaction: 'each' });
        const rows = gunzipSync(await readFile(BEFORE)).toString('utf8');
        await before.transaction(async (tx) => {
          // Jurisdictions name each other; the ledger takes no rows from elsewhere.
          await tx.query(`set local session_replication_role = replica`);
          await tx.query(rows);
        });
        await before.destroy();
      },
      `before the night ${KNOWN_THEN.map(({ name }) => name).join()}`,
    );
    const dataSource = createDataSource(database, ENTITIES, MIGRATIONS);
    await dataSource.initialize();
    counted = await countRows((sql) => dataSource.query(sql));
    await prepareDatabase(dataSource);
    server = await serveOver(database, dataSource, await mkdtemp(join(tmpdir(), 'shelter-upgraded-')));
  }, 120_000);
  afterAll(() => server.close());

  test('loses no row, has the schema of today, and its ledger is whole', async () => {
    const { dataSource } = server.office;
    expect(counted).toMatchObject({ shelter: 48, shelter_version: 65, filing: 56, ledger_entry: 202 });
    expect(await countRows((sql) => dataSource.query(sql))).toEqual(counted);
    expect((await dataSource.driver.createSchemaBuilder().log()).upQueries).toEqual([]);
    expect(await dataSource.showMigrations()).toBe(false);
    // Its signing key is a secret and not among the fixtures: every seal is judged, and only the signed heads are missed.
    const { broken, ...judged } = await verifyLedger(server.office);
    expect(judged).toMatchObject({ sealed: 202, notYetSealed: 0 });
    expect(broken?.what).toContain('lost the signed head');
  });

  test('what was corrected before is told to the units now, with who corrected it', async () => {
    const [told] = await server.office.dataSource.query<Record<string, number>[]>(
      `select count(*)::int as corrections, count(notice.version)::int as told, count(notice.organisation_id)::int as known,
              count(notice.read_at)::int as read, count(*) filter (where notice.unit_id = shelter.unit_id)::int as units
       from shelter_version kept join shelter on shelter.id = kept.shelter_id
       left join correction_notice notice on notice.shelter_id = kept.shelter_id and notice.version = kept.version
       where kept.origin = 'CORRECTION'`,
    );
    const corrections = told?.['corrections'] ?? 0;
    expect(corrections).toBeGreaterThan(0);
    expect(told).toEqual({ corrections, told: corrections, known: corrections, read: 0, units: corrections });
  });

  test('old passwords open it, residents find the old places, and an old shelter is opened in the new way', async () => {
    const signedIn = async (username: string) => {
      const { signIn } = await server.do<{ signIn: { token: string } }>(
        `mutation ($username: String!, $password: String!) { signIn(username: $username, password: $password) { token } }`,
        { username, password: 'demo-password-for-tests' },
      );
      return { token: signIn.token };
    };
    const government = await signedIn('hubin-gov');
    const near = { longitude: 111.2, latitude: 34.78 };
    const { nearestShelters } = await server.do<{
      nearestShelters: { situation: string; shelters: { shelter: { code: string } }[] };
    }>(
      `query ($near: PositionInput!) { nearestShelters(near: $near, first: 5) { situation shelters { shelter { code } } } }`,
      { near },
    );
    expect(nearestShelters.situation).toBe('QUIET');
    expect(nearestShelters.shelters).toHaveLength(5);
    const { shelters } = await server.do<{ shelters: { nodes: { id: string }[] } }>(
      `{ shelters(first: 1, filter: { jurisdictionCode: "411202", text: "cgdyxx" }) { nodes { id } } }`,
      {},
      government,
    );
    expect(shelters.nodes).toHaveLength(1); // 晨光第一小学, spelled by a migration
    const { decideActivation } = await server.do<{
      decideActivation: { activation: { id: string; stage: string } };
    }>(DECIDE, { input: decisionInput([shelters.nodes[0]?.id ?? '']) }, government);
    expect(decideActivation.activation.stage).toBe('LIVE');
    const { duties } = await server.do<{ duties: { totalCount: number } }>(
      `query ($id: ID!) { duties(filter: { activationId: $id }, first: 1) { totalCount } }`,
      { id: decideActivation.activation.id },
      government,
    );
    expect(duties.totalCount).toBe(7);
  });
});

async function countRows(
  ask: (sql: string) => Promise<{ count: number }[]>,
): Promise<Record<string, number>> {
  const counts: [string, number][] = [];
  for (const table of TABLES) {
    const [row] = await ask(`select count(*)::int as count from ${table}`);
    counts.push([table, row?.count ?? 0]);
  }
  return Object.fromEntries(counts);
}
