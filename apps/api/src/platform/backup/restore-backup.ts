import type { PoolClient } from 'pg';
import { isDeepStrictEqual } from 'node:util';
import type { DataSource, EntityManager } from 'typeorm';
import { inTransaction } from '../database/data-source.ts';
import type { BackupHead, Checksums, Section } from './backup-format.ts';
import { altered, readArchive, torn, type ReadArchive } from './read-archive.ts';
import { BackupRefused, refusalOf } from './backup-refused.ts';
import { clearSchema, refuseUnlessEmpty } from './empty-database.ts';
import { continueSequences, copyIn, layAside, readyTables, runMigrations } from './fill-database.ts';
import { beginStaging, endStaging } from './half-restored.ts';
import { ranMigrations } from './own-tables.ts';
import { refuseForeignFolder, settle, stage } from './restore-folder.ts';

export interface RestorePlan {
  readonly file: string;
  readonly dataDir: string;
  readonly signal: AbortSignal;
  readonly tell: (words: string) => void;
}

export interface RestoreReport {
  readonly head: BackupHead;
  readonly tables: number;
  readonly rows: number;
  readonly uploads: number;
  /** Migrations that the backup did not know and that ran on its rows. */
  readonly migrated: number;
  /** SHA-256 of uploads that were lost before the backup was made. */
  readonly missing: readonly string[];
  readonly notices: readonly string[];
}

/** What this program knows: a backup of something else cannot be understood here. */
export interface KnownSchema {
  readonly tables: readonly string[];
  readonly migrations: readonly string[];
}

/** Reads a backup from end to end without restoring it. Throws BackupRefused when it does not hold. */
export async function checkBackup(
  file: string,
  known: Pick<KnownSchema, 'migrations'>,
  plan: Pick<RestorePlan, 'signal' | 'tell'>,
): Promise<ReadArchive> {
  const onHead = async (head: BackupHead) => refuseNewer(head, known.migrations, file);
  return whole(await readArchive(file, { ...plan, onHead }), file);
}

/**
 * Restores a backup into an empty database and a data folder. First the whole file is read and its files laid ready;
 * then one transaction makes the schema as the backup knew it, loads the rows, and migrates them to the present. Whatever
 * goes wrong, and wherever it is killed, the database is as empty as before.
 */
export async function restoreBackup(dataSource: DataSource, plan: RestorePlan): Promise<RestoreReport> {
  const known: KnownSchema = {
    tables: dataSource.entityMetadatas.map(({ tableName }) => tableName),
    migrations: dataSource.migrations.map(({ name, constructor }) => name ?? constructor.name),
  };
  await refuseUnlessEmpty(dataSource, known);
  try {
    const folder = await beginStaging(plan.dataDir);
    try {
      return await restore(dataSource, plan, known, folder);
    } finally {
      await endStaging(plan.dataDir);
    }
  } catch (error) {
    throw refusalOf(error, plan.dataDir);
  }
}

async function restore(
  dataSource: DataSource,
  plan: RestorePlan,
  known: KnownSchema,
  folder: string,
): Promise<RestoreReport> {
  const { file, dataDir, tell, signal } = plan;
  const paths: string[] = [];
  tell('Reading the backup … 正在校验备份');
  const archive = whole(
    await readArchive(file, {
      signal,
      tell,
      onHead: async (head) => refuseNewer(head, known.migrations, file),
      onEntry: async (entry, bytes) => {
        if (entry.kind === 'rows') {
          for await (const _chunk of bytes);
        } else {
          paths.push(entry.path);
          await stage(folder, entry, bytes);
        }
      },
    }),
    file,
  );
  await refuseForeignFolder(dataDir, folder);
  const { head, sections, checksums } = archive;
  tell('Loading the database … 正在载入数据库');
  let settled: Awaited<ReturnType<typeof settle>> | undefined;
  try {
    const migrated = await inTransaction(dataSource, async (tx) => {
      await tx.query(`set local statement_timeout = 0`);
      await refuseUnlessEmpty(tx, known);
      const count = await fill(tx, archive, plan);
      signal.throwIfAborted();
      settled = await settle(dataDir, folder, paths, head);
      return count;
    });
    return {
      head,
      tables: head.tables.length,
      rows: Object.values(sections).reduce((sum, { rows }) => sum + rows, 0),
      uploads: sections['files']?.entries ?? 0,
      migrated,
      missing: checksums.missing,
      notices: settled?.notices ?? [],
    };
  } catch (error) {
    await settled?.takeBack();
    throw error;
  }
}

/** Answers how many migrations ran on the loaded rows. */
async function fill(
  tx: EntityManager,
  { head, sections }: ReadArchive,
  { file, signal, tell }: RestorePlan,
): Promise<number> {
  await clearSchema(tx);
  await runMigrations(tx, (name) => head.migrations.includes(name));
  const putBack = await layAside(tx);
  await readyTables(tx, head);
  const client = (await tx.queryRunner?.connect()) as PoolClient;
  let last = '';
  const read = await readArchive(file, {
    signal,
    onEntry: async (entry, bytes) => {
      const shape = head.tables.find(({ name }) => entry.kind === 'rows' && name === entry.table);
      if (!shape) return false; // files come after the rows
      if (shape.name !== last) tell(`  ${shape.name}: ${sections[entry.section]?.rows ?? 0} rows`);
      last = shape.name;
      await copyIn(client, shape, bytes);
      return true;
    },
  });
  // Read twice, and between the two a file may change.
  if (!sameRows(sections, read.sections)) throw altered(file, 'changed while it was read');
  await putBack();
  await continueSequences(tx, head.sequences);
  const before = (await ranMigrations(tx)).length;
  await runMigrations(tx, (name) => !head.migrations.includes(name));
  await tx.query('analyze');
  return (await ranMigrations(tx)).length - before;
}

function sameRows(
  before: Readonly<Record<string, Section>>,
  now: Readonly<Record<string, Section>>,
): boolean {
  const rowsOf = (sections: Readonly<Record<string, Section>>) =>
    Object.fromEntries(Object.entries(sections).filter(([name]) => name.startsWith('tables/')));
  return isDeepStrictEqual(rowsOf(before), rowsOf(now));
}

type WholeArchive = ReadArchive & { readonly checksums: Checksums };

function whole(archive: ReadArchive, file: string): WholeArchive {
  const { checksums } = archive;
  if (!checksums) throw torn(file);
  return { ...archive, checksums };
}

function refuseNewer(head: BackupHead, known: readonly string[], file: string): void {
  const strangers = head.migrations.filter((name) => !known.includes(name));
  if (strangers.length === 0) return;
  throw new BackupRefused(
    `${file} is of a newer version than this program (${strangers.join(', ')}). Nothing was changed. Restore it with that version.`,
    `${file} 来自更新的程序版本（${strangers.join('、')}），未作任何改动。请使用该版本恢复。`,
  );
}
