import type { DataSource } from 'typeorm';
import type { Capabilities } from '../../apps/api/src/platform/database/capabilities.ts';
import type { OpenDatabase } from '../../apps/api/src/platform/database/open-database.ts';
import { embeddedTestDatabase } from './embedded-test-database.ts';
import { postgresTestDatabase } from './postgres-test-database.ts';

export type DatabaseKind = Capabilities['kind'];

/** Brings an empty database (with PostGIS available) to the schema under test, and leaves no connection behind. */
export type Migrate = (open: OpenDatabase) => Promise<void>;

/** The databases tests run on: both where TEST_DATABASE_URL names a PostgreSQL cluster, else the embedded one. */
export function databaseKinds(): DatabaseKind[] {
  if (process.env['TEST_DATABASE_URL']) return ['embedded', 'postgres'];
  const words = 'TEST_DATABASE_URL is unset (a PostgreSQL cluster, as its superuser)';
  if (process.env['CI']) throw new Error(`${words}: in CI every test runs on both databases.`);
  process.stderr.write(`${words}: tests run on the embedded database only.\n`);
  return ['embedded'];
}

/**
 * A fresh, migrated database of its own. `templateKey` stands for what `migrate` does (a hash of the migrations):
 * it runs once for each key, later databases are copies. Close it when done.
 */
export function testDatabase(
  kind: DatabaseKind,
  migrate: Migrate,
  templateKey: string,
): Promise<OpenDatabase> {
  return kind === 'embedded'
    ? embeddedTestDatabase(migrate, templateKey)
    : postgresTestDatabase(process.env['TEST_DATABASE_URL'] ?? '', migrate, templateKey);
}

/** Empties every table but those kept, the append-only ones too, and starts their counters again. */
export async function emptyTables(dataSource: DataSource, keep: readonly string[] = []): Promise<void> {
  const kept = ['spatial_ref_sys', 'migrations', ...keep];
  const tables = await dataSource.query<{ name: string }[]>(
    `select quote_ident(tablename) as name from pg_tables where schemaname = 'public' and tablename <> all($1)`,
    [kept],
  );
  if (tables.length === 0) return;
  await dataSource.transaction(async (tx) => {
    await tx.query(`set local session_replication_role = replica`); // the ledger refuses to be emptied
    await tx.query(`truncate ${tables.map(({ name }) => name).join(', ')} restart identity`);
  });
}
