// Proves that a folder put together by docker/assemble.sh runs by itself: as an ordinary user who may write nothing in it,
// without one package of development, from its first start to a graceful end.
//   node tests/try-assembled.mjs FOLDER      With TEST_DATABASE_URL on a new PostgreSQL database, else on the embedded one.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const START_MS = 120_000;
const FAREWELL_MS = 5_000;
/** Where this runs as root the server must not: "nobody" owns nothing. */
const NOBODY = 65_534;

const folder = resolve(process.argv[2] ?? '');
const asRoot = process.getuid?.() === 0;
const who = asRoot ? { uid: NOBODY, gid: NOBODY } : {};
const dataDir = mkdtempSync(join(tmpdir(), 'shelter-assembled-'));
chmodSync(dataDir, 0o700);
if (asRoot) chownSync(dataDir, NOBODY, NOBODY);
const require = createRequire(join(folder, 'package.json'));

refuseDevelopment();
const database = await givenDatabase();
const env = {
  PATH: process.env.PATH,
  HOME: '/nonexistent',
  NODE_ENV: 'production',
  PORT: '0',
  DEMO: '0',
  DATA_DIR: dataDir,
  npm_config_cache: join(dataDir, 'npm'),
  npm_config_update_notifier: 'false',
  ...(database.url ? { DATABASE_URL: database.url } : {}),
};
try {
  const server = await start();
  await demand(server, '/readyz', /"ready":true/);
  await demand(server, '/', /<html/i);
  await demand(server, '/console/', /<html/i);
  run(['run', '-s', 'ledger:verify'], /The ledger is whole/);
  run(['run', '-s', 'backup', '--', join(dataDir, 'first.backup')], /The backup is whole/);
  await stop(server);
  console.log('The assembled folder starts, answers, backs up and stops as an ordinary user.');
} finally {
  await database.drop();
  rmSync(dataDir, { recursive: true, force: true });
}

function refuseDevelopment() {
  const { packages } = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8'));
  const strangers = Object.keys(packages).filter(
    (path) => packages[path].dev && existsSync(join(folder, path)),
  );
  if (strangers.length > 0) fail(`packages of development are in it: ${strangers.join(', ')}`);
  if (existsSync(join(folder, 'apps/api/src'))) fail('sources are in it');
}

/** A database of its own on the cluster; nothing where the embedded one is to be tried. */
async function givenDatabase() {
  const cluster = process.env.TEST_DATABASE_URL;
  if (!cluster) return { drop: async () => undefined };
  const { default: pg } = await import(require.resolve('pg'));
  const name = `shelter_assembled_${process.pid}`;
  const asked = async (sql) => {
    const client = new pg.Client({ connectionString: cluster });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };
  await asked(`create database ${name} encoding 'UTF8' template template0`);
  const url = new URL(cluster);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => asked(`drop database ${name} with (force)`) };
}

async function start() {
  const args = ['--enable-source-maps', '--max-old-space-size=1024', 'dist/apps/api/src/main.js'];
  const child = spawn(process.execPath, args, { cwd: folder, env, ...who, stdio: ['ignore', 'pipe', 2] });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text) => (said += text));
  for (let waited = 0; waited < START_MS; waited += 100) {
    if (child.exitCode !== null) fail(`it ended with ${child.exitCode}:\n${said}`);
    const url = /is ready: (http:\S+)/.exec(said)?.[1];
    if (url) return { child, url };
    await pause(100);
  }
  child.kill('SIGKILL');
  fail(`it was not ready after ${START_MS / 1000} s:\n${said}`);
}

async function demand({ url }, path, expected) {
  const answer = await fetch(url + path);
  const text = await answer.text();
  if (answer.status !== 200 || !expected.test(text))
    fail(`${path} answered ${answer.status}: ${text.slice(0, 300)}`);
}

/** A command as its operator calls it. */
function run(args, expected) {
  const { status, stdout, stderr } = spawnSync('npm', args, { cwd: folder, env, ...who, encoding: 'utf8' });
  if (status !== 0 || !expected.test(stdout))
    fail(`npm ${args.join(' ')} ended with ${status}: ${stdout}${stderr}`);
}

async function stop({ child }) {
  const ended = once(child, 'exit');
  const late = setTimeout(() => child.kill('SIGKILL'), FAREWELL_MS);
  child.kill('SIGTERM');
  const [code, signal] = await ended;
  clearTimeout(late);
  if (code !== 0) fail(`asked to stop it ended with ${code ?? signal}`);
}

function fail(words) {
  throw new Error(`${folder}: ${words}`);
}
