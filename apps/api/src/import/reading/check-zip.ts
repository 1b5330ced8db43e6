import type { Readable } from 'node:stream';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { Unpacked } from './inflate.ts';
import { LIMITS, megabytes } from './limits.ts';
import { ListUnreadable, unreadable } from './unreadable.ts';

const WORKBOOK = 'xl/workbook.xml';

/**
 * Unpacks every part of a spreadsheet once, counting and throwing away, before the real reader may see it: sizes
 * written in the file are only believed when they are too large. Throws ListUnreadable.
 */
export async function checkZip(path: string): Promise<void> {
  let zip: ZipFile | undefined;
  try {
    zip = await openPromise(path, { lazyEntries: true, autoClose: false });
    const entries = await listEntries(zip);
    const packed = entries.reduce((sum, { compressedSize }) => sum + compressedSize, 0);
    const unpacked = new Unpacked(() => packed);
    for (const entry of entries) {
      const part: Readable = await zip.openReadStreamPromise(entry);
      for await (const chunk of part as AsyncIterable<Buffer>) unpacked.add(chunk.length);
    }
  } catch (error) {
    if (error instanceof ListUnreadable) throw error;
    throw unreadable('FILE_UNREADABLE');
  } finally {
    zip?.close();
  }
}

async function listEntries(zip: ZipFile): Promise<Entry[]> {
  const entries: Entry[] = [];
  let told = 0;
  for await (const entry of zip.eachEntry()) {
    told += entry.uncompressedSize;
    entries.push(entry);
    if (told > LIMITS.unpackedBytes || entries.length > LIMITS.zipEntries) {
      throw unreadable('FILE_UNPACKS_TOO_LARGE', { limit: megabytes(LIMITS.unpackedBytes) });
    }
  }
  if (!entries.some(({ fileName }) => fileName === WORKBOOK)) {
    throw unreadable('FILE_TYPE', { value: 'zip', allowed: '.csv, .csv.gz, .xlsx' });
  }
  return entries;
}
