import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { layFoundation } from '../../apps/api/src/platform/database/embedded/lay-foundation.ts';

let dataDir: string;
let folder: string;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'shelter-foundation-'));
  folder = join(dataDir, 'database');
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

test('an empty database is put where there is none, in place of what was begun and not finished', async () => {
  const left = `${folder}.draft-1`;
  await mkdir(left);
  await writeFile(join(left, 'PG_VERSION'), 'half');
  await layFoundation(folder);
  expect(await readFile(join(folder, 'PG_VERSION'), 'utf8')).toMatch(/^\d+\s*$/u);
  expect(existsSync(join(folder, 'pg_notify'))).toBe(true);
  expect(await readdir(dataDir)).toEqual(['database']);
});

test('an empty folder is filled, one with anything in it is left as it is', async () => {
  await mkdir(folder);
  await layFoundation(folder);
  expect(existsSync(join(folder, 'PG_VERSION'))).toBe(true);
  const other = join(dataDir, 'other');
  await mkdir(other);
  await writeFile(join(other, 'mine'), 'x');
  await layFoundation(other);
  expect(await readdir(other)).toEqual(['mine']);
});

test('where nothing is packed the engine lays its own, and a broken pack leaves nothing behind that looks whole', async () => {
  await layFoundation(folder, join(dataDir, 'absent.tar.gz'));
  expect(existsSync(folder)).toBe(false);
  const broken = join(dataDir, 'broken.tar.gz');
  await writeFile(broken, 'no archive at all');
  await expect(layFoundation(folder, broken)).rejects.toThrow();
  expect(existsSync(folder)).toBe(false);
});
