import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  ACKNOWLEDGE,
  BOARD,
  DEGRADED,
  DUTIES,
  givenActivation,
  givenShelters,
  IN_PLACE,
  KEEP_ROSTER,
  reported,
  SET_TARGET,
  STAND_DOWN_DUTY,
} from '../support/activation.ts';
import { givenPeople, type Somebody } from '../support/city.ts';
import { databaseKinds } from '../support/databases.ts';
import { startServer, type TestServer } from '../support/server.ts';

interface Duty {
  readonly id: string;
  readonly kind: string;
  readonly stage: string;
  readonly lateness: string;
  readonly organisation: { id: string } | null;
  readonly availableActs: readonly { act: string; allowed: boolean; refusals: { code: string }[] }[];
}

describe.each(databaseKinds())('the seven duties (Art. 24) on %s', (kind) => {
  let server: TestServer;
  let people: Record<'unit1' | 'hubinEm' | 'hubinGov' | 'lingbaoGov' | 'city' | 'health', Somebody>;
  beforeAll(async () => {
    server = await startServer(kind);
    people = await givenPeople(server, ['unit1', 'hubinEm', 'hubinGov', 'lingbaoGov', 'city', 'health']);
    const input = {
      jurisdictionCode: '411202',
      dutyKind: 'MEDICAL',
      organisationId: people.health.organisationId,
      inForceFrom: '2020-01-01',
    };
    await server.do(KEEP_ROSTER, { input }, people.hubinGov);
    const target = { acknowledgeMinutes: 20, inPlaceMinutes: 60 };
    await server.do(
      SET_TARGET,
      { input: { jurisdictionCode: '411202', dutyKind: 'MEDICAL', ...target } },
      people.hubinEm,
    );
  });
  afterAll(() => server.close());

  const dutiesOf = async (activationId: string, by: Somebody, more: Record<string, unknown> = {}) =>
    (await server.do<{ duties: { nodes: Duty[] } }>(DUTIES, { filter: { activationId, ...more } }, by)).duties
      .nodes;
  const opened = async (name: string, count = 1) => {
    const shelters = await givenShelters(server, people.unit1, count, name);
    const { activation } = await givenActivation(
      server,
      people.hubinGov,
      shelters.map(({ id }) => id),
    );
    return activation;
  };

  test('go to the body on the roster, the rest to the decider; each moves its own', async () => {
    const { id } = await opened('分工', 2);
    const mine = await dutiesOf(id, people.health, { mine: true });
    expect(mine.map((duty) => [duty.kind, duty.stage])).toEqual([
      ['MEDICAL', 'ASSIGNED'],
      ['MEDICAL', 'ASSIGNED'],
    ]);
    const rest = await dutiesOf(id, people.hubinGov, { mine: true });
    expect(rest).toHaveLength(12);
    expect(rest.every(({ organisation }) => organisation === null)).toBe(true);
    const ids = mine.map((duty) => duty.id);
    for (const by of [people.hubinGov, people.hubinEm, people.lingbaoGov, people.city, people.unit1])
      expect(await server.refusals(ACKNOWLEDGE, { ids }, by)).toEqual(['NO_AUTHORITY', 'NO_AUTHORITY']);
    expect(await server.refusals(ACKNOWLEDGE, { ids: [rest[0]?.id] }, people.health)).toEqual([
      'NO_AUTHORITY',
    ]);
    const { acknowledgeDuty } = await server.do<{ acknowledgeDuty: Duty[] }>(
      ACKNOWLEDGE,
      { ids },
      people.health,
    );
    expect(acknowledgeDuty.map(({ stage }) => stage)).toEqual(['ACKNOWLEDGED', 'ACKNOWLEDGED']);
    await server.do(ACKNOWLEDGE, { ids: [rest[0]?.id] }, people.hubinGov);
    const [entries] = await server.office.dataSource.query<{ count: number }[]>(
      `select count(*)::int as count from ledger_entry where act = 'acknowledge' and subjects @> $1`,
      [JSON.stringify([{ id: ids[0] }])],
    );
    expect(entries?.count).toBe(1);
  });

  test('twice, out of order, without a reason, nothing chosen: said at once, and none or all move', async () => {
    const { id } = await opened('次序', 2);
    const [first, second] = await dutiesOf(id, people.health, { mine: true });
    // In place without having answered: the radio may have been down.
    await server.do(IN_PLACE, { ids: [first?.id] }, people.health);
    expect(await server.refusals(ACKNOWLEDGE, { ids: [first?.id, second?.id] }, people.health)).toEqual([
      'OUT_OF_STAGE',
    ]);
    expect((await dutiesOf(id, people.health, { mine: true })).map(({ stage }) => stage).toSorted()).toEqual([
      'ASSIGNED',
      'IN_PLACE',
    ]);
    expect(await server.refusals(DEGRADED, { ids: [first?.id], reason: ' ' }, people.health)).toEqual([
      'REASON_MISSING',
    ]);
    expect(await server.refusals(ACKNOWLEDGE, { ids: [] }, people.health)).toEqual(['NOTHING_CHOSEN']);
    await server.do(DEGRADED, { ids: [first?.id], reason: '缺少两名医生' }, people.health);
    const { reportDutyInPlace } = await server.do<{ reportDutyInPlace: Duty[] }>(
      IN_PLACE,
      { ids: [first?.id, first?.id] },
      people.health,
    );
    expect(reportDutyInPlace).toMatchObject([{ stage: 'IN_PLACE' }]);
  });

  test('are late by the targets the county set, in four steps; without a target there is no clock', async () => {
    const { id } = await opened('时限');
    const seen = async () => {
      const { activationBoard } = await server.do<{
        activationBoard: {
          rows: { cells: { kind: string; lateness: string }[] }[];
          duties: { kind: string; late: number }[];
        };
      }>(BOARD, { id }, people.hubinGov);
      const cell = (of: string) => activationBoard.rows[0]?.cells.find((one) => one.kind === of)?.lateness;
      return [
        cell('MEDICAL'),
        cell('POWER'),
        activationBoard.duties.find((one) => one.kind === 'MEDICAL')?.late,
      ];
    };
    expect(await seen()).toEqual(['ON_TIME', 'NO_TARGET', 0]);
    server.clock.pass(16);
    expect(await seen()).toEqual(['DUE_SOON', 'NO_TARGET', 0]);
    server.clock.pass(10);
    expect(await seen()).toEqual(['LATE', 'NO_TARGET', 1]);
    server.clock.pass(30);
    expect(await seen()).toEqual(['VERY_LATE', 'NO_TARGET', 1]);
    const ids = (await dutiesOf(id, people.health, { mine: true })).map((duty) => duty.id);
    await server.do(IN_PLACE, { ids }, people.health);
    expect((await seen())[2]).toBe(0);
  });

  test('are not left while the shelter is in use', async () => {
    const { id, shelters } = await opened('撤收');
    const [duty] = await dutiesOf(id, people.health, { mine: true });
    const place = shelters.nodes[0]?.id ?? '';
    expect(await server.refusals(STAND_DOWN_DUTY, { ids: [duty?.id] }, people.health)).toEqual([
      'SHELTER_STILL_OPEN',
    ]);
    const acts = duty?.availableActs.map(({ act, allowed }) => [act, allowed]);
    expect(acts).toEqual([
      ['acknowledge', true],
      ['reportInPlace', true],
      ['reportDegraded', true],
      ['standDown', false],
    ]);
    await reported(server, people.unit1, place, ['DAMAGED']);
    await server.do(STAND_DOWN_DUTY, { ids: [duty?.id] }, people.health);
    expect(await server.refusals(STAND_DOWN_DUTY, { ids: [duty?.id] }, people.health)).toEqual([
      'OUT_OF_STAGE',
    ]);
  });

  test('follow the roster of the day: a new body takes over what is decided after it, history stays', async () => {
    const until = async (inForceFrom: string, inForceUntil: string | null) =>
      server.refusals(
        KEEP_ROSTER,
        {
          input: {
            jurisdictionCode: '411202',
            dutyKind: 'WATER',
            organisationId: people.health.organisationId,
            inForceFrom,
            inForceUntil,
          },
        },
        people.hubinEm,
      );
    expect(await until('2026-02-29', null)).toEqual(['NO_SUCH_DATE']);
    expect(await until('2026-03-01', '2026-03-01')).toEqual(['ROSTER_DATES_REVERSED']);
    expect(await until('2019-01-01', '2019-02-01')).toEqual([]);
    expect(await until('2018-01-01', null)).toEqual([]);
    expect(await until('2020-06-01', null)).toEqual([]);
    const { dutyRoster } = await server.do<{
      dutyRoster: {
        rows: { dutyKind: string; inForceFrom: string | null }[];
        history: { dutyKind: string }[];
      };
    }>(
      `query { dutyRoster(jurisdictionCode: "411202") { mayKeep rows { dutyKind inForceFrom } history { dutyKind } } }`,
      {},
      people.city,
    );
    expect(dutyRoster.rows).toHaveLength(7);
    expect(dutyRoster.rows.find(({ dutyKind }) => dutyKind === 'WATER')?.inForceFrom).toBe('2020-06-01');
    expect(dutyRoster.rows.find(({ dutyKind }) => dutyKind === 'POWER')?.inForceFrom).toBeNull();
    expect(dutyRoster.history.filter(({ dutyKind }) => dutyKind === 'WATER')).toHaveLength(3);
    expect(
      await server.refusals(
        `query { dutyRoster(jurisdictionCode: "411202") { rows { dutyKind } } }`,
        {},
        people.lingbaoGov,
      ),
    ).toEqual(['FORBIDDEN']);
  });
});
