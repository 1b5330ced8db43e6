import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { givenPeople, type Somebody } from '../support/city.ts';
import { completeContents } from '../support/contents.ts';
import { databaseKinds } from '../support/databases.ts';
import { ACCEPT, CORRECT, givenFile, REVISE, SUBMIT } from '../support/filing.ts';
import { imported } from '../support/imports.ts';
import { startServer, type TestServer } from '../support/server.ts';

const LIST = `编号,所属辖区,产权单位,场所名称,经度,纬度,可容纳人数
1,湖滨区,甲单位,虹桥公园,111.1951,34.7791,300
2,湖滨区,甲单位,=1,111.1951,34.7791,300
3,湖滨区,甲单位,甘棠公园,111.1851,34.7781,
4,灵宝市,乙单位,灵宝广场,110.8851,34.5181,200
`;
const DUE = `query ($filter: DueCorrectionFilter!, $first: Int!, $after: String) {
  dueCorrections(filter: $filter, first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor }
    nodes { id name owedCorrection { gaps dueOn daysLeft light } } } }`;

interface Due {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: readonly {
    readonly id: string;
    readonly name: string;
    readonly owedCorrection: { gaps: string[]; dueOn: string; daysLeft: number; light: string };
  }[];
}

describe.each(databaseKinds())('what migrated records still owe (补正) on %s', (kind) => {
  let server: TestServer;
  let people: Record<'city' | 'hubinEm' | 'unit1', Somebody>;
  beforeAll(async () => {
    server = await startServer(kind);
    people = await givenPeople(server, ['city', 'hubinEm', 'unit1']);
    const run = await imported(server, people.city, { name: '清单.csv', bytes: LIST });
    expect(run.counts).toMatchObject({ imported: 3, refused: 1 });
    await server.office.dataSource.query(
      `update shelter set correction_due = correction_due - 200, unit_id = $1 where name = '甘棠公园'`,
      [people.unit1.organisationId],
    );
  });
  afterAll(() => server.close());

  const due = async (by: Somebody, filter: object = {}, first = 50, after: string | null = null) =>
    (await server.do<{ dueCorrections: Due }>(DUE, { filter, first, after }, by)).dueCorrections;
  const names = ({ nodes }: Due) => nodes.map(({ name }) => name);

  test('the most overdue first, each with its gaps and days; only what one may read', async () => {
    const all = await due(people.city);
    expect(names(all)[0]).toBe('甘棠公园');
    expect(all.nodes[0]?.owedCorrection).toMatchObject({ daysLeft: -20, light: 'LATE' });
    expect(all.nodes[0]?.owedCorrection.gaps).toContain('declaredCapacity');
    expect(all.nodes[1]?.owedCorrection).toMatchObject({ daysLeft: 180, light: 'ON_TIME' });
    expect(all.nodes[1]?.owedCorrection.gaps).not.toContain('declaredCapacity');
    expect(names(await due(people.hubinEm)).toSorted()).toEqual(['甘棠公园', '虹桥公园'].toSorted());
    expect(names(await due(people.unit1))).toEqual(['甘棠公园']);
    expect(names(await due(people.city, { overdue: true }))).toEqual(['甘棠公园']);
    expect(names(await due(people.city, { jurisdictionCode: '411282' }))).toEqual(['灵宝广场']);
    expect(names(await due(people.city, { text: '虹桥' }))).toEqual(['虹桥公园']);
    expect(await server.refusals(DUE, { filter: {}, first: 5 })).toEqual(['UNAUTHENTICATED']);
  });

  test('page by page: every record once', async () => {
    const seen: string[] = [];
    for (let after: string | null = null; ;) {
      const page = await due(people.city, {}, 1, after);
      expect(page.totalCount).toBe(3);
      seen.push(...names(page));
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
    }
    expect(seen).toEqual(names(await due(people.city)));
  });

  test('taken along as a table, under the same filters', async () => {
    const fetched = (query: string, by: Somebody | null) =>
      fetch(`${server.url}/exports/corrections.csv?lang=zh-CN${query}`, {
        headers: by ? { authorization: `Bearer ${by.token}` } : {},
      });
    const [head, ...rows] = (await (await fetched('&overdue=1', people.city)).text()).trimEnd().split('\r\n');
    expect(head).toMatch('待补正内容,补正期限,剩余天数,期限情况');
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatch(/甘棠公园.*可容纳人数.*,-20,/u);
    expect((await (await fetched('', people.city)).text()).trimEnd().split('\r\n')).toHaveLength(4);
    expect((await fetched('', null)).status).toBe(401);
  });

  test('gone by itself once it is corrected, or a change is accepted; not before', async () => {
    const [late, early] = (await due(people.hubinEm)).nodes;
    const reason = '补正';
    const partly = completeContents(null, { name: '虹桥公园' });
    await server.do(CORRECT, { id: early?.id, version: 1, contents: partly, reason }, people.hubinEm);
    expect((await due(people.hubinEm)).nodes[1]?.owedCorrection.gaps).toEqual(['zonePlanFileId']);
    const whole = completeContents(await givenFile(server, people.hubinEm), { name: '虹桥公园' });
    await server.do(CORRECT, { id: early?.id, version: 2, contents: whole, reason }, people.hubinEm);
    expect(names(await due(people.hubinEm))).toEqual(['甘棠公园']);

    const id = randomUUID();
    const change = `mutation ($input: DraftChangeInput!) { draftChange(input: $input) { id revision } }`;
    await server.do(change, { input: { id, shelterId: late?.id } }, people.unit1);
    const contents = completeContents(await givenFile(server, people.unit1), { name: '甘棠公园' });
    await server.do(REVISE, { input: { id, revision: 1, contents } }, people.unit1);
    const submitted = await server.do<{ submitFiling: { revision: number } }>(SUBMIT, { id }, people.unit1);
    expect(names(await due(people.unit1))).toEqual(['甘棠公园']);
    await server.do(ACCEPT, { id, revision: submitted.submitFiling.revision }, people.hubinEm);
    expect((await due(people.unit1)).totalCount).toBe(0);
  });
});
