import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { givenPeople, type Somebody } from '../support/city.ts';
import { databaseKinds } from '../support/databases.ts';
import { imported, previewed } from '../support/imports.ts';
import { startServer, type TestServer } from '../support/server.ts';

const HEADER = '编号,所属辖区,产权单位,场所名称,经度,纬度,可容纳人数';
const list = (...rows: readonly string[]) => ({ name: 'l.csv', bytes: [HEADER, ...rows].join('\n') });

describe.each(databaseKinds())('the same place again, on %s', (kind) => {
  let server: TestServer;
  let people: Record<'hubinEm' | 'unit1', Somebody>;
  beforeAll(async () => {
    server = await startServer(kind);
    people = await givenPeople(server, ['hubinEm', 'unit1']);
  });
  afterAll(() => server.close());
  beforeEach(() => server.office.dataSource.query(`truncate shelter, shelter_version, filing cascade`));

  test.each<['hubinEm' | 'unit1', string, string]>([
    ['hubinEm', '411202', '甲单位'],
    ['unit1', '', ''],
  ])('%s: a number twice is seen however the jurisdiction is written', async (who, other, unit) => {
    const twice = list(
      `A1,湖滨区,${unit},东园,111.1951,34.7791,500`,
      `A1,${other},${unit},西园,111.1851,34.7781,500`,
    );
    const counts = { read: 2, imported: 1, refused: 1 };
    const finding = expect.objectContaining({ row: 3, column: '编号', code: 'ROW_TWICE' });
    const preview = await previewed(server, people[who], twice);
    expect([preview.counts, preview.findings]).toMatchObject([counts, expect.arrayContaining([finding])]);
    const run = await imported(server, people[who], twice);
    expect(run).toMatchObject({ state: 'DONE', counts });
    expect(run.findings).toContainEqual(finding);
  });

  test('an owner’s draft follows the list until a person saves it', async () => {
    const capacity = (many: number) => list(`1,,,东园,111.1951,34.7791,${many}`);
    const draft = async () => {
      const rows = await server.office.dataSource.query<{ capacity: string; revision: number }[]>(
        `select contents->>'declaredCapacity' as capacity, revision from filing`,
      );
      return rows;
    };
    for (const many of [100, 200, 300]) {
      await imported(server, people.unit1, capacity(many));
      expect(await draft()).toMatchObject([{ capacity: String(many) }]);
    }
    await server.office.dataSource.query(`update filing set revision = revision + 1`);
    const late = await imported(server, people.unit1, capacity(400));
    expect(late.findings).toContainEqual(expect.objectContaining({ row: 2, code: 'CHANGED_MEANWHILE' }));
    expect(await draft()).toEqual([{ capacity: '300', revision: 4 }]);
  });

  test('a place that changes hands is of its new unit, with a version of its own', async () => {
    const of = (unit: string) => list(`B1,湖滨区,${unit},东园,111.1951,34.7791,500`);
    await imported(server, people.hubinEm, of('老单位'));
    const run = await imported(server, people.hubinEm, of('新单位'));
    expect(run.counts).toMatchObject({ imported: 1, updated: 1, unchanged: 0 });
    expect((await imported(server, people.hubinEm, of('新单位'))).counts).toMatchObject({ unchanged: 1 });
    const found = await server.office.dataSource.query<Record<string, unknown>[]>(
      `select organisation.name, version from shelter join organisation on organisation.id = shelter.unit_id`,
    );
    expect(found).toEqual([{ name: '新单位', version: 2 }]);
  });
});
