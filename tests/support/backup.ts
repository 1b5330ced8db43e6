import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { DataSource } from 'typeorm';
import { ENTITIES } from '../../apps/api/src/app.entities.ts';
import { headsAt } from '../../apps/api/src/ledger/heads-at.ts';
import { MIGRATIONS } from '../../apps/api/src/migrations/all-migrations.ts';
import { restoreBackup, type RestoreReport } from '../../apps/api/src/platform/backup/restore-backup.ts';
import { writeBackup, type BackupReport } from '../../apps/api/src/platform/backup/write-backup.ts';
import { createDataSource } from '../../apps/api/src/platform/database/data-source.ts';
import type { OpenDatabase } from '../../apps/api/src/platform/database/open-database.ts';
import { testDatabase, type DatabaseKind } from './databases.ts';
import type { TestServer } from './server.ts';

type Migrations = readonly (typeof MIGRATIONS)[number][];

/** A database nobody has used yet, with a data folder of its own. */
export interface EmptyPlace {
  readonly database: OpenDatabase;
  readonly dataSource: DataSource;
  readonly dataDir: string;
}

/** An empty place; `migrations`: all this program is to know (default: the present ones). */
export async function emptyPlace(
  kind: DatabaseKind,
  migrations: Migrations = MIGRATIONS,
): Promise<EmptyPlace> {
  const database = await testDatabase(kind, async () => undefined, 'an empty database');
  const dataSource = createDataSource(database, ENTITIES, [...migrations]);
  await dataSource.initialize();
  return { database, dataSource, dataDir: await mkdtemp(join(tmpdir(), 'shelter-restored-')) };
}

/** What `npm run backup` does, at a server under test. */
export function backUp(server: TestServer, file: string): Promise<BackupReport> {
  const { office, dataDir, clock } = server;
  return writeBackup(office.dataSource, {
    file,
    dataDir,
    madeAt: clock.now(),
    database: office.capabilities.kind,
    known: MIGRATIONS.map(({ name }) => name),
    changing: [{ path: 'ledger/heads.jsonl', at: (tx) => headsAt(tx, dataDir) }],
    signal: new AbortController().signal,
    tell: () => undefined,
  });
}

/** What `npm run restore` does. */
export function restoreInto({ dataSource, dataDir }: EmptyPlace, file: string): Promise<RestoreReport> {
  return restoreBackup(dataSource, {
    file,
    dataDir,
    signal: new AbortController().signal,
    tell: () => undefined,
  });
}

/** A running server goes on telling what waits there. */
const ON_THE_MOVE = ['outbox', 'outbox_head'];

/** Every row of every table, as text in an order of its own: equal registries give equal texts. */
export async function everyRow(dataSource: DataSource): Promise<Record<string, string[]>> {
  const tables = await dataSource.query<{ name: string }[]>(
    `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
       and relname <> all($1) order by 1`,
    [['spatial_ref_sys', 'migrations', ...ON_THE_MOVE]],
  );
  const all: Record<string, string[]> = {};
  for (const { name } of tables) {
    const rows = await dataSource.query<{ row: string }[]>(
      `select row_to_json(t)::text as row from "${name}" t order by 1`,
    );
    all[name] = rows.map(({ row }) => row);
  }
  return all;
}

/** A backup in which one text stands for another of the same length, under a sound gzip. */
export function forged(backup: Buffer, from: string, to: string): Buffer {
  const tar = gunzipSync(backup);
  const at = tar.indexOf(from);
  if (at < 0 || Buffer.byteLength(from) !== Buffer.byteLength(to)) throw new Error(`cannot forge "${from}"`);
  tar.write(to, at);
  return gzipSync(tar);
}
