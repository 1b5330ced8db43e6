import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  ACKNOWLEDGE,
  CLOSE,
  DUTIES,
  eventInput,
  givenActivation,
  givenShelters,
  IN_PLACE,
  reported,
  STAND_DOWN,
} from '../support/activation.ts';
import { givenPeople, type Somebody } from '../support/city.ts';
import { databaseKinds } from '../support/databases.ts';
import { startServer, type TestServer } from '../support/server.ts';

const TASKS = `query ($filter: ClosingTaskFilter!) { closingTasks(filter: $filter, first: 50) { nodes {
  id kind stage text draft eventName exercise activationNumber doneByName organisation { name } shelter { code }
  availableActs { act allowed }
} } }`;
const SUMMARY = `mutation ($input: ClosingRecordInput!) { recordSummary(input: $input) { stage text doneByName } }`;
const REPAIR = `mutation ($input: ClosingRepairInput!) { recordRepair(input: $input) { stage } }`;
const AFTERMATH = `mutation ($input: ClosingRecordInput!) { recordAftermath(input: $input) { stage organisation { name } } }`;
const STAGE = `query ($id: ID!) { activation(id: $id) { stage } }`;
const DEFECTS = `query ($filter: DefectFilter!) { defects(filter: $filter, first: 50) { nodes { stage text grade } } }`;

interface Task {
  readonly id: string;
  readonly kind: 'SUMMARY' | 'REPAIR' | 'AFTERMATH';
  readonly stage: string;
  readonly text: string | null;
  readonly draft: string | null;
  readonly availableActs: readonly { act: string; allowed: boolean }[];
}

describe.each(databaseKinds())('after the emergency (Art. 26) on %s', (kind) => {
  let server: TestServer;
  let people: Record<
    'unit1' | 'unit2' | 'unit3' | 'hubinEm' | 'hubinGov' | 'lingbaoEm' | 'city' | 'health',
    Somebody
  >;
  beforeAll(async () => {
    server = await startServer(kind);
    people = await givenPeople(server, [
      'unit1',
      'unit2',
      'unit3',
      'hubinEm',
      'hubinGov',
      'lingbaoEm',
      'city',
      'health',
    ]);
  });
  afterAll(() => server.close());

  const tasks = async (by: Somebody, filter: Record<string, unknown>) =>
    (await server.do<{ closingTasks: { nodes: Task[] } }>(TASKS, { filter }, by)).closingTasks.nodes;
  const stageOf = async (id: string) =>
    (await server.do<{ activation: { stage: string } }>(STAGE, { id }, people.hubinGov)).activation.stage;
  const finding = (text: string, grade = 'GENERAL') => ({
    head: 'FACILITIES',
    grade,
    text,
    effect: grade === 'MAJOR' ? 'UNAVAILABLE' : null,
  });
  /** Opened, worked in, closed and released. */
  const ended = async (name: string, count = 1, changes: Record<string, unknown> = {}) => {
    const shelters = await givenShelters(server, people.unit1, count, name);
    const ids = shelters.map(({ id }) => id);
    const { activation } = await givenActivation(server, people.hubinGov, ids, changes);
    const places = activation.shelters.nodes.map((place) => place.id);
    server.clock.pass(3);
    for (const place of places) await reported(server, people.unit1, place, ['GATE_OPEN', 'STAFFED']);
    const { duties } = await server.do<{ duties: { nodes: { id: string; kind: string }[] } }>(
      DUTIES,
      { filter: { activationShelterId: places[0] } },
      people.hubinGov,
    );
    const unassigned = duties.nodes.filter((duty) => duty.kind === 'WATER').map((duty) => duty.id);
    await server.do(ACKNOWLEDGE, { ids: unassigned }, people.hubinGov);
    await server.do(IN_PLACE, { ids: unassigned }, people.hubinGov);
    server.clock.pass(3);
    await server.do(CLOSE, { id: activation.id, reason: '险情解除' }, people.hubinGov);
    for (const place of places) await server.do(STAND_DOWN, { id: place }, people.hubinGov);
    return { id: activation.id, ids };
  };

  test('a released shelter owes three things; the last of them closes the file', async () => {
    const { id, ids } = await ended('善后');
    expect(await stageOf(id)).toBe('ENDED');
    const owed = await tasks(people.unit1, { activationId: id });
    expect(owed.map((task) => task.kind).sort()).toEqual(['AFTERMATH', 'REPAIR', 'SUMMARY']);
    expect(owed.every((task) => task.stage === 'OPEN')).toBe(true);
    const of = (wanted: string) => owed.find((task) => task.kind === wanted)?.id ?? '';
    const draft = owed.find((task) => task.kind === 'SUMMARY')?.draft ?? '';
    expect(draft).toContain('善后 1启用总结');
    expect(draft).toContain('历时 0.1 小时');
    expect(draft).toContain('决定启用：');
    expect(draft).toContain('已决定启用 → 已开放');
    expect(draft).toMatch(/供水.*：已到位/);
    expect(draft).toContain('没有入住登记');
    expect(owed.find((task) => task.kind === 'REPAIR')?.draft).toBeNull();

    const { recordSummary } = await server.do<{ recordSummary: Task & { doneByName: string } }>(
      SUMMARY,
      { input: { id: of('SUMMARY'), text: `${draft}无。` } },
      people.unit1,
    );
    expect(recordSummary).toMatchObject({ stage: 'DONE', text: `${draft}无。` });
    const findings = [finding('帐篷破损 12 顶'), finding('北门门轴断裂', 'MAJOR')];
    await server.do(REPAIR, { input: { id: of('REPAIR'), text: '已全面检修。', findings } }, people.unit1);
    expect(await stageOf(id)).toBe('ENDED');
    const { defects } = await server.do<{ defects: { nodes: { text: string; stage: string }[] } }>(
      DEFECTS,
      { filter: { shelterId: ids[0] } },
      people.hubinEm,
    );
    expect(defects.nodes.map(({ text, stage }) => `${text} ${stage}`).sort()).toEqual([
      '北门门轴断裂 FOUND',
      '帐篷破损 12 顶 FOUND',
    ]);
    const [shelter] = await server.office.dataSource.query<{ readiness: string }[]>(
      `select readiness from shelter where id = $1`,
      ids,
    );
    expect(shelter?.readiness).toBe('UNAVAILABLE');
    await server.do(AFTERMATH, { input: { id: of('AFTERMATH'), text: '物资已归还。' } }, people.unit1);
    expect(await stageOf(id)).toBe('FILE_CLOSED');
    const done = await tasks(people.city, { activationId: id });
    expect(done.every((task) => task.stage === 'DONE' && task.availableActs.length === 0)).toBe(true);
    const entries = await server.office.dataSource.query<{ act: string; article: number; role: string }[]>(
      `select act, article, role from ledger_entry where process in ('closing_task', 'activation') order by seq desc limit 4`,
    );
    expect(entries.map(({ act, article, role }) => [act, article, role])).toEqual([
      ['closeFile', 26, 'OPERATOR'],
      ['recordAftermath', 26, 'OPERATOR'],
      ['recordRepair', 26, 'OPERATOR'],
      ['recordSummary', 26, 'OPERATOR'],
    ]);
  });

  test('twice, the wrong task, no words, a finding half told, somebody else’s: refused, all at once, and nothing is half done', async () => {
    const { id, ids } = await ended('有误');
    const owed = await tasks(people.unit1, { activationId: id });
    const of = (wanted: string) => owed.find((task) => task.kind === wanted)?.id ?? '';
    const bad = { id: of('REPAIR'), text: ' ', findings: [{ ...finding('', 'MAJOR'), effect: null }] };
    expect(await server.refusals(REPAIR, { input: bad }, people.unit1)).toEqual([
      'MISSING',
      'MISSING',
      'MISSING',
    ]);
    const good = { id: of('SUMMARY'), text: '有序。' };
    expect(await server.refusals(AFTERMATH, { input: good }, people.unit1)).toEqual(['OTHER_TASK']);
    for (const name of ['unit2', 'unit3', 'hubinGov', 'lingbaoEm', 'city', 'health'] as const) {
      const input = { ...good, findings: [finding('不该留下')], id: of('REPAIR') };
      expect([name, await server.refusals(REPAIR, { input }, people[name])]).toEqual([
        name,
        ['NO_AUTHORITY'],
      ]);
    }
    expect(await tasks(people.unit2, { activationId: id })).toEqual([]);
    expect(await tasks(people.unit3, { activationId: id })).toEqual([]);
    const nobody = { ...good, id: '01900000-0000-7000-8000-000000000001' };
    expect(await server.refusals(SUMMARY, { input: nobody }, people.unit1)).toEqual(['NOT_FOUND']);
    await server.do(SUMMARY, { input: good }, people.unit1);
    expect(await server.refusals(SUMMARY, { input: { ...good, text: '改写' } }, people.unit1)).toEqual([
      'OUT_OF_STAGE',
    ]);
    const [left] = await server.office.dataSource.query<{ defects: number; text: string }[]>(
      `select (select count(*)::int from defect where shelter_id = $1) as defects, text from closing_task where id = $2`,
      [ids[0], of('SUMMARY')],
    );
    expect(left).toEqual({ defects: 0, text: '有序。' });
  });

  test('every shelter of an activation owes its own; the authority may key for a unit; a shelter may be opened again meanwhile', async () => {
    const { id, ids } = await ended('多处', 2);
    const owed = await tasks(people.hubinEm, { activationId: id });
    expect(owed).toHaveLength(6);
    const [last, ...others] = owed;
    for (const task of others) await tell(task, people.hubinEm);
    expect(await stageOf(id)).toBe('ENDED');
    const again = await givenActivation(server, people.hubinGov, ids);
    expect(again.activation.stage).toBe('LIVE');
    if (last) await tell(last, people.hubinEm);
    expect(await stageOf(id)).toBe('FILE_CLOSED');
    const done = await tasks(people.hubinEm, { activationId: id, stages: ['DONE'] });
    expect(done).toHaveLength(6);
    expect(done[0]).toMatchObject({ organisation: { name: '湖滨区应急管理局' } });
  });

  test('an exercise owes the same; one whose shelters all went to a real night owes nothing and closes with its end', async () => {
    const exercise = await ended('演练善后', 1, { event: eventInput({ exercise: true }) });
    const owed = await tasks(people.unit1, { activationId: exercise.id });
    expect(owed).toHaveLength(3);
    expect(owed[0]).toMatchObject({ exercise: true, eventName: '湖滨区 5.2 级地震' });
    // It is a drill too: those who look at what is due are told.
    expect(await toldOf(exercise.id)).toContain('UPKEEP');
    const shelters = await givenShelters(server, people.unit1, 1, '让位');
    const ids = shelters.map((shelter) => shelter.id);
    const event = eventInput({ exercise: true });
    const { activation } = await givenActivation(server, people.hubinGov, ids, { event });
    await givenActivation(server, people.hubinGov, ids);
    await server.do(CLOSE, { id: activation.id, reason: '演练中止' }, people.hubinGov);
    expect(await tasks(people.unit1, { activationId: activation.id })).toEqual([]);
    expect(await stageOf(activation.id)).toBe('FILE_CLOSED');
    expect(await toldOf(activation.id)).not.toContain('UPKEEP');
  });

  test('the last things of many shelters told at the same moment: the file closes, once', async () => {
    const { id } = await ended('同时', 4);
    const owed = await tasks(people.unit1, { activationId: id });
    await Promise.all(owed.map((task, index) => tell(task, index % 2 ? people.unit1 : people.hubinEm)));
    expect(await stageOf(id)).toBe('FILE_CLOSED');
    const [closed] = await server.office.dataSource.query<{ count: number }[]>(
      `select count(*)::int as count from ledger_entry
       where act = 'closeFile' and subjects @> jsonb_build_array(jsonb_build_object('id', $1::text))`,
      [id],
    );
    expect(closed?.count).toBe(1);
  });

  /** What was said to have changed with an activation. */
  async function toldOf(id: string): Promise<string[]> {
    const rows = await server.office.dataSource.query<{ topic: string }[]>(
      `select topic from outbox where activation_id = $1`,
      [id],
    );
    return rows.map(({ topic }) => topic);
  }

  async function tell(task: Task, by: Somebody): Promise<void> {
    const act = { SUMMARY, REPAIR, AFTERMATH }[task.kind];
    await server.do(act, { input: { id: task.id, text: '单位来电告知，代为录入。' } }, by);
  }
});
