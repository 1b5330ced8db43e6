import { createReadStream } from 'node:fs';
import { Transform, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { LIMITS, megabytes } from './limits.ts';
import { unreadable } from './unreadable.ts';

/** Counts what comes out of a packed file; headers may lie, bytes do not. */
export class Unpacked {
  #bytes = 0;
  /** `packed`: how many bytes went in so far; Infinity when nothing is packed. */
  constructor(private readonly packed: () => number) {}

  /** Throws ListUnreadable when this is more than a list can have, or than honest packing yields. */
  add(bytes: number): void {
    this.#bytes += bytes;
    const swollen = this.#bytes > LIMITS.ratioFloorBytes && this.#bytes > LIMITS.ratio * this.packed();
    if (swollen || this.#bytes > LIMITS.unpackedBytes) {
      throw unreadable('FILE_UNPACKS_TOO_LARGE', { limit: megabytes(LIMITS.unpackedBytes) });
    }
  }
}

/** The bytes of a file, unpacked when it is gzip. Ends with ListUnreadable as soon as too much has come out. */
export function plainBytes(path: string, gzip: boolean): Readable {
  const file = createReadStream(path);
  const unpacked = new Unpacked(() => (gzip ? file.bytesRead : Infinity));
  const bounded = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      try {
        unpacked.add(chunk.length);
        done(null, chunk);
      } catch (error) {
        done(error as Error);
      }
    },
  });
  const fail = () => bounded.destroy(unreadable('FILE_UNREADABLE'));
  bounded.once('close', () => file.destroy());
  file.once('error', fail);
  if (!gzip) return file.pipe(bounded);
  const gunzip = createGunzip().once('error', fail);
  bounded.once('close', () => gunzip.destroy());
  return file.pipe(gunzip).pipe(bounded);
}
