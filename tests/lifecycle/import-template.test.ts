import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import exceljs from 'exceljs';
import { givenPeople, type Somebody } from '../support/city.ts';
import { databaseKinds } from '../support/databases.ts';
import { imported, previewed } from '../support/imports.ts';
import { startServer, type TestServer } from '../support/server.ts';

type Validations = Record<string, exceljs.DataValidation>;

const CHOICES = [
  '坐标系',
  '场地类型',
  '室内或室外',
  '级别',
  '避难时长类别',
  '常设或临时',
  '宠物安置',
  '无障碍',
  '权属',
  '投资性质',
  '建设经费来源',
];
const SEVERAL = ['适用灾害', '有条件适用灾害', '不适用灾害', '配套设施、设备', '功能区'];

describe.each(databaseKinds())('the import template as a spreadsheet on %s', (kind) => {
  let server: TestServer;
  let people: Record<'city' | 'hubinEm' | 'unit1' | 'community1', Somebody>;
  beforeAll(async () => {
    server = await startServer(kind);
    people = await givenPeople(server, ['city', 'hubinEm', 'unit1', 'community1']);
  });
  afterAll(() => server.close());

  const fetched = (by: Somebody | null, lang: string) =>
    fetch(`${server.url}/exports/import-template.xlsx?lang=${lang}`, {
      headers: by ? { authorization: `Bearer ${by.token}` } : {},
    });

  async function template(by: Somebody, lang = 'zh-CN') {
    const response = await fetched(by, lang);
    expect(response.status).toBe(200);
    const book = new exceljs.Workbook();
    await book.xlsx.load(await response.arrayBuffer());
    const [sheet, guide, options] = book.worksheets;
    if (!sheet || !guide || !options) throw new Error('the template lacks a sheet');
    const heads = (sheet.getRow(1).values as string[]).slice(1).map((head) => head.replace(' *', ''));
    const at = (head: string) => heads.indexOf(head) + 1;
    /** What the drop-down of a column offers. */
    const offered = (head: string): string[] => {
      const { model } = (sheet as unknown as { dataValidations: { model: Validations } }).dataValidations;
      const { type, formulae = [] } = model[`${sheet.getColumn(at(head)).letter}2`] ?? {};
      if (type !== 'list') return [];
      const [, letter = '', last = ''] = /!\$([A-Z]+)\$1:\$[A-Z]+\$(\d+)/u.exec(String(formulae[0])) ?? [];
      return Array.from(
        { length: Number(last) },
        (_word, row) => options.getCell(`${letter}${row + 1}`).text,
      );
    };
    const guideOf = (head: string) =>
      guide
        .getRows(2, guide.rowCount)
        ?.find((row) => row.getCell(1).text === head)
        ?.getCell(4).text ?? '';
    /** As a person saves it. exceljs spells every cell of a drop-down out, which takes it ten seconds: without them. */
    const saved = async () => {
      (sheet as unknown as { dataValidations: { model: Validations } }).dataValidations.model = {};
      return new Uint8Array(await book.xlsx.writeBuffer());
    };
    return { saved, sheet, at, offered, guideOf, options };
  }

  test('as it comes: nothing to import; with rows below, the example alone is left out', async () => {
    const { saved, sheet, at } = await template(people.hubinEm);
    const empty = await previewed(server, people.hubinEm, { name: '模板.xlsx', bytes: await saved() });
    expect(empty).toMatchObject({ state: 'FAILED', refusals: [{ code: 'NO_ROWS' }] });
    const row = sheet.getRow(3);
    const values = {
      原编号: '示例 7',
      场所名称: '甘棠公园',
      所属辖区: '湖滨区',
      产权单位或管理单位: '园林处',
      功能区: '宿住区 3000、集散区 0.15公顷、厕所',
      测算标准: 'GB 51143-2015',
      标准日期: '2015.12.3',
      人均面积: '2 平方米/人',
      执行的标准: 'GB 51143-2015；DB41/T 1234-2016',
      权属: '国有',
      投资性质: '政府投资',
      建设经费来源: '不明',
      列入的预算: '湖滨区 2025 年度',
    };
    for (const [head, value] of Object.entries(values)) row.getCell(at(head)).value = value;
    row.getCell(at('经度')).value = 111.2001;
    row.getCell(at('纬度')).value = 34.7791;
    const run = await imported(server, people.hubinEm, { name: '模板.xlsx', bytes: await saved() });
    expect(run.counts).toMatchObject({ read: 1, created: 1, refused: 0 });
    const { filings } = await server.do(
      `{ filings(first: 1, filter: { text: "甘棠公园" }) { nodes { contents { zones { type name areaSquareMeters ring }
         capacityBasis { standard dated squareMetersPerPerson } standards ownership investment fundingSource budget } } } }`,
      {},
      people.hubinEm,
    );
    const zone = { name: null, ring: null };
    expect(filings).toEqual({
      nodes: [
        {
          contents: {
            zones: [
              { ...zone, type: 'LODGING', areaSquareMeters: 3_000 },
              { ...zone, type: 'ASSEMBLY', areaSquareMeters: 1_500 },
              { ...zone, type: 'TOILET', areaSquareMeters: null },
            ],
            capacityBasis: { standard: 'GB 51143-2015', dated: '2015-12-03', squareMetersPerPerson: 2 },
            standards: ['GB 51143-2015', 'DB41/T 1234-2016'],
            ownership: 'STATE',
            investment: 'GOVERNMENT',
            fundingSource: 'UNKNOWN',
            budget: '湖滨区 2025 年度',
          },
        },
      ],
    });
  });

  test('what is no zone and no area is told with its column, and the row is not taken', async () => {
    const { saved, sheet, at } = await template(people.hubinEm);
    const row = sheet.getRow(3);
    const values = { 场所名称: '错填公园', 所属辖区: '湖滨区', 产权单位或管理单位: '园林处' };
    for (const [head, value] of Object.entries(values)) row.getCell(at(head)).value = value;
    row.getCell(at('经度')).value = 111.2101;
    row.getCell(at('纬度')).value = 34.7791;
    row.getCell(at('功能区')).value = '跑道 300、宿住区 3千多';
    row.getCell(at('权属')).value = '公家的';
    row.getCell(at('人均面积')).value = '不少于2';
    const run = await previewed(server, people.hubinEm, { name: '模板.xlsx', bytes: await saved() });
    expect(run.counts).toMatchObject({ read: 1, refused: 1 });
    expect(
      run.findings
        .filter(({ class: kind }) => kind === 'IMPOSSIBLE')
        .map(({ code, column }) => `${code} ${column}`),
    ).toEqual(['UNKNOWN_VALUE 功能区', 'NOT_A_NUMBER 功能区', 'NOT_A_NUMBER 人均面积', 'UNKNOWN_VALUE 权属']);
  });

  test('every word of every drop-down is understood, in Chinese and in English', async () => {
    for (const [lang, by] of [
      ['zh-CN', people.hubinEm],
      ['en', people.city],
    ] as const) {
      const { saved, sheet, offered, guideOf, options } = await template(by, lang);
      const heads = (sheet.getRow(1).values as string[]).slice(1).map((head) => head.replace(' *', ''));
      expect(options.state).toBe('veryHidden');
      const lists = heads.map((head) => offered(head));
      expect(lists.filter((words) => words.length > 0)).toHaveLength(CHOICES.length + 1);
      for (const head of lang === 'zh-CN' ? CHOICES : [])
        expect([head, offered(head).length > 1]).toEqual([head, true]);
      const several = heads
        .map((head) => guideOf(head))
        .filter((words) => /（可填几种|\(one or more/u.test(words));
      expect(several).toHaveLength(SEVERAL.length);
      const most = Math.max(...lists.map(({ length }) => length));
      for (let index = 0; index < most; index += 1) {
        const row = sheet.getRow(index + 3);
        lists.forEach((words, column) => {
          if (words.length > 0) row.getCell(column + 1).value = words[index % words.length] ?? '';
        });
        heads.forEach((head, column) => {
          const words = guideOf(head)
            .replace(/（可填几种.*|\(one or more.*/u, '')
            .split(/、|, /u);
          const all = /（可填几种|\(one or more/u.test(guideOf(head));
          if (all) row.getCell(column + 1).value = words[index % words.length]?.trim() ?? '';
        });
      }
      const bytes = await saved();
      const run = await previewed(server, by, { name: 't.xlsx', bytes });
      expect(run.counts.read).toBe(most);
      const odd = run.findings.filter(({ code }) => ['UNKNOWN_VALUE', 'UNKNOWN_JURISDICTION'].includes(code));
      expect(odd).toEqual([]);
    }
  });

  test('the jurisdictions are those one may speak of; units and formats stand beside the cell', async () => {
    const { sheet, offered } = await template(people.hubinEm);
    expect(offered('所属辖区')).toEqual(['湖滨区']);
    expect((await template(people.unit1)).offered('所属辖区')).toEqual(['湖滨区']);
    expect((await template(people.city)).offered('所属辖区')).toHaveLength(8);
    const notes = (sheet.getRow(1).values as string[]).map((_head, column) => {
      const note = column > 0 ? sheet.getRow(1).getCell(column).note : '';
      return JSON.stringify(note);
    });
    expect(notes.join()).toMatch('平方米');
  });

  test('nobody without a session, nobody who may import nothing', async () => {
    expect((await fetched(null, 'zh-CN')).status).toBe(401);
    const refused = await fetched(people.community1, 'zh-CN');
    expect(refused.status).toBe(422);
    expect(JSON.stringify(await refused.json())).toMatch('NO_AUTHORITY');
  });
});
