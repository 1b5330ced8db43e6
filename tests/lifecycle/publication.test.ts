import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { givenPeople, type Somebody } from '../support/city.ts';
import { databaseKinds } from '../support/databases.ts';
import { givenShelter, revised } from '../support/public-shelters.ts';
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
});
