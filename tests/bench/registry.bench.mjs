// The registry page over 200,000 shelters: a page of 50 with filters and its count, from the built server over HTTP, beside
// the bare SQL of the same page. Wanted: at most 4 times the SQL's time, and page 1,000 (rows alone) within 1.5 times page 1.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { manyShelters } from './many-shelters.mjs';
import { administer, freshDatabase } from './postgres.mjs';
import { sessionsOf } from './sessions.mjs';

const SHELTERS = Number(process.env.BENCH_SHELTERS ?? 200_000);
const PAGE = 50;
const ROUNDS = 30;
const WARM = 15;
/** Rows alone take so little that the first few hundred measure the engine warming up, not a server that runs. */
const WARM_ROWS = 300;
const WANTED = 4;
const WANTED_BETWEEN_PAGES = 1.5;
const LIST = `query ($filter: ShelterFilter!, $first: Int!, $after: String, $counts: Boolean!) {
  shelters(filter: $filter, first: $first, after: $after) { totalCount @include(if: $counts)
    pageInfo { hasNextPage endCursor }
    nodes { id code name jurisdictionCode grade usableCapacity operationalStatus changedAt correctionDue
      unit { name } publication { status differs } } } }`;

/** What the page asks for: filters for the server, and the same as bare SQL. */
const QUESTIONS = [
  {
    name: 'by grade and kind',
    filter: { grades: ['COUNTY'], spaceTypes: ['OUTDOOR'] },
    where: `grade = 'COUNTY' and space_type = 'OUTDOOR'`,
  },
  { name: 'by three signs', filter: { text: '第77' }, where: `search_text like '%第77%'` },
  { name: 'by two signs', filter: { text: '避难' }, where: `search_text like '%避难%'` },
  { name: 'by two signs that few have', filter: { text: '龙湖' }, where: `search_text like '%龙湖%'` },
];

const database = await freshDatabase();
const dataDir = mkdtempSync(join(tmpdir(), 'shelter-bench-data-'));
const env = { ...process.env, DATABASE_URL: database.url, DATA_DIR: dataDir, NODE_OPTIONS: '' };
let server;
try {
  fill();
  await administer(database.url, manyShelters(SHELTERS));
  await administer(
    database.url,
    `update shelter set search_text = name || ' ' || address ||
       case when substr(code, 8)::int % 4001 = 0 then ' 龙湖' else '' end`,
  );
  await administer(database.url, 'vacuum analyze');
  server = await start();
  const client = new pg.Client({ connectionString: database.url });
  // What ends the bench is told below, not that its connection goes with the database.
  client.on('error', () => undefined);
  await client.connect();
  const office = { role: 'FILING_AUTHORITY', kind: 'EM_DEPARTMENT', jurisdiction: '411202' };
  const [token] = await sessionsOf(client, office, 1);
  let isGood = true;
  for (const { name, filter, where } of QUESTIONS) {
    const page = await pair(client, token, { filter, where, cursor: null, after: null, counts: true });
    isGood &&= page.ratio <= WANTED;
    console.log(`${name}: ${said(page)}`);
  }
  const [{ filter, where }] = QUESTIONS;
  const one = await pair(client, token, { filter, where, cursor: null, after: null, counts: false });
  const { rows } = await client.query(
    `select code from shelter where ${where} order by code offset ${999 * PAGE - 1} limit 1`,
  );
  const cursor = rows[0]?.code ?? null;
  const after = Buffer.from(JSON.stringify([cursor])).toString('base64url');
  const thousand = await pair(client, token, { filter, where, cursor, after, counts: false });
  console.log(`page 1, rows alone: ${said(one)}\npage 1,000, rows alone: ${said(thousand)}`);
  const between = thousand.server / one.server;
  console.log(
    `page 1,000 beside page 1: ${between.toFixed(2)} (wanted at most ${WANTED_BETWEEN_PAGES}); ` +
      `server beside SQL wanted at most ${WANTED}`,
  );
  if (!isGood || between > WANTED_BETWEEN_PAGES) process.exitCode = 1;
  await client.end();
} finally {
  server?.child.kill();
  await database.close();
  rmSync(dataDir, { recursive: true, force: true });
}

function fill() {
  console.log(`Filling a database with ${SHELTERS.toLocaleString('en')} shelters …`);
  const { status, stderr } = spawnSync(process.execPath, ['dist/apps/api/src/cli/migrate.js'], {
    env,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
}

/** Starts the built server and waits until it says where it is. */
function start() {
  const child = spawn(process.execPath, ['dist/apps/api/src/main.js'], {
    env: { ...env, DEMO: '0', PORT: '0', LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)));
    createInterface({ input: child.stdout }).on('line', (line) => {
      const url = /https?:\/\/[^\s/]+:\d+/.exec(line)?.[0];
      if (url) resolve({ child, url: url.replace('localhost', '127.0.0.1').replace('[::1]', '127.0.0.1') });
    });
  });
}

/** The same page from both, turn by turn; medians in milliseconds. Answers that differ have measured nothing. */
async function pair(client, token, { filter, where, cursor, after, counts }) {
  const taken = { server: [], sql: [] };
  const warm = counts ? WARM : WARM_ROWS;
  for (let round = 0; round < ROUNDS + warm; round += 1) {
    const [sql, bare] = await timed(() => page(client, where, cursor, counts));
    const [ours, listed] = await timed(() => asked(token, { filter, first: PAGE, after, counts }));
    const codes = listed.nodes.map(({ code }) => code).join();
    const wanted = bare.slice(0, PAGE).map(({ code }) => code);
    if (codes !== wanted.join()) throw new Error(`The pages differ.\n${codes}\n${wanted.join()}`);
    if (round < warm) continue;
    taken.sql.push(sql);
    taken.server.push(ours);
  }
  const [server, sql] = [median(taken.server), median(taken.sql)];
  return { server, sql, ratio: server / sql };
}

async function page(client, where, cursor, counts) {
  const { rows } = await client.query(
    `select shelter.id, shelter.code, shelter.name, shelter.jurisdiction_code, grade, shelter.usable_capacity,
            operational_status, changed_at, correction_due, organisation.name as unit, publication.status
     from shelter join organisation on organisation.id = unit_id
     left join publication on publication.shelter_id = shelter.id
     where shelter.jurisdiction_code = '411202' and ${where.replaceAll(/\b(grade|space_type|search_text)\b/g, 'shelter.$1')}
       and ($1::text is null or shelter.code > $1)
     order by shelter.code limit ${PAGE + 1}`,
    [cursor],
  );
  if (counts)
    await client.query(`select count(*) from shelter where jurisdiction_code = '411202' and ${where}`);
  return rows;
}

async function asked(token, variables) {
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: LIST, variables }),
  });
  const { data, errors } = await response.json();
  if (errors) throw new Error(JSON.stringify(errors));
  return data.shelters;
}

async function timed(work) {
  const begin = performance.now();
  const answer = await work();
  return [performance.now() - begin, answer];
}

function said({ server: ours, sql, ratio }) {
  return `server ${ours.toFixed(1)} ms, SQL ${sql.toFixed(1)} ms, ratio ${ratio.toFixed(2)}`;
}

function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
}
