import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { isStale, NEAREST_DEFAULTS } from '#regulation/publication/eligibility';
import { givenPeople, signedIn, type Somebody } from '../support/city.ts';
import { databaseKinds } from '../support/databases.ts';
import { contentsWith, givenShelter, revised, standing } from '../support/public-shelters.ts';
import { givenEdition, readItems, SUSPEND, WITHDRAW_SHELTER } from '../support/publication.ts';
import { startServer, type TestServer } from '../support/server.ts';

interface OpenFile {
  readonly features: readonly { properties: { code: string; stale: boolean } }[];
}

describe.each(databaseKinds())('editions, old and stale, on %s', (kind) => {
  let server: TestServer;
  let people: Record<'unit1' | 'hubinEm' | 'lingbaoEm' | 'city', Somebody>;
  beforeAll(async () => {
    server = await startServer(kind);
    people = await givenPeople(server, ['unit1', 'hubinEm', 'lingbaoEm', 'city']);
  });
  afterAll(() => server.close());

  test('of a changed shelter the desk says which public fields changed, and where the public still sees it', async () => {
    const shelter = await givenShelter(server, people.unit1, { name: '搬迁场所' });
    await givenEdition(server, people.city, [shelter.id]);
    expect(await changesOf(shelter.id)).toMatchObject({ differs: false, publicChanges: [] });
    await revised(server, shelter, { name: '搬迁场所', remarks: '内部备注' });
    // Changed on file, but nothing of it is for the public.
    expect(await changesOf(shelter.id)).toMatchObject({ differs: true, publicChanges: [] });
    const moved = contentsWith({}, { longitude: 111.21, latitude: 34.79 });
    await revised(server, shelter, { ...moved, name: '搬迁场所', declaredCapacity: 800 });
    expect(await changesOf(shelter.id)).toEqual({
      differs: true,
      publishedVersion: 1,
      publicChanges: ['position', 'declaredCapacity'],
      position: { longitude: 111.195, latitude: 34.781 },
    });
    await server.do(SUSPEND, { id: shelter.id, reason: '施工' }, people.city);
    expect(await changesOf(shelter.id)).toMatchObject({ publicChanges: ['position', 'declaredCapacity'] });
  });

  test('an old edition opens with what it held then, whatever became of it', async () => {
    const [kept, gone, later] = [
      await givenShelter(server, people.unit1, { name: '旧名', declaredCapacity: 300 }),
      await givenShelter(server, people.unit1, { name: '后来撤下' }),
      await givenShelter(server, people.unit1, { name: '后来发布' }),
    ];
    const first = await givenEdition(server, people.city, [kept.id, gone.id]);
    const moved = contentsWith({ name: '新名' }, { longitude: 111.21, latitude: 34.79 });
    await revised(server, kept, moved);
    await server.do(WITHDRAW_SHELTER, { id: gone.id, reason: '不再使用' }, people.city);
    const second = await givenEdition(server, people.city, [later.id]);
    const third = await givenEdition(server, people.city, [kept.id]);
    const mine = [kept.code, gone.code, later.code];
    const heldBy = async (edition: { number: number }, by = people.hubinEm) =>
      (await readItems(server, edition.number, by, 'HELD')).nodes.filter(({ code }) => mine.includes(code));
    const then = {
      name: '旧名',
      usableCapacity: 300,
      version: 1,
      position: { longitude: 111.195, latitude: 34.781 },
    };
    expect(await heldBy(first)).toMatchObject([
      { ...then, code: kept.code, saidIn: first.label, versionNow: 2, statusNow: 'PUBLISHED' },
      { code: gone.code, name: '后来撤下', statusNow: 'UNPUBLISHED', change: 'PUBLISHED' },
    ]);
    expect(await heldBy(second)).toMatchObject([
      { ...then, code: kept.code, saidIn: first.label },
      { code: later.code, saidIn: second.label },
    ]);
    expect(await heldBy(third)).toMatchObject([
      { code: kept.code, name: '新名', version: 2, saidIn: third.label, change: 'CHANGED' },
      { code: later.code },
    ]);
    expect((await readItems(server, third.number, people.hubinEm, 'SAID')).nodes).toMatchObject([
      { name: '新名' },
    ]);
    expect(await heldBy(first, people.lingbaoEm)).toEqual([]);
    expect((await readItems(server, 2_000_000_000, people.city, 'HELD')).totalCount).toBe(0);
    expect((await readItems(server, -1, people.city, 'SAID')).totalCount).toBe(0);
    // The count is of the same rows.
    const { nodes, totalCount } = await readItems(server, third.number, people.hubinEm, 'HELD');
    expect(totalCount).toBe(nodes.length);
    // A place given up since is still in the edition that was out before, and in none after.
    await standing(server, later, { deregistered_at: new Date(server.clock.now().getTime() + 1_000) });
    server.clock.pass(2);
    const fourth = await givenEdition(server, people.city, [kept.id]);
    expect((await heldBy(second)).map(({ code }) => code)).toContain(later.code);
    expect((await heldBy(fourth)).map(({ code }) => code)).not.toContain(later.code);
  });

  test('of an edition it is said who published it; there is none of another number', async () => {
    const shelter = await givenShelter(server, people.unit1);
    const { number } = await givenEdition(server, people.city, [shelter.id]);
    const EDITION = `query ($number: Int!) { edition(number: $number) { label publishedByName } }`;
    expect(await server.do(EDITION, { number }, people.hubinEm)).toMatchObject({
      edition: { publishedByName: expect.any(String) },
    });
    for (const none of [0, -5, number + 1])
      expect(await server.do(EDITION, { number: none }, people.city)).toEqual({ edition: null });
    expect(await server.refusals(EDITION, { number })).toEqual(['UNAUTHENTICATED']);
  });

  test('every version stays readable, by its number, within the reach of who may read the shelter', async () => {
    const shelter = await givenShelter(server, people.unit1, { name: '第一名' });
    await revised(server, shelter, { name: '第二名' });
    const AT = `query ($id: ID!, $version: Int!) { shelter(id: $id) { versionAt(version: $version) { version contents { name } } } }`;
    const at = (version: number, by = people.hubinEm) => server.do(AT, { id: shelter.id, version }, by);
    expect(await at(1)).toEqual({ shelter: { versionAt: { version: 1, contents: { name: '第一名' } } } });
    expect(await at(2, people.unit1)).toMatchObject({
      shelter: { versionAt: { contents: { name: '第二名' } } },
    });
    for (const none of [0, -1, 3, 2_147_483_647])
      expect(await at(none)).toEqual({ shelter: { versionAt: null } });
    expect(await at(1, people.lingbaoEm)).toEqual({ shelter: null });
  });

  test('what nobody confirmed for long is marked: on the desk, in the registry, to the public and in the files', async () => {
    const now = server.clock.now().getTime();
    const HOUR = 3_600_000;
    const ages = { 未确认: null, 近日: 2, 两天前: 48, 一年内: 8_784, 一年多: 8_785 };
    const made = new Map<string, { code: string; confirmedAt: number | null }>();
    for (const [name, hours] of Object.entries(ages)) {
      const shelter = await givenShelter(server, people.unit1, { name: `确认${name}` }, 'SMX-KFQ');
      const confirmedAt = hours === null ? null : now - hours * HOUR;
      await standing(server, shelter, { last_confirmed_at: confirmedAt && new Date(confirmedAt) });
      await givenEdition(server, people.city, [shelter.id]);
      made.set(shelter.code, { code: shelter.code, confirmedAt });
    }
    const filter = { jurisdictionCode: 'SMX-KFQ' };
    const id = randomUUID();
    const staleInFile = async () => {
      const { features } = JSON.parse(await textOf('/public/v1/shelters.geojson')) as OpenFile;
      return features.filter(({ properties: { code, stale } }) => stale && made.has(code));
    };
    for (const situation of ['QUIET', 'LIVE'] as const) {
      if (situation === 'LIVE')
        await server.office.dataSource.query(
          `insert into live_situation (activation_id, jurisdiction_code, hazards) values ($1, 'SMX-KFQ', '{FLOOD}')`,
          [id],
        );
      const before = await staleInFile();
      server.clock.pass(6); // the files are read anew
      const at = server.clock.now().getTime();
      const stale = [...made.values()]
        .filter(({ confirmedAt }) => isStale(confirmedAt, { at, situation }, NEAREST_DEFAULTS))
        .map(({ code }) => code);
      expect(stale).toHaveLength(situation === 'LIVE' ? 4 : 3);
      // What was confirmed a year ago to the hour becomes stale although nothing happens.
      if (situation === 'QUIET') expect([before.length, (await staleInFile()).length]).toEqual([2, 3]);
      expect(await onDesk({ ...filter, stale: true })).toEqual(stale);
      const { shelters } = await server.do<{ shelters: { nodes: { code: string; stale: boolean }[] } }>(
        `query ($filter: ShelterFilter!) { shelters(filter: $filter) { nodes { code stale lastConfirmedAt } } }`,
        { filter },
        people.city,
      );
      expect(shelters.nodes.filter((shelter) => shelter.stale).map(({ code }) => code)).toEqual(stale);
      const { features, ...head } = JSON.parse(await textOf('/public/v1/shelters.geojson')) as OpenFile;
      expect(head).toMatchObject({ staleAfterHours: { QUIET: 8_784, LIVE: 24 } });
      const told = features.map(({ properties }) => properties).filter(({ code }) => made.has(code));
      expect(told.filter((shelter) => shelter.stale).map(({ code }) => code)).toEqual(stale);
      const [names = '', ...rows] = (await textOf('/public/v1/shelters.csv')).trimEnd().split('\r\n');
      const column = names.split(',').indexOf('stale');
      const cells = rows.map((row) => row.split(',')).filter(([code = '']) => made.has(code));
      expect(cells.map((row) => [row[0], row[column]])).toEqual(
        [...made.keys()].map((code) => [code, String(stale.includes(code))]),
      );
      for (const code of made.keys())
        expect(
          await server.do(`query ($code: String!) { publicShelter(code: $code) { stale } }`, { code }),
        ).toEqual({ publicShelter: { stale: stale.includes(code) } });
    }
    const { publicationDesk } = await server.do<{ publicationDesk: { stale: number } }>(
      `{ publicationDesk { stale } }`,
      {},
      people.city,
    );
    expect(publicationDesk.stale).toBe(
      (await onDesk({ stale: true, states: ['CURRENT', 'CHANGED'] })).length,
    );
    await server.office.dataSource.query(`delete from live_situation where activation_id = $1`, [id]);
  });

  const onDesk = async (filter: object): Promise<string[]> => {
    const { sheltersForPublication } = await server.do<{
      sheltersForPublication: { nodes: { code: string }[] };
    }>(
      `query ($filter: PublicationFilter!) { sheltersForPublication(filter: $filter, first: 200) { nodes { code } } }`,
      { filter },
      people.city,
    );
    return sheltersForPublication.nodes.map(({ code }) => code);
  };

  const changesOf = async (id: string): Promise<object> => {
    const { shelter } = await server.do<{ shelter: { publication: object } }>(
      `query ($id: ID!) { shelter(id: $id) { publication { differs publishedVersion publicChanges position { longitude latitude } } } }`,
      { id },
      people.city,
    );
    return shelter.publication;
  };

  const textOf = async (path: string): Promise<string> => (await fetch(`${server.url}${path}`)).text();
});

const SETTINGS = { EDITION_MONTHS: '1', STALE_HOURS_QUIET: '48', STALE_HOURS_LIVE: '12' };

describe.each(databaseKinds())('a city with publishing clocks of its own, on %s', (kind) => {
  let server: TestServer;
  let people: Record<'unit1' | 'city', Somebody>;
  beforeAll(async () => {
    server = await startServer(kind, SETTINGS);
    people = await givenPeople(server, ['unit1', 'city']);
  });
  afterAll(() => server.close());

  const TERMS = `{ publicTerms { nextEditionDue staleAfterHours { QUIET LIVE } } }`;
  const hours = { QUIET: 48, LIVE: 12 };

  test('every place on the server, and the public, goes by them', async () => {
    expect(await server.do(TERMS)).toEqual({
      publicTerms: { nextEditionDue: null, staleAfterHours: hours },
    });
    const codes: string[] = [];
    for (const age of [11, 13, 49]) {
      const shelter = await givenShelter(server, people.unit1, { name: `${age} 小时前` });
      const confirmed = new Date(server.clock.now().getTime() - age * 3_600_000);
      await standing(server, shelter, { last_confirmed_at: confirmed, operational_status: 'OPEN' });
      await givenEdition(server, people.city, [shelter.id]);
      codes.push(shelter.code);
    }
    expect(await saidOf('2026-04-10')).toEqual([false, false]);
    expect(await staleEverywhere()).toEqual(Array(6).fill(codes.slice(2)));
    await server.office.dataSource.query(
      `insert into live_situation (activation_id, jurisdiction_code, hazards) values ($1, '411202', '{FLOOD}')`,
      [randomUUID()],
    );
    server.clock.pass(6); // the files are read anew
    expect(await staleEverywhere()).toEqual(Array(6).fill(codes.slice(1)));

    server.clock.set('2026-04-11T00:00:00+08:00');
    people = { ...people, city: { ...people.city, token: await signedIn(server, 'city') } };
    expect(await saidOf('2026-04-10')).toEqual([true, true]);
  });

  /** Whether the desk and the duties of the city call it late; both, the files and the terms name the same day. */
  const saidOf = async (day: string): Promise<boolean[]> => {
    const { publicationDesk: desk, inspectionDesk } = await server.do<{
      publicationDesk: { nextEditionDue: string; overdue: boolean };
      inspectionDesk: { clocks: { duty: string; dueOn: string; state: string }[] };
    }>(
      `{ publicationDesk { nextEditionDue overdue } inspectionDesk { clocks { duty dueOn state } } }`,
      {},
      people.city,
    );
    const clock = inspectionDesk.clocks.find(({ duty }) => duty === 'EDITION');
    const manifest = (await (await fetch(`${server.url}/public/v1/manifest.json`)).json()) as object;
    expect(manifest).toMatchObject({ nextEditionDue: day, staleAfterHours: hours });
    const { publicTerms } = await server.do<{ publicTerms: object }>(TERMS);
    expect(publicTerms).toEqual({ nextEditionDue: day, staleAfterHours: hours });
    expect([desk.nextEditionDue, clock?.dueOn]).toEqual([day, day]);
    return [desk.overdue, clock?.state === 'OVERDUE'];
  };

  /** The stale codes by the desk (twice), the registry, the answer to residents (twice), and the file. */
  const staleEverywhere = async (): Promise<string[][]> => {
    type Row = { readonly code: string; readonly stale: boolean };
    const codesOf = (rows: readonly Row[]) => rows.flatMap(({ code, stale }) => (stale ? [code] : [])).sort();
    const officer = await server.do<{
      sheltersForPublication: { nodes: Row[] };
      shelters: { nodes: Row[] };
      publicationDesk: { stale: number };
    }>(
      `{ sheltersForPublication(filter: { stale: true }) { nodes { code stale } } shelters { nodes { code stale } }
         publicationDesk { stale } }`,
      {},
      people.city,
    );
    const { nearestShelters: near } = await server.do<{
      nearestShelters: { shelters: { stale: boolean; shelter: Row }[] };
    }>(
      `{ nearestShelters(near: { longitude: 111.19, latitude: 34.78 }) { shelters { stale shelter { code stale } } } }`,
    );
    const { features } = (await (await fetch(`${server.url}/public/v1/shelters.geojson`)).json()) as OpenFile;
    const onDesk = codesOf(officer.sheltersForPublication.nodes);
    expect(officer.publicationDesk.stale).toBe(onDesk.length);
    return [
      onDesk,
      officer.sheltersForPublication.nodes.map(({ code }) => code),
      codesOf(officer.shelters.nodes),
      codesOf(near.shelters.map(({ stale, shelter: { code } }) => ({ code, stale }))),
      codesOf(near.shelters.map(({ shelter }) => shelter)),
      codesOf(features.map(({ properties }) => properties)),
    ];
  };
});
