import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { givenPeople, PERSON_NAMES, type PersonName, type Somebody } from '../support/city.ts';
import { databaseKinds } from '../support/databases.ts';
import { AGREE, DETERMINE, DISAGREE, maintenanceDesk, STAND } from '../support/maintenance.ts';
import { startServer, type TestServer } from '../support/server.ts';

describe.each(databaseKinds())('who may arrange the maintenance of a facility (Art. 17) on %s', (kind) => {
  let server: TestServer;
  let people: Record<PersonName, Somebody>;
  let desk: ReturnType<typeof maintenanceDesk>;
  beforeAll(async () => {
    server = await startServer(kind);
    people = await givenPeople(server, PERSON_NAMES);
    desk = maintenanceDesk(server, people);
  });
  afterAll(() => server.close());

  /** Who may, written by hand: of a county's shelter, of a municipal one, of a zone's, of another county's. */
  const RECORDS: Record<string, readonly PersonName[]> = {
    county: ['city', 'hubinEm', 'hubinEm2', 'unit1'],
    unknown: ['city', 'hubinEm', 'hubinEm2', 'unit1'],
    municipal: ['city', 'hubinEm', 'hubinEm2', 'unit1'],
    zone: ['city', 'zone', 'unit1'],
    other: ['city', 'lingbaoEm', 'unit2'],
  };
  const DETERMINES: Record<string, readonly PersonName[]> = {
    county: ['hubinEm', 'hubinEm2'],
    unknown: ['hubinEm', 'hubinEm2'],
    municipal: ['city'],
    zone: ['zone'],
    other: ['lingbaoEm'],
  };
  const PLACES = {
    county: () => desk.shelterOf('县级'),
    unknown: () => desk.shelterOf('不明', { grade: 'UNKNOWN' }),
    municipal: () => desk.shelterOf('市级', { grade: 'MUNICIPAL' }),
    zone: () => desk.shelterOf('园区', { grade: 'VILLAGE' }, people.unit1, 'SMX-SFQ'),
    other: () => desk.shelterOf('外县', {}, people.unit2, '411282'),
  } as const;

  test.each(Object.keys(PLACES) as (keyof typeof PLACES)[])('of a shelter: %s', async (place) => {
    const { id } = await PLACES[place]();
    const unit = place === 'other' ? people.unit2 : people.unit1;
    await server.do(DISAGREE, desk.disagreement(id), unit);
    const attempts = {
      // Each would be refused for something else too, so that a grant too many changes nothing here.
      agree: [AGREE, { input: { ...desk.about(id), agreedOn: '?', party: 'UNIT' } }],
      disagree: [DISAGREE, desk.disagreement(id)],
      determine: [DETERMINE, desk.determination(id, { determinedOn: '?' })],
    } as const;
    const may = async ([query, variables]: readonly [string, object]) => {
      const allowed: PersonName[] = [];
      for (const name of PERSON_NAMES) {
        const codes = await server.refusals(query, { ...variables }, people[name]);
        expect(codes.length).toBeGreaterThan(0);
        if (!codes.includes('NO_AUTHORITY')) allowed.push(name);
      }
      return allowed.sort();
    };
    expect(await may(attempts.agree)).toEqual([...(RECORDS[place] ?? [])].sort());
    expect(await may(attempts.disagree)).toEqual([...(RECORDS[place] ?? [])].sort());
    expect(await may(attempts.determine)).toEqual([...(DETERMINES[place] ?? [])].sort());
    const waits: PersonName[] = [];
    const name = (
      await server.do<{ shelter: { name: string } }>(
        `query ($id: ID!) { shelter(id: $id) { name } }`,
        { id },
        people.city,
      )
    ).shelter.name;
    for (const person of PERSON_NAMES)
      if ((await desk.mine(people[person])).includes(name)) waits.push(person);
    expect(waits.sort()).toEqual([...(DETERMINES[place] ?? [])].sort());
    const offered = (await desk.waterOf(id, people.city)).waiting?.availableActs.map(({ act }) => act);
    expect(offered).toEqual(
      place === 'municipal' ? ['determineMaintenance', 'endMaintenance'] : ['endMaintenance'],
    );
  });

  test('keyed for the unit with the paper it signed; papers are read with authority only', async () => {
    const { id } = await desk.shelterOf('代录');
    expect(await server.refusals(DISAGREE, desk.disagreement(id), people.hubinEm)).toEqual([
      'SIGNED_PAPER_MISSING',
    ]);
    const signed = await desk.paperOf(people.hubinEm);
    await server.do(DISAGREE, desk.disagreement(id, { signedPaperFileId: signed }), people.hubinEm);
    const paper = await desk.paperOf(people.hubinEm);
    await server.do(DETERMINE, desk.determination(id, { documentFileId: paper }), people.hubinEm);
    for (const file of [signed, paper]) {
      const read = async (by: Somebody | null) =>
        (
          await fetch(`${server.url}/files/${file}`, {
            headers: by ? { authorization: `Bearer ${by.token}` } : {},
          })
        ).status;
      for (const by of [people.unit1, people.hubinEm2, people.city, people.community1])
        expect(await read(by)).toBe(200);
      expect(await read(null)).toBe(401);
      for (const by of [people.unit2, people.unit3, people.lingbaoEm, people.admin])
        expect(await read(by)).toBeGreaterThanOrEqual(400);
    }
    expect(await server.do(STAND, { id }, people.lingbaoEm)).toEqual({ shelter: null });
  });
});
