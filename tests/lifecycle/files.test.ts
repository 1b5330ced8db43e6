import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import ExcelJS from 'exceljs';
import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { givenPeople, type Somebody } from '../support/city.ts';
import { databaseKinds } from '../support/databases.ts';
import { givenDraft, givenFiledShelter } from '../support/filing.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { until } from '../support/until.ts';
import { upload } from '../support/upload.ts';

const PDF = Buffer.from('%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const DWG = Buffer.concat([Buffer.from('AC1027'), Buffer.alloc(200)]);
const EXE = Buffer.concat([
  Buffer.from('MZ\x90\x00\x03\x00\x00\x00', 'latin1'),
  Buffer.alloc(500),
  Buffer.from('PE\0\0'),
]);
const GB18030 = Buffer.concat([Buffer.from([0xc3, 0xfb, 0xb3, 0xc6]), Buffer.from(',1\r\n')]); // 名称
const MEGABYTE = 1_000_000;

describe.each(databaseKinds())('files on %s', (kind) => {
  let server: TestServer;
  let people: Record<'city' | 'unit1' | 'unit2' | 'hubinEm' | 'lingbaoEm', Somebody>;
  beforeAll(async () => {
    server = await startServer(kind);
    people = await givenPeople(server, ['city', 'unit1', 'unit2', 'hubinEm', 'lingbaoEm']);
  });
  afterAll(() => server.close());

  const bearer = (somebody: Somebody) => ({ authorization: `Bearer ${somebody.token}` });
  const send = (fileName: string | undefined, bytes: Uint8Array, headers: Record<string, string> = {}) =>
    upload(server, fileName, bytes, { ...bearer(people.unit1), ...headers });
  const get = (id: string | undefined, headers: Record<string, string>) =>
    fetch(`${server.url}/files/${id}`, { headers });
  const incoming = () => readdir(join(server.dataDir, 'files', 'incoming')).catch(() => []);
  const countRows = async () => {
    const [row] = await server.office.dataSource.query<{ count: number }[]>(
      `select count(*)::int as count from stored_file`,
    );
    return row?.count ?? 0;
  };

  test('keeps what may be kept and gives the same bytes back', async () => {
    const workbook = new ExcelJS.Workbook();
    workbook.addWorksheet('场所').addRow(['名称', 3]);
    const xlsx = new Uint8Array(await workbook.xlsx.writeBuffer());
    const kinds: [name: string, bytes: Uint8Array, type: string, how: string][] = [
      ['平面图 (1)’.pdf', PDF, 'application/pdf', 'inline'],
      ['照片.png', PNG, 'image/png', 'inline'],
      ['总图.dwg', DWG, 'image/vnd.dwg', 'attachment'],
      ['名单.csv', Buffer.from('\uFEFF名称,人数\r\n学校,3\r\n'), 'text/csv; charset=utf-8', 'attachment'],
      ['旧名单.csv', GB18030, 'text/csv; charset=gb18030', 'attachment'],
      ['名单.xlsx', xlsx, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'attachment'],
      ['名单.csv.gz', gzipSync('a,b\n'), 'application/gzip', 'attachment'],
      ['网页.pdf', Buffer.from('<script>alert(1)</script>'), 'text/plain; charset=utf-8', 'attachment'],
    ];
    for (const [name, bytes, type, how] of kinds) {
      const { status, fileId, refused } = await send(name, bytes);
      expect([name, status, refused]).toEqual([name, 201, []]);
      const answer = await get(fileId, bearer(people.unit1));
      expect(Buffer.from(await answer.arrayBuffer()).equals(Buffer.from(bytes))).toBe(true);
      expect(answer.headers.get('content-type')).toBe(type);
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      expect(answer.headers.get('cache-control')).toMatch(/^private/);
      const [disposition, coded] = (answer.headers.get('content-disposition') ?? '').split(
        "; filename*=UTF-8''",
      );
      expect([disposition, decodeURIComponent(coded ?? '')]).toEqual([how, name]);
    }
    expect(await incoming()).toEqual([]);
  });

  test('lays the same bytes down once, under their SHA-256, and spares a second transfer', async () => {
    const bytes = Buffer.from('same bytes, two names\n');
    const [first, second] = [await send('a.txt', bytes), await send('b.txt', bytes)];
    expect(first.fileId).not.toBe(second.fileId);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const folder = join(server.dataDir, 'files', sha256.slice(0, 2), sha256.slice(2, 4));
    expect(await readdir(folder)).toEqual([sha256]);
    const again = await get(first.fileId, { ...bearer(people.unit1), 'if-none-match': `"${sha256}"` });
    expect(again.status).toBe(304);
  });

  test('tells the name alone to who may read the file, and nobody else', async () => {
    const { fileId } = await send('平面图（改）.pdf', PDF);
    const head = (somebody: Somebody) =>
      fetch(`${server.url}/files/${fileId}`, { method: 'HEAD', headers: bearer(somebody) });
    const told = await head(people.unit1);
    expect([told.status, await told.text()]).toEqual([200, '']);
    expect(told.headers.get('content-disposition')).toContain(encodeURIComponent('平面图（改）.pdf'));
    const neighbour = await head(people.unit2);
    expect([neighbour.status, neighbour.headers.get('content-disposition')]).toEqual([404, null]);
  });

  test('refuses what it is not called, what is empty, and what has no name', async () => {
    const before = await countRows();
    expect(await send('plan.pdf', EXE)).toMatchObject({ status: 415, refused: ['FILE_TYPE file'] });
    expect(await send('list.csv', EXE)).toMatchObject({ status: 415, refused: ['FILE_TYPE file'] });
    expect(await send('list.xlsx', EXE)).toMatchObject({ status: 415, refused: ['FILE_TYPE file'] });
    const broken = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), Buffer.alloc(300, 7)]);
    expect(await send('list.xlsx', broken)).toMatchObject({ status: 415 });
    expect(await send('a.pdf', Buffer.alloc(0))).toMatchObject({ status: 422, refused: ['FILE_EMPTY file'] });
    expect(await send(undefined, PDF)).toMatchObject({ status: 422, refused: ['MISSING fileName'] });
    expect(await send('长'.repeat(201), PDF)).toMatchObject({ refused: ['TOO_LONG fileName'] });
    expect(await send(undefined, PDF, { 'x-file-name': '%E4%B8' })).toMatchObject({
      refused: ['LOST_CHARACTERS fileName'],
    });
    expect(await countRows()).toBe(before);
    expect(await incoming()).toEqual([]);
  });

  test('takes for a drawing what shows a plan, and nothing else', async () => {
    const drawing = { 'x-file-purpose': 'drawing' };
    for (const [name, bytes] of [
      ['plan.pdf', PDF],
      ['plan.png', PNG],
      ['plan.dwg', DWG],
    ] as const)
      expect(await send(name, bytes, drawing)).toMatchObject({ status: 201 });
    for (const name of ['说明.txt', 'plan.pdf'])
      expect(await send(name, Buffer.from('hello'), drawing)).toMatchObject({
        status: 415,
        refused: ['FILE_TYPE file'],
      });
    expect(await send('说明.txt', Buffer.from('hello'))).toMatchObject({ status: 201 });
  });

  test('takes for a list to import what holds rows, and names the rest by what it is', async () => {
    const list = { 'x-file-purpose': 'list' };
    expect(await send('名单.csv', Buffer.from('名称\n学校\n'), list)).toMatchObject({ status: 201 });
    expect(await send('旧名单.csv', GB18030, list)).toMatchObject({ status: 201 });
    expect(await send('名单.csv.gz', gzipSync('a,b\n'), list)).toMatchObject({ status: 201 });
    for (const [name, bytes, what] of [
      ['名单.xlsx', EXE, 'EXE'],
      ['名单.csv', PDF, 'PDF'],
      ['名单.txt', Buffer.from('名称\n'), 'TXT'],
    ] as const)
      expect(await send(name, bytes, list)).toMatchObject({
        status: 415,
        said: [expect.stringMatching(new RegExp(`${what}.*CSV, CSV\\.GZ, XLSX`, 'u'))],
      });
  });

  test('drops the folders of a name', async () => {
    const { fileId } = await send('..\\..\\etc/passwd.txt', Buffer.from('x\n'));
    const answer = await get(fileId, bearer(people.unit1));
    expect(answer.headers.get('content-disposition')).toContain("''passwd.txt");
  });

  test('stops an upload at 20 MB, a drawing at 50', async () => {
    const large = Buffer.concat([PDF, Buffer.alloc(30 * MEGABYTE)]);
    expect(await send('a.pdf', large)).toMatchObject({ status: 413, refused: ['FILE_TOO_LARGE file'] });
    const drawing = { 'x-file-purpose': 'drawing' };
    expect(await send('a.pdf', large, drawing)).toMatchObject({ status: 201 });
    const larger = Buffer.concat([PDF, Buffer.alloc(60 * MEGABYTE)]);
    expect(await send('a.pdf', larger, drawing)).toMatchObject({ status: 413 });
    expect(await incoming()).toEqual([]);
  });

  test('leaves nothing of an upload that breaks off', async () => {
    const before = await countRows();
    const cut = request(`${server.url}/files`, {
      method: 'POST',
      headers: { ...bearer(people.unit1), 'x-file-name': 'cut.pdf', 'content-length': 10 * MEGABYTE },
    });
    const gone = new Promise((closed) => cut.once('close', closed));
    cut.on('error', () => undefined);
    cut.write(Buffer.concat([PDF, Buffer.alloc(MEGABYTE)]));
    await until('begun', async () => (await incoming()).length > 0);
    cut.destroy();
    await gone;
    await until('cleared away', async () => (await incoming()).length === 0);
    expect(await countRows()).toBe(before);
  });

  test('takes nothing from strangers, nor from a page of another site', async () => {
    expect(await upload(server, 'a.pdf', PDF, {})).toMatchObject({
      status: 401,
      refused: ['UNAUTHENTICATED'],
    });
    const cookie = { cookie: `session=${people.unit1.token}` };
    expect(await upload(server, 'a.pdf', PDF, cookie)).toMatchObject({
      refused: ['MISSING x-shelter-request: 1'],
    });
    const ours = { ...cookie, 'x-shelter-request': '1' };
    expect(await upload(server, 'a.pdf', PDF, ours)).toMatchObject({ status: 201 });
  });

  test('shows a file to its uploader, and to whoever may read the filing that names it', async () => {
    const { fileId } = await send('plan.pdf', PDF);
    const statuses = async () =>
      Promise.all(
        [people.unit1, people.unit2, people.hubinEm, people.lingbaoEm, people.city].map(
          async (somebody) => (await get(fileId, bearer(somebody))).status,
        ),
      );
    expect(await statuses()).toEqual([200, 404, 404, 404, 404]);
    await givenDraft(server, people.unit1, '411202', { zonePlanFileId: fileId });
    expect(await statuses()).toEqual([200, 404, 200, 404, 200]);
    expect((await get(fileId, {})).status).toBe(401);
    expect((await get('no-such-file', bearer(people.city))).status).toBe(404);
    expect((await get('01900000-0000-7000-8000-000000000000', bearer(people.city))).status).toBe(404);
  });

  test('shows the zone plan of a published shelter to everybody, and takes it back with the shelter', async () => {
    const { fileId } = await send('plan.pdf', PDF);
    const { shelterId } = await givenFiledShelter(server, people.unit1, people.hubinEm, '411202', {
      zonePlanFileId: fileId,
      name: '公开图纸的场所',
    });
    const publicly = async () => (await get(fileId, {})).status;
    expect(await publicly()).toBe(401);
    await server.do(
      `mutation ($ids: [ID!]) { publishShelters(ids: $ids) { number } }`,
      { ids: [shelterId] },
      people.city,
    );
    expect(await publicly()).toBe(200);
    await server.do(
      `mutation ($id: ID!) { withdrawShelter(id: $id, reason: "图纸有误") { id } }`,
      { id: shelterId },
      people.city,
    );
    expect(await publicly()).toBe(401);
  });
});
