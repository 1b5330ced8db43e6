import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { givenPeople, type Somebody } from '../support/city.ts';
import { databaseKinds } from '../support/databases.ts';
import { givenList, imported, previewed, runOf, type MappedColumn } from '../support/imports.ts';
import { startServer, type TestServer } from '../support/server.ts';

const LIST = `各区场所一览
No,全称（盖章）,E,N,District,Persons,备查
7,黄河公园,111.1951,34.7791,湖滨区,800,甲
8,陕州广场,111.1851,34.7781,湖滨区,,乙
`;

describe.each(databaseKinds())('columns of a list in no fixed form (Art. 18) on %s', (kind) => {
  let server: TestServer;
  let people: Record<'hubinEm' | 'lingbaoEm' | 'unit1', Somebody>;
  beforeAll(async () => {
    server = await startServer(kind);
    people = await givenPeople(server, ['hubinEm', 'lingbaoEm', 'unit1']);
  });
  afterAll(() => server.close());

  const list = (bytes = LIST) => ({ name: '一览.csv', bytes });
  /** The columns of LIST, some given to other fields. */
  const mapping = (given: Readonly<Record<number, string | null>> = {}): MappedColumn[] => {
    const headers = ['No', '全称(盖章)', 'E', 'N', 'District', 'Persons', '备查'];
    const fields = ['sourceId', 'name', 'position.longitude', 'position.latitude', 'jurisdictionCode'];
    return headers.map((header, index) => {
      const position = index + 1;
      const field = position in given ? (given[position] ?? null) : (fields[index] ?? null);
      return { position, header: header.replace('(', '（').replace(')', '）'), field };
    });
  };
  const refused = async (columns: readonly MappedColumn[], profile?: 'GSI') => {
    const fileId = await givenList(server, people.hubinEm, list());
    const start = `mutation ($input: ImportInput!) { startImport(input: $input) { id } }`;
    const input = { fileId, mapping: columns, ...(profile ? { profile } : {}) };
    return server.refusals(start, { input }, people.hubinEm);
  };

  test('headings nobody knows: every column is shown with its first values, what is missing is named', async () => {
    const run = await previewed(server, people.hubinEm, list());
    expect(run).toMatchObject({ state: 'FAILED', columnsBy: 'HEADINGS' });
    expect(run.refusals.map(({ code }) => code)).toEqual([
      'COLUMN_MISSING',
      'COLUMN_MISSING',
      'COLUMN_MISSING',
    ]);
    expect(run.refusals[0]?.message).toMatch('场所名称');
    expect(run.columns).toMatchObject([
      { position: 1, header: 'No', field: 'sourceId', values: ['7', '8'] },
      { position: 2, header: '全称（盖章）', field: null, values: ['黄河公园', '陕州广场'] },
      { position: 3, header: 'E', field: null },
      { position: 4, header: 'N', field: null },
      { position: 5, header: 'District', field: 'jurisdictionCode' },
      { position: 6, header: 'Persons', field: 'declaredCapacity', values: ['800'] },
      { position: 7, header: '备查', field: null },
    ]);
    // Kept with the run, but not the values: a list may hold names and numbers of people.
    const kept = await runOf(server, people.hubinEm, run.id);
    expect(kept.columns.map(({ field, values }) => [field, values.length])).toEqual(
      run.columns.map(({ field }) => [field, 0]),
    );
  });

  test('a heading that resembles one is a guess, and taken for nothing', async () => {
    const run = await previewed(server, people.hubinEm, list(LIST.replace('全称（盖章）', '避难场所全称')));
    expect(run.columns[1]).toMatchObject({ field: null, suggestion: 'name' });
    expect(run.state).toBe('FAILED');
  });

  test('as a person says: read so, kept with the run, and a column left out is left out', async () => {
    const given = mapping({ 2: 'name', 6: null, 7: 'landmark' });
    const preview = await previewed(server, people.hubinEm, list(), { mapping: given });
    expect(preview).toMatchObject({ state: 'PREVIEW', columnsBy: 'CHOSEN', profile: 'OWN' });
    expect(preview.samples?.map(({ name, row }) => [row, name])).toEqual([
      [3, '黄河公园'],
      [4, '陕州广场'],
    ]);
    const withUnit = mapping({ 2: 'name', 6: null, 7: 'unitId' });
    const run = await imported(server, people.hubinEm, list(), { mapping: withUnit });
    expect(run).toMatchObject({ state: 'DONE', columnsBy: 'CHOSEN', counts: { imported: 2 } });
    expect(run.columns.map(({ field }) => field)).toEqual(withUnit.map(({ field }) => field));
    const rows = await server.office.dataSource.query<unknown[]>(
      `select shelter.name, (contents->>'declaredCapacity')::int as capacity, organisation.name as unit
       from shelter join organisation on organisation.id = shelter.unit_id order by shelter.code`,
    );
    expect(rows).toEqual([
      { name: '黄河公园', capacity: null, unit: '甲' },
      { name: '陕州广场', capacity: null, unit: '乙' },
    ]);
  });

  test('remembered for the next list with the same headings, within the organisation alone', async () => {
    const next = list(LIST.replace('黄河公园', '甘棠公园'));
    const run = await previewed(server, people.hubinEm, next);
    expect(run).toMatchObject({ state: 'PREVIEW', columnsBy: 'REMEMBERED', counts: { imported: 2 } });
    expect(run.columns[6]).toMatchObject({ header: '备查', field: 'unitId', values: ['甲', '乙'] });
    expect(await previewed(server, people.lingbaoEm, next)).toMatchObject({ columnsBy: 'HEADINGS' });
    const other = await previewed(server, people.hubinEm, list(LIST.replace('备查', '备考')));
    expect(other).toMatchObject({ state: 'FAILED', columnsBy: 'HEADINGS' });
    // An import without any word on the columns goes by the headings: what was meant once decides nothing unseen.
    expect(await imported(server, people.hubinEm, next)).toMatchObject({ state: 'FAILED' });
  });

  test('what cannot be meant is refused: unknown field, field twice, column twice, a fixed list', async () => {
    expect(await refused(mapping({ 2: 'naem' }))).toEqual(['UNKNOWN_TARGET']);
    expect(await refused(mapping({ 7: 'name' }))).toEqual(['MAPPED_TWICE']);
    expect(await refused([...mapping(), { position: 1, header: 'No', field: null }])).toEqual([
      'COLUMN_TWICE',
    ]);
    expect(await refused(mapping(), 'GSI')).toEqual(['COLUMNS_FIXED']);
    const many = Array.from({ length: 201 }, (_column, index) => ({
      position: index + 1,
      header: '',
      field: null,
    }));
    expect(await refused(many)).toEqual(['TOO_MANY']);
  });

  test('columns that are gone, or nothing given to what is required: nothing is taken in', async () => {
    const moved = mapping().map((column) => (column.position === 3 ? { ...column, header: '经' } : column));
    const gone = await imported(server, people.hubinEm, list(), {
      mapping: [...moved, { position: 9, header: '末', field: null }],
    });
    expect(gone.state).toBe('FAILED');
    expect(gone.refusals.map(({ code }) => code)).toEqual(['COLUMN_GONE', 'COLUMN_GONE']);
    const run = await imported(server, people.hubinEm, list(), { mapping: mapping({ 2: null }) });
    expect(run).toMatchObject({ state: 'FAILED', refusals: [{ code: 'COLUMN_MISSING' }] });
    expect(run.columns[1]).toMatchObject({ header: '全称（盖章）', field: null });
  });

  test('columns without a heading can be given to a field, and are called by their letter', async () => {
    const bytes = `,经度,纬度,\n虹桥公园,111.1951,34.7791,很多\n`;
    const given = [
      { position: 1, header: '', field: 'name' },
      { position: 2, header: '经度', field: 'position.longitude' },
      { position: 3, header: '纬度', field: 'position.latitude' },
      { position: 4, header: '', field: 'declaredCapacity' },
    ];
    const run = await previewed(server, people.unit1, list(bytes), { mapping: given });
    expect(run.samples).toMatchObject([{ name: '虹桥公园', verdict: 'REFUSED' }]);
    expect(run.findings).toContainEqual(expect.objectContaining({ column: 'D', code: 'NOT_A_NUMBER' }));
  });
});
