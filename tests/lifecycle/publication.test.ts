import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { givenPeople, type Somebody } from '../support/city.ts';
import { databaseKinds } from '../support/databases.ts';
import { givenShelter, revised, standing } from '../support/public-shelters.ts';
import { givenEdition, HIDE, PUBLISH, SUSPEND, WITHDRAW_SHELTER } from '../support/publication.ts';
import { startServer, type TestServer } from '../support/server.ts';

const PUBLICATION = `query ($id: ID!) { shelter(id: $id) {
  version publication { status edition publishedVersion differs reason availableActs { act allowed refusals { code } } }
} }`;

interface Seen {
  readonly shelter: {
    readonly version: number;
    readonly publication: {
      readonly status: string;
      readonly edition: string | null;
      readonly publishedVersion: number | null;
      readonly differs: boolean;
      readonly availableActs: readonly { act: string; allowed: boolean; refusals: { code: string }[] }[];
    };
  };
}

interface Desk {
  readonly lastEdition: { number: number; label: string; kind: string };
  readonly nextEditionDue: string | null;
}

describe.each(databaseKinds())('publication (Art. 18) on %s', (kind) => {
  let server: TestServer;
  let people: Record<'unit1' | 'hubinEm' | 'lingbaoEm' | 'city' | 'citygov', Somebody>;
  beforeAll(async () => {
    server = await startServer(kind);
    people = await givenPeople(server, ['unit1', 'hubinEm', 'lingbaoEm', 'city', 'citygov']);
  });
  afterAll(() => server.close());

  const publicationOf = async (id: string, by = people.city) =>
    (await server.do<Seen>(PUBLICATION, { id }, by)).shelter.publication;

  test('a shelter on file is unpublished until the city publishes it', async () => {
    const shelter = await givenShelter(server, people.unit1);
    expect(await publicationOf(shelter.id)).toMatchObject({
      status: 'UNPUBLISHED',
      publishedVersion: null,
      differs: false,
    });
    const edition = await givenEdition(server, people.city, [shelter.id]);
    expect(edition).toMatchObject({ kind: 'REGULAR', published: 1, changed: 0, confirmed: 0, withdrawn: 0 });
    expect(await publicationOf(shelter.id)).toMatchObject({
      status: 'PUBLISHED',
      edition: edition.label,
      publishedVersion: 1,
      differs: false,
    });
  });

  test('editing never publishes; publishing again does', async () => {
    const shelter = await givenShelter(server, people.unit1);
    await givenEdition(server, people.city, [shelter.id]);
    await revised(server, shelter, { name: '改名' });
    expect(await publicationOf(shelter.id)).toMatchObject({ publishedVersion: 1, differs: true });
    const edition = await givenEdition(server, people.city, [shelter.id]);
    expect(edition).toMatchObject({ published: 0, changed: 1 });
    expect(await publicationOf(shelter.id)).toMatchObject({ publishedVersion: 2, differs: false });
    expect(await givenEdition(server, people.city, [shelter.id])).toMatchObject({ changed: 0, confirmed: 1 });
  });

  test('only the city publishes, suspends, hides or withdraws', async () => {
    const shelter = await givenShelter(server, people.unit1);
    for (const by of [people.hubinEm, people.lingbaoEm, people.citygov, people.unit1]) {
      expect(await server.refusals(PUBLISH, { ids: [shelter.id] }, by)).toEqual(['NO_AUTHORITY']);
    }
    await givenEdition(server, people.city, [shelter.id]);
    for (const act of [SUSPEND, HIDE, WITHDRAW_SHELTER]) {
      const variables = { id: shelter.id, reason: '核实中' };
      expect(await server.refusals(act, variables, people.hubinEm)).toEqual(['NO_AUTHORITY']);
      expect(await server.refusals(act, variables)).toEqual(['UNAUTHENTICATED']);
    }
    expect(await publicationOf(shelter.id)).toMatchObject({ status: 'PUBLISHED' });
  });

  const ledgerOf = (edition: number) =>
    server.office.dataSource.query<
      { act: string; article: number; subjects: { id: string }[]; text: string }[]
    >(
      `select act, article, subjects, ledger_entry::text as text from ledger_entry
       where process = 'publication' and details->>'edition' = $1::text`,
      [String(edition)],
    );

  test('one edition is one entry in the ledger, with its shelters', async () => {
    const shelters = [await givenShelter(server, people.unit1), await givenShelter(server, people.unit1)];
    const ids = shelters.map(({ id }) => id).toSorted();
    const { number } = await givenEdition(server, people.city, [...ids, ids[0] ?? '']);
    const entries = await ledgerOf(number);
    expect(entries).toMatchObject([{ act: 'publish', article: 18, subjects: ids.map((id) => ({ id })) }]);
  });

  test('taking back is told with its reason, in an edition that leaves the clock alone', async () => {
    const shelter = await givenShelter(server, people.unit1);
    await givenEdition(server, people.city, [shelter.id]);
    const before = await deskOf();
    await server.do(SUSPEND, { id: shelter.id, reason: ' 屋顶维修 ' }, people.city);
    expect(await publicationOf(shelter.id)).toMatchObject({ status: 'SUSPENDED', reason: '屋顶维修' });
    const { lastEdition, nextEditionDue } = await deskOf();
    expect(lastEdition).toMatchObject({ kind: 'WITHDRAWAL', withdrawn: 1, published: 0 });
    expect(nextEditionDue).toBe(before.nextEditionDue);
    const { editionItems } = await server.do<{ editionItems: { nodes: object[] } }>(
      `query ($edition: Int!) { editionItems(edition: $edition) { totalCount nodes { code change reason version } } }`,
      { edition: lastEdition.number },
      people.city,
    );
    expect(editionItems).toEqual({
      totalCount: 1,
      nodes: [{ code: shelter.code, change: 'SUSPENDED', reason: '屋顶维修', version: 1 }],
    });
    // What the public no longer sees is hidden and withdrawn without another edition.
    await server.do(HIDE, { id: shelter.id, reason: '核实' }, people.city);
    await server.do(WITHDRAW_SHELTER, { id: shelter.id, reason: '改建' }, people.city);
    expect((await deskOf()).lastEdition.number).toBe(lastEdition.number);
    expect(await publicationOf(shelter.id)).toMatchObject({
      status: 'UNPUBLISHED',
      publishedVersion: null,
      edition: null,
    });
    expect(await givenEdition(server, people.city, [shelter.id])).toMatchObject({ published: 1 });
    expect(await publicationOf(shelter.id)).toMatchObject({ status: 'PUBLISHED', reason: null });
  });

  test('the reason goes to the public record, never into the ledger', async () => {
    const shelter = await givenShelter(server, people.unit1);
    await givenEdition(server, people.city, [shelter.id]);
    await server.do(HIDE, { id: shelter.id, reason: '秘密理由' }, people.city);
    const entries = await server.office.dataSource.query<object[]>(
      `select 1 from ledger_entry where ledger_entry::text like '%秘密理由%'`,
    );
    expect(entries).toEqual([]);
  });

  test('everything against an act is told at once, and nothing is half done', async () => {
    const shelter = await givenShelter(server, people.unit1);
    const { lastEdition } = await deskOf();
    const variables = { id: shelter.id, reason: '  ' };
    expect(await server.refusals(SUSPEND, variables, people.city)).toEqual([
      'OUT_OF_STAGE',
      'REASON_MISSING',
    ]);
    expect((await server.refusals(WITHDRAW_SHELTER, variables, people.lingbaoEm)).toSorted()).toEqual([
      'NO_AUTHORITY',
      'OUT_OF_STAGE',
      'REASON_MISSING',
    ]);
    const nobody = '0199aaaa-bbbb-7ccc-8ddd-eeeeeeee0000';
    expect(await server.refusals(HIDE, { id: nobody, reason: '核实' }, people.city)).toEqual(['NOT_FOUND']);
    expect(await server.refusals(PUBLISH, { ids: [shelter.id, nobody] }, people.city)).toEqual(['NOT_FOUND']);
    expect(await server.refusals(PUBLISH, {}, people.city)).toEqual(['NOTHING_CHOSEN']);
    expect(await server.refusals(PUBLISH, { ids: [], note: '长'.repeat(2_001) }, people.city)).toEqual([
      'NOTHING_CHOSEN',
      'TOO_LONG',
    ]);
    expect(await server.refusals(PUBLISH, { ids: Array(2_001).fill(nobody) }, people.city)).toEqual([
      'TOO_MANY',
    ]);
    expect(await server.refusals(PUBLISH, { ids: ['not an id'] }, people.city)).toEqual(['NOT_FOUND']);
    expect(await publicationOf(shelter.id)).toMatchObject({ status: 'UNPUBLISHED' });
    expect((await deskOf()).lastEdition).toEqual(lastEdition);
  });

  test('what has no place or is no longer on file is not published, by name', async () => {
    const placeless = await givenShelter(server, people.unit1, { position: null });
    const gone = await givenShelter(server, people.unit1);
    const fine = await givenShelter(server, people.unit1);
    await standing(server, gone, { deregistered_at: server.clock.now() });
    const { errors } = await server.call(PUBLISH, { ids: [placeless.id, gone.id, fine.id] }, people.city);
    expect(errors[0]?.extensions.refusals).toMatchObject([
      { code: 'MISSING', field: 'position', article: 18, params: { shelter: placeless.code } },
      { code: 'NO_LONGER_FILED', params: { shelter: gone.code } },
    ]);
    expect(await publicationOf(fine.id)).toMatchObject({ status: 'UNPUBLISHED' });
    const [publish] = (await publicationOf(placeless.id)).availableActs;
    expect(publish).toMatchObject({ act: 'publish', allowed: false, refusals: [{ code: 'MISSING' }] });
  });

  test('buttons come from the act table: for the city, and for nobody else', async () => {
    const shelter = await givenShelter(server, people.unit1);
    const acts = async (by = people.city) =>
      (await publicationOf(shelter.id, by)).availableActs.map(({ act }) => act);
    expect(await acts()).toEqual(['publish', 'hide']);
    await givenEdition(server, people.city, [shelter.id]);
    expect(await acts()).toEqual(['publish', 'suspend', 'hide', 'withdrawPublication']);
    for (const by of [people.hubinEm, people.citygov, people.unit1]) expect(await acts(by)).toEqual([]);
  });

  test('two editions at once get two numbers and hold both shelters', async () => {
    const [one, other] = [await givenShelter(server, people.unit1), await givenShelter(server, people.unit1)];
    const editions = await Promise.all([
      givenEdition(server, people.city, [one.id]),
      givenEdition(server, people.city, [one.id, other.id]),
    ]);
    const numbers = editions.map(({ number }) => number).toSorted((a, b) => a - b);
    expect(numbers[1]).toBe((numbers[0] ?? 0) + 1);
    for (const { id } of [one, other]) expect(await publicationOf(id)).toMatchObject({ status: 'PUBLISHED' });
  });

  const deskOf = async () => {
    const { publicationDesk } = await server.do<{ publicationDesk: Desk }>(
      `{ publicationDesk { lastEdition { number label kind withdrawn published } nextEditionDue } }`,
      {},
      people.city,
    );
    return publicationDesk;
  };
});
