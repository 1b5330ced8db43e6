// One decision that opens many shelters: the built server through GraphQL beside bare SQL that writes the very same rows,
// in turns in one run. Wanted: 300 shelters in at most twice the time of the bare SQL; 1,000 in at most six times that of 300.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { manyShelters } from './many-shelters.mjs';
import { administer, freshDatabase } from './postgres.mjs';
import { start, stopAll } from './servers.mjs';
import { sessionsOf } from './sessions.mjs';

const SIZES = [300, 1_000];
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 9);
const WANTED = { overFloor: 2, thousandOverThreeHundred: 6 };
const JURISDICTION = '411202';
const DECIDE = `mutation ($input: DecideActivationInput!) { decideActivation(input: $input) { activation { id } } }`;
/** Every table a decision writes, parents first. */
const TABLES = [
  'hazard_event',
  'activation',
  'live_situation',
  'activation_shelter',
  'command_post_member',
  'volunteer_station',
  'duty',
  'announcement',
  'ledger_entry',
  'outbox',
];
/** Where the database numbers the rows itself, the floor lets it. */
const NUMBERED = { ledger_entry: 'seq', outbox: 'id' };

const database = await freshDatabase();
const dataDir = mkdtempSync(join(tmpdir(), 'shelter-bench-data-'));
const client = new pg.Client({ connectionString: database.url });
try {
  // Nothing seals or relays meanwhile: what is measured is the decision.
  const env = { ...process.env, DATABASE_URL: database.url, DATA_DIR: dataDir, NODE_OPTIONS: '' };
  const migrated = spawnSync(process.execPath, ['dist/apps/api/src/cli/migrate.js'], {
    env,
    encoding: 'utf8',
  });
  if (migrated.status !== 0) throw new Error(migrated.stderr);
  await administer(database.url, manyShelters(Math.max(...SIZES)));
  await client.connect();
  const [token] = await sessionsOf(
    client,
    { role: 'DECIDER', kind: 'GOVERNMENT', jurisdiction: JURISDICTION },
    1,
  );
  await client.query(
    `insert into standing_post_member (id, shelter_id, kind, name, kept_at)
     select gen_random_uuid(), shelter.id, kind, '某人', now()
     from shelter cross join unnest(array['EM_DEPARTMENT', 'COMMITTEE_STAFF', 'COMMUNITY_HEAD', 'UNIT_HEAD']) as kind`,
  );
  await client.query(
    `update shelter set readiness = 'READY', operational_status = 'STANDBY', occupied = null`,
  );
  await administer(database.url, 'vacuum analyze');
  const server = await start('dist/apps/api/src/main.js', {
    ...env,
    DEMO: '0',
    PORT: '0',
    LOG_LEVEL: 'warn',
  });
  report(await measure(server, token));
} finally {
  stopAll();
  await client.end();
  await database.close();
  rmSync(dataDir, { recursive: true, force: true });
}

async function measure(server, token) {
  const taken = Object.fromEntries(SIZES.map((size) => [size, { server: [], floor: [] }]));
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const size of SIZES) {
      const ours = await decide(server, token, size);
      const rows = await takeRows();
      await wipe();
      const theirs = await writeAgain(rows, size);
      await wipe();
      // The first round warms up.
      if (round > 0) {
        taken[size].server.push(ours);
        taken[size].floor.push(theirs);
      }
    }
  }
  return taken;
}

/** Milliseconds from the request to the answer. */
async function decide(server, token, size) {
  const { rows } = await client.query(`select id from shelter order by code limit $1`, [size]);
  const input = {
    event: { name: '基准地震', hazard: 'EARTHQUAKE', jurisdictionCodes: [JURISDICTION] },
    jurisdictionCode: JURISDICTION,
    shelters: rows.map(({ id }) => ({ shelterId: id })),
  };
  const begun = performance.now();
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: DECIDE, variables: { input } }),
  });
  const answer = await response.json();
  const ms = performance.now() - begun;
  if (answer.errors) throw new Error(JSON.stringify(answer.errors).slice(0, 600));
  return ms;
}

/** What the decision wrote, as JSON by table. */
async function takeRows() {
  const taken = [];
  for (const table of TABLES) {
    const { rows } = await client.query(
      `select coalesce(jsonb_agg(row), '[]')::text as rows from ${table} row`,
    );
    taken.push([table, rows[0].rows]);
  }
  return taken;
}

/** Milliseconds for the same rows in one transaction, a statement for each table, and the standing of the shelters. */
async function writeAgain(taken, size) {
  const columns = new Map();
  for (const table of TABLES) columns.set(table, await columnsOf(table));
  const begun = performance.now();
  await client.query('begin');
  for (const [table, rows] of taken) {
    const names = columns.get(table);
    await client.query(
      `insert into ${table} (${names}) select ${names} from jsonb_populate_recordset(null::${table}, $1)`,
      [rows],
    );
  }
  await client.query(
    `update shelter set operational_status = 'DECIDED', announced = true
     where id in (select shelter_id from activation_shelter)`,
  );
  await client.query('commit');
  const ms = performance.now() - begun;
  const { rows } = await client.query(`select count(*)::int as count from duty`);
  if (rows[0].count !== size * 7) throw new Error(`${rows[0].count} duties for ${size} shelters`);
  return ms;
}

async function columnsOf(table) {
  const { rows } = await client.query(
    `select quote_ident(column_name) as name from information_schema.columns
     where table_schema = 'public' and table_name = $1 and column_name is distinct from $2 order by ordinal_position`,
    [table, NUMBERED[table] ?? null],
  );
  return rows.map(({ name }) => name).join(', ');
}

async function wipe() {
  await client.query('begin');
  await client.query(`set local session_replication_role = replica`);
  await client.query(`truncate ${TABLES.join(', ')}, ledger_seal, proposal_item cascade`);
  await client.query(`update shelter set operational_status = 'STANDBY', announced = false where announced`);
  await client.query('commit');
  await client.query('vacuum analyze shelter');
}

function report(taken) {
  const medians = Object.fromEntries(
    SIZES.map((size) => [size, { server: median(taken[size].server), floor: median(taken[size].floor) }]),
  );
  for (const size of SIZES) {
    const { server, floor } = medians[size];
    console.log(
      `${size} shelters: server ${server.toFixed(0)} ms, bare SQL ${floor.toFixed(0)} ms, ${(server / floor).toFixed(2)} times`,
    );
  }
  const [small, large] = SIZES.map((size) => medians[size]);
  const over = small.server / small.floor;
  const growth = large.server / small.server;
  console.log(
    `wanted at most ${WANTED.overFloor} times the bare SQL for 300: ${over.toFixed(2)}; ` +
      `1,000 at most ${WANTED.thousandOverThreeHundred} times 300: ${growth.toFixed(2)}`,
  );
  if (over > WANTED.overFloor || growth > WANTED.thousandOverThreeHundred) process.exitCode = 1;
}

function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
}
