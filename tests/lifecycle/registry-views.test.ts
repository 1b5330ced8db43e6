import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { givenPeople, type Somebody } from '../support/city.ts';
import { countQueries } from '../support/count-queries.ts';
import { databaseKinds } from '../support/databases.ts';
import { givenShelter } from '../support/public-shelters.ts';
import { startServer, type TestServer } from '../support/server.ts';

const VIEWS = `query { savedViews { id name query } }`;
const KEEP = `mutation ($input: SavedViewInput!) { keepView(input: $input) { id name query } }`;
const DROP = `mutation ($id: ID!) { dropView(id: $id) { name } }`;
const LIST = `query ($filter: ShelterFilter!, $first: Int!, $after: String) {
  shelters(filter: $filter, first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor }
    nodes { name unit { name } publication { status } maintenance { ground } availableActs { act } } } }`;

interface View {
  readonly id: string;
  readonly name: string;
  readonly query: string;
}
interface Listed {
  readonly shelters: {
    totalCount: number;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    nodes: { name: string }[];
  };
}

describe.each(databaseKinds())('the registry page on %s', (kind) => {
  let server: TestServer;
  let people: Record<'hubinEm' | 'hubinEm2' | 'city', Somebody>;
  beforeAll(async () => {
    server = await startServer(kind);
    people = await givenPeople(server, ['hubinEm', 'hubinEm2', 'city']);
  });
  afterAll(() => server.close());

  const viewsOf = async (by: Somebody) =>
    (await server.do<{ savedViews: View[] }>(VIEWS, {}, by)).savedViews.map(({ name, query }) => [
      name,
      query,
    ]);
  const keep = (input: View, by = people.hubinEm) => server.refusals(KEEP, { input }, by);
  const view = (name: string, query = 'due=1'): View => ({ id: randomUUID(), name, query });

  test('a view is one’s own: kept, renamed, sent twice, forgotten; nobody else sees or touches it', async () => {
    const mine = view('待补正');
    expect(await keep(mine)).toEqual([]);
    expect(await keep(mine)).toEqual([]);
    expect(await keep({ ...mine, name: ' 补正中 ' })).toEqual([]);
    expect(await viewsOf(people.hubinEm)).toEqual([['补正中', 'due=1']]);
    expect(await viewsOf(people.hubinEm2)).toEqual([]);
    expect(await keep({ ...mine, name: '抢占' }, people.hubinEm2)).toEqual(['ALREADY_DONE']);
    await server.do(DROP, { id: mine.id }, people.hubinEm2);
    expect(await keep(view('补正中'))).toEqual(['TWICE']);
    expect(await keep(view('补正中'), people.hubinEm2)).toEqual([]);
    expect(await keep(view(' ', ''))).toEqual(['NAME_LENGTH', 'MISSING']);
    expect(await viewsOf(people.hubinEm)).toEqual([['补正中', 'due=1']]);
    for (let turn = 0; turn < 2; turn += 1) await server.do(DROP, { id: mine.id }, people.hubinEm);
    expect(await viewsOf(people.hubinEm)).toEqual([]);
    expect((await server.call(VIEWS)).errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  test('twenty at most, from however many windows at once', async () => {
    const codes = await Promise.all(
      Array.from({ length: 26 }, (_, n) => keep(view(`视图 ${n % 24}`, `q=${n}`), people.city)),
    );
    expect(codes.filter((told) => told.length === 0)).toHaveLength(20);
    expect(await viewsOf(people.city)).toHaveLength(20);
  });

  test('a part of the map: borders included, and the same as plain arithmetic', async () => {
    const unit = { ...people.hubinEm };
    const at = (longitude: number, latitude: number) => ({
      longitude,
      latitude,
      sourceCrs: 'WGS84' as const,
      rawLongitude: longitude,
      rawLatitude: latitude,
    });
    const places = Array.from({ length: 40 }, (_, n) => [
      111 + (n % 8) * 0.05,
      34.6 + Math.floor(n / 8) * 0.05,
    ]).map(([longitude = 0, latitude = 0]) => [Number(longitude.toFixed(5)), Number(latitude.toFixed(5))]);
    for (const [n, [longitude = 0, latitude = 0]] of places.entries())
      await givenShelter(server, unit, { name: `点 ${n}`, position: at(longitude, latitude) });
    await givenShelter(server, unit, { name: '无位置', position: null });
    const within = async (west: number, south: number, east: number, north: number) => {
      const filter = { area: { west, south, east, north } };
      const { shelters } = await server.do<Listed>(LIST, { filter, first: 100 }, people.hubinEm);
      return shelters.nodes.map(({ name }) => name).sort();
    };
    const boxes = [
      [111, 34.6, 111.35, 34.8],
      [111.05, 34.65, 111.2, 34.7],
      [111.051, 34.651, 111.199, 34.699],
      [110, 34.699_99, 113, 34.700_01],
      [100, 20, 130, 50],
      // Too wide for the index: the comparison alone.
      [100, 34.65, 130, 34.7],
      [111.05, 20, 111.2, 50],
      [0, 0, 1, 1],
    ] as const;
    for (const [west, south, east, north] of boxes) {
      const expected = places.flatMap(([longitude = 0, latitude = 0], n) =>
        longitude >= west && longitude <= east && latitude >= south && latitude <= north ? [`点 ${n}`] : [],
      );
      expect([west, await within(west, south, east, north)]).toEqual([west, expected.sort()]);
    }
    const csv = await fetch(`${server.url}/exports/shelters.csv?area=111.05,34.65,111.2,34.7`, {
      headers: { authorization: `Bearer ${people.hubinEm.token}` },
    });
    expect((await csv.text()).trimEnd().split('\r\n')).toHaveLength(
      1 + (await within(111.05, 34.65, 111.2, 34.7)).length,
    );
  });

  test('every page of the list asks the same few questions, the last one too', async () => {
    const counts: number[] = [];
    let after: string | null = null;
    do {
      let page: Listed['shelters'] | undefined;
      const variables = { filter: { text: '点' }, first: 7, after };
      counts.push(
        await countQueries(server.office.dataSource, async () => {
          page = (await server.do<Listed>(LIST, variables, people.hubinEm)).shelters;
        }),
      );
      after = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(counts).toHaveLength(6);
    // session, rows, count, units, publications, contents, arrangements
    expect(new Set(counts)).toEqual(new Set([7]));
  });
});
