import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBuiltServer, type BuiltServer } from '../support/built-server.ts';
import { ask, runBuilt, signInAt } from '../support/built-command.ts';
import { until } from '../support/until.ts';

// What ships: the built server and the built commands, each a process of its own, on one data folder.
jest.setTimeout(240_000);

const COUNTS = `{
  shelters(first: 1) { totalCount }
  filings(first: 200) { nodes { stage } totalCount }
}`;
interface Counts {
  readonly shelters: { readonly totalCount: number };
  readonly filings: { readonly totalCount: number; readonly nodes: readonly { stage: string }[] };
}

describe('the demo city', () => {
  let dataDir: string;
  let server: BuiltServer;
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'shelter-start-'));
    server = await startBuiltServer({ demo: true, dataDir });
  });
  afterAll(async () => {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  const counts = async () => {
    const token = await signInAt(server, 'city', server.password);
    return ask<Counts>(server, COUNTS, {}, token);
  };
  const readiness = async () => (await fetch(`${server.url}/readyz`)).json() as Promise<unknown>;

  test('starts on an empty folder, and prints where it is and how to get in', async () => {
    expect(server.output()).toContain(`Password 密码   ${server.password}`);
    expect(server.output()).toContain(
      'city citygov hubin-em hubin-gov lingbao-em lingbao-gov sfq unit1 community1',
    );
    expect(await readiness()).toEqual({ ready: true, reasons: [] });
    const home = await fetch(`${server.url}/console`, { redirect: 'manual' });
    expect([home.status, home.headers.get('location')]).toEqual([308, '/console/']);
  });

  test('has 48 shelters and a filing in every stage', async () => {
    const { shelters, filings } = await counts();
    expect(shelters.totalCount).toBe(48);
    expect(new Set(filings.nodes.map(({ stage }) => stage))).toEqual(
      new Set(['DRAFT', 'SUBMITTED', 'RETURNED', 'WITHDRAWN', 'FILED', 'SUPERSEDED']),
    );
  });

  test('has an exercise running with duties in every stage, a flood that is over, and nothing real and live', async () => {
    const token = await signInAt(server, 'hubin-gov', server.password);
    const { activations, duties } = await ask<{
      activations: { nodes: { stage: string; exercise: boolean; shelterCount: number }[] };
      duties: { nodes: { stage: string }[] };
    }>(
      server,
      `query { activations { nodes { stage exercise shelterCount } } duties(first: 100) { nodes { stage } } }`,
      {},
      token,
    );
    expect(activations.nodes).toEqual([
      { stage: 'LIVE', exercise: true, shelterCount: 6 },
      { stage: 'ENDED', exercise: false, shelterCount: 3 },
    ]);
    expect(new Set(duties.nodes.map(({ stage }) => stage))).toEqual(
      new Set(['ASSIGNED', 'ACKNOWLEDGED', 'IN_PLACE', 'DEGRADED', 'STOOD_DOWN']),
    );
    const feed = await (await fetch(`${server.url}/public/v1/announcements.atom`)).text();
    expect(feed).toContain('【演练】');
  });

  test('tells Prometheus what took how long, by operation', async () => {
    await counts();
    const metrics = await (await fetch(`${server.url}/metrics`)).text();
    expect(metrics).toMatch(/http_request_duration_seconds_count\{operation="signIn",status="200"\} \d/);
    expect(metrics).toMatch(/ledger_unsealed_entries \d/);
    expect(metrics).toMatch(/process_cpu_seconds_total/);
    const through = await fetch(`${server.url}/metrics`, { headers: { 'x-forwarded-for': '203.0.113.7' } });
    expect(through.status).toBe(403);
  });

  test('refuses a second server on the port or on the folder, and lets commands attach', async () => {
    const port = new URL(server.url).port;
    const samePort = await runBuilt('main', [], { PORT: port, DATA_DIR: dataDir });
    expect(samePort).toMatchObject({ code: 1, output: expect.stringContaining(`PORT ${port} is taken`) });
    expect(samePort.output).toContain('A Shelter Registry already answers');
    const sameFolder = await runBuilt('main', [], { PORT: '0', DATA_DIR: dataDir });
    expect(sameFolder).toMatchObject({
      code: 1,
      output: expect.stringContaining('is in use by another server'),
    });
    for (const { output } of [samePort, sameFolder]) expect(output).not.toMatch(/^\s+at /m);

    expect(await runBuilt('cli/migrate', [], { DATA_DIR: dataDir })).toMatchObject({ code: 0 });
    const verdict = await runBuilt('cli/ledger-verify', [], { DATA_DIR: dataDir });
    expect(verdict).toMatchObject({ code: 0, output: expect.stringContaining('The ledger is whole') });
    const link = await runBuilt('cli/admin', ['first-run'], { DATA_DIR: dataDir });
    expect(link).toMatchObject({ code: 1, output: expect.stringContaining('already has an administrator') });
  });

  test('says that it is not ready while its database is dead, and recovers by itself', async () => {
    const lock = JSON.parse(await readFile(join(dataDir, 'database.lock'), 'utf8')) as {
      process: { pid: number };
    };
    process.kill(lock.process.pid, 'SIGKILL');
    await until('unready', async () => {
      const answer = await fetch(`${server.url}/readyz`);
      return answer.status === 503;
    });
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    await until('ready again', async () => (await fetch(`${server.url}/readyz`)).status === 200, 60);
    expect((await counts()).shelters.totalCount).toBe(48);
    expect(server.output()).toContain('It is being started again.');
  });

  test('stops gracefully within five seconds, and starts again without loading the demo twice', async () => {
    const exit = once(server.process, 'exit');
    const begun = performance.now();
    server.process.kill('SIGTERM');
    expect(await exit).toEqual([0, null]);
    expect(performance.now() - begun).toBeLessThan(5_000);
    server = await startBuiltServer({ demo: true, dataDir, env: { DEMO_PASSWORD: 'another-wish-too-late' } });
    expect(server.output()).not.toContain('ended without closing');
    const known = await readFile(join(dataDir, 'demo-password'), 'utf8');
    expect(server.output()).toContain(known.trim());
    const token = await signInAt(server, 'city', known.trim());
    expect((await ask<Counts>(server, COUNTS, {}, token)).shelters.totalCount).toBe(48);
  });
});

test('stops with the shell that npm put between, although nobody hands the signal on', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'shelter-start-'));
  const main = join(import.meta.dirname, '../../dist/apps/api/src/main.js');
  const { NODE_OPTIONS: _options, ...env } = process.env;
  const shell = spawn('sh', ['-c', `"${process.execPath}" "${main}"; exit`], {
    env: { ...env, PORT: '0', DATA_DIR: dataDir, DEMO: '0', npm_lifecycle_event: 'start' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  shell.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  await until('ready', () => Promise.resolve(said.includes('is ready')), 90);
  const url = /http:\/\/localhost:\d+/.exec(said)?.[0] ?? '';
  shell.kill('SIGTERM');
  const alive = async () => (await fetch(`${url}/healthz`).catch(() => null)) !== null;
  await until('gone', async () => !(await alive()));
  await once(shell, 'close');
  await rm(dataDir, { recursive: true, force: true });
});

describe('a start that cannot succeed says why, without a stack', () => {
  const failing = async (env: NodeJS.ProcessEnv) => {
    const dataDir = await mkdtemp(join(tmpdir(), 'shelter-start-'));
    const { code, output } = await runBuilt('main', [], { PORT: '0', DATA_DIR: dataDir, DEMO: '0', ...env });
    await rm(dataDir, { recursive: true, force: true });
    expect(output).not.toMatch(/^\s+at /m);
    return [code, output.trim()];
  };

  test('settings that cannot be', async () => {
    expect(await failing({ PORT: '80x' })).toEqual([1, expect.stringContaining('PORT="80x"')]);
    expect(await failing({ DEMO: 'maybe' })).toEqual([1, expect.stringContaining('DEMO="maybe"')]);
  });

  test('a database that is not there', async () => {
    const url = 'postgres://nobody:secret-word@127.0.0.1:1/none';
    const [code, output] = await failing({ DATABASE_URL: url });
    expect([code, output]).toEqual([1, expect.stringContaining('cannot be reached')]);
    expect(output).not.toContain('secret-word');
  });

  test('a port of somebody else', async () => {
    const other = createServer().listen(0, '0.0.0.0');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    expect(await failing({ PORT: String(port) })).toEqual([
      1,
      expect.stringContaining(`ss -ltnp sport = :${port}`),
    ]);
    other.close();
  });

  test('a Node that is too old is told so before anything else', async () => {
    const script = `
      Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '18.20.0' } });
      await import(${JSON.stringify(join(import.meta.dirname, '../../apps/api/prepare.mjs'))});`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
    expect(await once(child, 'close')).toEqual([1, null]);
    expect(said).toContain('needs Node 20.19 or newer; this is Node 18.20.0');
  });
});
