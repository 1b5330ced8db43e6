import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { createDataSource, inTransaction } from '../../apps/api/src/platform/database/data-source.ts';
import { findOwner } from '../../apps/api/src/platform/database/embedded/owner-lock.ts';
import {
  openDatabase,
  type DatabaseLost,
  type OpenDatabase,
} from '../../apps/api/src/platform/database/open-database.ts';
import { insertParcel, parcelIds } from './parcels.ts';

// The embedded database as it ships: in its own process, on a folder. Needs the build.
jest.setTimeout(240_000);

let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'shelter-data-'));
  const open = await openDatabase({ dataDir, as: 'command' });
  const dataSource = await createDataSource(open, [], []).initialize();
  await dataSource.query(`create table parcel (id integer constraint pk_parcel primary key, said text)`);
  await dataSource.destroy();
  await open.close();
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

const databasePid = async (): Promise<number> => {
  const owner = await findOwner(dataDir);
  if (!owner) throw new Error('The folder has no owner.');
  return owner.process.pid;
};

const lossOf = (open: OpenDatabase) => new Promise<DatabaseLost>((lost) => open.onLost(lost));

/** Writes pairs (n, n + 1,000,000), each in a transaction, until the database is gone; answers the acknowledged. */
async function writePairs(dataSource: DataSource, first: number, acknowledged: number[], seen: () => void) {
  for (let id = first; ; id += 1) {
    try {
      await inTransaction(dataSource, async (tx) => {
        await insertParcel(tx, id);
        await insertParcel(tx, id + 1_000_000);
      });
    } catch {
      return;
    }
    acknowledged.push(id);
    seen();
  }
}

test('kill -9 in mid-write loses nothing that was acknowledged, and a server goes on by itself', async () => {
  const open = await openDatabase({ dataDir, as: 'server' });
  const dataSource = await createDataSource(open, [], []).initialize();
  const acknowledged: number[] = [];
  for (const round of [1, 2, 3]) {
    const lost = lossOf(open);
    const pid = await databasePid();
    const enough = acknowledged.length + 200;
    const kill = () => void (acknowledged.length === enough && process.kill(pid, 'SIGKILL'));
    const writers = [1, 2, 3, 4].map((writer) =>
      writePairs(dataSource, round * 100_000 + writer * 10_000, acknowledged, kill),
    );
    await Promise.all(writers);
    const { reason, restarting, back } = await lost;
    expect({ reason, restarting }).toEqual({ reason: expect.stringContaining('SIGKILL'), restarting: true });
    expect(await back).toBe(true);
    const kept = new Set(await parcelIds(dataSource));
    expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
    expect([...kept].filter((id) => !kept.has(id < 1_000_000 ? id + 1_000_000 : id - 1_000_000))).toEqual([]);
  }
  expect(acknowledged.length).toBeGreaterThanOrEqual(600);
  await dataSource.destroy();
  await open.close();
});

test('commits wait for the disk', async () => {
  const open = await openDatabase({ dataDir, as: 'command' });
  const dataSource = await createDataSource(open, [], []).initialize();
  const settings: unknown = await dataSource.query(`
    select current_setting('fsync') as fsync, current_setting('wal_sync_method') as by,
      current_setting('synchronous_commit') as commit, current_setting('full_page_writes') as pages`);
  expect(settings).toEqual([{ fsync: 'on', by: 'fsync', commit: 'on', pages: 'on' }]);
  await dataSource.destroy();
  await open.close();
});

test('a second owner is refused, a command attaches', async () => {
  const open = await openDatabase({ dataDir, as: 'server' });
  const refused = openDatabase({ dataDir, as: 'server' });
  await expect(refused).rejects.toMatchObject({
    code: 'FOLDER_IN_USE',
    params: { folder: dataDir, pid: process.pid },
  });
  await expect(refused).rejects.toThrow(
    `The data folder ${dataDir} is in use by another server (process ${process.pid}`,
  );

  const command = await openDatabase({ dataDir, as: 'command' });
  expect(command.attached).toBe(true);
  expect(command.connection).toEqual(open.connection);
  const dataSource = await createDataSource(command, [], []).initialize();
  await insertParcel(dataSource, 7);
  await dataSource.destroy();
  const lost = lossOf(command);
  await open.close();
  expect(await lost).toMatchObject({ restarting: false });
  await command.close();
});

test('a command that others came to use ends after the last of them', async () => {
  const first = await openDatabase({ dataDir, as: 'command' });
  const second = await openDatabase({ dataDir, as: 'command' });
  expect([first.attached, second.attached]).toEqual([false, true]);
  await first.close();
  const dataSource = await createDataSource(second, [], []).initialize();
  await insertParcel(dataSource, 8);
  await dataSource.destroy();
  await second.close();
  const next = await openDatabase({ dataDir, as: 'command' });
  expect(next.notices).toEqual([]);
  await next.close();
});

test('the lock of a killed owner is taken over, and that is said', async () => {
  const killed = await openDatabase({ dataDir, as: 'command' });
  const lost = lossOf(killed);
  const pid = await databasePid();
  process.kill(pid, 'SIGKILL');
  expect(await lost).toMatchObject({ restarting: false });
  const next = await openDatabase({ dataDir, as: 'server' });
  expect(next.notices).toEqual([expect.stringContaining(`process ${pid}) ended without closing`)]);
  await next.close();
  expect(await readdir(dataDir)).toEqual(['database']);
});

test('the database ends with a server that was killed, and the next server waits for that', async () => {
  const server = fork(join(import.meta.dirname, 'lone-server.mjs'), [dataDir], {
    execArgv: [],
    stdio: 'inherit',
  });
  await once(server, 'message');
  server.kill('SIGKILL');
  await once(server, 'exit');
  const next = await openDatabase({ dataDir, as: 'server' });
  expect(next.notices).toEqual([]);
  await next.close();
});

test('told to stop by the system, it closes in order', async () => {
  const open = await openDatabase({ dataDir, as: 'command' });
  const lost = lossOf(open);
  process.kill(await databasePid(), 'SIGTERM');
  expect(await lost).toMatchObject({ reason: expect.stringContaining('exit code 0') });
  expect(await readdir(dataDir)).toEqual(['database']);
  await open.close();
});
