import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { connectionOf } from '../../apps/api/src/platform/database/data-source.ts';
import { givenPeople, type Somebody } from '../support/city.ts';
import { databaseKinds } from '../support/databases.ts';
import { CHECK_IN, CHECK_OUT, COUNT, entryAt, gateOf, givenGates } from '../support/gate.ts';
import { startServer, type TestServer } from '../support/server.ts';

const CLIENTS = 32;
const ROUNDS = 2;
const STROKES = 8;

// Only PostgreSQL has backends to terminate, and transactions that meet.
describe.each(databaseKinds().filter((kind) => kind === 'postgres'))('gates in a rush on %s', (kind) => {
  let server: TestServer;
  let people: Record<'unit1' | 'hubinGov', Somebody>;
  beforeAll(async () => {
    server = await startServer(kind);
    people = await givenPeople(server, ['unit1', 'hubinGov']);
  });
  afterAll(() => server.close());

  /** What a phone does: sends the same again, under the same key, until it is answered. */
  const insist = async (query: string, input: Record<string, unknown>): Promise<string[]> => {
    for (let attempt = 1; attempt <= 40; attempt += 1) {
      const { data, errors } = await server.call(query, { input }, people.unit1);
      const codes = errors.flatMap(
        ({ extensions }) => extensions.refusals?.map(({ code }) => code) ?? [extensions.code],
      );
      // Neither a bug's number nor a server that is busy is an answer.
      if (data !== null || !['INTERNAL_SERVER_ERROR', undefined].includes(codes[0])) return codes;
    }
    throw new Error('never answered');
  };

  test('thirty-two clients at one gate while backends are terminated: nobody lost, nobody doubled', async () => {
    const [gate] = await givenGates(server, people.unit1, people.hubinGov, [100_000], '同门');
    const id = gate?.id ?? '';
    const axe = new pg.Client(connectionOf(server.office.dataSource));
    await axe.connect();
    let expected = 0;
    let working = true;
    let felled = 0;
    const client = async (number: number) => {
      for (let round = 0; round < ROUNDS; round += 1) {
        const persons = 1 + ((number + round) % 5);
        const stay = entryAt(id, persons);
        expect(await insist(CHECK_IN, stay)).toEqual([]);
        expected += persons;
        const leaving = entryAt(id, 1, { stayId: stay.key });
        expect(await insist(CHECK_OUT, leaving)).toEqual([]);
        expected -= 1;
        expect(await insist(COUNT, entryAt(id, 2, { kind: 'COUNT_IN' }))).toEqual([]);
        expected += 2;
      }
    };
    const fell = async () => {
      for (let stroke = 0; working && stroke < STROKES; stroke += 1) {
        // Whoever is in the midst of something; after each stroke the pool has time to be whole again.
        const { rowCount } = await axe.query(
          `select pg_terminate_backend(pid) from pg_stat_activity
           where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle' limit 2`,
        );
        felled += rowCount ?? 0;
        await axe.query(`select pg_sleep(0.25)`);
      }
    };
    const felling = fell();
    await Promise.all(Array.from({ length: CLIENTS }, (_, number) => client(number)));
    working = false;
    await felling;
    await axe.end();
    expect(felled).toBeGreaterThan(0);
    const [sums] = await server.office.dataSource.query<Record<string, number>[]>(
      `select (select count(*) from stay where activation_shelter_id = $1)::int as stays,
              (select sum(persons - departed) from stay where activation_shelter_id = $1)::int as staying,
              (select count(*) from gate_entry where activation_shelter_id = $1)::int as entries,
              (select sum(case kind when 'COUNT_IN' then persons end) from gate_entry
               where activation_shelter_id = $1)::int as counted,
              (select occupied from shelter where id = $2) as shown`,
      [id, gate?.shelterId],
    );
    const all = CLIENTS * ROUNDS;
    expect(sums).toEqual({
      stays: all,
      staying: expected - 2 * all,
      entries: 3 * all,
      counted: 2 * all,
      shown: expected,
    });
    expect(await gateOf(server, people.unit1, id)).toMatchObject({ occupied: expected, conflicts: [] });
  }, 120_000);

  test('the last places are given once, however many ask at once', async () => {
    const [gate] = await givenGates(server, people.unit1, people.hubinGov, [10], '末位');
    const id = gate?.id ?? '';
    const answers = await Promise.all(
      Array.from({ length: CLIENTS }, () => insist(CHECK_IN, entryAt(id, 1))),
    );
    expect(answers.filter((codes) => codes.length === 0)).toHaveLength(10);
    expect(answers.filter((codes) => codes.includes('FULL_WARNING'))).toHaveLength(CLIENTS - 10);
    expect(await gateOf(server, people.unit1, id)).toMatchObject({ occupied: 10, status: 'FULL' });
  });

  test('one key from many phones at once is one entry; one card at many gates is in one of them', async () => {
    const gates = await givenGates(server, people.unit1, people.hubinGov, [500, 500, 500, 500], '四门');
    const input = entryAt(gates[0]?.id ?? '', 3, { key: randomUUID() });
    await Promise.all(Array.from({ length: 12 }, () => insist(CHECK_IN, input)));
    expect(await gateOf(server, people.unit1, gates[0]?.id ?? '')).toMatchObject({ occupied: 3 });
    const cards = Array.from({ length: 12 }, (_, n) =>
      insist(CHECK_IN, entryAt(gates[n % 4]?.id ?? '', 2, { cardCode: 'RUSH-1', reason: '人已在此' })),
    );
    expect((await Promise.all(cards)).flat()).toEqual([]);
    const [inside] = await server.office.dataSource.query<{ open: number; occupied: number }[]>(
      `select (select count(*) from stay where card_code = 'RUSH-1' and checked_out_at is null)::int as open,
              (select sum(occupied) from activation_shelter where id = any($1))::int as occupied`,
      [gates.map(({ id }) => id)],
    );
    expect(inside).toEqual({ open: 1, occupied: 5 });
  });
});
