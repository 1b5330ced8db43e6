import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { givenPeople, type Somebody } from '../support/city.ts';
import { databaseKinds } from '../support/databases.ts';
import { imported, previewed, reportOf, runOf, started } from '../support/imports.ts';
import { startServer, type TestServer } from '../support/server.ts';

const fixture = (name: string) => readFile(join(import.meta.dirname, '../fixtures/import', name), 'utf8');

interface ShelterRow {
  readonly code: string;
  readonly name: string;
  readonly version: number;
  readonly correction_due: string | null;
  readonly contents: Record<string, unknown>;
}

describe.each(databaseKinds())('import of lists (Art. 18) on %s', (kind) => {
  let server: TestServer;
  let people: Record<'city' | 'hubinEm' | 'lingbaoEm' | 'unit1' | 'community1', Somebody>;
  let own: string;
  let taiwan: string;
  beforeAll(async () => {
    server = await startServer(kind);
    people = await givenPeople(server, ['city', 'hubinEm', 'lingbaoEm', 'unit1', 'community1']);
    own = await fixture('own.csv');
    taiwan = await fixture('tw-nfa.csv');
  });
  afterAll(() => server.close());

  const shelters = (names: readonly string[]) =>
    server.office.dataSource.query<ShelterRow[]>(
      `select code, name, version, correction_due::text, contents from shelter where name = any($1) order by name, code`,
      [names],
    );
  const rowCount = async (table: 'shelter' | 'filing' | 'ledger_entry' | 'organisation') => {
    const [row] = await server.office.dataSource.query<{ count: number }[]>(
      `select count(*)::int as count from ${table}`,
    );
    return row?.count;
  };

  test('a preview tells everything and writes nothing of the list', async () => {
    const before = await Promise.all([rowCount('shelter'), rowCount('filing'), rowCount('ledger_entry')]);
    const run = await previewed(server, people.hubinEm, { name: '清单.csv', bytes: own });
    expect(run).toMatchObject({
      state: 'PREVIEW',
      profile: 'OWN',
      total: 3,
      counts: { read: 3, imported: 3, created: 3, refused: 0 },
    });
    expect(run.samples?.map(({ name }) => name)).toEqual(['虹桥公园', '试验小学操场', '试验小学体育馆']);
    expect(run.findings).toContainEqual(
      expect.objectContaining({ row: 4, column: '可容纳人数', class: 'ADVICE', code: 'ZERO_CAPACITY' }),
    );
    expect(await Promise.all([rowCount('shelter'), rowCount('filing'), rowCount('ledger_entry')])).toEqual(
      before,
    );
  });

  test('an authority’s rows go on file as MIGRATED, with codes, numbers, gaps and a due date', async () => {
    const run = await imported(server, people.hubinEm, { name: '清单.csv', bytes: own });
    expect(run).toMatchObject({ state: 'DONE', counts: { read: 3, imported: 3, created: 3, held: 0 } });
    const found = await shelters(['虹桥公园', '试验小学操场', '试验小学体育馆']);
    const named = (name: string) => found.find((shelter) => shelter.name === name);
    const [park, field, gym] = [named('虹桥公园'), named('试验小学操场'), named('试验小学体育馆')];
    expect(park?.code).toMatch(/^411202C\d{4,}$/);
    expect(park?.correction_due).not.toBeNull();
    expect(park?.contents).toMatchObject({
      areaSquareMeters: 12_000,
      declaredCapacity: 3_000,
      facilities: [
        { type: 'WATER', quantity: 2, state: 'WORKING' },
        { type: 'TOILET', quantity: 10, state: 'UNKNOWN' },
      ],
      acceptedOn: '2022-01-24',
      suitability: [
        { hazard: 'EARTHQUAKE', suitability: 'SUITABLE' },
        { hazard: 'FLOOD', suitability: 'SUITABLE' },
      ],
    });
    // Full-width digits are read; the datum is converted, the pair as given is kept.
    expect(field?.contents).toMatchObject({
      address: '试验路2号',
      remarks: '第一行\n第二行',
      position: { sourceCrs: 'GCJ02', rawLongitude: 111.199623, rawLatitude: 34.781234 },
    });
    const position = field?.contents['position'] as { longitude: number } | undefined;
    expect(Math.abs((position?.longitude ?? 0) - 111.199623)).toBeGreaterThan(0.004);
    expect(Math.abs((position?.longitude ?? 0) - 111.199623)).toBeLessThan(0.01);
    // Zero capacity is unknown, hazards nobody named are not assessed.
    expect(gym?.contents).toMatchObject({ declaredCapacity: null, suitability: [] });
    const [filing] = await server.office.dataSource.query<Record<string, string>[]>(
      `select kind, stage, number from filing where contents->>'name' = '虹桥公园'`,
    );
    expect(filing).toMatchObject({ kind: 'MIGRATED', stage: 'FILED' });
    expect(filing?.['number']).toMatch(/^411202-2026-\d{4,}$/);
  });

  test('the same list again changes nothing; one changed row becomes one new version', async () => {
    const before = await Promise.all([rowCount('shelter'), rowCount('filing'), rowCount('organisation')]);
    const again = await imported(server, people.hubinEm, { name: '清单.csv', bytes: own });
    expect(again.counts).toMatchObject({ imported: 3, created: 0, updated: 0, unchanged: 3 });
    const changed = own.replace('3,000人', '3,500人');
    const third = await imported(server, people.hubinEm, { name: '清单.csv', bytes: changed });
    expect(third.counts).toMatchObject({ imported: 3, created: 0, updated: 1, unchanged: 2 });
    const [park] = await shelters(['虹桥公园']);
    expect(park).toMatchObject({ version: 2, contents: { declaredCapacity: 3_500 } });
    const after = await Promise.all([rowCount('shelter'), rowCount('filing'), rowCount('organisation')]);
    expect(after).toEqual(before);
  });

  test('what a person corrected since is not undone by the list', async () => {
    await server.office.dataSource.query(
      `with corrected as (
         update shelter set version = version + 1, contents = jsonb_set(contents, '{landmark}', '"东门"')
         where name = '虹桥公园' returning id, version, contents)
       insert into shelter_version (shelter_id, version, contents, origin, recorded_at)
       select id, version, contents, 'CORRECTION', now() from corrected`,
    );
    const run = await imported(server, people.hubinEm, { name: '清单.csv', bytes: own });
    expect(run.counts).toMatchObject({ imported: 3, updated: 0 });
    expect(run.findings).toContainEqual(expect.objectContaining({ row: 2, code: 'CHANGED_MEANWHILE' }));
    expect((await shelters(['虹桥公园']))[0]).toMatchObject({ version: 3, contents: { landmark: '东门' } });
  });

  test('one batch is one ledger entry: ids only, Art. 18', async () => {
    const entries = await server.office.dataSource.query<
      { article: number; subjects: unknown; text: string }[]
    >(
      `select article, subjects, subjects::text || details::text as text from ledger_entry
       where process = 'import' order by seq limit 1`,
    );
    expect(entries[0]).toMatchObject({ article: 18 });
    expect(entries[0]?.text).not.toMatch(/虹桥|张三|0398/);
  });

  test('only what the officer reaches: the next county’s rows and list are refused', async () => {
    const run = await imported(server, people.lingbaoEm, { name: '清单.csv', bytes: own });
    expect(run).toMatchObject({ state: 'DONE', counts: { imported: 0, refused: 3, held: 0 } });
    expect(
      new Set(run.findings.filter(({ class: kind }) => kind === 'IMPOSSIBLE').map(({ code }) => code)),
    ).toEqual(new Set(['FOREIGN_JURISDICTION']));
    const input = { fileId: '01900000-0000-7000-8000-000000000000' };
    const start = `mutation ($input: ImportInput!) { startImport(input: $input) { id } }`;
    expect(await server.refusals(start, { input }, people.community1)).toEqual(['NO_AUTHORITY']);
    expect(await server.refusals(start, { input }, people.hubinEm)).toEqual(['UNKNOWN_FILE']);
    expect(await server.refusals(start, { input })).toEqual(['UNAUTHENTICATED']);
    const foreign = `query ($id: ID!) { importRun(id: $id) { id } }`;
    expect(await server.do(foreign, { id: run.id }, people.hubinEm)).toEqual({ importRun: null });
    const cancel = `mutation ($id: ID!) { cancelImport(id: $id) { id } }`;
    expect(await server.refusals(cancel, { id: run.id }, people.hubinEm)).toEqual(['NOT_FOUND']);
  });

  test('an owner’s rows become drafts of its own', async () => {
    const list = `编号,场所名称,经度,纬度,可容纳人数\n1,湖滨公园东区,111.1951,34.7791,500\n2,湖滨公园西区,111.1851,34.7781,`;
    const run = await imported(server, people.unit1, { name: '自有.csv', bytes: list });
    expect(run).toMatchObject({ state: 'DONE', counts: { imported: 2, created: 2 } });
    const drafts = () =>
      server.office.dataSource.query<Record<string, unknown>[]>(
        `select kind, stage, number, contents->>'declaredCapacity' as capacity from filing where unit_id = $1
         order by contents->>'name'`,
        [people.unit1.organisationId],
      );
    expect(await drafts()).toMatchObject([
      { kind: 'NEW', stage: 'DRAFT', number: null, capacity: '500' },
      { kind: 'NEW', stage: 'DRAFT', number: null, capacity: null },
    ]);
    const again = await imported(server, people.unit1, {
      name: '自有.csv',
      bytes: list.replace('500', '600'),
    });
    expect(again.counts).toMatchObject({ imported: 2, created: 0, updated: 1, unchanged: 1 });
    expect(await drafts()).toMatchObject([{ capacity: '600' }, { capacity: null }]);
  });

  test('Taiwan: divisions are made on wish; far points are held, zero ones refused, both named', async () => {
    const unknown = await imported(server, people.city, { name: 'tw.csv', bytes: taiwan });
    expect(unknown).toMatchObject({ profile: 'TW_NFA', counts: { imported: 0, refused: 8 } });
    const run = await imported(
      server,
      people.city,
      { name: 'tw.csv', bytes: taiwan },
      { createJurisdictions: true },
    );
    expect(run).toMatchObject({ state: 'DONE', counts: { read: 8, imported: 6, refused: 2, held: 1 } });
    expect(run.findings).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ row: 8, class: 'HELD', column: '經度、緯度' }),
        expect.objectContaining({ row: 9, code: 'ZERO_COORDINATE', column: '經度、緯度' }),
        expect.objectContaining({ row: 4, code: 'LOST_CHARACTERS', column: '避難收容處所名稱' }),
      ]),
    );
    const [held] = await server.office.dataSource.query<Record<string, unknown>[]>(
      `select stage, held from filing where contents->>'name' = '七村辦公處'`,
    );
    expect(held).toEqual({ stage: 'DRAFT', held: true });
    const [first] = await shelters(['一村活動中心']);
    expect(first?.code).toMatch(/^X\d{4}X\d{4}$/);
    expect(first?.contents).toMatchObject({ spaceType: 'INDOOR', declaredCapacity: 110 });
    const report = await reportOf(server, people.city, run);
    expect(report.split('\r\n')[0]).toBe('\ufeffrow,column,class,code,message,cure');
    expect(report).toMatch(/^8,經度、緯度,HELD,HELD,/m);
    // A better list frees what was held, and doubles nothing.
    const better = taiwan.replace('26.91001', '24.57001');
    const next = await imported(server, people.city, { name: 'tw.csv', bytes: better });
    expect(next.counts).toMatchObject({ imported: 7, created: 1, unchanged: 6, held: 0 });
    const filings = await server.office.dataSource.query<Record<string, unknown>[]>(
      `select stage from filing where contents->>'name' = '七村辦公處' order by stage`,
    );
    expect(filings).toEqual([{ stage: 'FILED' }, { stage: 'WITHDRAWN' }]);
  });

  test('Japan: blank flags are not assessed, lines in fields stay, the city alone makes divisions', async () => {
    const list = { name: 'jp.csv.gz', bytes: gzipSync(await fixture('gsi.csv')) };
    const wish = { createJurisdictions: true };
    const refused = await imported(server, people.hubinEm, list, wish);
    expect(refused).toMatchObject({ state: 'FAILED', refusals: [{ code: 'NO_AUTHORITY' }] });
    const run = await imported(server, people.city, list, wish);
    expect(run).toMatchObject({ profile: 'GSI', state: 'DONE', counts: { imported: 3, refused: 0 } });
    const [one] = await shelters(['一中学校']);
    const [two] = await shelters(['二高台']);
    expect(one?.code).toBe('990014X0001');
    expect(one?.contents).toMatchObject({ address: '試験県一市1－2－3' });
    expect(two?.contents).toMatchObject({
      remarks: '大雨：2階以上\n津波：3階以上',
      suitability: [{ hazard: 'TSUNAMI', suitability: 'SUITABLE' }],
    });
  });

  test('a cancelled import keeps what is in; the next one completes it', async () => {
    const rows = Array.from({ length: 9_000 }, (_row, index) => {
      const [x, y] = [111.15 + (index % 100) * 0.0006, 34.76 + Math.floor(index / 100) * 0.0003];
      return `${index},湖滨区,试验单位,点${index},${x.toFixed(5)},${y.toFixed(5)}`;
    });
    const bytes = ['编号,所属辖区,产权单位,场所名称,经度,纬度', ...rows].join('\n');
    const list = { name: '大.csv', bytes };
    const { id } = await started(server, people.city, list);
    await server.do(`mutation ($id: ID!) { cancelImport(id: $id) { id } }`, { id }, people.city);
    let run = await runOf(server, people.city, id);
    while (run.state === 'RUNNING') run = await runOf(server, people.city, id);
    expect(run).toMatchObject({ state: 'CANCELLED', refusals: [{ code: 'CANCELLED' }] });
    const { read = 0, imported: taken = 0 } = run.counts;
    expect(read).toBeLessThan(9_000);
    const rest = await imported(server, people.city, list);
    expect(rest.counts).toMatchObject({
      read: 9_000,
      imported: 9_000,
      created: 9_000 - taken,
      unchanged: taken,
    });
  });

  test('a run whose process is gone is told as failed', async () => {
    const { id } = await started(server, people.hubinEm, { name: '清单.csv', bytes: own });
    await server.office.dataSource.query(
      `insert into import_run (id, person_id, state, file_name, sha256, create_jurisdictions, counts, runner, started_at, touched_at)
       select $1, person_id, 'RUNNING', file_name, sha256, false, counts,
              jsonb_set(runner::jsonb, '{started}', '"another boot"')::text, started_at, touched_at
       from import_run where id = $2`,
      ['01900000-0000-7000-8000-00000000dead', id],
    );
    const lost = await runOf(server, people.hubinEm, '01900000-0000-7000-8000-00000000dead');
    expect(lost).toMatchObject({ state: 'FAILED', refusals: [{ code: 'IMPORT_INTERRUPTED' }] });
  });
});
