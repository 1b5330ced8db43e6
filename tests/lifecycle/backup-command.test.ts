import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { ask, runBuilt, signInAt, type Ended } from '../support/built-command.ts';
import { startBuiltServer, type BuiltServer } from '../support/built-server.ts';
import { databaseKinds } from '../support/databases.ts';
import { ordinaryDatabase, type OrdinaryDatabase } from '../support/ordinary-database.ts';

// What ships: the built commands beside the built server, each a process of its own.
jest.setTimeout(240_000);

const ROOT = join(import.meta.dirname, '../..');
const COMMANDS = join(ROOT, 'dist/apps/api/src/cli');
/** Blocks of 512 bytes a process may write into one file: far less than the backup has. */
const NARROW = 40;

/** Runs a command in a shell that lets it write small files only, as a full disk would. */
async function runOnFullDisk(command: string, file: string, env: NodeJS.ProcessEnv): Promise<Ended> {
  const { NODE_OPTIONS: _options, DATABASE_URL: _url, ...rest } = process.env;
  const script = `ulimit -f ${NARROW} && exec "${process.execPath}" "${join(COMMANDS, `${command}.js`)}" "${file}"`;
  const child = spawn('sh', ['-c', script], {
    env: { ...rest, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, output };
}

/** Runs a restore and kills it outright as soon as it has said so much. */
async function killRestore(file: string, env: NodeJS.ProcessEnv, at: RegExp): Promise<void> {
  const { NODE_OPTIONS: _options, DATABASE_URL: _url, ...rest } = process.env;
  const child = spawn(process.execPath, [join(COMMANDS, 'restore.js'), file], {
    env: { ...rest, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
    if (at.test(said)) child.kill('SIGKILL');
  });
  expect(await once(child, 'close')).toEqual([null, 'SIGKILL']);
}

const SHELTERS = `{ shelters(first: 1) { totalCount } }`;

async function sheltersAt(server: BuiltServer, password: string): Promise<number> {
  const token = await signInAt(server, 'city', password);
  const { shelters } = await ask<{ shelters: { totalCount: number } }>(server, SHELTERS, {}, token);
  return shelters.totalCount;
}

describe('npm run backup, beside a running server', () => {
  let folder: string;
  let file: string;
  let trial: BuiltServer;
  let made: Ended;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'shelter-backup-'));
    file = join(folder, 'trial.backup');
    trial = await startBuiltServer({ demo: true, dataDir: join(folder, 'trial') });
    await writeFile(`${file}.999999.part`, 'left by a backup that was killed');
    made = await runBuilt('cli/backup', [file], { DATA_DIR: trial.dataDir });
  });
  afterAll(async () => {
    await trial.stop();
    await rm(folder, { recursive: true, force: true });
  });

  test('writes one secret file, says so, and leaves the server at work', async () => {
    expect(made).toEqual({
      code: 0,
      output: expect.stringMatching(/is whole: .*[1-9]\d* uploads[^]*SECRET[^]*机密/),
    });
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await readdir(folder)).sort()).toEqual(['trial', 'trial.backup']);
    expect((await fetch(`${trial.url}/readyz`)).status).toBe(200);
    const checked = await runBuilt('cli/restore', [file, '--check'], { DATA_DIR: join(folder, 'none') });
    expect(checked).toMatchObject({
      code: 0,
      output: expect.stringMatching(/whole: made .*[1-9]\d* uploads/),
    });
    expect(existsSync(join(folder, 'none'))).toBe(false);
  });

  test('replaces an older backup only by a whole one; a full disk leaves the older', async () => {
    const before = await stat(file);
    const full = await runOnFullDisk('backup', file, { DATA_DIR: trial.dataDir });
    expect(full).toMatchObject({ code: 2, output: expect.stringMatching(/no room left \(EFBIG\)/) });
    expect((await stat(file)).mtimeMs).toBe(before.mtimeMs);
    expect((await readdir(folder)).sort()).toEqual(['trial', 'trial.backup']);
    expect(await runBuilt('cli/backup', [file], { DATA_DIR: trial.dataDir })).toMatchObject({ code: 0 });
    expect((await stat(file)).mtimeMs).toBeGreaterThan(before.mtimeMs);
  });

  test('says what is wrong, and ends with 2', async () => {
    const nothing = await runBuilt('cli/backup', [join(folder, 'x')], { DATA_DIR: join(folder, 'none') });
    expect(nothing).toMatchObject({ code: 2, output: expect.stringContaining('nothing to back up') });
    expect(existsSync(join(folder, 'none'))).toBe(false);
    for (const command of ['cli/backup', 'cli/restore']) {
      for (const args of [[], ['a', 'b'], ['--no-such-thing', 'a']]) {
        expect(await runBuilt(command, args, { DATA_DIR: trial.dataDir })).toMatchObject({ code: 2 });
      }
    }
    const busy = await runBuilt('cli/restore', [file], { DATA_DIR: trial.dataDir });
    expect(busy).toMatchObject({ code: 2, output: expect.stringContaining('is using') });
    const url = 'postgres://nobody:secret-word@127.0.0.1:1/none';
    const unreachable = await runBuilt('cli/backup', [file], {
      DATABASE_URL: url,
      DATA_DIR: trial.dataDir,
    });
    expect(unreachable).toMatchObject({ code: 2, output: expect.not.stringContaining('secret-word') });
  });

  describe.each(databaseKinds())('npm run restore into %s', (kind) => {
    let dataDir: string;
    let ordinary: OrdinaryDatabase | undefined;
    let env: NodeJS.ProcessEnv;
    beforeAll(async () => {
      dataDir = join(folder, `restored-${kind}`);
      await mkdir(dataDir);
      ordinary = kind === 'postgres' ? await ordinaryDatabase() : undefined;
      env = { DATA_DIR: dataDir, ...(ordinary ? { DATABASE_URL: ordinary.url } : {}) };
    });
    afterAll(() => ordinary?.drop());

    test('killed in its midst leaves an empty database and a clear word, and can be run again', async () => {
      await killRestore(file, env, /\n {2}shelter: /);
      if (ordinary) expect(await tablesIn(ordinary.url)).toEqual([]);
      const barred = await runBuilt('main', [], { ...env, PORT: '0', DEMO: '0' });
      expect(barred).toMatchObject({
        code: 1,
        output: expect.stringMatching(/was cut off; the database is as empty as before/),
      });
    });

    test('gives the trial city a new home: whole ledger, every shelter, the same passwords', async () => {
      const restored = await runBuilt('cli/restore', [file], env);
      expect(restored).toMatchObject({
        code: 0,
        output: expect.stringMatching(/Restored: [^]*[1-9]\d* uploads[^]*The ledger is whole: \d\d+ sealed/),
      });
      const server = await startBuiltServer({ dataDir, env });
      try {
        expect(await sheltersAt(server, trial.password)).toBe(await sheltersAt(trial, trial.password));
        const again = await runBuilt('cli/restore', [file], env);
        expect(again).toMatchObject({ code: 2, output: expect.stringContaining('is using') });
      } finally {
        await server.stop();
      }
      const over = await runBuilt('cli/restore', [file], env);
      expect(over).toMatchObject({ code: 2, output: expect.stringContaining('is not empty (activation') });
      expect(await runBuilt('cli/ledger-verify', [], env)).toMatchObject({ code: 0 });
    });
  });
});

async function tablesIn(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and relname <> 'spatial_ref_sys'`,
  );
  await client.end();
  return rows.map(({ name }) => name);
}
