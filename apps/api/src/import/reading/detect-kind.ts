import { fileTypeFromBuffer } from 'file-type';
import { open, stat } from 'node:fs/promises';
import { LIMITS, megabytes } from './limits.ts';
import { unreadable } from './unreadable.ts';

export type ListKind = 'csv' | 'csv.gz' | 'xlsx';

const HEAD_BYTES = 8_192;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const ALLOWED = '.csv, .csv.gz, .xlsx';

/** What the file really is, by its content; the name is not asked. Throws ListUnreadable for anything else. */
export async function detectKind(path: string): Promise<ListKind> {
  const head = await headOf(path);
  const type = await fileTypeFromBuffer(head);
  if (type?.mime === 'application/gzip') return 'csv.gz';
  // A spreadsheet is a zip; whether its parts are those of a spreadsheet is seen when they are listed.
  if (type?.mime === XLSX || type?.mime === 'application/zip') return 'xlsx';
  if (type && !type.mime.startsWith('text/')) throw refused(type.ext);
  if (isBinary(head)) throw refused('binary');
  return 'csv';
}

async function headOf(path: string): Promise<Buffer> {
  const { size } = await stat(path);
  if (size === 0) throw unreadable('FILE_EMPTY');
  if (size > LIMITS.unpackedBytes) {
    throw unreadable('FILE_TOO_LARGE', { limit: megabytes(LIMITS.unpackedBytes) });
  }
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** A zero byte is in no text but UTF-16, which begins with its mark. */
function isBinary(head: Buffer): boolean {
  const utf16 = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  return !utf16 && head.includes(0);
}

function refused(value: string) {
  return unreadable('FILE_TYPE', { value, allowed: ALLOWED });
}
