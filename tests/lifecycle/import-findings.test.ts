import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import exceljs from 'exceljs';
import { givenPeople, type Somebody } from '../support/city.ts';
import { databaseKinds } from '../support/databases.ts';
import { imported, previewed, type RunSeen } from '../support/imports.ts';
import { startServer, type TestServer } from '../support/server.ts';

const LIST = `避难场所清单,,,,,,
编号,所属辖区,产权单位,场所名称,经度,纬度,联系电话
01,湖滨区,甲单位,虹桥公园,111.1951,34.7791,0398-2811111

02,湖滨区,甲单位,"=HYPERLINK(""http://evil.example"")",111.1951,34.7781,+86 398
03,灵宝市,甲单位,邻县公园,110.9001,34.5001,
04,湖滨区,甲单位,多一格,111.1961,34.7791,,余
`;

/** A cell as text or number; anything else would be a formula, a date, a link. */
function told(value: exceljs.CellValue): string | number {
  if (value === null) return '';
  if (typeof value === 'string' || typeof value === 'number') return value;
  throw new Error(`a cell holds ${JSON.stringify(value)}`);
}

describe.each(databaseKinds())('a list given back with its findings on %s', (kind) => {
  let server: TestServer;
  let people: Record<'city' | 'hubinEm' | 'lingbaoEm', Somebody>;
  beforeAll(async () => {
    server = await startServer(kind);
    people = await givenPeople(server, ['city', 'hubinEm', 'lingbaoEm']);
  });
  afterAll(() => server.close());

  const fetched = (run: Pick<RunSeen, 'id'>, by: Somebody | null, lang = 'zh-CN') =>
    fetch(`${server.url}/exports/import-findings/${run.id}.xlsx?lang=${lang}`, {
      headers: by ? { authorization: `Bearer ${by.token}` } : {},
    });
  /** The sheets of the file, each row as its cells. */
  const sheets = async (run: Pick<RunSeen, 'id'>, by: Somebody, lang?: string) => {
    const response = await fetched(run, by, lang);
    expect(response.status).toBe(200);
    const book = new exceljs.Workbook();
    await book.xlsx.load(await response.arrayBuffer());
    return book.worksheets.map((sheet) =>
      Array.from({ length: sheet.rowCount }, (_row, index) =>
        Array.from({ length: sheet.columnCount }, (_cell, column) =>
          told(sheet.getCell(index + 1, column + 1).value),
        ),
      ),
    );
  };
  const list = { name: '清单.csv', bytes: LIST };

  test('after the preview: one’s own rows in their order, each with what would become of it', async () => {
    const run = await previewed(server, people.hubinEm, list);
    const [rows = [], whole = []] = await sheets(run, people.hubinEm);
    expect(rows).toHaveLength(7);
    expect(rows[0]?.[0]).toBe('避难场所清单');
    expect(rows[1]?.slice(3, 9)).toEqual([
      '场所名称',
      '经度',
      '纬度',
      '联系电话',
      '导入状态',
      '发现与处理办法',
    ]);
    // A number that stands on signs keeps its nought; a coordinate is a number.
    expect(rows[2]?.slice(0, 8)).toEqual([
      '01',
      '湖滨区',
      '甲单位',
      '虹桥公园',
      111.1951,
      34.7791,
      '0398-2811111',
      '可导入',
    ]);
    expect(rows[3]?.every((cell) => cell === '')).toBe(true);
    // Never a formula: the cell that was one is empty and told, what looks like one is defused.
    expect(rows[4]?.[3]).toBe('');
    expect(rows[4]?.[6]).toBe("'+86 398");
    expect(rows[4]?.[7]).toBe('不导入');
    expect(String(rows[4]?.[8])).toMatch(/^【场所名称】/u);
    expect(rows[5]?.[7]).toBe('不导入');
    expect(String(rows[5]?.[8])).toMatch('不在您的辖区内');
    // Nothing of a row that is too wide is lost.
    expect(rows[6]?.slice(7)).toEqual(['不导入', expect.stringMatching('列数不足'), '余']);
    // What the list has no column for at all is said once.
    expect(whole[0]).toEqual(['涉及行数', '发现', '处理办法']);
    expect(whole.some((row) => String(row[1]).includes('功能区划分平面图'))).toBe(true);
    expect(rows.flat().join()).not.toMatch('功能区划分平面图');
  });

  test('after the import it says what came in; given in again it is the same list', async () => {
    const run = await imported(server, people.hubinEm, list);
    expect(run.counts).toMatchObject({ read: 4, imported: 1, refused: 3 });
    const [rows = []] = await sheets(run, people.hubinEm, 'en');
    expect(rows.map((row) => row[7])).toEqual([
      '',
      'Import status',
      'Imported',
      '',
      'Stays out',
      'Stays out',
      'Stays out',
    ]);
    expect(String(rows[5]?.[8])).toMatch(/^\[所属辖区\]/u);
    const bytes = new Uint8Array(await (await fetched(run, people.hubinEm)).arrayBuffer());
    const again = await previewed(server, people.hubinEm, { name: '改好.xlsx', bytes });
    expect(again.counts).toMatchObject({ read: 4, imported: 1, unchanged: 1, refused: 3 });
    expect(again.columns.map(({ header }) => header)).not.toContain('导入状态');
  });

  test('only for whoever may see the run; none of a list nobody could read, or that is not there', async () => {
    const run = await previewed(server, people.hubinEm, list);
    expect((await fetched(run, null)).status).toBe(401);
    expect((await fetched(run, people.lingbaoEm)).status).toBe(404);
    expect((await fetched(run, people.city)).status).toBe(200);
    const failed = await previewed(server, people.hubinEm, { name: 'x.csv', bytes: '甲,乙\n1,2\n' });
    expect((await fetched(failed, people.hubinEm)).status).toBe(404);
    expect((await fetched({ id: 'nonsense' }, people.hubinEm)).status).toBe(404);
  });

  test('who goes away in its midst leaves no thread and no place taken', async () => {
    const rows = Array.from(
      { length: 2_000 },
      (_row, index) => `${index},湖滨区,甲,点${index},111.2,34.7791`,
    );
    const bytes = ['编号,所属辖区,产权单位,场所名称,经度,纬度', ...rows].join('\n');
    const run = await previewed(server, people.hubinEm, { name: '大.csv', bytes });
    for (let time = 0; time < 3; time += 1) {
      const leaving = new AbortController();
      const response = await fetch(`${server.url}/exports/import-findings/${run.id}.xlsx`, {
        headers: { authorization: `Bearer ${people.hubinEm.token}` },
        signal: leaving.signal,
      });
      expect(response.status).toBe(200);
      leaving.abort();
      await response.arrayBuffer().catch(() => null);
    }
    for (;;) {
      const response = await fetched(run, people.hubinEm);
      if (response.status === 200) {
        expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(10_000);
        return;
      }
      expect(JSON.stringify(await response.json())).toMatch('TOO_BUSY');
    }
  });
});
