import type { PoolClient } from 'pg';
import copyStreams from 'pg-copy-streams';
import type { EntityManager } from 'typeorm';
import type { Capabilities } from '../database/capabilities.ts';
import type { ArchiveWriter } from './archive-writer.ts';
import { FORMAT, FORMAT_VERSION, HEAD_ENTRY, partName, type BackupHead } from './backup-format.ts';
import { BackupRefused } from './backup-refused.ts';
import { ownSequences, ownTables, quoted, ranMigrations } from './own-tables.ts';

/** Blocks of 8 KiB read at once: what a part of the archive, held in memory, comes from. */
const BLOCKS = 32;
/** A migration under way holds its tables for longer than anybody should wait unasked. */
const PATIENCE = '60s';

/** What a snapshot needs to know beside the database. */
export interface SnapshotPlan {
  readonly madeAt: Date;
  readonly database: Capabilities['kind'];
  /** Migrations this program knows: a schema with others is newer than it. */
  readonly known: readonly string[];
  readonly signal: AbortSignal;
  readonly tell: (words: string) => void;
}

/** Settings under which values are written the same way everywhere. */
const SETTINGS = [
  `set transaction isolation level repeatable read, read only`,
  `set local lock_timeout = '${PATIENCE}'`,
  `set local statement_timeout = 0`,
  `set local timezone = 'UTC'`,
  `set local datestyle = 'ISO'`,
  `set local intervalstyle = 'postgres'`,
  `set local bytea_output = 'hex'`,
  `set local client_encoding = 'UTF8'`,
];

/** Begins the snapshot: from the first question on, the transaction sees the database as it is now. */
export async function beginSnapshot(
  tx: EntityManager,
  tables: readonly { name: string }[],
  plan: SnapshotPlan,
): Promise<BackupHead> {
  for (const setting of SETTINGS) await tx.query(setting);
  // Before the first question: a schema that changed in between would not fit what the snapshot shows.
  if (tables.length > 0)
    await tx.query(`lock table ${tables.map(({ name }) => quoted(name)).join(', ')} in access share mode`);
  const migrations = await ranMigrations(tx);
  refuseUnfit(migrations, plan.known);
  return {
    format: FORMAT,
    formatVersion: FORMAT_VERSION,
    madeAt: plan.madeAt.toISOString(),
    database: plan.database,
    migrations,
    tables: await ownTables(tx),
    sequences: await ownSequences(tx),
  };
}

function refuseUnfit(migrations: readonly string[], known: readonly string[]): void {
  if (migrations.length === 0) {
    throw new BackupRefused(
      'There is nothing to back up: the database has never been used. Check DATA_DIR and DATABASE_URL.',
      '没有可备份的内容：数据库从未使用过。请检查 DATA_DIR 和 DATABASE_URL。',
    );
  }
  const strangers = migrations.filter((name) => !known.includes(name));
  if (strangers.length === 0) return;
  throw new BackupRefused(
    `The database is of a newer version than this program (${strangers.join(', ')}). Back it up with the program that runs on it.`,
    '数据库版本比本程序新，请使用与之对应的程序版本进行备份。',
  );
}

/** Writes what the snapshot holds of every table, in parts of bounded size. Answers how many rows. */
export async function writeTables(
  tx: EntityManager,
  head: BackupHead,
  archive: ArchiveWriter,
  { signal, tell }: SnapshotPlan,
): Promise<number> {
  await archive.add(HEAD_ENTRY, Buffer.from(JSON.stringify(head, null, 1)));
  const client = (await tx.queryRunner?.connect()) as PoolClient;
  let total = 0;
  for (const { name, columns } of head.tables) {
    const [size] = await tx.query<{ blocks: number }[]>(
      `select (pg_relation_size(to_regclass($1)) / current_setting('block_size')::int)::int as blocks`,
      [quoted(name)],
    );
    const blocks = size?.blocks ?? 0;
    let rows = 0;
    for (let from = 0, part = 1; from < blocks; from += BLOCKS) {
      signal.throwIfAborted();
      // By physical place: any table can be read so in parts, whatever its key, and in one snapshot none is read twice.
      const copied = await copyOut(
        client,
        `select ${columns.map(quoted).join(', ')} from ${quoted(name)}
         where ctid >= '(${from},0)' and ctid < '(${from + BLOCKS},0)'`,
      );
      if (copied.rows === 0) continue;
      await archive.add(partName(name, part), copied.bytes);
      part += 1;
      rows += copied.rows;
    }
    if (rows > 0) tell(`  ${name}: ${rows} rows`);
    total += rows;
  }
  return total;
}

async function copyOut(client: PoolClient, sql: string): Promise<{ bytes: Buffer; rows: number }> {
  const stream = client.query(copyStreams.to(`copy (${sql}) to stdout`));
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return { bytes: Buffer.concat(chunks), rows: stream.rowCount };
}
