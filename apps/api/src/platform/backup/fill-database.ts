import type { PoolClient } from 'pg';
import copyStreams from 'pg-copy-streams';
import { pipeline } from 'node:stream/promises';
import { MigrationExecutor, type EntityManager } from 'typeorm';
import type { BackupHead, SequenceState, TableShape } from './backup-format.ts';
import { BackupRefused } from './backup-refused.ts';
import { ownTables, quoted, type Asked } from './own-tables.ts';
import { streamOf } from './read-archive.ts';

const EACH_MODE: Readonly<Record<string, string>> = {
  O: 'enable trigger',
  A: 'enable always trigger',
  R: 'enable replica trigger',
};

/** Runs those pending migrations that `asked` picks, in the transaction at hand. */
export async function runMigrations(tx: EntityManager, asked: (name: string) => boolean): Promise<void> {
  if (!tx.queryRunner) throw new Error('migrations run in a transaction');
  const executor = new MigrationExecutor(tx.connection, tx.queryRunner);
  for (const migration of await executor.getPendingMigrations()) {
    if (asked(migration.name)) await executor.executeMigration(migration);
  }
}

/**
 * Lays aside what would act while rows are loaded: triggers (they would do again what the rows already say) and foreign
 * keys (rows come table by table). Done by the owner of the tables, no superuser needed. Answers how to put them back;
 * putting back a foreign key proves it over all rows.
 */
export async function layAside(tx: EntityManager): Promise<() => Promise<void>> {
  const keys = await tx.query<{ relation: string; name: string; definition: string }[]>(
    `select conrelid::regclass::text as relation, conname as name, pg_get_constraintdef(oid) as definition
     from pg_constraint
     where contype = 'f' and connamespace = current_schema()::regnamespace and conparentid = 0 order by conname`,
  );
  const triggers = await tx.query<{ relation: string; name: string; mode: string }[]>(
    `select tgrelid::regclass::text as relation, tgname as name, tgenabled::text as mode
     from pg_trigger join pg_class on pg_class.oid = tgrelid
     where not tgisinternal and relnamespace = current_schema()::regnamespace and tgenabled <> 'D' order by 1, 2`,
  );
  for (const { relation, name } of keys)
    await tx.query(`alter table ${relation} drop constraint ${quoted(name)}`);
  for (const { relation, name } of triggers)
    await tx.query(`alter table ${relation} disable trigger ${quoted(name)}`);
  return async () => {
    for (const { relation, name, definition } of keys)
      await tx.query(`alter table ${relation} add constraint ${quoted(name)} ${definition}`);
    for (const { relation, name, mode } of triggers)
      await tx.query(`alter table ${relation} ${EACH_MODE[mode] ?? ''} ${quoted(name)}`);
  };
}

/** Empties the tables of what the migrations themselves put there, and makes sure that they take the backup's rows. */
export async function readyTables(tx: EntityManager, head: BackupHead): Promise<void> {
  const there = await ownTables(tx);
  const unlike = head.tables.filter((table) => !sameShape(table, there));
  if (unlike.length > 0 || there.length !== head.tables.length) {
    const names = unlike.map(({ name }) => name).join(', ') || 'tables are missing from it';
    throw new BackupRefused(
      `The backup does not fit the schema it names (${names}). Nothing was changed. Restore it with the program that wrote it.`,
      `备份内容与其所述数据库结构不符（${names}），未作任何改动。请使用生成该备份的程序版本恢复。`,
    );
  }
  if (there.length > 0) await tx.query(`truncate ${there.map(({ name }) => quoted(name)).join(', ')}`);
}

function sameShape({ name, columns }: TableShape, there: readonly TableShape[]): boolean {
  const table = there.find((one) => one.name === name);
  return (
    table !== undefined &&
    table.columns.length === columns.length &&
    columns.every((column) => table.columns.includes(column))
  );
}

/** Loads one part of a table. */
export async function copyIn(
  client: PoolClient,
  { name, columns }: TableShape,
  bytes: AsyncIterable<Buffer>,
): Promise<void> {
  const sink = client.query(
    copyStreams.from(`copy ${quoted(name)} (${columns.map(quoted).join(', ')}) from stdin`),
  );
  await pipeline(streamOf(bytes), sink);
}

/** Lets every counter go on after the last number it gave. */
export async function continueSequences(database: Asked, sequences: readonly SequenceState[]): Promise<void> {
  for (const { name, last, called } of sequences) {
    await database.query(`select setval(to_regclass($1), $2::bigint, $3)`, [quoted(name), last, called]);
  }
}
