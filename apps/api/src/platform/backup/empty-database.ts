import type { EntityManager } from 'typeorm';
import { BackupRefused } from './backup-refused.ts';
import {
  MIGRATIONS_TABLE,
  ownFunctions,
  ownTables,
  quoted,
  ranMigrations,
  type Asked,
} from './own-tables.ts';

/** What the server itself puts into an empty database at every start, or an administrator who has not yet come. */
const NOBODYS_DATA = ['jurisdiction', 'first_run_link', 'outbox', 'outbox_head'];

/** Tables in which somebody's data stand. */
export async function filledTables(database: Asked): Promise<string[]> {
  const names = (await ownTables(database)).map(({ name }) => name);
  const asked = names.filter((name) => !NOBODYS_DATA.includes(name));
  if (asked.length === 0) return [];
  const rows = await database.query<{ name: string }[]>(
    asked
      .map((name, index) => `select $${index + 1}::text as name where exists (select 1 from ${quoted(name)})`)
      .join(' union all '),
    asked,
  );
  return rows.map(({ name }) => name);
}

/** Throws BackupRefused unless the database is ours to fill: nobody's data, nobody's tables, no newer schema. */
export async function refuseUnlessEmpty(
  database: Asked,
  known: { readonly tables: readonly string[]; readonly migrations: readonly string[] },
): Promise<void> {
  const filled = await filledTables(database);
  if (filled.length > 0) throw notEmpty(`${filled.slice(0, 5).join(', ')}${filled.length > 5 ? ', …' : ''}`);
  const strangers = (await ownTables(database)).filter(({ name }) => !known.tables.includes(name));
  const newer = (await ranMigrations(database)).filter((name) => !known.migrations.includes(name));
  if (strangers.length > 0 || newer.length > 0) {
    throw notEmpty([...strangers.map(({ name }) => name), ...newer].slice(0, 5).join(', '));
  }
}

function notEmpty(what: string): BackupRefused {
  return new BackupRefused(
    `The database is not empty (${what}), and a backup is restored into an empty one only: nothing is ever overwritten. ` +
      `Name another DATA_DIR, or a new database in DATABASE_URL.`,
    `数据库不是空的（${what}）。备份只能恢复到空库，绝不覆盖已有数据。请指定新的 DATA_DIR，或在 DATABASE_URL 中指定新建的数据库。`,
  );
}

/** Throws BackupRefused when a server works in this database: its pages and its caches would go on from before. */
export async function refuseBesideServer(database: Asked, serverName: string): Promise<void> {
  const [found] = await database.query<{ servers: number }[]>(
    `select count(*)::int as servers from pg_stat_activity
     where datname = current_database() and application_name = $1`,
    [serverName],
  );
  if (!found || found.servers === 0) return;
  throw new BackupRefused(
    'A server is using this database. Stop it, restore, and start it again.',
    '有服务正在使用该数据库。请先停止服务，恢复后再启动。',
  );
}

/** Takes away the empty tables a server has made, so that they are made again as the backup knew them. */
export async function clearSchema(tx: EntityManager): Promise<void> {
  const tables = (await ownTables(tx)).map(({ name }) => quoted(name));
  await tx.query(`drop table if exists ${[...tables, quoted(MIGRATIONS_TABLE)].join(', ')} cascade`);
  for (const routine of await ownFunctions(tx)) await tx.query(`drop function ${routine} cascade`);
}
