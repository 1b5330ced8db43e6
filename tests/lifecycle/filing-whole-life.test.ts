import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { beginOutages } from '../../apps/api/src/upkeep/begin-outages.ts';
import { givenPeople, type Somebody } from '../support/city.ts';
import { completeContents } from '../support/contents.ts';
import { databaseKinds } from '../support/databases.ts';
import {
  ACCEPT,
  givenFile,
  givenSubmitted,
  RETURN,
  REVISE,
  SUBMIT,
  type FiledShelter,
} from '../support/filing.ts';
import { textsOf } from '../support/pdf.ts';
import { givenEdition, readItems } from '../support/publication.ts';
import { rebuildsOf, type RebuildPeople } from '../support/rebuild.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { SITE } from '../support/site.ts';

const SQUARE = { name: '黄河公园广场', ...SITE };
const HALL = {
  name: '第一小学体育馆',
  siteType: 'SCHOOL',
  spaceType: 'INDOOR',
  position: { longitude: 111.2051, latitude: 34.7812, crs: 'WGS84' },
  areaSquareMeters: 3_000,
  effectiveAreaSquareMeters: 2_000,
  declaredCapacity: 900,
  seismicEvidence: '抗震设防烈度 7 度，施工图审查合格书 2019-11 号',
};
const PAPERS = `query ($id: ID!) { filing(id: $id) { stage kind papers { kind href } } }`;
const SHELTER_PAPERS = `query ($code: String!) { shelter(code: $code) { papers { kind href } } }`;
const VERSIONS = `query ($id: ID!) { shelter(id: $id) { versions { origin filing { id number kind papers { kind } } } } }`;
const PUBLIC = `query { nearestShelters(near: { longitude: 111.2, latitude: 34.7812 }, first: 50) {
  shelters { shelter { code name zones { type } capacity { usable } } } passedOver { shelter { code name } } } }`;

interface Papers {
  readonly stage: string;
  readonly kind: string;
  readonly papers: readonly { readonly kind: string; readonly href: string }[];
}

/** Issue by issue the acts have tests of their own; here two shelters go through all of Art. 12 to 18 and 21 in a row. */
describe.each(databaseKinds())('a filing’s whole life on %s', (kind) => {
  let server: TestServer;
  let people: RebuildPeople;
  const filingIds: Record<'square' | 'hall' | 'asBuilt', string> = { square: '', hall: '', asBuilt: '' };
  let square: FiledShelter;
  let hall: FiledShelter;
  beforeAll(async () => {
    server = await startServer(kind, { PUBLIC_URL: 'https://shelters.example/' });
    people = await givenPeople(server, [
      'unit1',
      'unit3',
      'hubinEm',
      'hubinEm2',
      'lingbaoEm',
      'city',
      'health',
    ]);
    await today('2026-03-10');
  });
  afterAll(() => server.close());

  const { given, only, readiness, handedIn, today } = rebuildsOf(
    () => server,
    () => people,
  );
  const paperOf = async (id: string, by: Somebody) =>
    (await server.do<{ filing: Papers }>(PAPERS, { id }, by)).filing;
  /** What every paper of a filing, and of its shelter once there is one, says; by its kind. */
  const printed = async (id: string, code?: string): Promise<Record<string, string>> => {
    const by = people.unit1;
    const { papers } = await paperOf(id, by);
    const further = code
      ? (await server.do<{ shelter: Papers }>(SHELTER_PAPERS, { code }, by)).shelter.papers
      : [];
    const said: Record<string, string> = {};
    for (const { kind: paper, href } of [...papers, ...further]) {
      const response = await fetch(`${server.url}${href}`, {
        headers: { authorization: `Bearer ${by.token}` },
      });
      expect([paper, response.status, response.headers.get('x-characters-replaced')]).toEqual([
        paper,
        200,
        '0',
      ]);
      said[paper] = (await textsOf(new Uint8Array(await response.arrayBuffer()))).join('');
    }
    return said;
  };
  const nearby = async () =>
    (
      await server.do<{
        nearestShelters: {
          shelters: { shelter: { code: string; zones: unknown[]; capacity: { usable: number } } }[];
        };
      }>(PUBLIC)
    ).nearestShelters.shelters.map(({ shelter }) => shelter);
  const versionsOf = async (id: string, by: Somebody) =>
    (
      await server.do<{ shelter: { versions: { origin: string; filing: Papers | null }[] } }>(
        VERSIONS,
        { id },
        by,
      )
    ).shelter.versions;

  test('an owner files a square and a hall; one comes back with a letter, is mended and accepted', async () => {
    const [first, second] = [
      await givenSubmitted(server, people.unit1, '411202', SQUARE),
      await givenSubmitted(server, people.unit1, '411202', HALL),
    ];
    Object.assign(filingIds, { square: first.id, hall: second.id });
    const reasons = [
      { field: 'declaredCapacity', text: '可容纳人数与测算不符，请核对。' },
      { field: 'contact.phone24h', text: '请补充值守电话。' },
    ];
    await server.do(RETURN, { id: first.id, reasons }, people.hubinEm);
    const letter = (await printed(first.id))['RETURN_LETTER'];
    expect(letter).toContain('共2项');
    expect(letter).toContain('可容纳人数与测算不符，请核对。');
    expect(await server.refusals(ACCEPT, { ...first, revision: first.revision }, people.hubinEm)).not.toEqual(
      [],
    );

    const contents = completeContents(await givenFile(server, people.unit1), {
      ...SQUARE,
      declaredCapacity: 2_250,
    });
    const { reviseFiling } = await server.do<{ reviseFiling: { revision: number } }>(
      REVISE,
      { input: { id: first.id, revision: first.revision, contents } },
      people.unit1,
    );
    await server.do(SUBMIT, { id: first.id }, people.unit1);
    const accept = async (id: string, revision: number) =>
      (await server.do<{ acceptFiling: FiledShelter }>(ACCEPT, { id, revision }, people.hubinEm))
        .acceptFiling;
    hall = await accept(second.id, second.revision);
    square = await accept(first.id, reviseFiling.revision);
    expect([hall.number, square.number]).toEqual(['411202-2026-0001', '411202-2026-0002']);
  });

  test('every paper of both is there and says whose it is; nobody else’s owner reads them', async () => {
    for (const [id, { shelterCode, number }, name, told] of [
      [filingIds.square, square, SQUARE.name, ['2,250人', '密捐企业', '同意']],
      [filingIds.hall, hall, HALL.name, ['施工图审查合格书2019-11号']],
    ] as const) {
      const said = await printed(id, shelterCode);
      expect(Object.keys(said).toSorted()).toEqual(
        [
          'CERTIFICATE',
          'FILING_FORM',
          'REGISTRY_EXTRACT',
          ...(id === filingIds.square ? ['RETURN_LETTER'] : []),
          'ZONE_PLAN_SHEET',
        ].toSorted(),
      );
      for (const text of Object.values(said)) expect(text).toContain(name);
      expect(said['CERTIFICATE']).toContain(number);
      expect(said['REGISTRY_EXTRACT']).toContain(shelterCode);
      for (const words of told) expect(said['FILING_FORM']).toContain(words);
      if (id === filingIds.square) expect(said['ZONE_PLAN_SHEET']).toContain('一区');
      const { data } = await server.call(PAPERS, { id }, people.unit3);
      expect(data?.['filing'] ?? null).toBeNull();
    }
  });

  test('published both stand on the map; the extension is told, and out of use from its first day', async () => {
    expect(await nearby()).toEqual([]);
    const edition = await givenEdition(server, people.city, [square.shelterId, hall.shelterId]);
    expect(edition).toMatchObject({ published: 2, withdrawn: 0 });
    expect(
      (await nearby()).map(({ code, zones, capacity }) => [code, zones.length, capacity.usable]),
    ).toEqual([
      [square.shelterCode, 3, 2_250],
      [hall.shelterCode, 0, 900],
    ]);
    await given(square, { placesOut: 1_000 });
    await today('2026-03-20');
    expect(await beginOutages(server.office)).toBe(1);
    expect(await readiness(square)).toBe('LIMITED');
    expect((await nearby()).find(({ code }) => code === square.shelterCode)?.capacity.usable).toBe(1_250);
  });

  test('filed as built with a facility that failed: version 2, its restoration owed, the public told anew', async () => {
    await today('2026-06-25');
    const notice = await only(square);
    const asBuilt = await handedIn(notice?.id ?? '', {
      ...SQUARE,
      declaredCapacity: 2_100,
      facilities: [
        { type: 'WATER', quantity: 4, state: 'FAILED', maintainer: '管理处' },
        { type: 'TOILET', quantity: 20, state: 'WORKING', maintainer: null },
      ],
    });
    filingIds.asBuilt = asBuilt.id;
    await server.do(ACCEPT, asBuilt, people.hubinEm);
    expect(await only(square)).toMatchObject({
      stage: 'COMPLETED',
      restorations: [{ facilityType: 'WATER', stage: 'FOUND', origin: 'REBUILD' }],
    });
    expect(await paperOf(asBuilt.id, people.unit1)).toMatchObject({ stage: 'FILED', kind: 'RECONSTRUCTION' });
    const said = await printed(asBuilt.id, square.shelterCode);
    expect(said['CERTIFICATE']).toContain(SQUARE.name);
    expect(said['FILING_FORM']).toContain('失效');
    expect(said['REGISTRY_EXTRACT']).toContain('失效');
    const { number } = await givenEdition(server, people.city, [square.shelterId]);
    expect((await readItems(server, number, people.city, 'SAID')).nodes).toMatchObject([
      { code: square.shelterCode, change: 'CHANGED', version: 2, usableCapacity: 2_100 },
    ]);
    expect((await nearby()).find(({ code }) => code === square.shelterCode)?.capacity.usable).toBe(2_100);
  });

  test('each version names the filing it came from, to those who may read filings', async () => {
    const { shelterId: id, number } = square;
    for (const by of [people.unit1, people.hubinEm, people.city])
      expect(await versionsOf(id, by)).toMatchObject([
        { origin: 'FILING', filing: { id: filingIds.asBuilt, kind: 'RECONSTRUCTION' } },
        {
          origin: 'FILING',
          filing: {
            id: filingIds.square,
            number,
            kind: 'NEW',
            papers: expect.arrayContaining([{ kind: 'CERTIFICATE' }]),
          },
        },
      ]);
    // The health department reads the registry and no filings.
    expect(await versionsOf(id, people.health)).toMatchObject([{ filing: null }, { filing: null }]);
  });
});
