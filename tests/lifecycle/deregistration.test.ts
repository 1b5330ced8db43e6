import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { givenActivation, STAND_DOWN } from '../support/activation.ts';
import { givenPeople, type Somebody } from '../support/city.ts';
import { completeContents } from '../support/contents.ts';
import { databaseKinds } from '../support/databases.ts';
import {
  ASK,
  DECLINE,
  DEREGISTER,
  entriesOf,
  givenRequest,
  inLineFor,
  isListed,
  isSeen,
  requestsOf,
  standingOf,
  TAKE_BACK,
} from '../support/deregistration.ts';
import { ACCEPT, CORRECT, givenFiledShelter, SUBMIT, WITHDRAW } from '../support/filing.ts';
import { givenShelter } from '../support/public-shelters.ts';
import { givenEdition, readItems } from '../support/publication.ts';
import { GIVE } from '../support/rebuild.ts';
import { startServer, type TestServer } from '../support/server.ts';

const REASON = '场地改建为停车楼，不再具备避难条件';
const CHANGE = `mutation ($input: DraftChangeInput!) { draftChange(input: $input) { id revision } }`;
const NAMES = ['unit1', 'unit3', 'hubinEm', 'hubinEm2', 'hubinGov', 'lingbaoEm', 'city', 'health'] as const;
const NOBODY = '01890000-0000-7000-8000-000000000000';

describe.each(databaseKinds())('a shelter leaves the register on %s', (kind) => {
  let server: TestServer;
  let people: Record<(typeof NAMES)[number], Somebody>;
  beforeAll(async () => {
    server = await startServer(kind);
    people = await givenPeople(server, NAMES);
  });
  afterAll(() => server.close());

  const made = (name: string) => givenShelter(server, people.unit1, { name });
  const deregister = (shelterId: string, by: Somebody, requestId: string | null = null, reason = REASON) =>
    server.refusals(DEREGISTER, { shelterId, reason, requestId }, by);
  const standing = (id: string, by: Somebody = people.unit1) => standingOf(server, id, by);
  const acts = async (id: string, by: Somebody) =>
    (await standing(id, by)).deregistration.availableActs.map(({ act }) => act);
  const entries = (shelterId: string) => entriesOf(server, shelterId);
  const seen = (code: string) => isSeen(server, code);
  const listed = (id: string, filter: Record<string, unknown> = {}) =>
    isListed(server, id, people.hubinEm, filter);

  test('asked for by its unit, granted by its authority: gone from the public at once, readable for ever', async () => {
    const { id, code } = await made('走完全程');
    const first = await givenEdition(server, people.city, [id]);
    expect(await seen(code)).toBe(true);
    expect(await acts(id, people.unit1)).toEqual(['askDeregistration']);
    expect(await acts(id, people.hubinEm)).toEqual(['deregisterShelter']);
    const request = await givenRequest(server, id, people.unit1);
    expect((await standing(id)).deregistration).toMatchObject({
      latest: { id: request, stage: 'ASKED', askedReason: '场地另作他用', decidedReason: null },
      availableActs: [
        { act: 'askDeregistration', allowed: false, refusals: [{ code: 'DEREGISTRATION_ASKED' }] },
        { act: 'takeBackDeregistration', allowed: true },
      ],
    });
    expect(await acts(id, people.hubinEm)).toEqual(['declineDeregistration', 'deregisterShelter']);
    expect([await seen(code), await listed(id)]).toEqual([true, true]);
    server.clock.pass(5);
    expect(await deregister(id, people.hubinEm, request)).toEqual([]);
    expect(await standing(id)).toMatchObject({
      deregisteredAt: server.clock.now().toISOString(),
      availableActs: [],
      versionAt: { contents: { name: '走完全程' } },
      deregistration: {
        latest: {
          stage: 'GRANTED',
          decidedReason: REASON,
          unit: { name: '湖滨公园管理处' },
          organisation: { name: '湖滨区应急管理局' },
        },
        availableActs: [],
      },
    });
    expect(await seen(code)).toBe(false);
    expect([await listed(id), await listed(id, { deregistered: true })]).toEqual([false, true]);
    // The edition that was out before holds it, the next one does not.
    server.clock.pass(5);
    const next = await givenEdition(server, people.city, [(await made('另一处')).id]);
    const held = async (number: number) =>
      (await readItems(server, number, people.city, 'HELD')).nodes.some((item) => item.code === code);
    expect([await held(first.number), await held(next.number)]).toEqual([true, false]);
    expect(await entries(id)).toEqual([
      { act: 'askDeregistration', role: 'OPERATOR', article: null },
      { act: 'grantDeregistration', role: 'FILING_AUTHORITY', article: null },
    ]);
    const [told] = await server.office.dataSource.query<{ topics: string }[]>(
      `select string_agg(distinct topic, ' ' order by topic) as topics from outbox where shelter_id = $1`,
      [id],
    );
    expect(told?.topics).toBe('FILING PUBLICATION');
  });

  test('ex officio, by the county or the city: nobody asked, and the reason stays', async () => {
    for (const by of [people.hubinEm, people.city]) {
      const { id } = await made('依职权');
      expect(await deregister(id, by)).toEqual([]);
      expect((await standing(id)).deregistration.latest).toMatchObject({
        stage: 'GRANTED',
        askedReason: null,
        askedAt: null,
        decidedReason: REASON,
      });
      expect((await entries(id)).map(({ act }) => act)).toEqual(['deregisterShelter']);
      // An open request that nobody read is granted with it.
      const asked = await made('申请未阅');
      const request = await givenRequest(server, asked.id, people.unit1);
      expect(await deregister(asked.id, by)).toEqual([]);
      expect((await standing(asked.id)).deregistration.latest).toMatchObject({
        id: request,
        stage: 'GRANTED',
      });
    }
  });

  test('declined with a reason it stays; asked anew it is another request', async () => {
    const { id } = await made('不予注销');
    const request = await givenRequest(server, id, people.unit1);
    expect(await server.refusals(DECLINE, { id: request, reason: ' ' }, people.hubinEm)).toEqual([
      'REASON_MISSING',
    ]);
    await server.do(DECLINE, { id: request, reason: '汛期前仍需使用' }, people.hubinEm);
    expect(await standing(id)).toMatchObject({
      deregisteredAt: null,
      deregistration: { latest: { stage: 'DECLINED', decidedReason: '汛期前仍需使用' } },
    });
    expect(await server.refusals(DECLINE, { id: request, reason: REASON }, people.hubinEm2)).toEqual([
      'OUT_OF_STAGE',
    ]);
    expect(await server.refusals(TAKE_BACK, { id: request }, people.unit1)).toEqual(['OUT_OF_STAGE']);
    server.clock.pass(1);
    expect(await givenRequest(server, id, people.unit1)).not.toBe(request);
    expect((await entries(id)).map(({ act }) => act)).toEqual([
      'askDeregistration',
      'declineDeregistration',
      'askDeregistration',
    ]);
  });

  test('twice, late and out of order: each is told, nothing happens twice', async () => {
    const { id } = await made('重复与迟到');
    const request = await givenRequest(server, id, people.unit1);
    expect(await server.refusals(ASK, { shelterId: id, reason: REASON }, people.unit1)).toEqual([
      'DEREGISTRATION_ASKED',
    ]);
    await server.do(TAKE_BACK, { id: request }, people.unit1);
    expect(await server.refusals(TAKE_BACK, { id: request }, people.unit1)).toEqual(['OUT_OF_STAGE']);
    // The officer answers what was taken back meanwhile: it is not granted behind the unit's back.
    expect(await deregister(id, people.hubinEm, request)).toEqual(['OUT_OF_STAGE']);
    expect(await deregister(id, people.hubinEm, NOBODY)).toEqual(['NOT_FOUND']);
    expect(await server.refusals(DECLINE, { id: request, reason: REASON }, people.hubinEm)).toEqual([
      'OUT_OF_STAGE',
    ]);
    expect((await standing(id)).deregisteredAt).toBeNull();
    expect(await deregister(id, people.hubinEm)).toEqual([]);
    expect(await deregister(id, people.city)).toEqual(['ALREADY_DEREGISTERED']);
    expect(await server.refusals(ASK, { shelterId: id, reason: REASON }, people.unit1)).toEqual([
      'ALREADY_DEREGISTERED',
    ]);
    for (const reason of [' ', '由'.repeat(2_001)]) {
      const code = reason === ' ' ? 'REASON_MISSING' : 'REASON_TOO_LONG';
      const other = (await made('理由')).id;
      expect(await deregister(other, people.hubinEm, null, reason)).toEqual([code]);
      expect(await server.refusals(ASK, { shelterId: other, reason }, people.unit1)).toEqual([code]);
    }
    for (const nobody of [NOBODY, 'no id']) {
      expect(await deregister(nobody, people.city)).toEqual(['NOT_FOUND']);
      expect(await server.refusals(TAKE_BACK, { id: nobody }, people.unit1)).toEqual(['NOT_FOUND']);
      expect(await server.refusals(DECLINE, { id: nobody, reason: REASON }, people.city)).toEqual([
        'NOT_FOUND',
      ]);
    }
  });

  test('the unit asks, the county of the place or the city decides, nobody else', async () => {
    const { id } = await made('权限');
    for (const by of [people.unit3, people.hubinEm, people.city, people.hubinGov])
      expect(await server.refusals(ASK, { shelterId: id, reason: REASON }, by)).toEqual(['NO_AUTHORITY']);
    const request = await givenRequest(server, id, people.unit1);
    for (const by of [people.unit1, people.lingbaoEm, people.hubinGov, people.health]) {
      expect(await deregister(id, by, request)).toEqual(['NO_AUTHORITY']);
      expect(await server.refusals(DECLINE, { id: request, reason: REASON }, by)).toEqual(['NO_AUTHORITY']);
    }
    for (const by of [people.unit3, people.hubinEm])
      expect(await server.refusals(TAKE_BACK, { id: request }, by)).toEqual(['NO_AUTHORITY']);
    expect(await server.refusals(DEREGISTER, { shelterId: id, reason: REASON })).toEqual(['UNAUTHENTICATED']);
    const waiting = { stages: ['ASKED'] };
    const has = async (by: Somebody) =>
      (await requestsOf(server, by, waiting)).nodes.some((node) => node.id === request);
    expect([await has(people.hubinEm), await has(people.city), await has(people.unit1)]).toEqual([
      true,
      true,
      true,
    ]);
    expect([await has(people.lingbaoEm), await has(people.unit3), await has(people.health)]).toEqual([
      false,
      false,
      false,
    ]);
  });

  test('what waits stands first, a page at a time, and is counted', async () => {
    const all = await requestsOf(server, people.city, { jurisdictionCode: '411202' });
    const { totalCount, nodes } = all;
    expect(totalCount).toBe(nodes.length);
    const lastWaiting = nodes.map(({ stage }) => stage).lastIndexOf('ASKED');
    expect(nodes.slice(0, lastWaiting + 1).every(({ stage }) => stage === 'ASKED')).toBe(true);
    expect(lastWaiting).toBeGreaterThan(0);
    const paged: string[] = [];
    for (let after: string | null = null; ;) {
      const page = await requestsOf(server, people.city, {}, 2, after);
      paged.push(...page.nodes.map(({ id }) => id));
      after = page.pageInfo.endCursor;
      if (!page.pageInfo.hasNextPage) break;
    }
    expect(paged).toEqual(nodes.map(({ id }) => id));
  });

  test('never while an activation or an exercise holds it: stood down first', async () => {
    for (const exercise of [false, true]) {
      const { id } = await made(exercise ? '演练中' : '启用中');
      const event = { name: '地震', hazard: 'EARTHQUAKE', jurisdictionCodes: ['411202'], exercise };
      const { activation } = await givenActivation(server, people.hubinGov, [id], { event });
      const code = exercise ? 'IN_EXERCISE_NOT_DEREGISTERED' : 'LIVE_NOT_DEREGISTERED';
      expect(await deregister(id, people.hubinEm)).toEqual([code]);
      expect((await standing(id, people.hubinEm)).deregistration.availableActs).toMatchObject([
        { act: 'deregisterShelter', allowed: false, refusals: [{ code }] },
      ]);
      await server.do(STAND_DOWN, { id: activation.shelters.nodes[0]?.id }, people.hubinGov);
      expect(await deregister(id, people.hubinEm)).toEqual([]);
    }
  });

  const accept = (filing: { id: string; revision: number }) =>
    server.refusals(ACCEPT, filing, people.hubinEm2);
  const changing = async (name: string) => {
    const shelter = await givenFiledShelter(server, people.unit1, people.hubinEm, '411202', { name });
    const { draftChange } = await server.do<{ draftChange: { id: string; revision: number } }>(
      CHANGE,
      { input: { shelterId: shelter.shelterId } },
      people.unit1,
    );
    return { shelterId: shelter.shelterId, filing: draftChange };
  };

  test('nothing more of it comes on file: what is under way can only be taken back', async () => {
    const { shelterId, filing } = await changing('在办变更');
    await server.do(SUBMIT, { id: filing.id }, people.unit1);
    const draft = await changing('未提交');
    for (const id of [shelterId, draft.shelterId]) expect(await deregister(id, people.hubinEm)).toEqual([]);
    expect(await accept(filing)).toEqual(['SHELTER_DEREGISTERED']);
    expect(await server.refusals(SUBMIT, { id: draft.filing.id }, people.unit1)).toEqual([
      'SHELTER_DEREGISTERED',
    ]);
    for (const { id } of [filing, draft.filing]) await server.do(WITHDRAW, { id }, people.unit1);
    expect(await server.refusals(CHANGE, { input: { shelterId } }, people.unit1)).toEqual([
      'SHELTER_DEREGISTERED',
    ]);
    const dates = { startsOn: '2026-04-01', endsOn: '2026-05-01', effect: 'NONE' };
    const notice = { id: NOBODY, shelterId, kind: 'REBUILD', scope: '改建', ...dates };
    expect(await server.refusals(GIVE, { input: notice }, people.unit1)).toEqual(['SHELTER_DEREGISTERED']);
    const correction = { id: shelterId, version: 1, contents: completeContents(null), reason: REASON };
    expect(await server.refusals(CORRECT, correction, people.hubinEm)).toEqual(['SHELTER_DEREGISTERED']);
  });

  test('two officers at once: one deregisters, the others are told, one entry is written', async () => {
    for (let round = 0; round < 4; round += 1) {
      const { id } = await made(`双注销 ${round}`);
      if (round % 2) await givenRequest(server, id, people.unit1);
      const answers = await Promise.all(
        [people.hubinEm, people.hubinEm2, people.city].map((by) => deregister(id, by)),
      );
      expect(answers.filter((codes) => codes.length === 0)).toHaveLength(1);
      expect(answers.filter((codes) => codes.includes('ALREADY_DEREGISTERED'))).toHaveLength(2);
      expect((await entries(id)).filter(({ act }) => act !== 'askDeregistration')).toHaveLength(1);
    }
  });

  test('an acceptance that waits for a deregistration finds the shelter gone', async () => {
    const { shelterId, filing } = await changing('同时受理');
    await server.do(SUBMIT, { id: filing.id }, people.unit1);
    // On the embedded database transactions never overlap: there the one simply comes after the other.
    const [left, accepted] =
      kind === 'embedded'
        ? [await deregister(shelterId, people.hubinEm), await accept(filing)]
        : await inLineFor(server, shelterId, [
            () => deregister(shelterId, people.hubinEm),
            () => accept(filing),
          ]);
    expect([left, accepted]).toEqual([[], ['SHELTER_DEREGISTERED']]);
  });
});
