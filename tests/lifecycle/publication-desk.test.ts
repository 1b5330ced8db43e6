import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { publicContents } from '#regulation/publication/public-contents';
import type { ShelterContents } from '#regulation/registry/contents';
import { publicProjection } from '../../apps/api/src/publication/public-projection.ts';
import { givenPeople, signedIn, type Somebody } from '../support/city.ts';
import { databaseKinds } from '../support/databases.ts';
import { givenShelter, revised, standing } from '../support/public-shelters.ts';
import { givenEdition, HIDE, PUBLISH, readItems, SUSPEND, WITHDRAW_SHELTER } from '../support/publication.ts';
import { startServer, type TestServer } from '../support/server.ts';

interface Desk {
  readonly lastEdition: { number: number; label: string; kind: string };
  readonly nextEditionDue: string | null;
  readonly overdue: boolean;
  readonly counts: readonly { state: string; count: number }[];
}

interface ShelterPage {
  readonly nodes: readonly { code: string }[];
  readonly pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

describe.each(databaseKinds())('the publishing desk on %s', (kind) => {
  let server: TestServer;
  let people: Record<'unit1' | 'hubinEm' | 'lingbaoEm' | 'zone' | 'city' | 'admin', Somebody>;
  beforeAll(async () => {
    server = await startServer(kind);
    people = await givenPeople(server, ['unit1', 'hubinEm', 'lingbaoEm', 'zone', 'city', 'admin']);
  });
  afterAll(() => server.close());

  test('the desk counts what is new and changed, lists it by page, and publishes what it shows', async () => {
    const made = [];
    for (const name of ['甲', '乙', '丙']) {
      made.push(await givenShelter(server, people.unit1, { name: `示范区${name}` }, 'SMX-SFQ'));
    }
    const [first, second] = made;
    if (!first || !second) throw new Error('nothing was made');
    const filter = { jurisdictionCode: 'SMX-SFQ' };
    expect(await shownBy(filter)).toEqual(made.map(({ code }) => code));
    expect(await shownBy({ ...filter, text: '乙' })).toEqual([second.code]);
    expect(await shownBy({ ...filter, states: ['CHANGED'] })).toEqual([]);
    const { publishShelters } = await server.do<{ publishShelters: object }>(
      PUBLISH,
      { filter, note: '示范区首批' },
      people.city,
    );
    expect(publishShelters).toMatchObject({ published: 3, note: '示范区首批' });
    await revised(server, first, { name: '示范区甲改' });
    expect(await shownBy({ ...filter, states: ['NEW', 'CHANGED'] })).toEqual([first.code]);
    expect((await deskOf()).counts.find(({ state }) => state === 'CHANGED')?.count).toBeGreaterThan(0);
    expect(await server.do(PUBLISH, { filter }, people.city)).toMatchObject({
      publishShelters: { changed: 1, published: 0 },
    });
    expect(await server.refusals(PUBLISH, { filter }, people.city)).toEqual(['NOTHING_CHOSEN']);
    // The county sees its own part of the desk.
    expect(await shownBy(filter, people.hubinEm)).toEqual([]);
  });

  test('of an edition each officer reads the part of his own county, names and reasons', async () => {
    const hubin = await givenShelter(server, people.unit1, { name: '湖滨内情' });
    const zone = await givenShelter(server, people.unit1, { name: '示范区内情' }, 'SMX-SFQ');
    const { number } = await givenEdition(server, people.city, [hubin.id, zone.id]);
    await server.do(SUSPEND, { id: zone.id, reason: '示范区的原因' }, people.city);
    const both = [hubin.code, zone.code];
    expect(await itemsOf(number, people.city)).toEqual({ codes: both, totalCount: 2 });
    expect(await itemsOf(number, people.unit1)).toEqual({ codes: both, totalCount: 2 }); // both are its own
    expect(await itemsOf(number, people.hubinEm)).toEqual({ codes: [hubin.code], totalCount: 1 });
    expect(await itemsOf(number + 1, people.hubinEm)).toEqual({ codes: [], totalCount: 0 });
    expect(await itemsOf(number, people.lingbaoEm)).toEqual({ codes: [], totalCount: 0 });
    expect(await itemsOf(number, people.zone)).toEqual({ codes: [zone.code], totalCount: 1 });
    expect(await itemsOf(number + 1, people.zone)).toEqual({ codes: [zone.code], totalCount: 1 });
    expect(await itemsOf(number, people.admin)).toEqual({ codes: [], totalCount: 0 });
  });

  test('what was withdrawn is not offered as new again: it is published when somebody chooses it', async () => {
    const shelter = await givenShelter(server, people.unit1, { name: '撤回不再自动' }, 'SMX-SFQ');
    await givenEdition(server, people.city, [shelter.id]);
    await server.do(WITHDRAW_SHELTER, { id: shelter.id, reason: '产权争议' }, people.city);
    const filter = { text: '撤回不再自动' };
    expect(await shownBy({ ...filter, states: ['WITHDRAWN'] })).toEqual([shelter.code]);
    expect(await shownBy({ ...filter, states: ['NEW', 'CHANGED'] })).toEqual([]);
    expect(await server.refusals(PUBLISH, { filter }, people.city)).toEqual(['NOTHING_CHOSEN']);
    await givenEdition(server, people.city, [shelter.id]);
    expect(await shownBy({ ...filter, states: ['CURRENT'] })).toEqual([shelter.code]);
  });

  test('each shelter says of itself the state that the desk finds it under', async () => {
    const made = [];
    for (let n = 0; n < 8; n += 1)
      made.push(await givenShelter(server, people.unit1, { name: `状态 ${n}` }, 'SMX-KFQ'));
    const [, changed, , suspended, hidden, withdrawn, leaving, placeless] = made;
    if (!changed || !suspended || !hidden || !withdrawn || !leaving || !placeless)
      throw new Error('nothing was made');
    await givenEdition(
      server,
      people.city,
      made.slice(1, 7).map(({ id }) => id),
    );
    await revised(server, changed, { name: '状态改' });
    await server.do(SUSPEND, { id: suspended.id, reason: '施工' }, people.city);
    await server.do(HIDE, { id: hidden.id, reason: '涉密' }, people.city);
    await server.do(WITHDRAW_SHELTER, { id: withdrawn.id, reason: '停用' }, people.city);
    await revised(server, placeless, { name: '无位置', position: null });
    await standing(server, leaving, { deregistered_at: server.clock.now() });
    const states = [
      'NEW',
      'CHANGED',
      'CURRENT',
      'SUSPENDED',
      'HIDDEN',
      'WITHDRAWN',
      'LEAVING',
      'NOT_PUBLISHABLE',
    ];
    for (const [n, state] of states.entries())
      expect(await statesOf({ jurisdictionCode: 'SMX-KFQ', states: [state] })).toEqual([
        [made[n]?.code, state],
      ]);
  });

  test('the clock of the next edition: a quarter after the last regular one', async () => {
    const shelter = await givenShelter(server, people.unit1);
    await givenEdition(server, people.city, [shelter.id]);
    const now = server.clock.now();
    server.clock.set('2026-06-10T23:59:00+08:00');
    expect(await deskOf(await signedIn(server, 'city'))).toMatchObject({
      nextEditionDue: '2026-06-10',
      overdue: false,
    });
    server.clock.pass(1);
    expect(await deskOf(await signedIn(server, 'city'))).toMatchObject({ overdue: true });
    server.clock.set(now.toISOString());
  });

  test('the database shows of the contents exactly what the law makes public', async () => {
    const shelter = await givenShelter(server, people.unit1, {
      aliases: ['广场', "O'Brien"],
      facilities: [
        { type: 'WATER', quantity: 2, state: 'WORKING', maintainer: '管理处' },
        { type: 'TOILET', quantity: null, state: 'UNKNOWN', maintainer: null },
      ],
      suitability: [
        { hazard: 'FIRE', suitability: 'CONDITIONAL', assessedBy: '消防', assessedOn: '2025-01-01' },
      ],
      remarks: '钥匙在门卫处',
    });
    const placeless = await givenShelter(server, people.unit1, { position: null });
    const rows = await server.office.dataSource.query<{ contents: ShelterContents; shown: object }[]>(
      `select contents, ${publicProjection('contents')} as shown from shelter where id = any($1)`,
      [[shelter.id, placeless.id]],
    );
    expect(rows).toHaveLength(2);
    for (const { contents, shown } of rows) expect(shown).toEqual(publicContents(contents));
  });

  const deskOf = async (by: { token: string } | string = people.city) => {
    const token = typeof by === 'string' ? by : by.token;
    const { publicationDesk } = await server.do<{ publicationDesk: Desk }>(
      `{ publicationDesk { lastEdition { number label kind withdrawn published } nextEditionDue overdue counts { state count } } }`,
      {},
      { token },
    );
    return publicationDesk;
  };

  const itemsOf = async (edition: number, by: Somebody): Promise<object> => {
    const { nodes, totalCount } = await readItems(server, edition, by, 'SAID');
    return { codes: nodes.map(({ code }) => code), totalCount };
  };

  const statesOf = async (filter: object): Promise<string[][]> => {
    const { sheltersForPublication: page } = await server.do<{
      sheltersForPublication: { nodes: { code: string; publication: { deskState: string } }[] };
    }>(
      `query ($filter: PublicationFilter!) { sheltersForPublication(filter: $filter) { nodes { code publication { deskState } } } }`,
      { filter },
      people.city,
    );
    return page.nodes.map(({ code, publication }) => [code, publication.deskState]);
  };

  /** The codes a filter shows, read in pages of two. */
  const shownBy = async (filter: object, by = people.city): Promise<string[]> => {
    const codes: string[] = [];
    for (let after: string | null = null; ;) {
      const answer: { sheltersForPublication: ShelterPage } = await server.do(
        `query ($filter: PublicationFilter!, $after: String) { sheltersForPublication(filter: $filter, first: 2, after: $after) {
           nodes { code publication { status } } pageInfo { hasNextPage endCursor } } }`,
        { filter, after },
        by,
      );
      const page = answer.sheltersForPublication;
      codes.push(...page.nodes.map(({ code }) => code));
      if (!page.pageInfo.hasNextPage) return codes;
      after = page.pageInfo.endCursor;
    }
  };
});
