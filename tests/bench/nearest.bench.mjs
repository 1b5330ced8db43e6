// nearestShelters over 200,000 shelters: CPU and requests a second of the built server beside the floor (node:http and
// pg with the same SQL), taken in turns in one run. Wanted: at most 3.5 times the floor's CPU.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { manyShelters } from './many-shelters.mjs';
import { questions } from './nearest-question.mjs';
import { administer, freshDatabase } from './postgres.mjs';

const SHELTERS = Number(process.env.BENCH_SHELTERS ?? 200_000);
const PLACES = 500;
const CONNECTIONS = 16;
const ROUNDS = 5;
const WARM_REQUESTS = 4_000;
const ROUND_MS = Number(process.env.BENCH_ROUND_MS ?? 4_000);
const WANTED = 3.5;

const database = await freshDatabase();
const dataDir = mkdtempSync(join(tmpdir(), 'shelter-bench-data-'));
const running = [];
try {
  await fill();
  const env = { ...process.env, DATABASE_URL: database.url, DATA_DIR: dataDir, NODE_OPTIONS: '' };
  const server = await start('dist/apps/api/src/main.js', {
    ...env,
    DEMO: '0',
    PORT: '0',
    LOG_LEVEL: 'warn',
    ANONYMOUS_PER_MINUTE: '10000000',
  });
  const floor = await start('tests/bench/nearest-floor.mjs', env);
  const { rows } = await administer(
    database.url,
    `select st_x(location::geometry) as longitude, st_y(location::geometry) as latitude
     from publication where status = 'PUBLISHED' order by md5(code) limit ${PLACES}`,
  );
  const asked = questions(rows);
  await compare(server, floor, asked);
  const taken = await measure(server, floor, asked);
  report(taken);
} finally {
  for (const child of running) child.kill();
  await database.close();
  rmSync(dataDir, { recursive: true, force: true });
}

async function fill() {
  console.log(`Filling a database with ${SHELTERS.toLocaleString('en')} shelters …`);
  const env = { ...process.env, DATABASE_URL: database.url, DATA_DIR: dataDir };
  const migrated = spawnSync(process.execPath, ['dist/apps/api/src/cli/migrate.js'], {
    env,
    encoding: 'utf8',
  });
  if (migrated.status !== 0) throw new Error(migrated.stderr);
  await administer(database.url, manyShelters(SHELTERS));
  await administer(database.url, 'vacuum analyze');
}

/** Starts a server and waits until it says where it is. */
function start(file, env) {
  const child = spawn(process.execPath, [file], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  running.push(child);
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code}`)));
    createInterface({ input: child.stdout }).on('line', (line) => {
      const url = /https?:\/\/[^\s/]+:\d+/.exec(line)?.[0];
      if (url)
        resolve({
          url: url.replace('localhost', '127.0.0.1').replace('[::1]', '127.0.0.1'),
          agent: new Agent({ keepAlive: true, maxSockets: CONNECTIONS }),
        });
    });
  });
}

/** Every question once to each: a server that answers something else has measured nothing. */
async function compare(server, floor, asked) {
  let bytes = 0;
  for (const body of asked) {
    const [theirs, ours] = await Promise.all([send(floor, body), send(server, body)]);
    if (theirs !== ours)
      throw new Error(`The answers differ.\nfloor:  ${theirs}\nserver: ${ours}\nasked: ${body}`);
    bytes += ours.length;
  }
  console.log(
    `${asked.length} answers compared, byte for byte the same; ${Math.round(bytes / asked.length)} characters each.`,
  );
}

async function measure(server, floor, asked) {
  const taken = { server: [], floor: [] };
  // Compiled as it will be for the rest of its life: a cold server is measured by its first minute only.
  for (const target of [floor, server])
    await Promise.all(
      Array.from({ length: WARM_REQUESTS }, (_, index) => send(target, asked[index % asked.length])),
    );
  for (let round = 1; round <= ROUNDS; round += 1) {
    taken.floor.push(await load(floor, asked, ROUND_MS));
    taken.server.push(await load(server, asked, ROUND_MS));
    const [f, s] = [taken.floor.at(-1), taken.server.at(-1)];
    console.log(`round ${round}: floor ${said(f)}; server ${said(s)}; ratio ${(s.cpu / f.cpu).toFixed(2)}`);
  }
  return taken;
}

/** As many requests as it takes, some at a time, for so long. */
async function load(target, asked, milliseconds) {
  const before = await cpuSeconds(target);
  const begin = performance.now();
  let count = 0;
  const one = async () => {
    while (performance.now() - begin < milliseconds) {
      await send(target, asked[count++ % asked.length]);
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, one));
  const seconds = (performance.now() - begin) / 1_000;
  return { cpu: (((await cpuSeconds(target)) - before) / count) * 1e6, perSecond: count / seconds };
}

async function cpuSeconds(target) {
  const text = await send(target, null, '/metrics');
  return Number(/^process_cpu_seconds_total ([\d.e+-]+)/m.exec(text)?.[1]);
}

function send({ url, agent }, body, path = '/graphql') {
  return new Promise((resolve, reject) => {
    const headers =
      body === null ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const sent = request(
      url + path,
      { agent, method: body === null ? 'GET' : 'POST', headers },
      (response) => {
        const chunks = [];
        response.on('data', (chunk) => chunks.push(chunk));
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString();
          if (response.statusCode === 200) resolve(text);
          else reject(new Error(`${path} answered ${response.statusCode}: ${text}`));
        });
      },
    );
    sent.on('error', reject);
    sent.end(body ?? undefined);
  });
}

function report({ server, floor }) {
  const ratio = median(server.map(({ cpu }, round) => cpu / floor[round].cpu));
  console.log(`\nmedians: floor ${said(middle(floor))}; server ${said(middle(server))}`);
  console.log(`ratio of CPU a request: ${ratio.toFixed(2)} (wanted at most ${WANTED})`);
  if (ratio > WANTED) process.exitCode = 1;
}

function middle(rounds) {
  return {
    cpu: median(rounds.map(({ cpu }) => cpu)),
    perSecond: median(rounds.map(({ perSecond }) => perSecond)),
  };
}

function said({ cpu, perSecond }) {
  return `${Math.round(cpu)} µs CPU, ${Math.round(perSecond)} requests/s`;
}

function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
}
