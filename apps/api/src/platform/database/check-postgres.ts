import pg from 'pg';
import { DatabaseError } from './database-error.ts';

const LEAST_POSTGRESQL = 15;
const LEAST_POSTGIS = [3, 3] as const;
const TIMEOUT_MS = 10_000;

interface Versions {
  readonly server: number;
  readonly database: string;
  readonly superuser: boolean;
  readonly installed: string | null;
  readonly available: string | null;
}

/** Makes sure of PostgreSQL 15 and PostGIS 3.3 or newer; throws DatabaseError with the cure. Never shows a password. */
export async function checkPostgres(connection: { readonly connectionString: string }): Promise<void> {
  const { server, database, superuser, installed, available } = await readVersions(
    connection.connectionString,
  );
  if (server < LEAST_POSTGRESQL * 10_000) {
    const found = Math.floor(server / 10_000);
    throw new DatabaseError(
      'POSTGRESQL_TOO_OLD',
      { found, needed: LEAST_POSTGRESQL },
      `DATABASE_URL leads to PostgreSQL ${found}; ${LEAST_POSTGRESQL} or newer is needed. Upgrade the server, or name another.`,
    );
  }
  const postgis = installed ?? available;
  if (postgis === null || (installed === null && !superuser)) {
    throw new DatabaseError(
      'POSTGIS_MISSING',
      { database },
      `PostGIS is not installed in database "${database}". Install the server's PostGIS package if it is missing, then ` +
        `have an administrator run CREATE EXTENSION postgis; CREATE EXTENSION pg_trgm; in "${database}".`,
    );
  }
  if (olderThan(postgis, LEAST_POSTGIS)) {
    const needed = LEAST_POSTGIS.join('.');
    throw new DatabaseError(
      'POSTGIS_TOO_OLD',
      { database, found: postgis, needed },
      `Database "${database}" has PostGIS ${postgis}; ${needed} or newer is needed. Upgrade the package, then run ` +
        `SELECT postgis_extensions_upgrade(); in "${database}".`,
    );
  }
}

async function readVersions(connectionString: string): Promise<Versions> {
  try {
    const client = new pg.Client({ connectionString, connectionTimeoutMillis: TIMEOUT_MS });
    client.on('error', () => undefined); // the query under way rejects as well
    await client.connect();
    try {
      const { rows } = await client.query<Versions>(`
        select current_setting('server_version_num')::integer as server, current_database() as database,
          (select rolsuper from pg_roles where rolname = current_user) as superuser,
          (select extversion from pg_extension where extname = 'postgis') as installed,
          (select default_version from pg_available_extensions where name = 'postgis') as available`);
      const [versions] = rows;
      if (!versions) throw new Error('The server gave no answer.');
      return versions;
    } finally {
      await client.end();
    }
  } catch (error) {
    const reason = reasonOf(error);
    throw new DatabaseError(
      'UNREACHABLE',
      { reason },
      `The database named by DATABASE_URL cannot be reached: ${reason}. Check that the server runs and that the URL is ` +
        'postgres://user:password@host:port/database; or unset DATABASE_URL to use the embedded database.',
      error,
    );
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join('; ');
  return error instanceof Error ? error.message : String(error);
}

function olderThan(version: string, [major, minor]: readonly [number, number]): boolean {
  const [foundMajor = 0, foundMinor = 0] = version.split('.').map((part) => Number.parseInt(part, 10));
  return foundMajor < major || (foundMajor === major && foundMinor < minor);
}
