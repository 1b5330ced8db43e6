import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import {
  BOARD,
  CLOSE,
  decisionInput,
  DECIDE,
  givenActivation,
  givenShelters,
  STAND_DOWN,
} from '../support/activation.ts';
import { givenPeople, type Somebody } from '../support/city.ts';
import { countQueries } from '../support/count-queries.ts';
import { databaseKinds } from '../support/databases.ts';
import { givenFiledShelter, givenSubmitted } from '../support/filing.ts';
import { startServer, type TestServer } from '../support/server.ts';

const FILINGS = `query ($first: Int!) { filings(first: $first) { nodes {
  id unit { name } findings { code } availableActs { act refusals { code } } contents { name } } totalCount } }`;
const TASKS = `query ($first: Int!) { closingTasks(filter: {}, first: $first) { nodes {
  id draft organisation { name } shelter { code } availableActs { act } } totalCount } }`;
const SHELTERS = `query ($first: Int!) { shelters(first: $first) { nodes {
  id unit { name } versions { version } availableActs { act } } totalCount } }`;
const REBUILDS = `query ($first: Int!) { rebuildNotices(first: $first) { nodes {
  id recordedByName organisation { name } shelter { code } asBuilt { stage } restorations { id } availableActs { act }
} totalCount } }`;
const GIVE = `mutation ($input: GiveRebuildNoticeInput!) { giveRebuildNotice(input: $input) { id } }`;

describe.each(databaseKinds())('the number of queries on %s', (kind) => {
  let server: TestServer;
  let people: Record<'unit1' | 'hubinEm' | 'hubinGov', Somebody>;
  beforeAll(async () => {
    server = await startServer(kind);
    people = await givenPeople(server, ['unit1', 'hubinEm', 'hubinGov']);
    for (let n = 0; n < 6; n += 1) {
      await givenSubmitted(server, people.unit1, '411202', { name: `查询 ${n}` });
      const { shelterId } = await givenFiledShelter(server, people.unit1, people.hubinEm, '411202', {
        name: `在册 ${n}`,
      });
      const work = {
        kind: 'REBUILD',
        scope: '改建',
        startsOn: '2026-04-01',
        endsOn: '2026-05-01',
        effect: 'NONE',
      };
      await server.do(GIVE, { input: { ...work, id: randomUUID(), shelterId } }, people.unit1);
    }
    const { id, places } = await opened('善后', 2);
    await server.do(CLOSE, { id, reason: '险情解除' }, people.hubinGov);
    for (const place of places) await server.do(STAND_DOWN, { id: place }, people.hubinGov);
  });
  afterAll(() => server.close());

  const opened = async (name: string, count: number) => {
    const shelters = await givenShelters(server, people.unit1, count, name);
    const ids = shelters.map((shelter) => shelter.id);
    const { activation } = await givenActivation(server, people.hubinGov, ids);
    return { id: activation.id, places: activation.shelters.nodes.map((place) => place.id) };
  };
  const counted = (work: () => Promise<unknown>) => countQueries(server.office.dataSource, work);

  test.each([
    // session, rows, count, units, facts of all checks, single-officer settings
    ['filings', FILINGS, 6],
    // session, rows, count, units, versions
    ['shelters', SHELTERS, 5],
    // session, rows, count, what each draft is drawn from
    ['closing tasks', TASKS, 8],
    // session, rows, count, shelters, people, organisations, restorations
    ['rebuilds', REBUILDS, 7],
  ])('a page of %s asks the same few questions whatever its length', async (_name, query, most) => {
    const cost = (first: number) => counted(() => server.do(query, { first }, people.hubinEm));
    const few = await cost(3);
    expect(await cost(6)).toBe(few);
    expect(few).toBeLessThanOrEqual(most);
  });

  test('a board of many shelters and their duties costs what a board of one costs', async () => {
    const cost = ({ id }: { id: string }) => counted(() => server.do(BOARD, { id }, people.hubinGov));
    const [one, many] = [await opened('一处', 1), await opened('五处', 5)];
    expect(await cost(many)).toBe(await cost(one));
  });

  test('a decision for five shelters is as many statements as a decision for one', async () => {
    const cost = async (name: string, count: number) => {
      const ids = (await givenShelters(server, people.unit1, count, name)).map(({ id }) => id);
      return counted(() => server.do(DECIDE, { input: decisionInput(ids) }, people.hubinGov));
    };
    expect(await cost('决五处', 5)).toBe(await cost('决一处', 1));
  });
});
