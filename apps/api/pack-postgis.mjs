// Packs what is used of PostGIS for the embedded database: the bundle as shipped compiles the raster and topology
// libraries at every start and unpacks the upgrade scripts of twenty years (twice the time, three times the memory).
// Usage: node apps/api/pack-postgis.mjs → dist/postgis.tar.gz
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createGunzip, createGzip } from 'node:zlib';
import { extract, pack } from 'tar-stream';

const USED = [
  /^lib\/postgresql\/postgis-\d+\.so$/,
  /^share\/proj\//,
  /^share\/postgresql\/extension\/postgis\.control$/,
  /^share\/postgresql\/extension\/postgis--\d+\.\d+\.\d+\.sql$/,
];

const shipped = fileURLToPath(
  new URL('./postgis.tar.gz', import.meta.resolve('@electric-sql/pglite-postgis')),
);
const folder = fileURLToPath(new URL('../../dist', import.meta.url));
const result = join(folder, 'postgis.tar.gz');
const draft = `${result}.${process.pid}`;

await mkdir(folder, { recursive: true });
try {
  const files = createReadStream(shipped).pipe(createGunzip()).pipe(extract());
  const packed = pack();
  const written = pipeline(packed, createGzip(), createWriteStream(draft));
  const found = new Set();
  for await (const entry of files) {
    const kind = USED.findIndex((pattern) => pattern.test(entry.header.name));
    if (kind < 0 || entry.header.type !== 'file') {
      entry.resume();
      continue;
    }
    found.add(kind);
    await pipeline(entry, packed.entry(entry.header));
  }
  packed.finalize();
  await written;
  const missing = USED.filter((_, kind) => !found.has(kind));
  if (missing.length > 0) throw new Error(`The PostGIS bundle holds nothing like ${missing.join(', ')}.`);
  await rename(draft, result);
} finally {
  await rm(draft, { force: true });
}
