import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

// What reaches the disk, as Node itself tells it. Needs the build.
jest.setTimeout(240_000);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shelter-flushing-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** How often a process that commits so many times flushes a file to the disk. */
async function flushesOf(commits: number): Promise<number> {
  const traces = join(folder, `traces-${commits}`);
  await promisify(execFile)(process.execPath, [
    '--trace-event-categories=node.fs.sync',
    `--trace-event-file-pattern=${traces}-\${rotation}.json`,
    join(import.meta.dirname, 'committing.mjs'),
    join(folder, 'data'),
    String(commits),
  ]);
  const files = (await readdir(folder)).filter((name) => name.startsWith(`traces-${commits}-`));
  const texts = await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')));
  return texts
    .join('')
    .split('"ph":"B"')
    .filter((event) => event.includes('fs.sync.fsync')).length;
}

test('every commit is flushed to the disk before it is acknowledged', async () => {
  await flushesOf(0); // makes the folder
  const [few, many] = [await flushesOf(5), await flushesOf(105)];
  // A hundred commits more; opening and closing flush a few files more or less each time.
  expect(many - few).toBeGreaterThan(80);
});
