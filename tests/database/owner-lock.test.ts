import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  findOwner,
  OwnerLock,
  type Owner,
} from '../../apps/api/src/platform/database/embedded/owner-lock.ts';
import { markOf } from '../../apps/api/src/platform/database/embedded/running-process.ts';

const CLAIM = { kind: 'server', since: '2026-11-21T08:00:00.000Z', password: 'secret' } as const;
const here = markOf(process.pid);
/** A process of our number that started at another time: the number was given again. */
const earlier = { pid: process.pid, started: 'another-boot/1' };

let dataDir: string;
beforeEach(async () => (dataDir = await mkdtemp(join(tmpdir(), 'shelter-lock-'))));
afterEach(() => rm(dataDir, { recursive: true, force: true }));

const lockFile = () => join(dataDir, 'database.lock');
const leave = (owner: Partial<Owner>) =>
  writeFile(
    lockFile(),
    JSON.stringify({
      ...CLAIM,
      id: 'left',
      process: here,
      startedBy: here,
      machine: hostname(),
      port: null,
      ...owner,
    }),
  );

test('is taken once, published, readable by the owner only, and released', async () => {
  const lock = await OwnerLock.take(dataDir, CLAIM);
  await lock.publish(4_321);
  expect(await findOwner(dataDir)).toMatchObject({ process: here, port: 4_321, password: 'secret' });
  expect((await stat(lockFile())).mode & 0o777).toBe(0o600);
  await expect(OwnerLock.take(dataDir, CLAIM)).rejects.toMatchObject({ code: 'FOLDER_IN_USE' });
  await lock.release();
  expect(await readdir(dataDir)).toEqual([]);
});

test('is taken by one of many who find it stale', async () => {
  await leave({ process: earlier });
  const takers = Array.from({ length: 12 }, () => OwnerLock.take(dataDir, CLAIM));
  const outcomes = await Promise.allSettled(takers);
  const taken = outcomes.filter(({ status }) => status === 'fulfilled');
  expect(taken).toHaveLength(1);
  expect(await readdir(dataDir)).toEqual(['database.lock']);
});

test('left by a process whose number was given again, it is taken over', async () => {
  await leave({ process: earlier });
  expect(await findOwner(dataDir)).toBeUndefined();
  const lock = await OwnerLock.take(dataDir, CLAIM);
  expect(lock.tookOverFrom).toMatchObject({ id: 'left' });
});

test('left half written, it is taken over', async () => {
  await writeFile(lockFile(), '{"id":"ha');
  const lock = await OwnerLock.take(dataDir, CLAIM);
  expect(lock.tookOverFrom).toBeUndefined();
  expect(JSON.parse(await readFile(lockFile(), 'utf8'))).toMatchObject({ process: here });
});

test('of another machine is never judged from here', async () => {
  await leave({ machine: 'elsewhere', process: earlier });
  const refusal = { code: 'FOLDER_IN_USE_ELSEWHERE', params: { machine: 'elsewhere', file: lockFile() } };
  await expect(OwnerLock.take(dataDir, CLAIM)).rejects.toMatchObject(refusal);
  await expect(findOwner(dataDir)).rejects.toMatchObject(refusal);
});

test('of the next owner is not released by the last', async () => {
  const lock = await OwnerLock.take(dataDir, CLAIM);
  await leave({ id: 'next' });
  await lock.release();
  expect(await findOwner(dataDir)).toMatchObject({ id: 'next' });
});
