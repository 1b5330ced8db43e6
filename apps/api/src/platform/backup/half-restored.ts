import { mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { BackupRefused } from './backup-refused.ts';
import { filledTables } from './empty-database.ts';
import type { Asked } from './own-tables.ts';

/** Where the files of a backup wait until the database is full; it also says that a restore is not yet through. */
export function stagingFolder(dataDir: string): string {
  return join(dataDir, 'restoring');
}

export async function beginStaging(dataDir: string): Promise<string> {
  const folder = stagingFolder(dataDir);
  await rm(folder, { recursive: true, force: true }); // of a restore that was killed
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return folder;
}

export async function endStaging(dataDir: string): Promise<void> {
  await rm(stagingFolder(dataDir), { recursive: true, force: true });
}

/**
 * After a restore that was cut off, or during one, nobody begins to work in the empty database: what was done there
 * would stand in the way of the restore. One that was killed after its commit is tidied up, since it was whole.
 */
export async function refuseHalfRestored(dataDir: string, database: Asked): Promise<void> {
  const there = await stat(stagingFolder(dataDir)).catch(() => undefined);
  if (!there) return;
  if ((await filledTables(database)).length > 0) return endStaging(dataDir);
  throw new BackupRefused(
    `A restore into this registry is under way, or was cut off; the database is as empty as before. Run "npm run restore -- FILE" ` +
      `again; to begin with an empty registry instead, delete ${stagingFolder(dataDir)}.`,
    `恢复正在进行或曾被中断，数据库仍为空。请重新运行“npm run restore -- 文件”；如要从空库开始，请删除 ${stagingFolder(dataDir)}。`,
  );
}
