import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { givenPeople, type Somebody } from '../support/city.ts';
import { databaseKinds } from '../support/databases.ts';
import { imported, reportOf } from '../support/imports.ts';
import { startServer, type TestServer } from '../support/server.ts';

const DATA = join(import.meta.dirname, '../../../shared/data');
const TAIWAN = join(DATA, 'tw-nfa-shelters-v9/tw_shelters_v9_masked.csv');
const JAPAN = join(DATA, 'jp-gsi-shelters/jp_designated_emergency_evacuation_sites.csv.gz');
/** Wanted on PostgreSQL with two cores to itself. */
const JAPAN_SECONDS = 60;

if (!existsSync(TAIWAN)) process.stderr.write('../shared/data is absent: the real lists are not imported.\n');
const real = existsSync(TAIWAN) && existsSync(JAPAN) ? describe : describe.skip;

real.each(databaseKinds())('real lists on %s', (kind) => {
  let server: TestServer;
  let people: Record<'city', Somebody>;
  beforeAll(async () => {
    server = await startServer(kind);
    people = await givenPeople(server, ['city']);
  });
  afterAll(() => server.close());

  const all = <Row>(sql: string) => server.office.dataSource.query<Row[]>(sql);

  test('Taiwan, 5,973 rows: misplaced ones caught and named, good ones in, a re-run doubles nothing', async () => {
    const bytes = await readFile(TAIWAN);
    const wish = { createJurisdictions: true };
    const run = await imported(server, people.city, { name: 'tw.csv', bytes }, wish);
    expect(run).toMatchObject({ state: 'DONE', profile: 'TW_NFA', total: 5_973, counts: { read: 5_973 } });
    const { imported: taken = 0, refused = 0, held = 0 } = run.counts;
    expect(taken + refused).toBe(5_973);
    const report = await reportOf(server, people.city, run);
    const named = (row: number, word: string) => report.includes(`\r\n${row},經度、緯度,${word},`);
    const misplaced = await misplacedRows(bytes);
    expect(misplaced).toHaveLength(24);
    for (const { row, zero } of misplaced) {
      expect([row, named(row, zero ? 'IMPOSSIBLE' : 'HELD')]).toEqual([row, true]);
    }
    expect(refused - misplaced.length).toBeLessThanOrEqual(0.01 * (5_973 - misplaced.length));
    expect(held).toBe(refused - 3);
    const [said] = await all<Record<string, number>>(
      `select count(*)::int as shelters, count(*) filter (where contents->>'declaredCapacity' is null)::int as unknown,
              count(*) filter (where contents->'suitability' = '[]')::int as unassessed,
              count(*) filter (where usable_capacity = 0)::int as zero
       from shelter`,
    );
    expect(said).toMatchObject({ shelters: taken, unknown: 58, zero: 0 });
    expect(said?.['unassessed']).toBeGreaterThan(170);

    const again = await imported(server, people.city, { name: 'tw.csv', bytes });
    expect(again.counts).toMatchObject({ imported: taken, created: 0, updated: 0, unchanged: taken, held });
    const changed = Buffer.from(bytes.toString('utf8').replace(',110,"水災', ',120,"水災'));
    const third = await imported(server, people.city, { name: 'tw.csv', bytes: changed });
    expect(third.counts).toMatchObject({ imported: taken, updated: 1, unchanged: taken - 1 });
    const [count] = await all<{ count: number }>(`select count(*)::int as count from shelter`);
    expect(count?.count).toBe(taken);
  }, 240_000);

  const slow = kind === 'postgres' ? test : test.skip;
  slow(
    'Japan, 115,402 rows',
    async () => {
      const began = performance.now();
      const wish = { createJurisdictions: true };
      const run = await imported(
        server,
        people.city,
        { name: 'jp.csv.gz', bytes: await readFile(JAPAN) },
        wish,
      );
      const seconds = (performance.now() - began) / 1_000;
      expect(run).toMatchObject({ state: 'DONE', profile: 'GSI', counts: { read: 115_402 } });
      expect(run.counts['refused']).toBeLessThan(0.0003 * 115_402);
      process.stderr.write(
        `Japan: ${Math.round(115_402 / seconds)} rows/s (wanted within ${JAPAN_SECONDS} s).\n`,
      );
      // Others share the cores of a test run: what is wanted is measured by the bench.
      expect(seconds).toBeLessThan(3 * JAPAN_SECONDS);
    },
    240_000,
  );
});

/** The points that lie outside Taiwan on any map, by their row. */
async function misplacedRows(bytes: Buffer): Promise<{ row: number; zero: boolean }[]> {
  const { parse } = await import('csv-parse/sync');
  const rows = parse<Record<string, string>>(bytes, { columns: true, bom: true });
  return rows.flatMap((row, index) => {
    const [longitude, latitude] = [Number(row['經度']), Number(row['緯度'])];
    return longitude === 0 || latitude > 26.5 ? [{ row: index + 2, zero: longitude === 0 }] : [];
  });
}
