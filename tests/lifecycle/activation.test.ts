import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  BOARD,
  decisionInput,
  DECIDE,
  eventInput,
  givenActivation,
  givenEvent,
  givenShelters,
  REQUEST_DECISION,
  type DecidedActivation,
} from '../support/activation.ts';
import { givenPeople, type Somebody } from '../support/city.ts';
import { databaseKinds } from '../support/databases.ts';
import { givenShelter } from '../support/public-shelters.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { KEEP_POST, KEEP_ROSTER, RECORD_PLAN } from '../support/activation.ts';

const KEY = '01900000-0000-7000-8000-00000000000';

interface Board {
  readonly activationBoard: {
    readonly number: string;
    readonly counts: readonly { status: string; count: number }[];
    readonly duties: readonly { kind: string; total: number; unassigned: number }[];
    readonly rows: readonly {
      code: string;
      status: string;
      temporary: boolean;
      yielded: boolean;
      postMissing: string[];
      cells: { kind: string; stage: string; organisation: string | null }[];
    }[];
  } | null;
}

describe.each(databaseKinds())('activation (Art. 22) on %s', (kind) => {
  let server: TestServer;
  let people: Record<
    'unit1' | 'unit2' | 'hubinEm' | 'hubinGov' | 'lingbaoGov' | 'city' | 'citygov' | 'health' | 'community1',
    Somebody
  >;
  beforeAll(async () => {
    server = await startServer(kind);
    people = await givenPeople(server, [
      'unit1',
      'unit2',
      'hubinEm',
      'hubinGov',
      'lingbaoGov',
      'city',
      'citygov',
      'health',
      'community1',
    ]);
  });
  afterAll(() => server.close());

  const refused = (input: Record<string, unknown>, by: Somebody) => server.refusals(DECIDE, { input }, by);
  const boardOf = async (id: string, by = people.hubinGov) =>
    (await server.do<Board>(BOARD, { id }, by)).activationBoard;

  test('one decision: number, orders, command posts, exactly seven duties each, stations; one ledger entry', async () => {
    const [first, second] = await givenShelters(server, people.unit1, 2, '一次决定');
    await server.do(
      KEEP_ROSTER,
      {
        input: {
          jurisdictionCode: '411202',
          dutyKind: 'MEDICAL',
          organisationId: people.health.organisationId,
          inForceFrom: '2020-01-01',
        },
      },
      people.hubinEm,
    );
    await server.do(
      KEEP_POST,
      {
        shelterId: first?.id,
        members: [
          { kind: 'EM_DEPARTMENT', name: '应急局 李' },
          { kind: 'COMMUNITY_HEAD', name: '社区 王', personId: people.community1.personId },
          { kind: 'UNIT_HEAD', name: '公园 张', phone: '13800000000' },
        ],
      },
      people.hubinGov,
    );
    await server.do(
      RECORD_PLAN,
      {
        input: {
          jurisdictionCode: '411202',
          title: '湖滨区应急预案',
          version: '2025 版',
          inForceFrom: '2025-01-01',
        },
      },
      people.hubinEm,
    );
    const { activation, advice } = await givenActivation(server, people.hubinGov, [
      first?.id ?? '',
      second?.id ?? '',
    ]);
    expect(activation).toMatchObject({ stage: 'LIVE', exercise: false, shelterCount: 2, revision: 1 });
    expect(activation.number).toMatch(/^411202-QY-\d{4}-\d{4}$/);
    expect(activation.legalBasis).toContain('第二十二条');
    expect(activation.planLabel).toBe('湖滨区应急预案（2025 版）');
    expect(activation.shelters.nodes.map(({ status, orderNumber }) => [status, orderNumber])).toEqual([
      ['DECIDED', `${activation.number}-001`],
      ['DECIDED', `${activation.number}-002`],
    ]);
    // Six duties nobody is on the roster for: told, and no reason to wait.
    expect(advice.map(({ code }) => code)).toEqual(Array(6).fill('DUTY_UNASSIGNED'));
    const board = await boardOf(activation.id);
    expect(board?.rows.map(({ code }) => code)).toEqual([first?.code, second?.code]);
    for (const row of board?.rows ?? []) {
      expect(row.cells.map((cell) => cell.kind)).toEqual([
        'SUPPLY_POINT',
        'MEDICAL',
        'SECURITY',
        'WATER',
        'SANITATION',
        'POWER',
        'COMMUNICATION',
      ]);
      expect(row.cells.map((cell) => cell.organisation !== null)).toEqual([
        false,
        true,
        false,
        false,
        false,
        false,
        false,
      ]);
    }
    expect(board?.rows.map(({ postMissing }) => postMissing)).toEqual([
      [],
      ['EM_DEPARTMENT', 'COMMUNITY_HEAD', 'UNIT_HEAD'],
    ]);
    const entries = await server.office.dataSource.query<{ article: number; subjects: { kind: string }[] }[]>(
      `select article, subjects from ledger_entry where act = 'decide' and subjects @> $1`,
      [JSON.stringify([{ id: activation.id }])],
    );
    expect(entries).toHaveLength(1);
    expect(entries[0]?.article).toBe(22);
    expect(entries[0]?.subjects.map((subject) => subject.kind)).toEqual(['activation', 'shelter', 'shelter']);
    const [counted] = await server.office.dataSource.query<{ duties: number; stations: number }[]>(
      `select (select count(*)::int from duty where activation_id = $1) as duties,
              (select count(*)::int from volunteer_station s join activation_shelter o on o.id = s.activation_shelter_id
               where o.activation_id = $1) as stations`,
      [activation.id],
    );
    expect(counted).toEqual({ duties: 14, stations: 2 });
  });

  test('only the county government signs: city, city government, departments and others are refused, nothing is left', async () => {
    const [shelter] = await givenShelters(server, people.unit1, 1, '越权');
    const input = decisionInput([shelter?.id ?? ''], { event: eventInput({ name: '越权事件' }) });
    for (const name of ['city', 'citygov', 'hubinEm', 'unit1', 'health', 'lingbaoGov', 'community1'] as const)
      expect([name, await refused(input, people[name])]).toEqual([name, ['NO_AUTHORITY']]);
    const [left] = await server.office.dataSource.query<{ count: number }[]>(
      `select count(*)::int as count from hazard_event where name = '越权事件'`,
    );
    expect(left?.count).toBe(0);
    // What they may do instead is ask, on record; the decision answers it.
    const eventId = await givenEvent(server, people.city, { name: '市级事件' });
    for (const name of ['city', 'citygov', 'hubinEm'] as const) {
      await server.do(
        REQUEST_DECISION,
        { input: { eventId, jurisdictionCode: '411202', reason: '震感强烈，请决定启用' } },
        people[name],
      );
    }
    expect(
      await server.refusals(
        REQUEST_DECISION,
        { input: { eventId, jurisdictionCode: '411202', reason: ' ' } },
        people.unit1,
      ),
    ).toEqual(['NO_AUTHORITY', 'REASON_MISSING']);
    await givenActivation(server, people.hubinGov, [shelter?.id ?? ''], { event: undefined, eventId });
    const answered = await server.office.dataSource.query<{ answer: string | null }[]>(
      `select answer from decision_request where event_id = $1`,
      [eventId],
    );
    expect(answered.map(({ answer }) => answer)).toEqual(['DECIDED', 'DECIDED', 'DECIDED']);
  });

  test('bad input: no shelter, a foreign one, an unknown one, a live one, no event or two; a shelter named twice is taken once', async () => {
    const [mine, other] = await givenShelters(server, people.unit1, 2, '坏输入');
    const foreign = await givenShelter(server, people.unit2, { name: '灵宝场所' }, '411282');
    const ids = [mine?.id ?? ''];
    expect(await refused(decisionInput([]), people.hubinGov)).toEqual(['NOTHING_CHOSEN']);
    expect(await refused(decisionInput([foreign.id, `${KEY}1`]), people.hubinGov)).toEqual([
      'NOT_FOUND',
      'FOREIGN_SHELTER',
    ]);
    expect(await refused(decisionInput(ids, { event: undefined }), people.hubinGov)).toEqual(['ONE_EVENT']);
    expect(await refused(decisionInput(ids, { eventId: `${KEY}2` }), people.hubinGov)).toEqual(['ONE_EVENT']);
    expect(
      await refused(decisionInput(ids, { event: undefined, eventId: `${KEY}2` }), people.hubinGov),
    ).toEqual(['NOT_FOUND']);
    expect(
      await refused(
        decisionInput(ids, { event: eventInput({ name: '', jurisdictionCodes: ['411202', '999999'] }) }),
        people.hubinGov,
      ),
    ).toEqual(['NO_AUTHORITY', 'EMPTY', 'UNKNOWN_JURISDICTION']);
    const { activation } = await givenActivation(server, people.hubinGov, [
      ...ids,
      ...ids,
      ids[0]?.toUpperCase() ?? '',
    ]);
    expect(activation.shelterCount).toBe(1);
    expect(await refused(decisionInput([...ids, other?.id ?? '']), people.hubinGov)).toEqual([
      'ALREADY_LIVE',
    ]);
    // Refused means nothing of it happened: the other one is still free.
    await givenActivation(server, people.hubinGov, [other?.id ?? '']);
  });

  test('twice: the same decision sent again answers the same and decides once', async () => {
    const [shelter] = await givenShelters(server, people.unit1, 1, '重发');
    const input = decisionInput([shelter?.id ?? ''], { key: `${KEY}3` });
    const decide = () =>
      server.do<{ decideActivation: DecidedActivation }>(DECIDE, { input }, people.hubinGov);
    const answers = await Promise.all([decide(), decide(), decide()]);
    answers.push(await decide());
    expect(new Set(answers.map(({ decideActivation }) => decideActivation.activation.number)).size).toBe(1);
    const [orders] = await server.office.dataSource.query<{ count: number }[]>(
      `select count(*)::int as count from activation_shelter where shelter_id = $1`,
      [shelter?.id],
    );
    expect(orders?.count).toBe(1);
  });

  test('the board is read in the own jurisdiction only', async () => {
    const [shelter] = await givenShelters(server, people.unit1, 1, '看板');
    const { activation } = await givenActivation(server, people.hubinGov, [shelter?.id ?? '']);
    for (const name of ['hubinEm', 'city', 'citygov', 'health'] as const)
      expect([name, await boardOf(activation.id, people[name])]).toEqual([name, expect.anything()]);
    for (const name of ['lingbaoGov', 'unit2', 'unit1'] as const)
      expect([name, await boardOf(activation.id, people[name])]).toEqual([name, null]);
  });
});
