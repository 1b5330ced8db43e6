import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { civilDateOf } from '#regulation/civil-date';
import { yearlyClock } from '#regulation/upkeep/yearly-clock';
import { recordExerciseDrills } from '../../apps/api/src/upkeep/record-exercise-drill.ts';
import { givenPeople, type Somebody } from '../support/city.ts';
import { countQueries } from '../support/count-queries.ts';
import { databaseKinds } from '../support/databases.ts';
import { givenShelter, standing } from '../support/public-shelters.ts';
import { Random } from '../support/random.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { drillOf, inspectionOf, OBLIGATIONS, RECORD, RECORD_DRILL } from '../support/upkeep.ts';

interface Obligation {
  readonly duty: 'SELF_INSPECTION' | 'DRILL';
  readonly article: number;
  readonly state: string;
  readonly dueOn: string | null;
  readonly lateness: string | null;
  readonly missedYears: number[];
  readonly shelter: { readonly code: string };
}
interface Answer {
  readonly obligations: {
    readonly nodes: readonly Obligation[];
    readonly totalCount: number;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
  readonly obligationCounts: readonly { duty: string; state: string; count: number }[];
}

const TODAY = '2026-03-10';

describe.each(databaseKinds())('yearly clocks (Art. 20, 27, 29) on %s', (kind) => {
  let server: TestServer;
  let people: Record<'unit1' | 'unit2' | 'hubinEm' | 'lingbaoEm' | 'city' | 'hubinGov', Somebody>;
  beforeAll(async () => {
    server = await startServer(kind);
    people = await givenPeople(server, ['unit1', 'unit2', 'hubinEm', 'lingbaoEm', 'city', 'hubinGov']);
  });
  afterAll(() => server.close());

  const asked = (filter: object, by: Somebody, first = 200, after: string | null = null) =>
    server.do<Answer>(OBLIGATIONS, { filter, first, after }, by);
  const filedOn = async (name: string, filed: string, more: Record<string, unknown> = {}) => {
    const shelter = await givenShelter(server, people.unit1, { name });
    await standing(server, shelter, { filed_at: new Date(`${filed}T10:00:00+08:00`), ...more });
    return shelter;
  };
  const inspectionClock = async (code: string) =>
    (await asked({ text: code, duties: ['SELF_INSPECTION'] }, people.hubinEm)).obligations.nodes[0];

  test('due until 31 December, overdue from the first of January, done when it is done; the missed year stays', async () => {
    const shelter = await filedOn('岁末', '2025-05-01');
    expect(await inspectionClock(shelter.code)).toMatchObject({
      state: 'OVERDUE',
      dueOn: '2025-12-31',
      lateness: 'LATE',
      missedYears: [2025],
      article: 27,
    });
    server.clock.set('2025-12-31T23:59:00+08:00');
    expect(await inspectionClock(shelter.code)).toMatchObject({ state: 'DUE', missedYears: [] });
    server.clock.set('2026-03-10T09:00:00+08:00');
    await server.do(RECORD, { input: inspectionOf(shelter.id) }, people.unit1);
    expect(await inspectionClock(shelter.code)).toMatchObject({
      state: 'FULFILLED',
      dueOn: '2027-12-31',
      lateness: null,
      missedYears: [2025],
    });
    // What was done in the old year and synced late makes that year good.
    const late = inspectionOf(shelter.id, { inspectedOn: '2025-12-30' });
    await server.do(RECORD, { input: late }, people.unit1);
    expect((await inspectionClock(shelter.code))?.missedYears).toEqual([]);
  });

  test('what the query says is what the rule says, for shelters of every kind', async () => {
    const random = new Random(27);
    const facts = new Map<string, Parameters<typeof yearlyClock>[0]>();
    for (let n = 0; n < 40; n += 1) {
      const day = `${random.whole(2015, 2026)}-${String(random.whole(1, 12)).padStart(2, '0')}-${String(random.whole(1, 28)).padStart(2, '0')}`;
      const filed = n % 9 === 0 ? null : day > TODAY ? TODAY : day;
      const ended = n % 7 === 0 ? `${random.whole(2022, 2026)}-02-01` : null;
      const shelter = await filedOn(`随机 ${n}`, '2024-01-01', {
        filed_at: filed && new Date(`${filed}T23:30:00+08:00`),
        deregistered_at: ended && new Date(`${ended}T00:30:00+08:00`),
      });
      const doneYears = [2019, 2022, 2023, 2024, 2025, 2026].filter(() => random.chance(0.4));
      for (const year of doneYears) {
        await server.office.dataSource.query(
          `insert into yearly_fulfilment (shelter_id, duty, year, done_on, deed_id) values ($1, 'DRILL', $2, $3, $1)`,
          [shelter.id, year, `${year}-01-31`],
        );
      }
      facts.set(shelter.code, { filedOn: filed, endedOn: ended, doneYears, today: TODAY });
    }
    expect(civilDateOf(server.clock.now())).toBe(TODAY);
    const { obligations } = await asked({ text: '随机', duties: ['DRILL'] }, people.city);
    expect(obligations.nodes).toHaveLength(40);
    for (const { shelter, state, dueOn, missedYears } of obligations.nodes) {
      const known = facts.get(shelter.code);
      if (!known) throw new Error(`who is ${shelter.code}?`);
      expect({ ...known, state, dueOn, missedYears }).toEqual({ ...known, ...yearlyClock(known) });
    }
    const states = new Set(obligations.nodes.map(({ state }) => state));
    expect(states).toEqual(new Set(['OVERDUE', 'DUE', 'FULFILLED', 'NOT_OWED']));
    const due = obligations.nodes.map(({ dueOn }) => dueOn ?? '9999');
    expect(due).toEqual(due.toSorted());
  });

  test('lists for unit, county and city: filters, counts, pages that leave nothing out', async () => {
    await server.do(
      RECORD_DRILL,
      { input: drillOf((await filedOn('数一数', '2023-03-01')).id) },
      people.unit1,
    );
    const all = await asked({}, people.unit1);
    expect(all.obligations.totalCount).toBe(all.obligations.nodes.length);
    const counted = all.obligationCounts.reduce((sum, { count }) => sum + count, 0);
    expect(counted).toBe(all.obligations.totalCount);
    const overdue = await asked({ states: ['OVERDUE'], duties: ['SELF_INSPECTION'] }, people.hubinEm);
    expect(overdue.obligations.nodes.every(({ state }) => state === 'OVERDUE')).toBe(true);
    expect(overdue.obligationCounts).toEqual([
      { duty: 'SELF_INSPECTION', state: 'OVERDUE', count: overdue.obligations.totalCount },
    ]);
    const missed = await asked({ missed: true }, people.hubinGov);
    expect(missed.obligations.nodes.every(({ missedYears }) => missedYears.length > 0)).toBe(true);
    expect((await asked({ jurisdictionCode: '411282' }, people.city)).obligations.totalCount).toBe(0);
    for (const stranger of [people.unit2, people.lingbaoEm])
      expect((await asked({}, stranger)).obligations.totalCount).toBe(0);
    const walked: Obligation[] = [];
    for (let after: string | null = null, more = true; more;) {
      const { obligations } = await asked({}, people.hubinEm, 7, after);
      walked.push(...obligations.nodes);
      [after, more] = [obligations.pageInfo.endCursor, obligations.pageInfo.hasNextPage];
    }
    expect(walked).toEqual((await asked({}, people.hubinEm)).obligations.nodes);
  });

  test('a finished exercise is the yearly drill of all its shelters, told twice it is told once', async () => {
    const shelters = [await filedOn('演练一', '2025-01-01'), await filedOn('演练二', '2025-01-01')];
    const exercise = {
      activationId: '0190f0f0-0000-7000-8000-00000000eeee',
      shelterIds: shelters.map(({ id }) => id),
      heldOn: TODAY,
      at: server.clock.now(),
      personId: people.hubinGov.personId,
      organisationId: people.hubinGov.organisationId,
    };
    const told = () => server.office.dataSource.transaction((tx) => recordExerciseDrills(tx, exercise));
    expect(await told()).toHaveLength(2);
    expect(await told()).toEqual([]);
    for (const { code } of shelters) {
      const { obligations } = await asked({ text: code }, people.unit1);
      expect(new Set(obligations.nodes.map(({ duty, state }) => `${duty} ${state}`))).toEqual(
        new Set(['DRILL FULFILLED', 'SELF_INSPECTION OVERDUE']),
      );
    }
  });

  test('a page of obligations, of defects, of inspections asks the same few questions whatever its length', async () => {
    const queries = {
      // session, rows, shelters, campaigns that order departments
      obligations: `query ($first: Int!) { obligations(first: $first) { nodes { state missedYears shelter { name recordingActs { act } } } } }`,
      // session, rows, shelters, bodies, steps, names, evidence
      defects: `query ($first: Int!) { defects(first: $first) { nodes { text shelter { name } responsibleOrganisation { name }
        steps { act personName organisation { name } } evidence { proves } availableActs { act } } } }`,
      // session, rows, shelters, bodies, names, defects, evidence
      inspections: `query ($first: Int!) { inspections(first: $first) { nodes { flags shelter { name } organisation { name }
        recordedByName defects { text } evidence { proves } campaign { title } } } }`,
    };
    const finding = { head: 'FACILITIES', grade: 'GENERAL', text: '褪色' };
    for (let n = 0; n < 4; n += 1) {
      const { id } = await filedOn(`查询数 ${n}`, '2025-01-01');
      await server.do(RECORD, { input: inspectionOf(id, { findings: [finding] }) }, people.unit1);
    }
    for (const [name, query] of Object.entries(queries)) {
      const cost = (first: number) =>
        countQueries(server.office.dataSource, () => server.do(query, { first }, people.hubinEm));
      const one = await cost(1);
      expect([name, await cost(4)]).toEqual([name, one]);
      expect(one).toBeLessThanOrEqual(7);
    }
  });
});
