import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { DataSource, EntityManager } from 'typeorm';
import { inTransaction } from '../database/data-source.ts';
import { hasCode } from '../database/embedded/has-code.ts';
import { pathOfFile } from '../files/store-file.ts';
import { ArchiveWriter } from './archive-writer.ts';
import { CHECKSUMS_ENTRY, kindOfEntry, type Checksums } from './backup-format.ts';
import { refusalOf } from './backup-refused.ts';
import { ownTables } from './own-tables.ts';
import { beginSnapshot, writeTables, type SnapshotPlan } from './take-snapshot.ts';

const UPLOADS_TOLD = 500;

/** A file that goes on changing beside the database: as it stood at the snapshot. */
export interface SnapshotFile {
  /** Inside the data folder. */
  readonly path: string;
  /** Asked inside the snapshot; what it answers is called after it, and reads the file. */
  readonly at: (tx: EntityManager) => Promise<() => Promise<Buffer>>;
}

export interface BackupPlan extends SnapshotPlan {
  readonly file: string;
  readonly dataDir: string;
  readonly changing: readonly SnapshotFile[];
}

export interface BackupReport {
  readonly bytes: number;
  readonly tables: number;
  readonly rows: number;
  readonly uploads: number;
  /** SHA-256 of uploads that are gone from the data folder, or are not what they were. */
  readonly missing: readonly string[];
}

/**
 * Writes one consistent snapshot: the database, the uploads it knows, the keys. The database is read in one transaction;
 * uploads never change, so they are read after it. Throws BackupRefused, leaving nothing behind.
 */
export async function writeBackup(dataSource: DataSource, plan: BackupPlan): Promise<BackupReport> {
  try {
    const archive = await ArchiveWriter.begin(plan.file, plan.madeAt, plan.signal);
    try {
      return await write(dataSource, plan, archive);
    } catch (error) {
      await archive.abandon();
      throw error;
    }
  } catch (error) {
    throw refusalOf(error, plan.file);
  }
}

async function write(
  dataSource: DataSource,
  plan: BackupPlan,
  archive: ArchiveWriter,
): Promise<BackupReport> {
  const { dataDir } = plan;
  const tables = await ownTables(dataSource);
  const { rows, uploads, changing } = await inTransaction(dataSource, async (tx) => {
    const head = await beginSnapshot(tx, tables, plan);
    const asOf = await Promise.all(plan.changing.map(async ({ path, at }) => ({ path, read: await at(tx) })));
    return {
      rows: await writeTables(tx, head, archive, plan),
      uploads: await uploadsOf(tx),
      changing: asOf,
    };
  });
  for (const { path, read } of changing) await archive.add(`data/${path}`, await read());
  for (const path of await constantFiles(dataDir)) {
    await archive.add(`data/${path}`, await readFile(join(dataDir, path)));
  }
  const missing = await writeUploads(archive, plan, uploads);
  const checksums: Checksums = { sections: archive.digests.totals, missing };
  await archive.add(CHECKSUMS_ENTRY, Buffer.from(JSON.stringify(checksums, null, 1)));
  const bytes = await archive.finish();
  return { bytes, tables: tables.length, rows, uploads: uploads.length - missing.length, missing };
}

async function uploadsOf(tx: EntityManager): Promise<string[]> {
  const rows = await tx.query<{ sha256: string }[]>(
    `select distinct encode(sha256, 'hex') as sha256 from stored_file order by 1`,
  );
  return rows.map(({ sha256 }) => sha256);
}

/** Keys, and the password of the demo city: written once, hence the same before and after the snapshot. */
async function constantFiles(dataDir: string): Promise<string[]> {
  const keys = (await namesIn(join(dataDir, 'keys'))).map((name) => `keys/${name}`);
  const words = (await namesIn(dataDir)).filter((name) => name === 'demo-password');
  return [...keys, ...words].filter((path) => kindOfEntry(`data/${path}`)?.kind === 'kept').sort();
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return [];
    throw error;
  }
}

/** Writes every upload that is there and is what its name says. Answers those that are not. */
async function writeUploads(
  archive: ArchiveWriter,
  { dataDir, signal, tell }: BackupPlan,
  uploads: readonly string[],
): Promise<string[]> {
  const missing: string[] = [];
  for (const [index, sha256] of uploads.entries()) {
    signal.throwIfAborted();
    const path = pathOfFile(dataDir, sha256);
    if (!(await isWhole(path, sha256))) {
      missing.push(sha256);
      continue;
    }
    const { size } = await stat(path);
    const name = `data/files/${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`;
    await archive.addFile(name, size, createReadStream(path));
    if ((index + 1) % UPLOADS_TOLD === 0) tell(`  uploads: ${index + 1} of ${uploads.length}`);
  }
  return missing;
}

/** Read once before it is promised: a disk that rots is found out here, and not on the day of the restore. */
async function isWhole(path: string, sha256: string): Promise<boolean> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  } catch (error) {
    if (hasCode(error, 'ENOENT') || hasCode(error, 'EIO')) return false;
    throw error;
  }
  return hash.digest('hex') === sha256;
}
