import { open } from 'node:fs/promises';
import type { FileFact } from '../paper-order.ts';

const MEGABYTE = 1_000_000;
/** A PNG is unpacked to be embedded: four bytes a pixel, some of it twice. A JPEG goes in as it is. */
const MOST = { jpegBytes: 25 * MEGABYTE, pngBytes: 15 * MEGABYTE, pngPixels: 24 * MEGABYTE } as const;

/** Whether a drawing can be printed on a sheet: PNG or JPEG of a size this machine bears. */
export async function isDrawable({ mediaType, bytes }: FileFact, path: string): Promise<boolean> {
  if (mediaType === 'image/jpeg') return bytes <= MOST.jpegBytes;
  if (mediaType !== 'image/png' || bytes > MOST.pngBytes) return false;
  const { width, height } = await sizeOfPng(path);
  return width > 0 && height > 0 && width * height <= MOST.pngPixels;
}

/** The first chunk of a PNG says how large it is. */
async function sizeOfPng(path: string): Promise<{ width: number; height: number }> {
  const file = await open(path).catch(() => undefined);
  if (!file) return { width: 0, height: 0 };
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(24), 0, 24, 0);
    return bytesRead < 24
      ? { width: 0, height: 0 }
      : { width: buffer.readUInt32BE(16), height: buffer.readUInt32BE(20) };
  } finally {
    await file.close();
  }
}
