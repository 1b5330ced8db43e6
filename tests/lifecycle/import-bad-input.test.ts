import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import exceljs from 'exceljs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync, deflateRawSync } from 'node:zlib';
import { readList } from '../../apps/api/src/import/reading/read-list.ts';
import { ListUnreadable } from '../../apps/api/src/import/reading/unreadable.ts';
import { givenPeople, type Somebody } from '../support/city.ts';
import { databaseKinds } from '../support/databases.ts';
import { imported, previewed, reportOf, type GivenList, type RunSeen } from '../support/imports.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { zipOf } from '../support/zip.ts';

const HEADER = '编号,所属辖区,产权单位,场所名称,经度,纬度,坐标系,可容纳人数,适用灾害,室内或室外,联系电话';
const GOOD = '1,湖滨区,试验单位,好公园,111.1951,34.7791,WGS84,500,地震,室外,0398-2811111';

/** A list of one good row and the given one. */
const list = (row: string): GivenList => ({ name: 'l.csv', bytes: `${HEADER}\n${GOOD}\n${row}` });
const csv = (bytes: Uint8Array | string, name = 'l.csv'): GivenList => ({ name, bytes });

describe.each(databaseKinds())('lists that are wrong, on %s', (kind) => {
  let server: TestServer;
  let people: Record<'hubinEm', Somebody>;
  beforeAll(async () => {
    server = await startServer(kind);
    people = await givenPeople(server, ['hubinEm']);
  });
  afterAll(() => server.close());
  beforeEach(() => server.office.dataSource.query(`truncate shelter, shelter_version, filing cascade`));

  const names = async () => {
    const rows = await server.office.dataSource.query<{ name: string }[]>(
      `select name from shelter order by name`,
    );
    return rows.map(({ name }) => name);
  };
  const impossible = (run: RunSeen) =>
    run.findings
      .filter(({ class: kindOf }) => kindOf === 'IMPOSSIBLE')
      .map(({ row, column, code }) => `${row} ${column ?? '-'} ${code}`);

  test.each([
    ['swapped coordinates', '2,湖滨区,单位,甲,34.7791,111.1951,,,,,', '3 经度、纬度、坐标系 SWAPPED'],
    ['text for a coordinate', '2,湖滨区,单位,甲,东边,34.7791,,,,,', '3 经度 NOT_A_NUMBER'],
    ['half a position', '2,湖滨区,单位,甲,111.1951,,,,,,', '3 纬度 EMPTY'],
    ['a zero longitude', '2,湖滨区,单位,甲,0,34.7791,,,,,', '3 经度、纬度、坐标系 ZERO_COORDINATE'],
    ['outside the county', '2,湖滨区,单位,甲,113.65,34.76,,,,,', '3 经度、纬度、坐标系 OUTSIDE_JURISDICTION'],
    ['no longitude at all', '2,湖滨区,单位,甲,1111.5,34.76,,,,,', '3 经度 NOT_A_NUMBER'],
    ['absurd capacity', '2,湖滨区,单位,甲,111.1951,34.7791,,99999999,,,', '3 可容纳人数 TOO_LARGE'],
    ['negative capacity', '2,湖滨区,单位,甲,111.1951,34.7791,,-5,,,', '3 可容纳人数 NEGATIVE'],
    ['a capacity in words', '2,湖滨区,单位,甲,111.1951,34.7791,,很多,,,', '3 可容纳人数 NOT_A_NUMBER'],
    ['an over-long name', `2,湖滨区,单位,${'长'.repeat(500)},111.1951,34.7791,,,,,`, '3 场所名称 TOO_LONG'],
    [
      'a cell without end',
      `2,湖滨区,单位,${'长'.repeat(11_000)},111.1951,34.7791,,,,,`,
      '3 场所名称 TOO_LONG',
    ],
    ['an unknown hazard', '2,湖滨区,单位,甲,111.1951,34.7791,,,怪兽,,', '3 适用灾害 UNKNOWN_VALUE'],
    ['an unknown datum', '2,湖滨区,单位,甲,111.1951,34.7791,北京54,,,,', '3 坐标系 UNKNOWN_VALUE'],
    ['an unknown kind of space', '2,湖滨区,单位,甲,111.1951,34.7791,,,,地下,', '3 室内或室外 UNKNOWN_VALUE'],
    ['no name', '2,湖滨区,单位,,111.1951,34.7791,,,,,', '3 场所名称 EMPTY'],
    ['no unit', '2,湖滨区,,甲,111.1951,34.7791,,,,,', '3 产权单位 UNIT_MISSING'],
    [
      'a formula',
      '2,湖滨区,单位,"=HYPERLINK(""http://x"")",111.1951,34.7791,,,,,',
      '3 场所名称 FORMULA_CELL',
    ],
    ['the next county', '2,灵宝市,单位,甲,110.89,34.52,,,,,', '3 所属辖区 FOREIGN_JURISDICTION'],
    ['a county nobody knows', '2,乌有县,单位,甲,111.1951,34.7791,,,,,', '3 所属辖区 UNKNOWN_JURISDICTION'],
    ['the same number twice', '1,湖滨区,单位,甲,111.1951,34.7791,,,,,', '3 编号 ROW_TWICE'],
    ['too few cells', '2,湖滨区,单位,甲,111.1951', '3 - TOO_FEW_CELLS'],
  ])('%s: refused with column and cure, the good row comes in', async (_what, row, expected) => {
    const run = await imported(server, people.hubinEm, list(row));
    expect(run).toMatchObject({ state: 'DONE', counts: { read: 2, imported: 1, refused: 1, held: 0 } });
    expect(impossible(run)).toContain(expected);
    for (const { message, cure } of run.findings) expect([message, cure]).not.toContain('');
    expect(await names()).toEqual(['好公园']);
  });

  const WORKBOOK = { name: 'xl/workbook.xml', bytes: Buffer.from('<workbook/>') };
  test.each<[string, () => GivenList | Promise<GivenList>, string]>([
    [
      'a gzip bomb',
      () => csv(gzipSync(Buffer.alloc(60_000_000, 'a,'), { level: 9 }), 'l.csv.gz'),
      'FILE_UNPACKS_TOO_LARGE',
    ],
    ['no header that is known', () => csv('a,b,c\n1,2,3'), 'COLUMN_MISSING'],
    ['a header and nothing else', () => csv(HEADER), 'NO_ROWS'],
    ['too many columns', () => csv(`${HEADER}${',x'.repeat(300)}\n${GOOD}`), 'TOO_MANY'],
    [
      'a broken gzip',
      () => csv(gzipSync(`${HEADER}\n${GOOD}`).subarray(0, 60), 'l.csv.gz'),
      'FILE_UNREADABLE',
    ],
    ['a PDF', () => csv('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n', 'l.pdf'), 'FILE_TYPE'],
  ])('%s: refused as a whole, nothing is written', async (_what, make, code) => {
    const run = await imported(server, people.hubinEm, await make());
    expect(run).toMatchObject({ state: 'FAILED', counts: { read: 0, imported: 0 } });
    expect(run.refusals.map((refusal) => refusal.code)).toContain(code);
    expect(await names()).toEqual([]);
    const preview = await previewed(server, people.hubinEm, await make());
    expect(preview).toMatchObject({ state: 'FAILED', samples: [] });
  });

  test('a spreadsheet that unpacks to gigabytes is stopped, whatever its headers say', async () => {
    const packed = deflateRawSync(Buffer.alloc(120_000_000, '<c/>'), { level: 9 });
    const bomb = (told: number) => zipOf([WORKBOOK, { name: 'xl/worksheets/sheet1.xml', packed, told }]);
    expect(await refusedAs(bomb(120_000_000))).toEqual(['FILE_UNPACKS_TOO_LARGE']);
    expect(await refusedAs(bomb(1_000))).toEqual(['FILE_UNREADABLE']);
    const crowd = Array.from({ length: 300 }, (_part, index) => ({
      name: `x${index}`,
      bytes: Buffer.from('x'),
    }));
    expect(await refusedAs(zipOf([WORKBOOK, ...crowd]))).toEqual(['FILE_UNPACKS_TOO_LARGE']);
    expect(await refusedAs(zipOf([{ name: 'a.txt', bytes: Buffer.from('a') }]))).toEqual(['FILE_TYPE']);
  });

  test('an .xlsx that is an .exe is refused by its content', async () => {
    const exe = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(4_000, 0x90)]);
    expect(await refusedAs(exe)).toEqual(['FILE_TYPE']);
    await expect(previewed(server, people.hubinEm, { name: '清单.xlsx', bytes: exe })).rejects.toThrow(
      'FILE_TYPE',
    );
  });

  test('a spreadsheet: rich text, dates and numbers are read, a formula is not', async () => {
    const book = new exceljs.Workbook();
    const sheet = book.addWorksheet('清单');
    sheet.addRow(['避难场所清单']);
    sheet.addRow([
      '编号',
      '所属辖区',
      '产权单位',
      '场所名称',
      '经度',
      '纬度',
      '可容纳人数',
      '竣工验收日期',
      '备注',
    ]);
    const rich = { richText: [{ text: '虹' }, { font: { bold: true }, text: '桥' }] };
    sheet.addRow([1, '湖滨区', '单位', rich, 111.1951, 34.7791, 300, new Date('2022-01-24T00:00:00Z')]);
    sheet.addRow([2, '湖滨区', '单位', '算', 111.1951, 34.7791, { formula: '1+1', result: 2 }]);
    const bytes = new Uint8Array(await book.xlsx.writeBuffer());
    const run = await imported(server, people.hubinEm, { name: '清单.xlsx', bytes });
    expect(run.counts).toMatchObject({ read: 2, imported: 1, refused: 1 });
    expect(impossible(run)).toEqual(['4 可容纳人数 FORMULA_CELL']);
    const [shelter] = await server.office.dataSource.query<{ contents: unknown }[]>(
      `select contents from shelter`,
    );
    expect(shelter?.contents).toMatchObject({
      name: '虹桥',
      declaredCapacity: 300,
      acceptedOn: '2022-01-24',
    });
  });

  test('GB18030 is read; lost characters are told and the row is kept', async () => {
    expect(
      (await imported(server, people.hubinEm, csv(Buffer.from(GB_LIST, 'base64')))).counts,
    ).toMatchObject({
      imported: 1,
    });
    expect(await names()).toEqual(['好公园']);
    const lost = await imported(
      server,
      people.hubinEm,
      list('2,湖滨区,单位,石?\ufffd公园,111.1851,34.7781,,,,,'),
    );
    expect(lost.counts).toMatchObject({ imported: 2, refused: 0 });
    expect(lost.findings).toContainEqual(
      expect.objectContaining({ row: 3, column: '场所名称', class: 'ADVICE', code: 'LOST_CHARACTERS' }),
    );
  });

  test('the report never runs as a formula', async () => {
    const run = await imported(server, people.hubinEm, {
      name: 'l.csv',
      bytes: `${HEADER}\n2,=1,单位,+甲,x,34.7791,,,,,`,
    });
    const report = await reportOf(server, people.hubinEm, run);
    expect(report).not.toMatch(/(^|,)"?[=+@-]/m);
  });
});

/** With what the reader itself, behind whatever stands before it, refuses a file. */
async function refusedAs(bytes: Uint8Array): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'shelter-list-'));
  const path = join(folder, '清单.xlsx');
  try {
    await writeFile(path, bytes);
    for await (const portion of readList({ path, profile: null, mapping: null })) void portion;
    return [];
  } catch (error) {
    if (!(error instanceof ListUnreadable)) throw error;
    return error.refusals.map(({ code }) => code);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** HEADER and GOOD in GB18030, which Node reads and does not write. */
const GB_LIST =
  'seC6xSzL+cr0z73H+Cyy+siotaXOuyyzocv5w/uzxiy+rbbILM6ztsgs1/ix6s+1LL/JyN3EycjLyv0sysrTw9TWuqYsytLE' +
  '2rvyytLN4izBqs+1tee7sA0KMSy6/rH1x/gsytTR6bWlzrssusO5q9SwLDExMS4xOTUxLDM0Ljc3OTEsV0dTODQsNTAwLLXY' +
  '1fAsytLN4iwwMzk4LTI4MTExMTE=';
