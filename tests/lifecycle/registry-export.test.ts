import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import exceljs from 'exceljs';
import { Readable } from 'node:stream';
import { givenPeople, type Somebody } from '../support/city.ts';
import { databaseKinds } from '../support/databases.ts';
import { givenShelter } from '../support/public-shelters.ts';
import { startServer, type TestServer } from '../support/server.ts';

const PRIVATE = { name: '密一联系人', phone: '13800009991', phone24h: null };

describe.each(databaseKinds())('the registry taken along on %s', (kind) => {
  let server: TestServer;
  let people: Record<'unit1' | 'unit2' | 'hubinEm' | 'city', Somebody>;
  beforeAll(async () => {
    server = await startServer(kind);
    people = await givenPeople(server, ['unit1', 'unit2', 'hubinEm', 'city']);
    await givenShelter(server, people.unit1, {
      name: '=HYPERLINK("http://evil.example","点我")',
      address: '黄河路 1 号，"东门"',
      contact: PRIVATE,
      grade: 'COUNTY',
    });
    await givenShelter(server, people.unit1, { name: '㙍村小学', declaredCapacity: null, position: null });
    await givenShelter(server, people.unit2, { name: '灵宝体育场', grade: 'MUNICIPAL' }, '411282');
  });
  afterAll(() => server.close());

  const fetched = (format: string, by: Somebody | null, query = '') =>
    fetch(`${server.url}/exports/shelters.${format}${query}`, {
      headers: by ? { authorization: `Bearer ${by.token}` } : {},
    });
  const csv = async (by: Somebody, query = '?lang=zh-CN') => {
    const bytes = new Uint8Array(await (await fetched('csv', by, query)).arrayBuffer());
    expect(Buffer.from(bytes.slice(0, 3)).toString('hex')).toBe('efbbbf');
    return new TextDecoder().decode(bytes).trimEnd().split('\r\n');
  };

  test('CSV for spreadsheets: heads and values in words, no formula, unknown is empty, contact persons stay', async () => {
    const [head, formula, rare, ...others] = await csv(people.hubinEm);
    expect(others).toEqual([]);
    expect(head).toMatch(/^编号,场所名称,别名,辖区,.*经度,纬度,.*地震,/u);
    expect(formula).toContain(`"'=HYPERLINK(""http://evil.example"",""点我"")"`);
    expect(formula).toContain('"黄河路 1 号，""东门"""');
    expect(formula).toContain('县级');
    expect(rare).toContain('㙍村小学');
    const at = (head ?? '').split(',');
    const cells = (rare ?? '').split(',');
    expect([cells[at.indexOf('经度')], cells[at.indexOf('可用人数')]]).toEqual(['', '']);
    expect(cells[at.indexOf('更新时间（北京时间）')]).toBe('2026-03-10 09:00');
    expect([formula, rare].join()).not.toMatch(/密一|1380000/u);
    expect((await csv(people.hubinEm, '?lang=en'))[0]).toMatch(/^Code,Name,Other names,Jurisdiction/u);
  });

  test('what the page shows under the same filters, within one’s reach', async () => {
    expect(await csv(people.city)).toHaveLength(4);
    expect(await csv(people.unit1)).toHaveLength(3);
    expect(await csv(people.hubinEm, '?jurisdiction=411282')).toHaveLength(1);
    expect(await csv(people.city, '?jurisdiction=411282&grade=MUNICIPAL')).toHaveLength(2);
    expect(await csv(people.city, `?q=${encodeURIComponent('㙍村')}&grade=NOBODY_KNOWS`)).toHaveLength(2);
  });

  test('found by two characters, by code, by pinyin whole, spaced or by first letters, and never by a wildcard', async () => {
    const names = async (text: string) =>
      (
        await server.do<{ shelters: { nodes: { name: string }[] } }>(
          `query ($text: String!) { shelters(filter: { text: $text }) { nodes { name } } }`,
          { text },
          people.city,
        )
      ).shelters.nodes.map(({ name }) => name);
    const found = ['灵宝体育场'];
    for (const text of ['灵宝', '育场', 'lingbaotiyuchang', 'LingBao TiYu', "ling'bao", 'lbty', ' lbtyc ']) {
      expect([text, await names(text)]).toEqual([text, found]);
    }
    for (const text of ['l%c', 'lb_yc', 'lbtyx']) expect([text, await names(text)]).toEqual([text, []]);
    expect(await names('dcxx')).toEqual(['㙍村小学']);
    expect(await names('411282')).toEqual(found);
  });

  test('XLSX that opens, its texts defused, its numbers numbers', async () => {
    const response = await fetched('xlsx', people.hubinEm, '?lang=zh-CN');
    expect(response.headers.get('content-disposition')).toMatch(
      /^attachment; filename="shelters-\d{4}-\d\d-\d\d\.xlsx"$/u,
    );
    const book = new exceljs.Workbook();
    await book.xlsx.read(Readable.from(Buffer.from(await response.arrayBuffer())));
    const sheet = book.getWorksheet('避难场所');
    const row = (n: number) => sheet?.getRow(n).values as exceljs.CellValue[];
    const place = (head: string) => row(1).indexOf(head);
    expect(sheet?.rowCount).toBe(3);
    expect(row(2)[place('场所名称')]).toBe('\'=HYPERLINK("http://evil.example","点我")');
    expect(row(2)[place('可容纳人数')]).toBe(500);
    expect(row(3)[place('可容纳人数')] ?? null).toBeNull();
  });

  test('GeoJSON with WGS 84 points and times that name their offset; an unknown place is a null geometry', async () => {
    const response = await fetched('geojson', people.hubinEm, '?lang=en');
    expect(response.headers.get('content-type')).toContain('application/geo+json');
    const { features } = (await response.json()) as {
      features: {
        id: string;
        geometry: { coordinates: number[] } | null;
        properties: Record<string, unknown>;
      }[];
    };
    expect(features.map(({ geometry }) => geometry?.coordinates ?? null)).toEqual([[111.195, 34.781], null]);
    expect(features[1]?.properties).toMatchObject({
      Name: '㙍村小学',
      'Changed at (Beijing time)': '2026-03-10T09:00:00+08:00',
    });
  });

  test('nobody without a session, and no format that is none', async () => {
    expect((await fetched('csv', null)).status).toBe(401);
    const unknown = await fetched('exe', people.city);
    expect(unknown.status).toBe(404);
    expect(await unknown.json()).toMatchObject({ errors: [{ extensions: { code: 'ACT_REFUSED' } }] });
    expect((await fetched('constructor', people.city)).status).toBe(404);
  });
});
