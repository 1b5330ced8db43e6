import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { givenPeople, type Somebody } from '../support/city.ts';
import { countQueries } from '../support/count-queries.ts';
import { databaseKinds } from '../support/databases.ts';
import { givenFiledShelter, givenSubmitted } from '../support/filing.ts';
import { startServer, type TestServer } from '../support/server.ts';

const FILINGS = `query ($first: Int!) { filings(first: $first) { nodes {
  id unit { name } findings { code } availableActs { act refusals { code } } contents { name } } totalCount } }`;
const SHELTERS = `query ($first: Int!) { shelters(first: $first) { nodes {
  id unit { name } versions { version } availableActs { act } } totalCount } }`;

describe.each(databaseKinds())('the number of queries on %s', (kind) => {
  let server: TestServer;
  let people: Record<'unit1' | 'hubinEm', Somebody>;
  beforeAll(async () => {
    server = await startServer(kind);
    people = await givenPeople(server, ['unit1', 'hubinEm']);
    for (let n = 0; n < 6; n += 1) {
      await givenSubmitted(server, people.unit1, '411202', { name: `查询 ${n}` });
      await givenFiledShelter(server, people.unit1, people.hubinEm, '411202', { name: `在册 ${n}` });
    }
  });
  afterAll(() => server.close());

  test.each([
    // session, rows, count, units, facts of all checks, single-officer settings
    ['filings', FILINGS, 6],
    // session, rows, count, units, versions
    ['shelters', SHELTERS, 5],
  ])('a page of %s asks the same few questions whatever its length', async (_name, query, most) => {
    const cost = (first: number) =>
      countQueries(server.office.dataSource, () => server.do(query, { first }, people.hubinEm));
    const one = await cost(1);
    expect(await cost(6)).toBe(one);
    expect(one).toBeLessThanOrEqual(most);
  });
});
