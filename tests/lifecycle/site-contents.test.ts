import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { givenPeople, type Somebody } from '../support/city.ts';
import { completeContents } from '../support/contents.ts';
import { databaseKinds } from '../support/databases.ts';
import { ACCEPT, DRAFT, givenDraft, REVISE, SUBMIT } from '../support/filing.ts';
import { countQueries } from '../support/count-queries.ts';
import { givenEdition } from '../support/publication.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { BOUNDARY, rectangle, SITE, type Ring } from '../support/site.ts';

const ON_FILE = `query ($id: ID!) { filing(id: $id) { shelterId findings { class code field message } contents {
  boundary { parts sourceCrs } entrances { name longitude latitude barrierFree }
  zones { type name areaSquareMeters ring } zonePlanPlacement { west south east north }
  capacityBasis { standard dated squareMetersPerPerson } exposures { hazard description distanceMeters } standards
  designScheme { item contained note } consultation { askedBy askedOn answeredBy answeredOn opinion }
  ownership investment fundingSource budget contributions { kind donor given valueYuan receivedOn }
} } }`;
interface OnFile {
  filing: {
    shelterId: string;
    findings: { class: string; code: string; field: string; message: string }[];
    contents: Record<string, unknown>;
  };
}

describe.each(databaseKinds())('the site on file (Art. 5, 6, 10-14) on %s', (kind) => {
  let server: TestServer;
  let people: Record<'unit1' | 'unit2' | 'hubinEm' | 'city', Somebody>;
  beforeAll(async () => {
    server = await startServer(kind);
    people = await givenPeople(server, ['unit1', 'unit2', 'hubinEm', 'city']);
  });
  afterAll(() => server.close());

  const filingOf = async (id: string) => (await server.do<OnFile>(ON_FILE, { id }, people.unit1)).filing;
  const refusalsOf = async (changes: object) => {
    const contents = completeContents(null, { ...SITE, ...changes });
    const input = { jurisdictionCode: '411202', unitId: people.unit1.organisationId, contents };
    const { errors } = await server.call(DRAFT, { input }, people.unit1);
    return (errors[0]?.extensions.refusals ?? []).map(({ code, field }) => `${code} ${field}`);
  };

  test('comes back as it was told, in the filing and on file', async () => {
    const { id, revision } = await givenDraft(server, people.unit1, '411202', SITE);
    expect((await filingOf(id)).contents).toEqual(SITE);
    await server.do(SUBMIT, { id }, people.unit1);
    await server.do(ACCEPT, { id, revision }, people.hubinEm);
    const { shelterId } = await filingOf(id);
    const { shelter } = await server.do<{
      shelter: { usableCapacity: number; contents: Record<string, unknown> };
    }>(
      ON_FILE.replace(/^.*?contents/s, 'query ($id: ID!) { shelter(id: $id) { usableCapacity contents'),
      { id: shelterId },
      people.hubinEm,
    );
    expect(shelter.contents).toEqual(SITE);
    // ⌊3000 ÷ 2⌋ + ⌊1501 ÷ 2⌋: fewer than the 8,000 declared, so these count.
    expect(shelter.usableCapacity).toBe(2_250);
  });

  test('is advised on by rule, and nothing of it stops the filing', async () => {
    const { id } = await givenDraft(server, people.unit1, '411202', {
      ...SITE,
      areaSquareMeters: 4_000,
      position: { longitude: 111.1951, latitude: 34.79, crs: 'WGS84' },
      zones: [...SITE.zones.slice(0, 2), { ...SITE.zones[0], ring: rectangle(8, 4, 15, 1) }],
      exposures: [{ hazard: 'EARTHQUAKE', description: '断裂带', distanceMeters: 50 }],
      standards: [],
      consultation: { ...SITE.consultation, answeredOn: null, opinion: null },
      budget: ' ',
    });
    const { findings } = await filingOf(id);
    const told = findings.filter((finding) => finding.class === 'ADVICE');
    expect(told.map(({ code, field }) => `${code} ${field}`)).toEqual(
      expect.arrayContaining([
        'ABOVE_COMPUTED declaredCapacity',
        'OFF_SITE position',
        'ZONE_OVER_BOUNDARY zones.2.ring',
        'ZONES_ABOVE_AREA zones',
        'AREA_UNLIKE_BOUNDARY areaSquareMeters',
        'EXPOSED_YET_SUITABLE exposures.0',
        'BASICS_NOT_NAMED facilities',
        'SCHEME_INCOMPLETE designScheme',
        'NOT_ANSWERED consultation.answeredOn',
        'NO_STANDARD_NAMED standards',
        'NO_BUDGET_NAMED budget',
      ]),
    );
    expect(told.find(({ code }) => code === 'BASICS_NOT_NAMED')?.message).toContain('供电');
    await server.do(SUBMIT, { id }, people.unit1);
  });

  test('refuses what cannot be, by its path, and keeps what was saved before', async () => {
    const bowTie: Ring = [
      [111.195, 34.781],
      [111.197, 34.782],
      [111.197, 34.781],
      [111.195, 34.782],
      [111.195, 34.781],
    ];
    const zoneOf = (ring: unknown) => ({ ...SITE.zones[0], ring });
    expect(await refusalsOf({ boundary: { parts: [bowTie], sourceCrs: 'WGS84' } })).toEqual([
      'SELF_CROSSING boundary.parts.0',
    ]);
    // 卢氏 lies outside 湖滨区.
    const far = rectangle(10, 10, -1_900, -7_000);
    expect(
      await refusalsOf({
        zones: [SITE.zones[0], zoneOf(far)],
        entrances: [{ name: '远门', longitude: 111.05, latitude: 34.05 }],
      }),
    ).toEqual(['OUTSIDE_JURISDICTION zones.1.ring', 'OUTSIDE_JURISDICTION entrances.0']);
    expect(
      await refusalsOf({
        zones: [
          zoneOf(rectangle(8, 4).slice(0, 4)),
          zoneOf([[111.2, 34.78, 5]]),
          { ...SITE.zones[1], areaSquareMeters: -1 },
        ],
        capacityBasis: { standard: 'x', squareMetersPerPerson: 0 },
        designScheme: [SITE.designScheme[0], SITE.designScheme[0]],
        contributions: [{ ...SITE.contributions[0], receivedOn: '2023-02-29' }],
      }),
    ).toEqual(
      expect.arrayContaining([
        'NOT_CLOSED zones.0.ring',
        'NOT_A_NUMBER zones.1.ring',
        'NEGATIVE zones.2.areaSquareMeters',
        'NOT_ABOVE_ZERO capacityBasis.squareMetersPerPerson',
        'TWICE designScheme.1.item',
        'NO_SUCH_DATE contributions.0.receivedOn',
      ]),
    );
    const { id, revision } = await givenDraft(server, people.unit1, '411202', SITE);
    const contents = completeContents(null, { ...SITE, boundary: { parts: [bowTie], sourceCrs: 'WGS84' } });
    await server.call(REVISE, { input: { id, revision, contents } }, people.unit1);
    expect((await filingOf(id)).contents).toEqual(SITE);
  });

  test('shows the public its shapes and nothing of its money', async () => {
    const { id, revision } = await givenDraft(server, people.unit1, '411202', { ...SITE, name: '公示广场' });
    await server.do(SUBMIT, { id }, people.unit1);
    const { acceptFiling } = await server.do<{ acceptFiling: { shelterId: string; shelterCode: string } }>(
      ACCEPT,
      { id, revision },
      people.hubinEm,
    );
    await givenEdition(server, people.city, [acceptFiling.shelterId]);
    const { publicShelter } = await server.do<{ publicShelter: Record<string, unknown> }>(
      `query ($code: String!) { publicShelter(code: $code) {
        entrances { name longitude latitude barrierFree } boundary zones { type name areaSquareMeters ring } } }`,
      { code: acceptFiling.shelterCode },
    );
    expect(publicShelter).toEqual({
      entrances: SITE.entrances,
      boundary: BOUNDARY.parts,
      zones: SITE.zones,
    });
  });

  test('sets what may be the same place beside it, for those who may read that', async () => {
    const at = (longitude: number) => ({ position: { longitude, latitude: 34.7512, crs: 'WGS84' } });
    const first = await givenDraft(server, people.unit1, '411202', {
      ...at(111.2501),
      name: '双胜广场应急避难场所',
    });
    await server.do(SUBMIT, { id: first.id }, people.unit1);
    const accepted = await server.do<{ acceptFiling: { shelterId: string; shelterCode: string } }>(
      ACCEPT,
      { ...first },
      people.hubinEm,
    );
    const { shelterId, shelterCode } = accepted.acceptFiling;
    const waiting = await givenDraft(server, people.unit1, '411202', {
      ...at(111.2519),
      name: '湖滨双胜广场',
    });
    const { id } = await givenDraft(server, people.unit1, '411202', { ...at(111.2511), name: '双胜广场' });
    await givenDraft(server, people.unit1, '411202', { ...at(111.256), name: '双胜广场' });
    const near = async (by: Somebody) =>
      (
        await server.do<{ filing: { nearDuplicates: object[] } }>(
          `query ($id: ID!) { filing(id: $id) { nearDuplicates { kind id code name meters resemblance unitName } } }`,
          { id },
          by,
        )
      ).filing.nearDuplicates;
    expect(await near(people.hubinEm)).toEqual([
      {
        kind: 'FILING',
        id: waiting.id,
        code: null,
        name: '湖滨双胜广场',
        meters: 73,
        resemblance: 'NAME_WITHIN_NAME',
        unitName: expect.any(String),
      },
      {
        kind: 'SHELTER',
        id: shelterId,
        code: shelterCode,
        name: '双胜广场应急避难场所',
        meters: 92,
        resemblance: 'SAME_NAME',
        unitName: expect.any(String),
      },
    ]);
    // It becomes another unit's: theirs is not shown to this one.
    await server.office.dataSource.query(`update shelter set unit_id = $1 where id = $2`, [
      people.unit2.organisationId,
      shelterId,
    ]);
    expect(await near(people.unit1)).toEqual([expect.objectContaining({ id: waiting.id })]);
    expect(await near(people.hubinEm)).toHaveLength(2);
  });

  test('opens with forty zones and a hundred facilities in at most five queries', async () => {
    const zones = Array.from({ length: 40 }, (_, index) => ({ ...SITE.zones[0], name: `${index} 区` }));
    const facilities = Array.from({ length: 100 }, () => ({ type: 'WATER', quantity: 1, state: 'WORKING' }));
    const { id } = await givenDraft(server, people.unit1, '411202', { ...SITE, zones, facilities });
    expect((await filingOf(id)).contents).toMatchObject({ zones });
    expect(await countQueries(server.office.dataSource, () => filingOf(id))).toBeLessThanOrEqual(5);
  });
});
