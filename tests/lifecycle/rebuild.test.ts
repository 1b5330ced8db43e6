import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { beginOutages } from '../../apps/api/src/upkeep/begin-outages.ts';
import { givenPeople, type Somebody } from '../support/city.ts';
import { databaseKinds } from '../support/databases.ts';
import { ACCEPT, givenFile, SUBMIT, WITHDRAW } from '../support/filing.ts';
import { givenEdition } from '../support/publication.ts';
import {
  AMEND,
  AS_BUILT,
  CALL_OFF,
  FINDINGS,
  GIVE,
  rebuildsOf,
  type RebuildPeople,
} from '../support/rebuild.ts';
import { startServer, type TestServer } from '../support/server.ts';

describe.each(databaseKinds())('a rebuild or extension (Art. 21) on %s', (kind) => {
  let server: TestServer;
  let people: RebuildPeople;
  beforeAll(async () => {
    server = await startServer(kind);
    people = await givenPeople(server, [
      'unit1',
      'unit3',
      'hubinEm',
      'hubinEm2',
      'lingbaoEm',
      'city',
      'health',
    ]);
  });
  afterAll(() => server.close());

  const { filed, notice, given, notices, only, readiness, roomOnFile, usable, begun, handedIn, today } =
    rebuildsOf(
      () => server,
      () => people,
    );

  test('told before the work; out of use from its first day until the as-built version is on file', async () => {
    await today('2026-03-10');
    const shelter = await filed('扩建体育场');
    await givenEdition(server, people.city, [shelter.shelterId]);
    const id = await given(shelter);
    expect(await only(shelter)).toMatchObject({
      stage: 'NOTIFIED',
      kind: 'EXTENSION',
      givenLate: false,
      finishLight: 'ON_TIME',
      onBehalf: false,
      asBuilt: null,
      restorations: [],
    });
    // Nothing is out of use before its day.
    expect(await beginOutages(server.office)).toBe(0);
    expect([await readiness(shelter), await usable(shelter)]).toEqual(['UNKNOWN', 8_000]);
    await today('2026-03-20');
    expect(await beginOutages(server.office)).toBe(1);
    expect(await beginOutages(server.office)).toBe(0);
    expect([await readiness(shelter), await usable(shelter)]).toEqual(['LIMITED', 5_000]);
    expect(await roomOnFile(shelter)).toBe(5_000);
    // Past its promised end it is still out of use, and late.
    await today('2026-07-02');
    expect((await notices({ overdue: true }, people.hubinEm)).nodes).toMatchObject([
      { id, finishLight: 'LATE' },
    ]);
    expect((await notices({ text: shelter.shelterCode }, people.city)).nodes).toMatchObject([{ id }]);
    expect((await notices({ text: '没有此处' }, people.city)).totalCount).toBe(0);
    expect(await readiness(shelter)).toBe('LIMITED');
    const filing = await handedIn(id, {
      name: '扩建体育场',
      declaredCapacity: 9_000,
      facilities: [
        { type: 'WATER', quantity: 4, state: 'FAILED', maintainer: null },
        { type: 'POWER', quantity: 1, state: 'WORKING', maintainer: null },
      ],
    });
    const { filing: told } = await server.do<{ filing: { findings: { code: string }[] } }>(
      FINDINGS,
      { id: filing.id },
      people.hubinEm,
    );
    expect(told).toMatchObject({ kind: 'RECONSTRUCTION', baseVersion: 1, onFile: { version: 1 } });
    expect(told.findings.filter(({ code }) => code === 'RESTORATION_OWED')).toEqual([
      expect.objectContaining({ class: 'ADVICE', article: 21, message: expect.stringContaining('应急供水') }),
      expect.objectContaining({ message: expect.stringContaining('厕所') }),
    ]);
    expect(await server.refusals(ACCEPT, filing, people.city)).toContain('NO_AUTHORITY');
    await server.do(ACCEPT, filing, people.hubinEm);
    expect(await only(shelter, people.hubinEm)).toMatchObject({
      stage: 'COMPLETED',
      finishLight: null,
      asBuilt: { id: filing.id, stage: 'FILED', number: expect.any(String) },
      restorations: [
        { facilityType: 'WATER', text: expect.stringContaining('失效'), origin: 'REBUILD', grade: 'GENERAL' },
        { facilityType: 'TOILET', text: expect.stringContaining('缺失'), stage: 'FOUND' },
      ],
    });
    expect(await readiness(shelter)).toBe('UNKNOWN');
    // What is published stays as it was until the city publishes again; nothing of it is out of use any more.
    expect(await usable(shelter)).toBe(8_000);
    await givenEdition(server, people.city, [shelter.shelterId]);
    expect(await usable(shelter)).toBe(9_000);
  });

  test('closed for the work: out of use at once where its day has come, and marked as given late', async () => {
    await today('2026-07-05');
    const shelter = await filed('全部停用');
    await givenEdition(server, people.city, [shelter.shelterId]);
    await given(shelter, {
      startsOn: '2026-07-01',
      endsOn: '2026-12-31',
      effect: 'UNAVAILABLE',
      placesOut: null,
    });
    expect(await only(shelter)).toMatchObject({ givenLate: true, shelter: { readiness: 'UNAVAILABLE' } });
    expect(await usable(shelter)).toEqual(['UNAVAILABLE']);
  });

  test('amended: put off, it is in use again; called off, nothing is out; each with its reason', async () => {
    await today('2026-07-10');
    const shelter = await filed('延期改建');
    const id = await given(shelter, {
      startsOn: '2026-07-10',
      endsOn: '2026-08-01',
      effect: 'UNAVAILABLE',
      placesOut: null,
    });
    expect(await readiness(shelter)).toBe('UNAVAILABLE');
    const later = {
      ...notice(shelter),
      id,
      startsOn: '2026-09-01',
      endsOn: '2026-10-01',
      shelterId: undefined,
    };
    expect(await server.refusals(AMEND, { input: { ...later, reason: ' ' } }, people.unit1)).toEqual([
      'REASON_MISSING',
    ]);
    await server.do(AMEND, { input: { ...later, reason: '施工队伍未到位' } }, people.unit1);
    expect(await readiness(shelter)).toBe('UNKNOWN');
    expect(await only(shelter)).toMatchObject({
      startsOn: '2026-09-01',
      effect: 'LIMITED',
      reason: '施工队伍未到位',
    });
    await today('2026-09-01');
    await beginOutages(server.office);
    expect(await readiness(shelter)).toBe('LIMITED');
    await server.do(
      AMEND,
      { input: { ...later, effect: 'NONE', placesOut: null, reason: '改为夜间施工' } },
      people.unit1,
    );
    expect(await readiness(shelter)).toBe('UNKNOWN');
    await server.do(AMEND, { input: { ...later, reason: '仍需停用' } }, people.unit1);
    expect(await readiness(shelter)).toBe('LIMITED');
    expect(await server.refusals(CALL_OFF, { id, reason: '' }, people.unit1)).toEqual(['REASON_MISSING']);
    await server.do(CALL_OFF, { id, reason: '资金未落实' }, people.unit1);
    expect(await readiness(shelter)).toBe('UNKNOWN');
    const off = { stage: 'CALLED_OFF', finishLight: null, reason: '资金未落实' };
    expect(await only(shelter)).toMatchObject(off);
    for (const [act, variables] of [
      [CALL_OFF, { id, reason: '再次' }],
      [AMEND, { input: { ...later, reason: '再次' } }],
      [AS_BUILT, { input: { noticeId: id } }],
    ] as const) {
      expect(await server.refusals(act, variables, people.unit1)).toContain('OUT_OF_STAGE');
    }
    // The next work is another notice.
    await given(shelter, { startsOn: '2026-10-01', endsOn: '2026-10-02' });
  });

  test('who may: the unit, or its county for it with the paper it signed; nobody else', async () => {
    await today('2026-10-10');
    const shelter = await filed('谁能备案');
    const input = notice(shelter, { startsOn: '2026-10-20', endsOn: '2026-10-30' });
    for (const other of [people.unit3, people.lingbaoEm, people.city, people.health]) {
      expect(await server.refusals(GIVE, { input: { ...input, id: randomUUID() } }, other)).toEqual([
        'NO_AUTHORITY',
      ]);
    }
    expect(await server.refusals(GIVE, { input }, people.hubinEm)).toEqual(['SIGNED_PAPER_MISSING']);
    const paper = await givenFile(server, people.hubinEm);
    await server.do(GIVE, { input: { ...input, fileIds: [paper] } }, people.hubinEm);
    const known = await only(shelter, people.unit1);
    expect(known).toMatchObject({ onBehalf: true, fileIds: [paper] });
    const offered = async (by: Somebody) =>
      (await only(shelter, by))?.availableActs.filter(({ allowed }) => allowed).map(({ act }) => act);
    expect(await offered(people.unit1)).toEqual(['amendNotice', 'callOffRebuild', 'fileAsBuilt']);
    expect(await offered(people.hubinEm)).toEqual(['amendNotice', 'callOffRebuild', 'fileAsBuilt']);
    expect(await offered(people.city)).toEqual([]);
    for (const stranger of [people.unit3, people.lingbaoEm])
      expect((await notices({ shelterId: shelter.shelterId }, stranger)).totalCount).toBe(0);
    const read = async ({ token }: Somebody) =>
      (await fetch(`${server.url}/files/${paper}`, { headers: { authorization: `Bearer ${token}` } })).status;
    for (const reader of [people.unit1, people.hubinEm2, people.city]) expect(await read(reader)).toBe(200);
    for (const stranger of [people.unit3, people.lingbaoEm]) expect(await read(stranger)).toBe(404);
    const id = known?.id ?? '';
    for (const other of [people.unit3, people.lingbaoEm, people.city]) {
      expect(await server.refusals(CALL_OFF, { id, reason: '无权' }, other)).toEqual(['NO_AUTHORITY']);
      expect(await server.refusals(AS_BUILT, { input: { noticeId: id } }, other)).toEqual(['NO_AUTHORITY']);
    }
    // The city neither keys nor withdraws what Art. 21 gives to the county.
    const { id: filing } = await begun(id);
    expect(await server.refusals(SUBMIT, { id: filing }, people.city)).toContain('NO_AUTHORITY');
    expect(await server.refusals(WITHDRAW, { id: filing }, people.city)).toEqual(['NO_AUTHORITY']);
  });

  test('twice, at once, out of order and malformed', async () => {
    await today('2026-11-01');
    const shelter = await filed('重复备案');
    const input = notice(shelter, { startsOn: '2026-11-20', endsOn: '2026-11-30' });
    // A telephone that lost the answer sends it again; two others give one of their own at the same moment.
    const others = await Promise.all([
      server.refusals(GIVE, { input }, people.unit1),
      server.refusals(GIVE, { input }, people.unit1),
    ]);
    expect(others).toEqual([[], []]);
    const race = await filed('同时备案');
    const at = await Promise.all(
      Array.from({ length: 6 }, () =>
        server.refusals(
          GIVE,
          { input: notice(race, { startsOn: '2026-11-20', endsOn: '2026-11-30' }) },
          people.unit1,
        ),
      ),
    );
    expect(at.filter((codes) => codes.length === 0)).toHaveLength(1);
    expect(at.filter((codes) => codes.includes('REBUILD_UNDER_WAY'))).toHaveLength(5);
    expect((await notices({ shelterId: race.shelterId })).totalCount).toBe(1);
    // One key is one person's.
    expect(await server.refusals(GIVE, { input: { ...input, fileIds: [] } }, people.hubinEm)).toEqual([
      'ALREADY_DONE',
    ]);
    const key = randomUUID();
    const drafts = await Promise.all([
      begun(input.id, people.unit1, key),
      begun(input.id, people.unit1, key),
      begun(input.id),
    ]);
    expect(new Set(drafts.map(({ id }) => id)).size).toBe(1);
    await server.do(WITHDRAW, { id: drafts[0].id }, people.unit1);
    expect((await begun(input.id)).id).not.toBe(drafts[0].id);
    const bad = notice(await filed('填写有误'), {
      scope: '  ',
      startsOn: '2026-02-29',
      endsOn: '明天',
      effect: 'NONE',
      placesOut: 5,
    });
    expect((await server.refusals(GIVE, { input: bad }, people.unit1)).toSorted()).toEqual([
      'MISSING',
      'NO_SUCH_DATE',
      'NO_SUCH_DATE',
      'PLACES_OF_A_PART',
    ]);
    expect(
      await server.refusals(GIVE, { input: { ...bad, shelterId: randomUUID() } }, people.unit1),
    ).toContain('NOT_FOUND');
    const dates = { startsOn: '2026-12-01', endsOn: '2026-12-02', placesOut: null };
    const unknown = { ...bad, ...dates, scope: '改建', fileIds: [randomUUID()] };
    expect(await server.refusals(GIVE, { input: unknown }, people.unit1)).toEqual(['UNKNOWN_FILE']);
    expect(await server.refusals(AS_BUILT, { input: { noticeId: randomUUID() } }, people.unit1)).toContain(
      'NOT_FOUND',
    );
  });

  test('the as-built version is accepted while its notice is amended: one after the other, nothing is left out of use', async () => {
    await today('2026-11-05');
    for (let round = 0; round < 4; round += 1) {
      const name = `边改边收 ${round}`;
      const shelter = await filed(name);
      const id = await given(shelter, { startsOn: '2026-11-05', endsOn: '2026-11-30' });
      const filing = await handedIn(id, { name, remarks: '竣工' });
      const amended = {
        ...notice(shelter),
        id,
        shelterId: undefined,
        startsOn: '2026-11-05',
        endsOn: '2026-12-30',
      };
      const [accepted] = await Promise.all([
        server.refusals(ACCEPT, filing, people.hubinEm),
        server.refusals(AMEND, { input: { ...amended, reason: '延长' } }, people.unit1),
        server.refusals(
          AMEND,
          { input: { ...amended, effect: 'NONE', placesOut: null, reason: '缩小' } },
          people.unit1,
        ),
      ]);
      expect(accepted).toEqual([]);
      expect(await readiness(shelter)).toBe('UNKNOWN');
      expect(await only(shelter)).toMatchObject({ stage: 'COMPLETED' });
    }
  });
});
