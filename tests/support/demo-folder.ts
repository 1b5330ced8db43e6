import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
/** The trial city is told relative to the moment it is loaded: an older copy would be another evening. */
const FRESH_MS = 25 * 60_000;

/**
 * A data folder in which the trial city is loaded already, copied to `folder`: loading it costs ten seconds, copying it
 * one. `load` starts the built server on a folder and stops it again; it runs when there is no fresh copy of this build.
 */
export async function copyDemoFolder(folder: string, load: (folder: string) => Promise<void>): Promise<void> {
  const built = await readFile(join(ROOT, 'dist/.built.json'));
  const key = createHash('sha256').update(built).digest('hex').slice(0, 16);
  const kept = join(ROOT, 'node_modules/.cache/shelter-registry', `demo-${key}`);
  const made = existsSync(kept) ? (await stat(join(kept, 'demo-password'))).mtimeMs : 0;
  if (Date.now() - made > FRESH_MS) {
    const draft = `${kept}.${randomUUID()}`;
    await load(draft);
    await rm(kept, { recursive: true, force: true });
    await rename(draft, kept).catch(() => rm(draft, { recursive: true, force: true }));
  }
  await cp(kept, folder, { recursive: true, preserveTimestamps: true });
}
