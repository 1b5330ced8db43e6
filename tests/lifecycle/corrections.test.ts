import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { ACT_NAMES, mayPerform } from '#regulation/authority';
import { givenPeople, type Somebody } from '../support/city.ts';
import { completeContents } from '../support/contents.ts';
import { countQueries } from '../support/count-queries.ts';
import { databaseKinds } from '../support/databases.ts';
import { CORRECT, givenFile, givenFiledShelter, type FiledShelter } from '../support/filing.ts';
import { startServer, type TestServer } from '../support/server.ts';

const ACKNOWLEDGE = `mutation ($shelterId: ID!, $version: Int!) {
  acknowledgeCorrection(shelterId: $shelterId, version: $version) { shelterId version toldAt readAt readByName }
}`;
const UNREAD = `query ($first: Int!, $after: String) { unreadCorrections(first: $first, after: $after) { totalCount
  pageInfo { hasNextPage endCursor }
  nodes { version reason toldAt readAt changedFields organisation { name } shelter { code } availableActs { act allowed } } } }`;
const VERSIONS = `query ($id: ID!) { shelter(id: $id) { versions { version origin reason recordedByName
  notice { toldAt readAt readByName organisation { name } changedFields availableActs { act } } } } }`;

interface Notice {
  readonly version: number;
  readonly shelter: { readonly code: string };
  readonly changedFields: readonly string[];
}

interface Unread {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: readonly Notice[];
}

describe.each(databaseKinds())('corrections ex officio are told to the unit (Art. 18) on %s', (kind) => {
  let server: TestServer;
  let people: Record<'unit1' | 'unit2' | 'unit3' | 'hubinEm' | 'lingbaoEm' | 'city' | 'admin', Somebody>;
  beforeAll(async () => {
    server = await startServer(kind);
    people = await givenPeople(server, ['unit1', 'unit2', 'unit3', 'hubinEm', 'lingbaoEm', 'city', 'admin']);
  });
  afterAll(() => server.close());

  const filed = (name: string) => givenFiledShelter(server, people.unit1, people.hubinEm, '411202', { name });
  const corrected = async (
    { shelterId }: FiledShelter,
    version: number,
    changes: Record<string, unknown>,
    by: Somebody = people.hubinEm,
  ) => {
    const contents = completeContents(await givenFile(server, by), changes);
    const reason = `第 ${version + 1} 版的理由`;
    await server.do(CORRECT, { id: shelterId, version, contents, reason }, by);
  };
  const unreadOf = async (by: Somebody, first = 100, after: string | null = null): Promise<Unread> =>
    (await server.do<{ unreadCorrections: Unread }>(UNREAD, { first, after }, by)).unreadCorrections;
  const mineOf = async ({ shelterCode }: FiledShelter, by: Somebody = people.unit1) =>
    (await unreadOf(by)).nodes.filter(({ shelter }) => shelter.code === shelterCode);
  const acknowledge = ({ shelterId }: FiledShelter, version: number, by: Somebody = people.unit1) =>
    server.do<{ acknowledgeCorrection: { readAt: string } }>(ACKNOWLEDGE, { shelterId, version }, by);

  test('who corrected, when, why and which fields stand at the unit’s work until it says that it has read it', async () => {
    const shelter = await filed('告知小学');
    expect(await mineOf(shelter)).toEqual([]); // a filing is the unit's own word
    await corrected(shelter, 1, { name: '告知小学', landmark: '新标志物', remarks: '内部' });
    const [notice] = await mineOf(shelter);
    expect(notice).toMatchObject({
      version: 2,
      reason: '第 2 版的理由',
      toldAt: server.clock.now().toISOString(),
      readAt: null,
      organisation: { name: expect.stringContaining('湖滨') },
      availableActs: [{ act: 'acknowledgeCorrection', allowed: true }],
    });
    expect(notice?.changedFields).toEqual(expect.arrayContaining(['landmark', 'remarks']));
    expect(notice?.changedFields).not.toContain('name');
    server.clock.pass(3);
    const at = server.clock.now().toISOString();
    expect(await acknowledge(shelter, 2)).toMatchObject({
      acknowledgeCorrection: { version: 2, readAt: at, readByName: expect.any(String) },
    });
    expect(await mineOf(shelter)).toEqual([]);
    // The reviewer sees at the version that it was told, to be read when, by whom.
    const { shelter: told } = await server.do<{ shelter: { versions: object[] } }>(
      VERSIONS,
      { id: shelter.shelterId },
      people.hubinEm,
    );
    expect(told.versions).toMatchObject([
      {
        version: 2,
        origin: 'CORRECTION',
        notice: { readAt: at, readByName: expect.any(String), availableActs: [] },
      },
      { version: 1, origin: 'FILING', notice: null },
    ]);
  });

  test('said twice, also at once and late, it stays as it was first said, with one entry in the ledger', async () => {
    const shelter = await filed('两次小学');
    await corrected(shelter, 1, { name: '两次小学', landmark: '甲' });
    await corrected(shelter, 2, { name: '两次小学', landmark: '乙' }, people.city);
    // Out of order: the later one first; each is told and read by itself.
    expect((await mineOf(shelter)).map(({ version }) => version)).toEqual([3, 2]);
    const [one, other] = await Promise.all([acknowledge(shelter, 3), acknowledge(shelter, 3)]);
    expect(other).toEqual(one);
    server.clock.pass(1);
    expect(await acknowledge(shelter, 3)).toEqual(one);
    expect((await mineOf(shelter)).map(({ version }) => version)).toEqual([2]);
    await acknowledge(shelter, 2);
    const entries = await server.office.dataSource.query<{ act: string; role: string; subjects: object[] }[]>(
      `select act, role, subjects from ledger_entry where act = 'acknowledgeCorrection' and subjects->0->>'id' = $1 order by at`,
      [shelter.shelterId],
    );
    expect(entries).toMatchObject([
      { role: 'OPERATOR', subjects: [{ from: 'v3', to: 'v3' }] },
      { role: 'OPERATOR', subjects: [{ from: 'v2', to: 'v2' }] },
    ]);
  });

  test('what is wrong with a correction is said all at once, and nothing of it to who may not', async () => {
    const { shelterId } = await filed('更正小学');
    const contents = completeContents(await givenFile(server, people.hubinEm), { declaredCapacity: -5 });
    const correction = { id: shelterId, version: 7, contents, reason: ' ' };
    const refused = await server.refusals(CORRECT, correction, people.hubinEm);
    expect(refused.toSorted()).toEqual(['CHANGED_MEANWHILE', 'NEGATIVE', 'REASON_MISSING']);
    const strangers = await server.refusals(CORRECT, correction, people.lingbaoEm);
    expect(strangers).not.toContain('NEGATIVE');
    expect(strangers).toContain('NO_AUTHORITY');
  });

  test('nobody but the unit itself says that it has read it, and nobody else is told', async () => {
    const shelter = await filed('他人小学');
    await corrected(shelter, 1, { name: '他人小学', landmark: '丙' });
    const key = { shelterId: shelter.shelterId, version: 2 };
    for (const by of [
      people.unit2,
      people.unit3,
      people.hubinEm,
      people.lingbaoEm,
      people.city,
      people.admin,
    ]) {
      expect(await server.refusals(ACKNOWLEDGE, key, by)).toEqual(['NO_AUTHORITY']);
      expect(await mineOf(shelter, by)).toEqual([]);
    }
    expect(await server.refusals(ACKNOWLEDGE, key)).toEqual(['UNAUTHENTICATED']);
    expect(await mineOf(shelter)).toHaveLength(1);
    // What there is none of: a filing, a version to come, another record.
    for (const none of [
      { ...key, version: 1 },
      { ...key, version: 3 },
      { ...key, shelterId: randomUUID() },
    ])
      expect(await server.refusals(ACKNOWLEDGE, none, people.unit1)).toEqual(['NOT_FOUND']);
    // Also once it was read, it answers no stranger.
    await acknowledge(shelter, 2);
    expect(await server.refusals(ACKNOWLEDGE, key, people.unit2)).toEqual(['NO_AUTHORITY']);
    expect(ACT_NAMES).toContain('acknowledgeCorrection');
    expect(
      mayPerform({ personId: randomUUID(), appointments: [] }, 'acknowledgeCorrection', {
        jurisdictionCode: '411202',
        unitId: null,
      }),
    ).toBeNull();
  });

  test('the list is turned page by page, and costs the same few queries whatever its length', async () => {
    const made: FiledShelter[] = [];
    for (const name of ['甲', '乙', '丙', '丁']) {
      const shelter = await filed(`多次${name}`);
      await corrected(shelter, 1, { name: `多次${name}`, landmark: name });
      made.push(shelter);
    }
    const all = await unreadOf(people.unit1);
    expect(all.totalCount).toBe(all.nodes.length);
    const turned: string[] = [];
    for (let after: string | null = null; ;) {
      const page: Unread = await unreadOf(people.unit1, 2, after);
      turned.push(...page.nodes.map(({ shelter }) => shelter.code));
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
    }
    expect(turned).toEqual(all.nodes.map(({ shelter }) => shelter.code));
    expect(turned).toEqual(expect.arrayContaining(made.map(({ shelterCode }) => shelterCode)));
    const cost = (first: number) =>
      countQueries(server.office.dataSource, () => unreadOf(people.unit1, first));
    const few = await cost(2);
    expect(await cost(4)).toBe(few);
    // session, rows, count, shelters, organisations, versions
    expect(few).toBeLessThanOrEqual(6);
  });
});
