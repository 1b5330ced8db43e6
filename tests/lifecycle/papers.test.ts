import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { givenPeople, type Somebody } from '../support/city.ts';
import { completeContents } from '../support/contents.ts';
import { databaseKinds } from '../support/databases.ts';
import { ACCEPT, CORRECT, givenDraft, givenFile, RETURN, REVISE, SUBMIT } from '../support/filing.ts';
import { codeOn, picturesOf, textsOf } from '../support/pdf.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { until } from '../support/until.ts';

interface Paper {
  readonly kind: string;
  readonly href: string;
}
const PAPERS = `query ($id: ID!) { filing(id: $id) { papers { kind href } } }`;
const SHELTER_PAPERS = `query ($code: String!, $version: Int!) { shelter(code: $code) {
  papers { kind href } versionAt(version: $version) { papers { kind href } }
} }`;
const NAME = '㙍村𠮷祥小学𫠝';
const SAID = '㙍村𠮷祥小学〓';
/** A red square, 64 by 48. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAEAAAAAwCAIAAAAuKetIAAAAQ0lEQVR42u3PQQkAAAgEsAtx/fMYywp+hcEKLNO+FgEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQGBqwWCrkCm+JXj0AAAAABJRU5ErkJggg==',
  'base64',
);

describe.each(databaseKinds())('papers on %s', (kind) => {
  let server: TestServer;
  let people: Record<'unit1' | 'unit3' | 'hubinEm' | 'lingbaoEm' | 'city' | 'health', Somebody>;
  let filing: string;
  let code: string;
  beforeAll(async () => {
    server = await startServer(kind, { PUBLIC_URL: 'https://shelters.example/' });
    people = await givenPeople(server, ['unit1', 'unit3', 'hubinEm', 'lingbaoEm', 'city', 'health']);
  });
  afterAll(() => server.close());

  const fetched = (href: string, by: Somebody | null) =>
    fetch(`${server.url}${href}`, { headers: by ? { authorization: `Bearer ${by.token}` } : {} });
  const read = async (href: string, by: Somebody) => {
    const response = await fetched(href, by);
    expect([href, response.status]).toEqual([href, 200]);
    const bytes = new Uint8Array(await response.arrayBuffer());
    return { response, bytes, text: (await textsOf(bytes)).join('') };
  };
  const papersOf = async (by: Somebody): Promise<Paper[]> =>
    (await server.do<{ filing: { papers: Paper[] } }>(PAPERS, { id: filing }, by)).filing.papers;
  const kindsOf = async (by: Somebody) => (await papersOf(by)).map((paper) => paper.kind);
  const hrefOf = (paper: string) => `/papers/filings/${filing}/${paper}.pdf`;

  test('a draft has its form, marked as one: everything Art. 14 asks, gaps said, nothing dropped', async () => {
    const changes = { name: NAME, landmark: null, contact: { name: '王㛃', phone: '13800000001' } };
    filing = (await givenDraft(server, people.unit1, '411202', changes)).id;
    expect(await papersOf(people.unit1)).toEqual([{ kind: 'FILING_FORM', href: hrefOf('form') }]);
    const { response, text } = await read(hrefOf('form'), people.unit1);
    expect(response.headers.get('content-type')).toBe('application/pdf');
    expect(response.headers.get('content-disposition')).toBe(
      `inline; filename*=UTF-8''${encodeURIComponent(`备案表-${NAME}.pdf`)}`,
    );
    expect(response.headers.get('x-characters-replaced')).toBe('1');
    for (const said of [
      `场所名称${SAID}`,
      '◇草稿',
      '附近标志物未填',
      '24,000平方米',
      '8,000人',
      '2厕所20正常未填',
      '平面图文件功能区划分平面图.pdf',
      '联系人王㛃',
      '13800000001',
      '〓=U+2B81D',
    ])
      expect(text).toContain(said);
    // How often it was saved is nobody's business on paper.
    expect(text).not.toMatch(/第\d+稿/u);
    for (const paper of ['return-letter', 'certificate', 'nothing'])
      expect([paper, (await fetched(hrefOf(paper), people.unit1)).status]).toEqual([paper, 404]);
  });

  test('read by whoever may read the filing, and not known to anybody else', async () => {
    for (const by of [people.unit1, people.hubinEm, people.city])
      expect((await fetched(hrefOf('form'), by)).status).toBe(200);
    for (const by of [people.unit3, people.lingbaoEm, people.health]) {
      const refused = await fetched(hrefOf('form'), by);
      expect(refused.status).toBe(404);
      expect(await refused.text()).not.toContain('祥小学');
    }
    expect((await fetched(hrefOf('form'), null)).status).toBe(401);
    expect((await fetched('/papers/filings/1/form.pdf', people.city)).status).toBe(404);
  });

  test('a return has its letter with every reason, also after it was mended and accepted', async () => {
    await server.do(SUBMIT, { id: filing }, people.unit1);
    const reasons = [
      { field: 'position', text: '坐标落在湖面上，请重新采集。' },
      { field: 'facilities.1.maintainer', text: '请写明维护单位。' },
      { field: null, text: '请补充盖章材料。' },
    ];
    await server.do(RETURN, { id: filing, reasons }, people.hubinEm);
    expect(await kindsOf(people.unit1)).toEqual(['FILING_FORM', 'RETURN_LETTER']);
    const { text } = await read(hrefOf('return-letter'), people.unit1);
    for (const said of [
      '湖滨公园管理处：',
      SAID,
      '共3项',
      '1位置坐标落在湖面上，请重新采集。',
      '2设施维护单位（第2项）请写明维护单位。',
      '3备案整体请补充盖章材料。',
      `https://shelters.example/console/#/filings/${filing}`,
      '湖滨区应急管理局（盖章）',
    ])
      expect(text).toContain(said);

    const plan = await givenFile(server, people.unit1, PNG);
    const contents = completeContents(plan, { name: NAME });
    await server.do(REVISE, { input: { id: filing, revision: 1, contents } }, people.unit1);
    await server.do(SUBMIT, { id: filing }, people.unit1);
    await server.do(RETURN, { id: filing, reasons: [{ field: 'name', text: '请核对校名。' }] }, people.city);
    await server.do(SUBMIT, { id: filing }, people.unit1);
    const { acceptFiling } = await server.do<{ acceptFiling: { shelterCode: string } }>(
      ACCEPT,
      { id: filing, revision: 2 },
      people.hubinEm,
    );
    code = acceptFiling.shelterCode;
    const later = (await read(hrefOf('return-letter'), people.unit1)).text;
    for (const said of ['第2次退回', '请核对校名。', '●已备案', '三门峡市应急管理局（盖章）'])
      expect(later).toContain(said);
    expect(later).not.toContain('湖面');
  });

  test('what is on file has a certificate with number, code and a code to scan', async () => {
    expect(await kindsOf(people.hubinEm)).toEqual(['FILING_FORM', 'RETURN_LETTER', 'CERTIFICATE']);
    const { text, bytes } = await read(hrefOf('certificate'), people.unit1);
    for (const said of [
      SAID,
      code,
      '24,000平方米',
      '湖滨公园管理处',
      '备案机关湖滨区应急管理局',
      '第1版',
      '●已备案',
    ])
      expect(text).toContain(said);
    expect(text).toMatch(/备案编号：411202-2026-\d{4}/);
    const [page] = await picturesOf(bytes, 1.5);
    expect(page && codeOn(page, 1.5)?.text).toBe(`https://shelters.example/s/${code}`);
  });

  test('a shelter has its extract without contact persons, a past version says so, and its plan as a sheet', async () => {
    const plan = await givenFile(server, people.hubinEm);
    const contents = completeContents(plan, { name: '祥瑞小学', declaredCapacity: 7_000 });
    const { shelter } = await server.do<{ shelter: { id: string } }>(
      `query ($code: String!) { shelter(code: $code) { id } }`,
      { code },
      people.hubinEm,
    );
    await server.do(CORRECT, { id: shelter.id, version: 1, contents, reason: '更名' }, people.hubinEm);
    const { shelter: found } = await server.do<{
      shelter: { papers: Paper[]; versionAt: { papers: Paper[] } };
    }>(SHELTER_PAPERS, { code, version: 1 }, people.health);
    expect(found.papers.map((paper) => paper.kind)).toEqual(['REGISTRY_EXTRACT', 'ZONE_PLAN_SHEET']);
    const [extract, sheet] = found.papers.map(({ href }) => href);
    const [pastExtract, pastSheet] = found.versionAt.papers.map(({ href }) => href);

    const now = (await read(extract ?? '', people.health)).text;
    for (const said of ['祥瑞小学', '7,000人', '●第2版（现行）', '未发布', '洪水不适用'])
      expect(now).toContain(said);
    expect(now).not.toMatch(/张建国|1380398|钥匙/);
    const past = (await read(pastExtract ?? '', people.health)).text;
    for (const said of [SAID, '8,000人', '○第1版（历史版本，现行为第2版）']) expect(past).toContain(said);

    // The first version has a picture, the second a PDF that can only be named.
    const pictured = await read(pastSheet ?? '', people.health);
    expect(await redOn(pictured.bytes)).toBeGreaterThan(0.2);
    const named = await read(sheet ?? '', people.health);
    expect(named.text).toMatch(/原件.*SHA-256：[0-9a-f]{64}/u);
    expect(named.text).not.toMatch(/张建国|1380398/);
    expect(named.text).toContain('0398-2810001');
    expect(await redOn(named.bytes)).toBe(0);

    for (const by of [people.unit3, people.lingbaoEm])
      expect((await fetched(extract ?? '', by)).status).toBe(404);
    for (const version of ['3', '0', 'x', '99999999999'])
      expect((await fetched(`${extract}?version=${version}`, people.city)).status).toBe(404);
    expect((await fetched(extract ?? '', null)).status).toBe(401);
  });

  test('beyond a bound one is told to wait; what nobody waits for any more is not drawn', async () => {
    const leaving = new AbortController();
    const authorization = `Bearer ${people.city.token}`;
    const asked = Array.from({ length: 26 }, () =>
      fetch(`${server.url}${hrefOf('certificate')}`, { headers: { authorization }, signal: leaving.signal }),
    );
    const busy = await Promise.any(
      asked.map(async (one) => {
        const response = await one;
        if (response.status !== 503) throw new Error(`answered ${response.status}`);
        return response.json() as Promise<object>;
      }),
    );
    expect(busy).toMatchObject({ errors: [{ extensions: { refusals: [{ code: 'TOO_BUSY' }] } }] });
    leaving.abort();
    await Promise.allSettled(asked);
    await until(
      'the press was free again',
      async () => (await fetched(hrefOf('certificate'), people.city)).status === 200,
    );
  });
});

/** Share of the first page that is red. */
async function redOn(pdf: Uint8Array): Promise<number> {
  const [page] = await picturesOf(pdf, 0.5);
  if (!page) return 0;
  const { data, width, height } = page;
  let red = 0;
  for (let at = 0; at < data.length; at += 4)
    if ((data[at] ?? 0) > 180 && (data[at + 1] ?? 255) < 80 && (data[at + 2] ?? 255) < 80) red += 1;
  return red / (width * height);
}
