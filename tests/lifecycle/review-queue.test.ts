import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { givenPeople, signedIn, type Somebody } from '../support/city.ts';
import { databaseKinds } from '../support/databases.ts';
import { givenDraft, RETURN, SUBMIT, WITHDRAW } from '../support/filing.ts';
import { startServer, type TestServer } from '../support/server.ts';

interface Queue {
  readonly nodes: readonly { id: string }[];
  readonly pageInfo: { hasNextPage: boolean; endCursor: string | null };
  readonly totalCount: number;
}

describe.each(databaseKinds())('the review queue on %s', (kind) => {
  let server: TestServer;
  let people: Record<'unit1' | 'hubinEm', Somebody>;
  beforeAll(async () => {
    server = await startServer(kind);
    people = await givenPeople(server, ['unit1', 'hubinEm']);
  });
  afterAll(() => server.close());

  const pageOf = async (token: string, after: string | null, first = 2): Promise<Queue> => {
    const { filings } = await server.do<{ filings: Queue }>(
      `query ($after: String, $first: Int!) {
         filings(filter: { stages: [SUBMITTED] }, order: LONGEST_WAITING, first: $first, after: $after) {
           nodes { id } pageInfo { hasNextPage endCursor } totalCount } }`,
      { after, first },
      { token },
    );
    return filings;
  };

  test('who was handed in first comes first, page by page, whatever happens in between', async () => {
    const drafts: string[] = [];
    for (let n = 0; n < 8; n += 1) {
      drafts.push((await givenDraft(server, people.unit1, '411202', { name: `排队 ${n}` })).id);
    }
    // Handed in last to first; the third and the fourth at one instant.
    const order = drafts.toReversed();
    for (const [n, id] of order.entries()) {
      if (n !== 3) server.clock.pass(1);
      await server.do(SUBMIT, { id }, people.unit1);
    }
    const waiting = [...order.slice(0, 2), ...order.slice(2, 4).toSorted(), ...order.slice(4)];
    const token = await signedIn(server, 'hubinem');
    const first = await pageOf(token, null);
    expect(first.nodes.map(({ id }) => id)).toEqual(waiting.slice(0, 2));
    expect(first.totalCount).toBe(8);
    // One that was shown is taken back, another is handed in: the next page goes on where the last one ended.
    await server.do(WITHDRAW, { id: waiting[0] }, people.unit1);
    const late = await givenDraft(server, people.unit1, '411202', { name: '后来的' });
    await server.do(SUBMIT, { id: late.id }, people.unit1);
    const rest: string[] = [];
    for (let page = first; page.pageInfo.hasNextPage;) {
      page = await pageOf(token, page.pageInfo.endCursor);
      rest.push(...page.nodes.map(({ id }) => id));
    }
    expect(rest).toEqual([...waiting.slice(2), late.id]);
    // A cursor of the other order, or a damaged one, begins at the beginning.
    const { filings } = await server.do<{ filings: Queue }>(
      `{ filings(first: 1) { nodes { id } pageInfo { endCursor } } }`,
      {},
      { token },
    );
    for (const cursor of [filings.pageInfo.endCursor, 'rubbish']) {
      expect((await pageOf(token, cursor, 1)).nodes).toEqual([{ id: waiting[1] }]);
    }
  });

  test('each shows by when it is to be decided and how that stands; those past it can be asked for alone', async () => {
    let token = '';
    let unit = people.unit1;
    // Nobody stays signed in that long.
    const itIs = async (instant: string) => {
      server.clock.set(instant);
      token = await signedIn(server, 'hubinem');
      unit = { ...people.unit1, token: await signedIn(server, 'unit1') };
    };
    // Wednesday, ten minutes before midnight in China.
    await itIs('2026-04-01T23:50:00+08:00');
    const early = await givenDraft(server, unit, '411202', { name: '先交的' });
    await server.do(SUBMIT, { id: early.id }, unit);
    await itIs('2026-04-02T00:05:00+08:00');
    const late = await givenDraft(server, unit, '411202', { name: '后交的' });
    const draft = await givenDraft(server, unit, '411202', { name: '还没交的' });
    await server.do(SUBMIT, { id: late.id }, unit);
    const lightOf = async (id: string) => {
      const { filing } = await server.do<{
        filing: { reviewDueOn: string | null; reviewLight: string | null };
      }>(`query ($id: ID!) { filing(id: $id) { reviewDueOn reviewLight } }`, { id }, { token });
      return [filing.reviewDueOn, filing.reviewLight];
    };
    const pastDeadline = async () => {
      const { filings } = await server.do<{ filings: Queue }>(
        `{ filings(filter: { reviewLate: true, text: "交的" }, order: LONGEST_WAITING) { nodes { id } totalCount } }`,
        {},
        { token },
      );
      return filings.nodes.map(({ id }) => id);
    };
    expect(await lightOf(early.id)).toEqual(['2026-04-15', 'ON_TIME']);
    expect(await lightOf(late.id)).toEqual(['2026-04-16', 'ON_TIME']);
    expect(await lightOf(draft.id)).toEqual([null, null]);
    await itIs('2026-04-15T23:59:00+08:00');
    expect([await lightOf(early.id), await pastDeadline()]).toEqual([['2026-04-15', 'DUE_SOON'], []]);
    await itIs('2026-04-16T00:01:00+08:00');
    expect([await lightOf(early.id), await pastDeadline()]).toEqual([['2026-04-15', 'LATE'], [early.id]]);
    await itIs('2026-04-17T00:01:00+08:00');
    expect(await pastDeadline()).toEqual([early.id, late.id]);
    // Returned it waits for the unit; handed in again its time begins anew.
    const reasons = [{ field: null, text: '请补充平面图。' }];
    await server.do(RETURN, { id: early.id, reasons }, { token });
    expect([await lightOf(early.id), await pastDeadline()]).toEqual([[null, null], [late.id]]);
    await server.do(SUBMIT, { id: early.id }, unit);
    expect([await lightOf(early.id), await pastDeadline()]).toEqual([['2026-05-01', 'ON_TIME'], [late.id]]);
  });
});
