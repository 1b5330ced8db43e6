import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** A database as a city gets it: owned by a role that is no superuser, the extensions made by the administrator. */
export interface OrdinaryDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

export async function ordinaryDatabase(): Promise<OrdinaryDatabase> {
  const name = `shelter_ordinary_${randomBytes(6).toString('hex')}`;
  const password = randomBytes(12).toString('hex');
  const cluster = new URL(process.env['TEST_DATABASE_URL'] ?? '');
  const inside = new URL(cluster);
  inside.pathname = `/${name}`;
  await asAdministrator(cluster, [
    `create role ${name} login password '${password}'`,
    `create database ${name} owner ${name} encoding 'UTF8' template template0`,
  ]);
  await asAdministrator(inside, [`create extension postgis`, `create extension pg_trgm`]);
  const url = new URL(inside);
  url.username = name;
  url.password = password;
  const drop = () =>
    asAdministrator(cluster, [`drop database if exists ${name} with (force)`, `drop role ${name}`]);
  return { url: url.href, drop };
}

async function asAdministrator(url: URL, statements: readonly string[]): Promise<void> {
  const admin = new pg.Client({ connectionString: url.href });
  await admin.connect();
  try {
    for (const statement of statements) await admin.query(statement);
  } finally {
    await admin.end();
  }
}
