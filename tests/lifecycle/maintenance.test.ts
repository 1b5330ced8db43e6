import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { givenPeople, PERSON_NAMES, type PersonName, type Somebody } from '../support/city.ts';
import { countQueries } from '../support/count-queries.ts';
import { databaseKinds } from '../support/databases.ts';
import { AGREE, DETERMINE, DISAGREE, END, facility, maintenanceDesk } from '../support/maintenance.ts';
import { revised } from '../support/public-shelters.ts';
import { startServer, type TestServer } from '../support/server.ts';

describe.each(databaseKinds())('who maintains a facility (Art. 17) on %s', (kind) => {
  let server: TestServer;
  let people: Record<PersonName, Somebody>;
  let desk: ReturnType<typeof maintenanceDesk>;
  beforeAll(async () => {
    server = await startServer(kind);
    people = await givenPeople(server, PERSON_NAMES);
    desk = maintenanceDesk(server, people);
  });
  afterAll(() => server.close());

  test('from what the file says to an agreement, a disagreement, a determination; the past is kept', async () => {
    const { id } = await desk.shelterOf('一路', {
      facilities: [facility('WATER'), facility('POWER', '湖滨供电所'), facility('FIRE', '湖滨公园管理处')],
    });
    expect(
      (await desk.standOf(id, people.unit1)).map(({ facilityType, ground }) => [facilityType, ground]),
    ).toEqual([
      ['WATER', 'UNKNOWN'],
      ['POWER', 'NOT_ARRANGED'],
      ['FIRE', 'UNIT'],
    ]);
    const agreed = await desk.agreement(id, people.unit1);
    await server.do(AGREE, agreed, people.unit1);
    expect(await desk.waterOf(id)).toMatchObject({
      ground: 'AGREEMENT',
      maintainerName: '湖滨供水公司',
      inForce: { stage: 'AGREED', organisation: { name: '湖滨公园管理处' } },
      waiting: null,
      past: [],
    });
    const quarrel = desk.disagreement(id);
    await server.do(DISAGREE, quarrel, people.unit1);
    // What was in force stays so until it is determined.
    expect(await desk.waterOf(id)).toMatchObject({
      ground: 'AGREEMENT',
      waiting: { stage: 'DISAGREED', availableActs: [{ act: 'endMaintenance' }] },
    });
    const offered = (await desk.waterOf(id)).availableActs;
    expect(offered.map(({ act, allowed }) => `${act} ${allowed}`)).toEqual([
      'recordMaintenanceAgreement true',
      'recordMaintenanceDisagreement false',
    ]);
    expect(await desk.mine(people.hubinEm)).toEqual(['一路']);
    const { determineMaintenance } = await server.do<{ determineMaintenance: Record<string, unknown> }>(
      DETERMINE,
      desk.determination(id),
      people.hubinEm,
    );
    expect(determineMaintenance).toMatchObject({
      stage: 'DETERMINED',
      maintainerName: '湖滨公园管理处',
      determinedByOrganisation: { name: '湖滨区应急管理局' },
      availableActs: [{ act: 'liftDetermination', allowed: true }],
    });
    const after = await desk.waterOf(id);
    expect(after).toMatchObject({ ground: 'DETERMINATION', waiting: null });
    expect(after.inForce?.availableActs).toEqual([]); // the unit does not lift what was determined
    expect(after.past.map((row) => [row.id, row.stage])).toEqual([[agreed.input.id, 'ENDED']]);
    expect(await desk.entriesOf(agreed.input.id)).toEqual([
      'recordMaintenanceAgreement OPERATOR',
      'supersedeMaintenance FILING_AUTHORITY',
    ]);
    expect(await desk.entriesOf(quarrel.input.id)).toEqual([
      'recordMaintenanceDisagreement OPERATOR',
      'determineMaintenance FILING_AUTHORITY',
    ]);
    expect(await desk.mine(people.hubinEm)).toEqual([]);
    // No words of either side in the ledger.
    const [told] = await server.office.dataSource.query<{ text: string }[]>(
      `select string_agg(details::text, ' ') as text from ledger_entry where process = 'maintenance_arrangement'`,
    );
    expect(told?.text).not.toMatch(/公园|供水/);
  });

  test('out of order and half told: every reason at once, in both languages, and nothing is half done', async () => {
    const { id } = await desk.shelterOf('无序');
    expect(await server.refusals(DETERMINE, desk.determination(id), people.hubinEm)).toEqual([
      'NO_DISAGREEMENT',
    ]);
    for (const [language, words] of [
      ['zh-CN', /协商不成/],
      ['en', /No disagreement is on record/],
    ] as const) {
      const { errors } = await server.call(DETERMINE, desk.determination(id), {
        ...people.hubinEm,
        language,
      });
      expect(errors[0]?.extensions.refusals?.[0]).toMatchObject({
        article: 17,
        message: expect.stringMatching(words) as unknown as string,
      });
    }
    await server.do(AGREE, await desk.agreement(id, people.unit1), people.unit1);
    expect(await server.refusals(DETERMINE, desk.determination(id), people.hubinEm)).toEqual([
      'NO_DISAGREEMENT',
    ]);
    const bad = await desk.agreement(id, people.unit1, {
      documentFileId: null,
      ownerName: '湖滨公园管理处',
      party: 'OTHER',
      agreedOn: '2026-03-11',
      facilityType: 'TOILET',
    });
    expect(await server.refusals(AGREE, bad, people.unit1)).toEqual([
      'FACILITY_NOT_FILED',
      'OWNER_IS_UNIT',
      'DATE_IN_FUTURE',
      'MISSING',
      'MISSING',
    ]);
    const silent = desk.disagreement(id, { unitPosition: ' ', ownerPosition: '' });
    expect(await server.refusals(DISAGREE, silent, people.unit1)).toEqual(['MISSING', 'MISSING']);
    await server.do(DISAGREE, desk.disagreement(id), people.unit1);
    expect(await server.refusals(DISAGREE, desk.disagreement(id), people.unit1)).toEqual([
      'DISAGREEMENT_WAITS',
    ]);
    const early = desk.determination(id, { determinedOn: '2026-03-04', decisionNumber: '', reason: ' ' });
    expect(await server.refusals(DETERMINE, early, people.hubinEm)).toEqual([
      'MISSING',
      'REASON_MISSING',
      'BEFORE_DISAGREEMENT',
    ]);
    expect((await desk.waterOf(id)).ground).toBe('AGREEMENT');
    const nowhere = desk.determination(randomUUID());
    expect(await server.refusals(DETERMINE, nowhere, people.hubinEm)).toEqual([
      'NOT_FOUND',
      'NO_DISAGREEMENT',
    ]);
  });

  test('sent twice it is done once; a key of another is refused; somebody else’s paper is unknown', async () => {
    const { id } = await desk.shelterOf('两遍');
    const agreed = await desk.agreement(id, people.unit1);
    const answers = [
      await server.do(AGREE, agreed, people.unit1),
      await server.do(AGREE, agreed, people.unit1),
    ];
    expect(answers[1]).toEqual(answers[0]);
    expect(await desk.entriesOf(agreed.input.id)).toHaveLength(1);
    const elsewhere = { input: { ...agreed.input, facilityType: 'POWER' } };
    expect(await server.refusals(AGREE, elsewhere, people.unit1)).toEqual(['ALREADY_DONE']);
    const borrowed = await desk.agreement(id, people.unit3);
    expect(await server.refusals(AGREE, borrowed, people.unit1)).toEqual(['UNKNOWN_FILE']);
    await server.do(DISAGREE, desk.disagreement(id), people.unit1);
    await server.do(DETERMINE, desk.determination(id), people.hubinEm);
    await server.do(DETERMINE, desk.determination(id), people.hubinEm);
    expect(await server.refusals(DETERMINE, desk.determination(id), people.hubinEm2)).toEqual([
      'NO_DISAGREEMENT',
    ]);
    const [count] = await server.office.dataSource.query<{ count: number }[]>(
      `select count(*)::int as count from ledger_entry where act = 'determineMaintenance' and details->>'shelterId' = $1`,
      [id],
    );
    expect(count?.count).toBe(1);
  });

  test('told late: an older agreement is history, a newer one settles the quarrel, and what was determined too', async () => {
    const { id } = await desk.shelterOf('晚到');
    await server.do(AGREE, await desk.agreement(id, people.unit1), people.unit1);
    const old = await desk.agreement(id, people.unit1, { agreedOn: '2020-05-06', party: 'UNIT' });
    await server.do(AGREE, old, people.unit1);
    const older = desk.disagreement(id, { disagreedOn: '2019-01-01' });
    await server.do(DISAGREE, older, people.unit1);
    const late = await desk.waterOf(id);
    expect(late).toMatchObject({ ground: 'AGREEMENT', maintainerName: '湖滨供水公司', waiting: null });
    expect(late.past.map((row) => row.id).sort()).toEqual([old.input.id, older.input.id].sort());
    const quarrel = desk.disagreement(id);
    await server.do(DISAGREE, quarrel, people.unit1);
    await server.do(
      AGREE,
      await desk.agreement(id, people.unit1, {
        agreedOn: '2026-03-09',
        party: 'OTHER',
        maintainerName: '绿城物业',
      }),
      people.unit1,
    );
    expect(await desk.waterOf(id)).toMatchObject({
      ground: 'AGREEMENT',
      maintainerName: '绿城物业',
      waiting: null,
    });
    expect(await desk.entriesOf(quarrel.input.id)).toEqual([
      'recordMaintenanceDisagreement OPERATOR',
      'supersedeMaintenance OPERATOR',
    ]);
    expect(await desk.mine(people.hubinEm)).not.toContain('晚到');
  });

  test('ends with a reason: by a party what was agreed, by the same level what was determined', async () => {
    const { id } = await desk.shelterOf('结束');
    const agreed = await desk.agreement(id, people.unit1);
    await server.do(AGREE, agreed, people.unit1);
    const end = (row: string, by: Somebody, reason = '设施已移交本单位') =>
      server.refusals(END, { id: row, reason }, by);
    expect(await end(agreed.input.id, people.unit1, ' ')).toEqual(['REASON_MISSING']);
    expect(await end(agreed.input.id, people.unit3)).toEqual(['NO_AUTHORITY']);
    expect(await end(agreed.input.id, people.unit1)).toEqual([]);
    expect(await end(agreed.input.id, people.unit1)).toEqual(['OUT_OF_STAGE']);
    expect(await desk.waterOf(id)).toMatchObject({
      ground: 'UNKNOWN',
      past: [{ endedReason: '设施已移交本单位' }],
    });
    const quarrel = desk.disagreement(id);
    await server.do(DISAGREE, quarrel, people.unit1);
    await server.do(DETERMINE, desk.determination(id), people.hubinEm);
    for (const by of [people.unit1, people.city, people.lingbaoEm])
      expect(await end(quarrel.input.id, by)).toEqual(['NO_AUTHORITY']);
    expect(await end(quarrel.input.id, people.hubinEm)).toEqual([]);
    expect(await end(randomUUID(), people.hubinEm)).toEqual(['NOT_FOUND']);
    // A facility that left the file keeps its past.
    const shelter = await desk.shelterOf('换了');
    await server.do(AGREE, await desk.agreement(shelter.id, people.unit1), people.unit1);
    await revised(server, shelter, { name: '换了', facilities: [facility('POWER')] });
    expect(await desk.waterOf(shelter.id)).toMatchObject({
      isFiled: false,
      ground: 'AGREEMENT',
      availableActs: [],
    });
  });

  // On the embedded database transactions never overlap; on PostgreSQL they do.
  test('many at once: one agreement in force, one disagreement waiting, one determination', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { id } = await desk.shelterOf(`同时 ${round}`);
      const inputs = await Promise.all(
        ['2026-03-01', '2026-03-02', '2026-03-02', '2026-03-03'].map((agreedOn) =>
          desk.agreement(id, people.unit1, { agreedOn, party: agreedOn.endsWith('3') ? 'UNIT' : 'OWNER' }),
        ),
      );
      const answers = await Promise.all(
        inputs.flatMap((input) => [
          server.refusals(AGREE, input, people.unit1),
          server.refusals(AGREE, input, people.unit1),
        ]),
      );
      expect(answers.flat()).toEqual([]);
      const agreed = await desk.waterOf(id);
      expect(agreed.inForce?.maintainerName).toBe('湖滨公园管理处'); // the newest, whoever came first
      expect(agreed.past).toHaveLength(3);
      const quarrels = await Promise.all(
        [1, 2, 3].map(() => server.refusals(DISAGREE, desk.disagreement(id), people.unit1)),
      );
      expect(quarrels.map((codes) => codes.join()).sort()).toEqual([
        '',
        'DISAGREEMENT_WAITS',
        'DISAGREEMENT_WAITS',
      ]);
      const settled = await Promise.all([
        server.refusals(DETERMINE, desk.determination(id), people.hubinEm),
        server.refusals(DETERMINE, desk.determination(id), people.hubinEm),
        server.refusals(DETERMINE, desk.determination(id, { decisionNumber: '另号' }), people.hubinEm2),
        server.refusals(
          AGREE,
          await desk.agreement(id, people.unit1, { agreedOn: '2026-03-10' }),
          people.unit1,
        ),
      ]);
      const [first, again, other, parties] = settled.map((codes) => codes.join());
      expect([parties, again]).toEqual(['', first]);
      expect(['', 'NO_DISAGREEMENT']).toContain(first);
      expect(['', 'NO_DISAGREEMENT']).toContain(other);
      const left = await desk.waterOf(id);
      expect(left.waiting).toBeNull();
      const [standing] = await server.office.dataSource.query<{ count: number }[]>(
        `select count(*)::int as count from maintenance_arrangement where shelter_id = $1 and stage <> 'ENDED'`,
        [id],
      );
      expect(standing?.count).toBe(1);
    }
  });

  test('a page of shelters costs the same few questions whatever its length', async () => {
    const query = `query ($first: Int!) { shelters(first: $first) { nodes { id maintenance { ground
      inForce { maintainerName availableActs { act } organisation { name } recordedByName } past { id } } } } }`;
    const cost = (first: number) =>
      countQueries(server.office.dataSource, () => server.do(query, { first }, people.hubinEm));
    // session, rows, units, contents, arrangements, shelters of arrangements, names
    const few = await cost(8);
    expect(few).toBeLessThanOrEqual(8);
    expect(await cost(16)).toBe(few);
  });
});
