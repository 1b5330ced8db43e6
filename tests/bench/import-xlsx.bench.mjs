// 10,000 rows of a spreadsheet, uploaded and imported through the built server on PostgreSQL: seconds, how long the event
// loop was kept from turning, and what others' requests waited, beside the same server at rest in the same run.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import exceljs from 'exceljs';
import { freshDatabase } from './postgres.mjs';

const ROOT = join(import.meta.dirname, '../..');
const ROWS = 10_000;
const REST_MS = 3_000;
const WANTED = { seconds: 10, p99: 50 };
const PASSWORD = 'bench-password-of-the-demo';
const START = `mutation ($fileId: ID!) { startImport(input: { fileId: $fileId }) { id } }`;
const RUN = `query ($id: ID!) { importRun(id: $id) { state hasFindingsFile counts { read imported refused } } }`;
const OTHERS = `{ jurisdictions { code } }`;
const SIGN_IN = `mutation ($password: String!) { signIn(username: "city", password: $password) { token } }`;

const database = await freshDatabase();
const dataDir = await mkdtemp(join(tmpdir(), 'shelter-bench-'));
const server = spawn(
  process.execPath,
  ['--import', join(import.meta.dirname, 'event-loop.mjs'), 'dist/apps/api/src/main.js'],
  {
    cwd: ROOT,
    env: {
      ...process.env,
      DATABASE_URL: database.url,
      DATA_DIR: dataDir,
      DEMO: '1',
      DEMO_PASSWORD: PASSWORD,
      PORT: '0',
      LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  },
);
const told = [];
let address;
createInterface({ input: server.stdout }).on('line', (line) => {
  address ??= /https?:\/\/(?:127\.0\.0\.1|localhost):\d+/.exec(line)?.[0];
  if (line.startsWith('event loop ')) told.push(JSON.parse(line.slice('event loop '.length)));
});
try {
  while (!address || !(await fetch(`${address}/readyz`)).ok) await wait(200);
  const { signIn } = await ask(null, SIGN_IN, { password: PASSWORD });
  await measured(() => wait(REST_MS), signIn.token);
  const rest = await measured(() => wait(REST_MS), signIn.token);
  const bytes = await inventedBook();
  let run;
  const work = await measured(async () => {
    run = await imported(signIn.token, bytes);
  }, signIn.token);
  const back = await measured(() => findingsOf(signIn.token, run.id), signIn.token);
  print(run, rest, work, back);
  if (work.seconds > WANTED.seconds || work.loop.p99 > WANTED.p99) process.exitCode = 1;
} finally {
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGTERM');
  await ended;
  await database.close();
  await rm(dataDir, { recursive: true, force: true });
}

/** How long something takes, and how the server does meanwhile for somebody who asks it over and over. */
async function measured(work, token) {
  await loopDelay();
  const waits = [];
  let goesOn = true;
  const others = (async () => {
    while (goesOn) {
      const asked = performance.now();
      await ask(token, OTHERS);
      waits.push(performance.now() - asked);
      await wait(5);
    }
  })();
  const began = performance.now();
  await work();
  const seconds = (performance.now() - began) / 1_000;
  goesOn = false;
  await others;
  waits.sort((a, b) => a - b);
  return { seconds, loop: await loopDelay(), p99: waits[Math.floor(waits.length * 0.99)] ?? 0 };
}

async function loopDelay() {
  const before = told.length;
  server.kill('SIGUSR2');
  while (told.length === before) await wait(5);
  return told.at(-1);
}

async function imported(token, bytes) {
  const response = await fetch(`${address}/files`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/octet-stream',
      'x-file-name': 'list.xlsx',
      'x-shelter-request': '1',
    },
    body: bytes,
  });
  const { fileId } = await response.json();
  const { startImport } = await ask(token, START, { fileId });
  for (;;) {
    const { importRun } = await ask(token, RUN, { id: startImport.id });
    if (importRun.state === 'DONE') return { ...startImport, ...importRun };
    if (importRun.state !== 'RUNNING') throw new Error(`the import ended as ${importRun.state}`);
    await wait(100);
  }
}

async function findingsOf(token, id) {
  const response = await fetch(`${address}/exports/import-findings/${id}.xlsx`, {
    headers: { authorization: `Bearer ${token}` },
  });
  if (!response.ok) throw new Error(`no findings: ${response.status}`);
  return response.arrayBuffer();
}

async function ask(token, query, variables = {}) {
  const response = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = await response.json();
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

async function inventedBook() {
  const book = new exceljs.Workbook();
  const sheet = book.addWorksheet('list');
  sheet.addRow([
    '编号',
    '所属辖区',
    '产权单位',
    '场所名称',
    '经度',
    '纬度',
    '可容纳人数',
    '地址',
    '联系电话',
  ]);
  for (let row = 0; row < ROWS; row += 1) {
    const [x, y] = [111.15 + (row % 100) * 0.0006, 34.76 + Math.floor(row / 100) * 0.0003];
    const unit = `单位${row % 200}`;
    sheet.addRow([row, '湖滨区', unit, `点${row}`, x, y, 100 + (row % 900), `路${row}号`, '0398-2810011']);
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function print({ counts }, rest, work, back) {
  const line = (name, { seconds, loop, p99 }) =>
    console.log(
      `  ${name} ${seconds.toFixed(1)} s; event loop p99 ${loop.p99.toFixed(0)} ms, most ${loop.most.toFixed(0)} ms; others wait p99 ${p99.toFixed(0)} ms (${(p99 / rest.p99).toFixed(1)} × at rest)`,
    );
  console.log(
    `Import of a spreadsheet through the server: ${counts.read} rows read, ${counts.imported} imported (wanted ≤ ${WANTED.seconds} s, p99 ≤ ${WANTED.p99} ms)`,
  );
  line('at rest         ', rest);
  line('upload and import', work);
  line('given back       ', back);
}
