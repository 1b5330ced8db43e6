import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
const CACHE = join(ROOT, 'node_modules/.cache/shelter-registry');
/** The trial city is told relative to the moment it is loaded: an older copy would be another evening. */
const FRESH_MS = 25 * 60_000;

/**
 * A data folder in which the trial city is loaded already, copied to `folder`: loading it costs ten seconds, copying it
 * one. `load` starts the built server on a folder and stops it again; it runs when there is no fresh copy of this build.
 */
export async function copyDemoFolder(folder: string, load: (folder: string) => Promise<void>): Promise<void> {
  const built = await readFile(join(ROOT, 'dist/.built.json'));
  const key = createHash('sha256').update(built).digest('hex').slice(0, 16);
  const kept = join(CACHE, `demo-${key}-${Math.floor(Date.now() / FRESH_MS)}`);
  if (!existsSync(kept)) {
    await mkdir(CACHE, { recursive: true });
    const draft = join(CACHE, `draft-${randomUUID()}`);
    await load(draft);
    // Another worker may have been as quick: either copy is good, and nobody takes away what others are reading.
    await rename(draft, kept).catch(() => rm(draft, { recursive: true, force: true }));
    await clearAway();
  }
  await cp(kept, folder, { recursive: true, preserveTimestamps: true });
}

/** Copies of evenings long past. */
async function clearAway(): Promise<void> {
  for (const name of await readdir(CACHE)) {
    const evening = /^demo-[0-9a-f]+-(\d+)$/u.exec(name)?.[1];
    if (evening !== undefined && Number(evening) < Math.floor(Date.now() / FRESH_MS) - 4)
      await rm(join(CACHE, name), { recursive: true, force: true });
  }
}
