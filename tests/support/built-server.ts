import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyDemoFolder } from './demo-folder.ts';

const ROOT = join(import.meta.dirname, '../..');
const MAIN = join(ROOT, 'dist/apps/api/src/main.js');
const START_SECONDS = 180;

export interface BuiltServer {
  readonly url: string;
  /** The one password of the demo accounts. */
  readonly password: string;
  readonly dataDir: string;
  readonly process: ChildProcess;
  /** Everything it printed so far. */
  output(): string;
  stop(): Promise<void>;
}

export interface BuiltServerOptions {
  readonly demo?: boolean;
  readonly env?: NodeJS.ProcessEnv;
  /** Kept after stop when given; else a temporary folder, for the trial city with the city in it. */
  readonly dataDir?: string;
}

/** Starts what ships: the built server as a process of its own on a free port; ready when its ready check says so. */
export async function startBuiltServer({
  demo = false,
  env = {},
  dataDir,
}: BuiltServerOptions = {}): Promise<BuiltServer> {
  if (!existsSync(MAIN))
    throw new Error(`${MAIN} is missing: run "npm run build" first (npm test does it by itself).`);
  const folder = dataDir ?? (await mkdtemp(join(tmpdir(), 'shelter-built-')));
  if (demo && !dataDir)
    await copyDemoFolder(folder, async (draft) => {
      await (await startBuiltServer({ demo, dataDir: draft })).stop();
    });
  const password = 'demo-password-for-tests';
  const child = spawn(process.execPath, ['--enable-source-maps', MAIN], {
    cwd: ROOT,
    env: {
      ...withoutJest(process.env),
      PORT: '0',
      DATA_DIR: folder,
      DEMO: demo ? '1' : '0',
      DEMO_PASSWORD: password,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (text: string) => (output += text));
  }
  const stop = async () => {
    await ended(child);
    if (!dataDir) await rm(folder, { recursive: true, force: true });
  };
  try {
    const url = await address(child, () => output);
    await readiness(url, () => output);
    return { url, password, dataDir: folder, process: child, output: () => output, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The first loopback or local address it prints. */
async function address(child: ChildProcess, output: () => string): Promise<string> {
  const deadline = AbortSignal.timeout(START_SECONDS * 1_000);
  for (;;) {
    const port = /https?:\/\/(?:127\.0\.0\.1|localhost|\[::1\]):(\d+)/.exec(output())?.[1];
    if (port) return `http://127.0.0.1:${port}`;
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}:\n${output()}`);
    await Promise.race([once(child.stdout ?? child, 'data', { signal: deadline }), once(child, 'exit')]);
  }
}

async function readiness(url: string, output: () => string): Promise<void> {
  const deadline = AbortSignal.timeout(START_SECONDS * 1_000);
  for (;;) {
    const answer = await fetch(`${url}/readyz`, { signal: deadline }).catch((error: unknown) => {
      throw new Error(`never ready (${String(error)}):\n${output()}`);
    });
    if (answer.status === 200) return;
    await new Promise((again) => setTimeout(again, 200));
  }
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), 15_000);
  await exit;
  clearTimeout(timer);
}

function withoutJest(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { NODE_OPTIONS: _options, JEST_WORKER_ID: _worker, DATABASE_URL: _url, ...rest } = env;
  return rest;
}
