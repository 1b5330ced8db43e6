import { StartFailure } from '../logging/explain-failure.ts';

/** A backup or restore that was not done, with its cause and its cure; nothing was changed. */
export class BackupRefused extends StartFailure {
  constructor(english: string, chinese: string) {
    super(`${english}\n${chinese}`);
  }
}

/** No room: ENOSPC and EDQUOT of the disk, EFBIG of a limit on files, 53100 of PostgreSQL. */
const FULL = new Set(['ENOSPC', 'EDQUOT', 'EFBIG', '53100']);
const BARRED = new Set(['ENOENT', 'ENOTDIR', 'EISDIR', 'EACCES', 'EPERM', 'EROFS', '42501']);
/** A value, or a constraint over the rows (SQLSTATE classes 22 and 23). */
const BROKEN_RULE = /^2[23][0-9A-Z]{3}$/;

/** A field of an error that the system, a library or the database gave, whatever threw it. */
export function fieldOf(error: unknown, field: 'code' | 'path' | 'message' | 'constraint'): string {
  if (typeof error !== 'object' || error === null || !(field in error)) return '';
  const value: unknown = Reflect.get(error, field);
  return typeof value === 'string' ? value : '';
}

/** The refusal behind an error, where what went wrong has a cure known here; else the error as it is. */
export function refusalOf(error: unknown, where: string): unknown {
  const source: unknown =
    typeof error === 'object' && error !== null && 'driverError' in error ? error.driverError : error;
  const code = fieldOf(source, 'code');
  if (FULL.has(code)) {
    return new BackupRefused(
      `There is no room left (${code}) at ${where}. Nothing was changed. Free some space or name another place, then run the command again.`,
      `${where} 空间不足，未作任何改动。请清理磁盘或更换位置后重试。`,
    );
  }
  if (BARRED.has(code)) {
    const path = fieldOf(source, 'path') || where;
    return new BackupRefused(
      `${path} cannot be used (${code}). Check the path, and that this user may read and write there; then run the command again.`,
      `无法使用 ${path}（${code}）。请检查路径和读写权限后重试。`,
    );
  }
  if (BROKEN_RULE.test(code)) {
    const what = fieldOf(source, 'constraint') || code;
    return new BackupRefused(
      `The rows of the backup do not hold together (${what}). Nothing was changed. Take another backup; if the registry it came from still runs, report this.`,
      `备份中的数据互相矛盾（${what}），未作任何改动。请使用另一份备份，并报告此情况。`,
    );
  }
  if (code === 'ABORT_ERR') {
    return new BackupRefused(
      'Stopped as asked. Nothing was changed; run the command again when you like.',
      '已按要求停止，未作任何改动。',
    );
  }
  return error;
}
