import pg from 'pg';
import { DatabaseError } from './database-error.ts';

const LEAST_POSTGRESQL = 15;
const LEAST_POSTGIS = [3, 3] as const;
const TIMEOUT_MS = 10_000;

/** What a server says about itself. */
export interface PostgresFacts {
  /** As server_version_num: 150018. */
  readonly server: number;
  readonly database: string;
  readonly encoding: string;
  readonly superuser: boolean;
  /** PostGIS in this database, and as the server could install it. */
  readonly installed: string | null;
  readonly available: string | null;
}

/** Makes sure of PostgreSQL 15 and PostGIS 3.3 or newer; throws DatabaseError with the cure. Never shows a password. */
export async function checkPostgres(connection: { readonly connectionString: string }): Promise<void> {
  const unfit = whatIsUnfit(await readFacts(connection.connectionString));
  if (unfit) throw unfit;
}

/** Why the registry cannot live in such a database; undefined when it can. */
export function whatIsUnfit(facts: PostgresFacts): DatabaseError | undefined {
  const { server, database, encoding, superuser, installed, available } = facts;
  if (server < LEAST_POSTGRESQL * 10_000) {
    const found = Math.floor(server / 10_000);
    return new DatabaseError(
      'POSTGRESQL_TOO_OLD',
      { found, needed: LEAST_POSTGRESQL },
      `DATABASE_URL leads to PostgreSQL ${found}; ${LEAST_POSTGRESQL} or newer is needed. Upgrade the server, or name another.`,
    );
  }
  if (encoding !== 'UTF8') {
    return new DatabaseError(
      'NOT_UTF8',
      { database, encoding },
      `Database "${database}" is encoded in ${encoding}, which cannot hold every Chinese name. Create one with ` +
        `ENCODING 'UTF8' TEMPLATE template0, and name it in DATABASE_URL.`,
    );
  }
  const postgis = installed ?? available;
  if (postgis === null || (installed === null && !superuser)) {
    return new DatabaseError(
      'POSTGIS_MISSING',
      { database },
      `PostGIS is not installed in database "${database}". Install the server's PostGIS package if it is missing, then ` +
        `have an administrator run CREATE EXTENSION postgis; CREATE EXTENSION pg_trgm; in "${database}".`,
    );
  }
  if (!olderThan(postgis, LEAST_POSTGIS)) return undefined;
  const needed = LEAST_POSTGIS.join('.');
  return new DatabaseError(
    'POSTGIS_TOO_OLD',
    { database, found: postgis, needed },
    `Database "${database}" has PostGIS ${postgis}; ${needed} or newer is needed. Upgrade the package, then run ` +
      `SELECT postgis_extensions_upgrade(); in "${database}".`,
  );
}

async function readFacts(connectionString: string): Promise<PostgresFacts> {
  try {
    const client = new pg.Client({ connectionString, connectionTimeoutMillis: TIMEOUT_MS });
    client.on('error', () => undefined); // the query under way rejects as well
    await client.connect();
    try {
      const { rows } = await client.query<PostgresFacts>(`
        select current_setting('server_version_num')::integer as server, current_database() as database,
          current_setting('server_encoding') as encoding,
          (select rolsuper from pg_roles where rolname = current_user) as superuser,
          (select extversion from pg_extension where extname = 'postgis') as installed,
          (select default_version from pg_available_extensions where name = 'postgis') as available`);
      const [facts] = rows;
      if (!facts) throw new Error('The server gave no answer.');
      return facts;
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
