import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import exceljs from 'exceljs';
import { givenPeople, type Somebody } from '../support/city.ts';
import { databaseKinds } from '../support/databases.ts';
import { imported, previewed, reportOf, type RunSeen } from '../support/imports.ts';
import { startServer, type TestServer } from '../support/server.ts';

const HEADER = '编号,所属辖区,产权单位,场所名称,经度,纬度,坐标系';

describe.each(databaseKinds())('what an import takes for granted is told, on %s', (kind) => {
  let server: TestServer;
  let people: Record<'hubinEm', Somebody>;
  beforeAll(async () => {
    server = await startServer(kind);
    people = await givenPeople(server, ['hubinEm']);
  });
  afterAll(() => server.close());

  const list = (header: string, ...rows: string[]) => ({
    name: 'l.csv',
    bytes: [header, ...rows].join('\n'),
  });
  const told = (run: RunSeen, code: string) =>
    run.findings
      .filter((finding) => finding.code === code)
      .map(({ row, column }) => `${row} ${column ?? '-'}`);

  test('an owner nobody knows: once, where its name first stands, and never again when it is known', async () => {
    const known = list(HEADER, '1,湖滨区,园林处,甲公园,111.1951,34.7791,WGS84');
    expect(told(await imported(server, people.hubinEm, known), 'UNIT_NEW')).toEqual(['2 产权单位']);
    const slip = list(
      HEADER,
      '1,湖滨区,园林处,甲公园,111.1951,34.7791,WGS84',
      '2,湖滨区,圆林处,乙公园,111.1961,34.7781,WGS84',
      '3,湖滨区,圆林处,丙公园,111.1971,34.7771,WGS84',
      '4,灵宝市,无名处,丁公园,110.8901,34.5201,WGS84',
    );
    const run = await previewed(server, people.hubinEm, slip);
    expect(told(run, 'UNIT_NEW')).toEqual(['3 产权单位']);
    const [finding] = run.findings.filter(({ code }) => code === 'UNIT_NEW');
    expect(finding).toMatchObject({ class: 'ADVICE', cure: '请核对名称是否写错。' });
    expect(finding?.message).toMatch('圆林处');
    expect(run.counts).toMatchObject({ read: 4, imported: 3, refused: 1 });
  });

  test('no coordinate system: told of the row, or once of a list without the column', async () => {
    const rows = ['4,湖滨区,园林处,丁公园,111.1951,34.7751,', '5,湖滨区,园林处,戊公园,,,'];
    const run = await previewed(server, people.hubinEm, list(HEADER, ...rows));
    expect(told(run, 'CRS_ASSUMED')).toEqual(['2 坐标系']);
    expect(run.counts).toMatchObject({ imported: 2, refused: 0 });
    const [header = '', ...cut] = [HEADER, ...rows].map((row) => row.slice(0, row.lastIndexOf(',')));
    const without = await previewed(server, people.hubinEm, list(header, ...cut));
    expect(told(without, 'CRS_ASSUMED')).toEqual(['0 -']);
    const whole = await imported(server, people.hubinEm, list(header, ...cut));
    expect(await reportOf(server, people.hubinEm, whole)).toMatch(/\r\n,,ADVICE,CRS_ASSUMED,.*（1 行）/u);
  });

  test('a system that could not be read is told as that alone', async () => {
    const row = '6,湖滨区,园林处,己公园,111.1951,34.7741,北京54';
    const run = await previewed(server, people.hubinEm, list(HEADER, row));
    expect(told(run, 'UNKNOWN_VALUE')).toEqual(['2 坐标系']);
    expect(told(run, 'CRS_ASSUMED')).toEqual([]);
  });

  test('an English list is answered in English alone: the choices, the county, the columns', async () => {
    const header = 'Number,Jurisdiction,Owner,Name,Longitude,Latitude,Coordinate system,Grade';
    const english = list(
      header,
      '7,Hubin District,Parks,A,113.65,34.7600,WGS84,',
      '8,Hubin District,Parks,B,111.1951,34.7731,WGS84,Galactic',
    );
    const run = await previewed(server, people.hubinEm, english);
    const response = await fetch(`${server.url}/exports/import-findings/${run.id}.xlsx?lang=en`, {
      headers: { authorization: `Bearer ${people.hubinEm.token}` },
    });
    const book = new exceljs.Workbook();
    await book.xlsx.load(await response.arrayBuffer());
    const said = [2, 3].map((row) => book.worksheets[0]?.getCell(row, 10).text);
    expect(said[0]).toMatch('[Longitude, Latitude, Coordinate system] Position lies outside Hubin District.');
    expect(said[1]).toMatch(/Grade does not know "Galactic"\. Use one of: Provincial, Municipal, /u);
    expect(said.join('\n')).not.toMatch(/[\p{Script=Han}、]/u);
  });

  test('a cell has one thing to mend', async () => {
    const header = `${HEADER},竣工验收日期,移交日期,适用灾害`;
    const run = await previewed(
      server,
      people.hubinEm,
      list(
        header,
        '9,湖滨区,园林处,,111.1951,34.7721,WGS84,,,地震',
        '10,湖滨区,园林处,=1+1,111.1951,34.7711,WGS84,,,地震',
        '11,湖滨区,园林处,庚公园,111.1951,34.7701,WGS84,2024-13-40,2024-05-01,地震',
        '12,湖滨区,园林处,辛公园,111.1951,,WGS84,,,怪兽',
      ),
    );
    const ofCells = run.findings
      .filter(({ row, column }) => row > 0 && column !== null)
      .map(({ row, column, code }) => `${row} ${column} ${code}`);
    expect(ofCells).toEqual([
      '2 场所名称 EMPTY',
      '3 场所名称 FORMULA_CELL',
      '4 竣工验收日期 NO_SUCH_DATE',
      '5 纬度 EMPTY',
      '5 适用灾害 UNKNOWN_VALUE',
    ]);
  });
});
