import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ImportReport } from '../../apps/api/src/import/report.ts';
import { givenPeople, type Somebody } from '../support/city.ts';
import { databaseKinds } from '../support/databases.ts';
import { givenList } from '../support/imports.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { until } from '../support/until.ts';

describe.each(databaseKinds())('many imports at once, on %s', (kind) => {
  let server: TestServer;
  let people: Record<'hubinEm', Somebody>;
  beforeAll(async () => {
    server = await startServer(kind);
    people = await givenPeople(server, ['hubinEm']);
  });
  afterAll(() => server.close());

  test('two run, the others are told that the office is busy', async () => {
    const rows = Array.from({ length: 9_000 }, (_row, index) => `${index},湖滨区,试验单位,点${index}`);
    const bytes = ['编号,所属辖区,产权单位,场所名称', ...rows].join('\n');
    const input = { fileId: await givenList(server, people.hubinEm, { name: '大.csv', bytes }) };
    const start = `mutation ($input: ImportInput!) { startImport(input: $input) { id state } }`;
    const asked = await Promise.allSettled(
      Array.from({ length: 8 }, () => server.do(start, { input }, people.hubinEm)),
    );
    const turnedAway = asked.filter(({ status }) => status === 'rejected');
    expect(turnedAway).toHaveLength(6);
    for (const away of turnedAway) expect(String((away as PromiseRejectedResult).reason)).toMatch('TOO_BUSY');
    const [runs] = await server.office.dataSource.query<{ count: number }[]>(
      `select count(*)::int as count from import_run`,
    );
    expect(runs).toEqual({ count: 2 });
  });

  test('what fails before it runs gives its place back', async () => {
    const input = { fileId: '01900000-0000-7000-8000-000000000000' };
    const preview = `mutation ($input: ImportInput!) { previewImport(input: $input) { id } }`;
    for (let time = 0; time < 4; time += 1)
      expect(await server.refusals(preview, { input }, people.hubinEm)).toEqual(['UNKNOWN_FILE']);
  });
});

test('a report that cannot be written fails its import, not the process', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'shelter-report-'));
  try {
    const path = join(folder, 'run.csv');
    await mkdir(path);
    const report = await ImportReport.open(path, 'en');
    await until('told', () =>
      report.add([]).then(
        () => false,
        () => true,
      ),
    );
    await expect(report.close()).rejects.toThrow('EISDIR');
  } finally {
    await rm(folder, { recursive: true });
  }
});
