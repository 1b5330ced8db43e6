import { inflateSync } from 'node:zlib';

const HEAD = { woff: 44, woffTable: 20, sfnt: 12, sfntTable: 16 } as const;

/**
 * A WOFF 1.0 font as the plain font it wraps (https://www.w3.org/TR/WOFF/). The reader of fonts could open it wrapped, but
 * unpacks every table anew for every paper, by an inflate of its own that takes seconds.
 */
export function unpackWoff(woff: Buffer): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('not a WOFF font');
  const count = woff.readUInt16BE(12);
  const tables = Array.from({ length: count }, (_unused, index) => {
    const at = HEAD.woff + index * HEAD.woffTable;
    const [start, packed, length] = [4, 8, 12].map((field) => woff.readUInt32BE(at + field)) as [
      number,
      number,
      number,
    ];
    const bytes = woff.subarray(start, start + packed);
    return {
      tag: woff.subarray(at, at + 4),
      checksum: woff.readUInt32BE(at + 16),
      bytes: packed < length ? inflateSync(bytes) : bytes,
    };
  });
  const head = Buffer.alloc(HEAD.sfnt + count * HEAD.sfntTable);
  woff.copy(head, 0, 4, 8);
  const power = Math.floor(Math.log2(count));
  head.writeUInt16BE(count, 4);
  head.writeUInt16BE(16 * 2 ** power, 6);
  head.writeUInt16BE(power, 8);
  head.writeUInt16BE(16 * (count - 2 ** power), 10);
  const parts: Uint8Array[] = [head];
  let end = head.length;
  for (const [index, { tag, checksum, bytes }] of tables.entries()) {
    const at = HEAD.sfnt + index * HEAD.sfntTable;
    tag.copy(head, at);
    head.writeUInt32BE(checksum, at + 4);
    head.writeUInt32BE(end, at + 8);
    head.writeUInt32BE(bytes.length, at + 12);
    const rest = Buffer.alloc((4 - (bytes.length % 4)) % 4);
    parts.push(bytes, rest);
    end += bytes.length + rest.length;
  }
  return Buffer.concat(parts);
}
