import { existsSync } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, rmdir } from 'node:fs/promises';
import { basename, dirname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { extract } from 'tar-stream';

const gunzipped = promisify(gunzip);
const FROM_HERE = '../../../../../../empty-database.tar.gz';

/**
 * Puts the empty database the build packed where there is none yet, whole or not at all: it is unpacked beside the
 * folder, flushed, and renamed. Where nothing is packed the engine lays one itself. Only for the owner of the data.
 */
export async function layFoundation(folder: string, packed = packedFoundation()): Promise<void> {
  await clearAway(folder);
  if (!existsSync(packed) || !(await isAbsent(folder))) return;
  const draft = `${folder}.draft-${process.pid}`;
  await unpack(packed, draft);
  await rmdir(folder).catch(() => undefined);
  await rename(draft, folder);
  await flush(dirname(folder));
}

async function isAbsent(folder: string): Promise<boolean> {
  const names = await readdir(folder).catch(() => []);
  return names.length === 0;
}

/** What somebody began and did not finish. */
async function clearAway(folder: string): Promise<void> {
  const beside = dirname(folder);
  const names = await readdir(beside).catch(() => []);
  for (const name of names)
    if (name.startsWith(`${basename(folder)}.draft-`))
      await rm(join(beside, name), { recursive: true, force: true });
}

async function unpack(packed: string, into: string): Promise<void> {
  await mkdir(into, { recursive: true, mode: 0o700 });
  const folders = new Set([into]);
  const bytes = await gunzipped(await readFile(packed));
  const entries = extract();
  entries.end(bytes);
  for await (const entry of entries) {
    const path = join(into, normalize(`${sep}${entry.header.name}`));
    if (entry.header.type === 'directory') {
      await mkdir(path, { recursive: true, mode: 0o700 });
      folders.add(path);
      entry.resume();
      continue;
    }
    const file = await open(path, 'wx', 0o600);
    try {
      for await (const piece of entry) await file.write(piece as Uint8Array);
      await file.sync();
    } finally {
      await file.close();
    }
  }
  for (const path of folders) await flush(path);
}

/** Not every system lets a folder be flushed. */
async function flush(folder: string): Promise<void> {
  try {
    const opened = await open(folder, 'r');
    try {
      await opened.sync();
    } finally {
      await opened.close();
    }
  } catch {
    // Then its names reach the disk when they do.
  }
}

/** Beside the built server; code that runs from its sources (tests) uses the build as well. */
function packedFoundation(): string {
  const beside = fileURLToPath(new URL(FROM_HERE, import.meta.url));
  return import.meta.url.endsWith('.ts')
    ? beside.replace(`${sep}empty-database`, `${sep}dist${sep}empty-database`)
    : beside;
}
