// Packs an empty database with its extensions for the embedded one to begin with: laying it takes the engine a dozen
// seconds of work (its own beginning, and 800 functions of PostGIS), unpacking it takes one.
// Usage: node apps/api/pack-foundation.mjs → dist/empty-database.tar.gz (the server must be built)
import { rename, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { startEmbedded } from '../../dist/apps/api/src/platform/database/embedded/start-embedded.js';

const result = fileURLToPath(new URL('../../dist/empty-database.tar.gz', import.meta.url));
const draft = `${result}.${process.pid}`;

const embedded = await startEmbedded();
try {
  await writeFile(draft, Buffer.from(await (await embedded.dump()).arrayBuffer()));
  await rename(draft, result);
} finally {
  await embedded.close();
  await rm(draft, { force: true });
}
