import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { givenPeople, type Somebody } from '../support/city.ts';
import { completeContents } from '../support/contents.ts';
import { databaseKinds } from '../support/databases.ts';
import {
  ACCEPT,
  DRAFT,
  givenDraft,
  givenFile,
  givenFiledShelter,
  givenSubmitted,
  RETURN,
  REVISE,
  SUBMIT,
  WITHDRAW,
} from '../support/filing.ts';
import { startServer, type TestServer } from '../support/server.ts';

const FILING = `query ($id: ID!) { filing(id: $id) {
  stage number revision shelterId findings { code class article field } availableActs { act allowed refusals { code } }
} }`;
const LAST_RETURN = `query ($id: ID!) { filing(id: $id) { returnReasons { text } contents { declaredCapacity }
  lastReturn { turn authority reasons { field text } contents { declaredCapacity } } } }`;
const BLANK = { name: '新场所', contact: {} };

describe.each(databaseKinds())('filing (Art. 14) on %s', (kind) => {
  let server: TestServer;
  let people: Record<'unit1' | 'unit2' | 'hubinEm' | 'hubinEm2' | 'lingbaoEm' | 'city', Somebody>;
  beforeAll(async () => {
    server = await startServer(kind);
    people = await givenPeople(server, ['unit1', 'unit2', 'hubinEm', 'hubinEm2', 'lingbaoEm', 'city']);
  });
  afterAll(() => server.close());

  const draftOf = (contents: object) => ({
    input: { jurisdictionCode: '411202', unitId: people.unit1.organisationId, contents },
  });

  const filingCount = async () =>
    (await server.do<{ filings: { totalCount: number } }>(`{ filings { totalCount } }`, {}, people.unit1))
      .filings.totalCount;

  test('tells every gap of Art. 14 at once, with its article and its field', async () => {
    const { draftFiling } = await server.do<{ draftFiling: { id: string } }>(
      DRAFT,
      draftOf(BLANK),
      people.unit1,
    );
    const { errors } = await server.call(SUBMIT, { id: draftFiling.id }, people.unit1);
    const refusals = errors[0]?.extensions.refusals ?? [];
    expect(refusals.map(({ field }) => field)).toEqual(
      expect.arrayContaining([
        'position',
        'areaSquareMeters',
        'declaredCapacity',
        'facilities',
        'zonePlanFileId',
        'contact.name',
        'contact.phone',
      ]),
    );
    expect(refusals.filter(({ code }) => code === 'MISSING').every(({ article }) => article === 14)).toBe(
      true,
    );
    const { filing } = await server.do<{ filing: { stage: string } }>(
      FILING,
      { id: draftFiling.id },
      people.unit1,
    );
    expect(filing.stage).toBe('DRAFT');
  });

  test('walks from draft to filed: returned with two reasons, mended, accepted with number and code', async () => {
    const { id } = await givenSubmitted(server, people.unit1, '411202');
    const reasons = [
      { field: 'declaredCapacity', text: '请按有效面积核对' },
      { field: 'zonePlanFileId', text: '图例不清' },
    ];
    const { returnFiling } = await server.do<{ returnFiling: unknown }>(
      RETURN,
      { id, reasons },
      people.hubinEm,
    );
    expect(returnFiling).toEqual({ stage: 'RETURNED', returnReasons: reasons });
    const contents = completeContents(await givenFile(server, people.unit1), { declaredCapacity: 6_000 });
    await server.do(REVISE, { input: { id, revision: 1, contents } }, people.unit1);
    await server.do(SUBMIT, { id }, people.unit1);
    // The next review sees what was asked for, and what the filing said then, beside what it says now.
    const last = { turn: 1, authority: expect.any(String), reasons, contents: { declaredCapacity: 8_000 } };
    for (const reader of [people.hubinEm, people.unit1])
      expect(await server.do(LAST_RETURN, { id }, reader)).toMatchObject({
        filing: { returnReasons: null, contents: { declaredCapacity: 6_000 }, lastReturn: last },
      });
    expect(await server.do(LAST_RETURN, { id }, people.lingbaoEm)).toEqual({ filing: null });
    const { acceptFiling } = await server.do<{
      acceptFiling: { number: string; shelterCode: string; version: number };
    }>(ACCEPT, { id, revision: 2 }, people.hubinEm);
    expect(acceptFiling.number).toMatch(/^411202-2026-\d{4,}$/);
    expect(acceptFiling.shelterCode).toMatch(/^411202C\d{4,}$/);
    expect(acceptFiling.version).toBe(1);
    const { filing } = await server.do<{ filing: object }>(FILING, { id }, people.unit1);
    expect(filing).toMatchObject({ stage: 'FILED', number: acceptFiling.number, availableActs: [] });
  });

  test('numbers run on per jurisdiction and are never given twice', async () => {
    const first = await givenFiledShelter(server, people.unit1, people.hubinEm, '411202', { name: '甲' });
    const second = await givenFiledShelter(server, people.unit1, people.hubinEm, '411202', { name: '乙' });
    const running = (number: string) => Number(number.slice(-4));
    expect(running(second.number)).toBe(running(first.number) + 1);
    expect(running(second.shelterCode)).toBe(running(first.shelterCode) + 1);
  });

  test('returns nothing without a reason in words', async () => {
    const { id } = await givenSubmitted(server, people.unit1, '411202');
    expect(await server.refusals(RETURN, { id, reasons: [] }, people.hubinEm)).toEqual(['REASON_MISSING']);
    const blank = [{ field: 'name', text: '  ' }];
    expect(await server.refusals(RETURN, { id, reasons: blank }, people.hubinEm)).toEqual(['REASON_MISSING']);
  });

  test.each([
    ['swapped', { position: { longitude: 34.78, latitude: 111.19, crs: 'WGS84' } }, 'SWAPPED'],
    ['zero longitude', { position: { longitude: 0, latitude: 34.78, crs: 'WGS84' } }, 'ZERO_COORDINATE'],
    ['off the globe', { position: { longitude: 411.19, latitude: 34.78, crs: 'WGS84' } }, 'OUT_OF_RANGE'],
    [
      'the next county',
      { position: { longitude: 110.894, latitude: 34.517, crs: 'WGS84' } },
      'OUTSIDE_JURISDICTION',
    ],
    ['absurd capacity', { declaredCapacity: 2_000_000_000 }, 'TOO_LARGE'],
    ['negative capacity', { declaredCapacity: -1 }, 'NEGATIVE'],
    ['negative area', { areaSquareMeters: -5 }, 'NEGATIVE'],
    ['over-long name', { name: '避'.repeat(5_000) }, 'TOO_LONG'],
    ['empty name', { name: '   ' }, 'EMPTY'],
    ['a day that never was', { acceptedOn: '2023-02-29' }, 'NO_SUCH_DATE'],
  ])('refuses to save what cannot be: %s', async (_what, change, code) => {
    const before = await filingCount();
    const contents = completeContents(null, change);
    const answer = await server.call(DRAFT, draftOf(contents), people.unit1);
    const refusals = answer.errors[0]?.extensions.refusals ?? [];
    expect(refusals.map((refusal) => refusal.code)).toContain(code);
    const blamed = refusals.find((refusal) => refusal.code === code);
    expect(blamed?.field).toMatch(new RegExp(Object.keys(change)[0] ?? '-'));
    expect(blamed?.message.length).toBeGreaterThan(5);
    expect(await filingCount()).toBe(before);
  });

  test('calls an unknown enumeration value by its field, and saves nothing', async () => {
    const contents = { ...completeContents(null), siteType: 'CASTLE' };
    const { errors } = await server.call(DRAFT, draftOf(contents), people.unit1);
    expect(errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect(errors[0]?.message).toMatch(/siteType/);
  });

  test('converts what was read from a Baidu map and keeps the raw pair', async () => {
    const contents = completeContents(null, {
      position: { longitude: 111.20768, latitude: 34.78588, crs: 'BD09' },
    });
    const { draftFiling } = await server.do<{ draftFiling: { id: string } }>(
      DRAFT,
      draftOf(contents),
      people.unit1,
    );
    const { filing } = await server.do<{ filing: { contents: { position: Record<string, number> } } }>(
      `query ($id: ID!) { filing(id: $id) { contents { position { longitude latitude sourceCrs rawLongitude rawLatitude } } } }`,
      { id: draftFiling.id },
      people.unit1,
    );
    expect(filing.contents.position).toMatchObject({ sourceCrs: 'BD09', rawLongitude: 111.20768 });
    expect(filing.contents.position['longitude']).toBeCloseTo(111.195, 2);
  });

  test('the unit of the next county and its officer neither see nor touch it', async () => {
    const { id, revision } = await givenSubmitted(server, people.unit1, '411202');
    for (const stranger of [people.unit2, people.lingbaoEm]) {
      expect(await server.do(FILING, { id }, stranger)).toEqual({ filing: null });
      expect(await server.refusals(ACCEPT, { id, revision }, stranger)).toContain('NO_AUTHORITY');
      expect(await server.refusals(WITHDRAW, { id }, stranger)).toContain('NO_AUTHORITY');
    }
    expect(await server.refusals(DRAFT, draftOf(BLANK), people.unit2)).toContain('NO_AUTHORITY');
  });

  test('an act out of stage, and the same act twice, change nothing and say so', async () => {
    const { id, revision } = await givenDraft(server, people.unit1, '411202');
    expect(await server.refusals(ACCEPT, { id, revision }, people.hubinEm)).toContain('OUT_OF_STAGE');
    await server.do(SUBMIT, { id }, people.unit1);
    expect(await server.refusals(SUBMIT, { id }, people.unit1)).toContain('OUT_OF_STAGE');
    await server.do(ACCEPT, { id, revision }, people.hubinEm);
    expect(await server.refusals(ACCEPT, { id, revision }, people.hubinEm)).toEqual(['OUT_OF_STAGE']);
    expect(await server.refusals(WITHDRAW, { id }, people.unit1)).toEqual(['OUT_OF_STAGE']);
  });

  test('a character that no database keeps is a clear refusal, not a fault of ours', async () => {
    for (const name of ['甲\u0000乙', '甲\ud800乙']) {
      const codes = await server.refusals(DRAFT, draftOf({ ...BLANK, name }), people.unit1);
      expect(codes.every((code) => code !== 'INTERNAL_SERVER_ERROR')).toBe(true);
    }
  });

  test('a second editor loses nothing: a stale revision is refused', async () => {
    const { id } = await givenDraft(server, people.unit1, '411202');
    const save = (name: string) =>
      server.refusals(
        REVISE,
        { input: { id, revision: 1, contents: completeContents(null, { name }) } },
        people.unit1,
      );
    expect(await save('先存的')).toEqual([]);
    expect(await save('后存的')).toEqual(['CHANGED_MEANWHILE']);
  });

  test('a draft sent again after a lost answer, even at once, is one draft', async () => {
    const id = '0190f0f0-0000-7000-8000-000000000001';
    const input = { ...draftOf({ ...BLANK, name: '重发' }).input, id };
    const sent = await Promise.all([1, 2, 3].map(() => server.do(DRAFT, { input }, people.unit1)));
    expect(sent).toEqual(sent.map(() => ({ draftFiling: { id, revision: 1, stage: 'DRAFT' } })));
  });

  test('an id that is no id names nothing', async () => {
    expect(await server.refusals(SUBMIT, { id: '42; drop table filing' }, people.unit1)).toEqual([
      'NOT_FOUND',
    ]);
  });

  test('what was not read is not accepted', async () => {
    const { id } = await givenSubmitted(server, people.unit1, '411202');
    expect(await server.refusals(ACCEPT, { id, revision: 7 }, people.hubinEm)).toEqual(['CHANGED_MEANWHILE']);
  });

  test('advice travels along and never blocks: a double nearby, no hazards assessed', async () => {
    await givenFiledShelter(server, people.unit1, people.hubinEm, '411202', { name: '同名广场' });
    const { id } = await givenSubmitted(server, people.unit1, '411202', {
      name: '同名广场',
      suitability: [],
    });
    const { filing } = await server.do<{ filing: { findings: { code: string; class: string }[] } }>(
      FILING,
      { id },
      people.hubinEm,
    );
    const codes = filing.findings.map((finding) => finding.code);
    expect(codes).toEqual(expect.arrayContaining(['SAME_NAME_NEARBY', 'HAZARDS_NOT_ASSESSED']));
    expect(filing.findings.every((finding) => finding.class === 'ADVICE')).toBe(true);
  });
});
