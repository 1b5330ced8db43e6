// Import of 115,402 rows through the built server on PostgreSQL, beside the floor in the same run: the same rows by COPY
// and by multi-row INSERT into tables with the same indexes. Ratios count; seconds depend on the machine.
// Needs TEST_DATABASE_URL (a cluster, as its superuser). Uses ../shared/data when it is there, else invented rows.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pipeline } from 'node:stream/promises';
import { gzipSync } from 'node:zlib';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';

const ROOT = join(import.meta.dirname, '../..');
const REAL = join(ROOT, '../shared/data/jp-gsi-shelters/jp_designated_emergency_evacuation_sites.csv.gz');
const ROWS = 115_402;
const TABLES = ['shelter', 'shelter_version', 'filing'];
const INSERT_ROWS = 1_000;
const SIGN_IN = `mutation ($username: String!, $password: String!) { signIn(username: $username, password: $password) { token } }`;
const START = `mutation ($fileId: ID!) { startImport(input: { fileId: $fileId, createJurisdictions: true }) { id } }`;
const RUN = `query ($id: ID!) { importRun(id: $id) { state counts { read imported refused held } } }`;
/** The type number of jsonb. */
const JSONB = 3802;
const WANTED = { seconds: 60, megabytes: 600 };

const cluster = process.env.TEST_DATABASE_URL;
if (!cluster) {
  console.error('TEST_DATABASE_URL is unset: name a PostgreSQL cluster, as its superuser.');
  process.exit(2);
}
const name = `shelter_bench_${randomBytes(6).toString('hex')}`;
const url = Object.assign(new URL(cluster), { pathname: `/${name}` }).href;
const dataDir = await mkdtemp(join(tmpdir(), 'shelter-bench-'));
await asAdministrator(`create database ${name}`);
try {
  const ours = await importThroughServer();
  const floor = await measureFloor();
  print(ours, floor);
  if (ours.seconds > WANTED.seconds || ours.megabytes > WANTED.megabytes) process.exitCode = 1;
} finally {
  await asAdministrator(`drop database ${name} with (force)`);
  await rm(dataDir, { recursive: true, force: true });
}

async function asAdministrator(sql) {
  const client = new pg.Client({ connectionString: cluster });
  await client.connect();
  await client.query(sql);
  await client.end();
}

async function importThroughServer() {
  // As `npm start` starts it: the bound on its heap is part of what is measured.
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const [, ...args] = scripts.start.split(' ');
  const server = spawn(process.execPath, args, {
    cwd: ROOT,
    env: {
      ...process.env,
      DATABASE_URL: url,
      DATA_DIR: dataDir,
      DEMO: '1',
      DEMO_PASSWORD: 'bench-password-of-the-demo',
      PORT: '0',
      LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const address = await addressOf(server);
    await until(async () => (await fetch(`${address}/readyz`)).status === 200);
    return await importList(address, server.pid);
  } finally {
    server.kill('SIGTERM');
  }
}

async function importList(address, pid) {
  const { signIn } = await ask(address, null, SIGN_IN, {
    username: 'city',
    password: 'bench-password-of-the-demo',
  });
  const response = await fetch(`${address}/files`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${signIn.token}`,
      'content-type': 'application/octet-stream',
      'x-file-name': 'list.csv.gz',
      'x-shelter-request': '1',
    },
    body: existsSync(REAL) ? readFileSync(REAL) : gzipSync(inventedList()),
  });
  const { fileId } = await response.json();
  const began = performance.now();
  const { startImport } = await ask(address, signIn.token, START, { fileId });
  const waits = [];
  let run;
  await until(async () => {
    const asked = performance.now();
    ({ importRun: run } = await ask(address, signIn.token, RUN, { id: startImport.id }));
    waits.push(performance.now() - asked);
    return run.state !== 'RUNNING';
  });
  const seconds = (performance.now() - began) / 1_000;
  if (run.state !== 'DONE') throw new Error(`the import ended as ${run.state}`);
  waits.sort((a, b) => a - b);
  return {
    ...run.counts,
    seconds,
    megabytes: peakMegabytes(pid),
    slowestAnswer: waits.at(-1),
    p99: waits[Math.floor(waits.length * 0.99)],
  };
}

async function ask(address, token, query, variables) {
  const response = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = await response.json();
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

async function addressOf(server) {
  let output = '';
  for await (const text of server.stdout.setEncoding('utf8')) {
    output += text;
    const port = /https?:\/\/(?:127\.0\.0\.1|localhost):(\d+)/.exec(output)?.[1];
    if (port) return `http://127.0.0.1:${port}`;
  }
  throw new Error(`the server ended:\n${output}`);
}

async function until(holds) {
  while (!(await holds())) await new Promise((again) => setTimeout(again, 200));
}

/** The most the process ever held, as Linux counts it. */
function peakMegabytes(pid) {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]) / 1_000);
}

/** The same rows into tables with the same indexes and checks, by the two plain ways. */
async function measureFloor() {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const floor = { copy: 0, insert: 0 };
  for (const table of TABLES) {
    const chunks = [];
    await pipeline(client.query(copyTo(`copy ${table} to stdout`)), async (source) => {
      for await (const chunk of source) chunks.push(chunk);
    });
    await client.query(`create table floor_${table} (like ${table} including all)`);
    floor.copy += await seconds(() =>
      pipeline(chunks, client.query(copyFrom(`copy floor_${table} from stdin`))),
    );
    await client.query(`truncate floor_${table}`);
    const { rows, fields } = await client.query({ text: `select * from ${table}`, rowMode: 'array' });
    const texts = rows.map((row) => row.map((value, index) => asParameter(value, fields[index])));
    floor.insert += await seconds(() => insertRows(client, `floor_${table}`, texts));
  }
  await client.end();
  return floor;
}

function asParameter(value, { dataTypeID }) {
  return dataTypeID === JSONB && value !== null ? JSON.stringify(value) : value;
}

async function insertRows(client, table, rows) {
  const width = rows[0]?.length ?? 1;
  const most = Math.min(INSERT_ROWS, Math.floor(65_000 / width));
  for (let first = 0; first < rows.length; first += most) {
    const batch = rows.slice(first, first + most);
    const places = batch.map(
      (_row, at) => `(${Array.from({ length: width }, (_x, i) => `$${at * width + i + 1}`).join()})`,
    );
    await client.query(`insert into ${table} values ${places.join()}`, batch.flat());
  }
}

async function seconds(work) {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1_000;
}

function inventedList() {
  const header =
    '団体コード,NO,共通ID,都道府県名及び市町村名,施設・場所名,住所,洪水,崖崩れ、土石流及び地滑り,高潮,地震,津波,大規模な火事,内水氾濫,火山現象,指定避難所との住所同一,緯度,経度,備考';
  const rows = Array.from({ length: ROWS }, (_row, index) => {
    const town = 100 + (index % 1_700);
    const [x, y] = [139 + (index % 331) / 331, 35 + (index % 997) / 997];
    return `99${town},${index},E${index},試験県第${town}町,施設${index},試験県第${town}町${index},1,,,1,,,,,,${y.toFixed(6)},${x.toFixed(6)},`;
  });
  return [header, ...rows].join('\n');
}

function print(ours, floor) {
  const per = (time) => `${time.toFixed(1)} s, ${Math.round(ours.imported / time)} rows/s`;
  console.log(
    `Import through the server: ${ours.read} rows read, ${ours.imported} imported, ${ours.refused} refused`,
  );
  console.log(`  ours            ${per(ours.seconds)} (wanted ≤ ${WANTED.seconds} s)`);
  console.log(`  plain COPY      ${per(floor.copy)}; ours takes ${(ours.seconds / floor.copy).toFixed(1)} ×`);
  console.log(
    `  multi-row INSERT ${per(floor.insert)}; ours takes ${(ours.seconds / floor.insert).toFixed(1)} ×`,
  );
  console.log(`  server at its peak ${ours.megabytes} MB (wanted ≤ ${WANTED.megabytes} MB)`);
  console.log(
    `  other requests meanwhile: p99 ${Math.round(ours.p99)} ms, slowest ${Math.round(ours.slowestAnswer)} ms`,
  );
}
