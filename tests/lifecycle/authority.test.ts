import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ACTS, mayPerform } from '#regulation/authority';
import { givenPeople, PERSON_NAMES, roleOf, type PersonName, type Somebody } from '../support/city.ts';
import { completeContents } from '../support/contents.ts';
import { databaseKinds } from '../support/databases.ts';
import {
  ACCEPT,
  CORRECT,
  DRAFT,
  givenFiledShelter,
  givenSubmitted,
  RETURN,
  SUBMIT,
  WITHDRAW,
} from '../support/filing.ts';
import { startServer, type TestServer } from '../support/server.ts';

/** Every act a client can ask for in this version, and how it is asked about a subject of a jurisdiction. */
interface Attempt {
  readonly act: keyof typeof ACTS;
  readonly query: string;
  readonly variables: (subject: Subjects) => Record<string, unknown>;
  readonly about: 'filing' | 'shelter' | 'unit';
}

interface Subjects {
  readonly jurisdictionCode: string;
  readonly unitId: string;
  readonly filingId: string;
  readonly shelterId: string;
}

const ATTEMPTS: readonly Attempt[] = [
  {
    act: 'draftFiling',
    query: DRAFT,
    about: 'unit',
    variables: ({ jurisdictionCode, unitId }) => ({
      input: { jurisdictionCode, unitId, contents: { name: '越权', contact: {} } },
    }),
  },
  { act: 'submitFiling', query: SUBMIT, about: 'filing', variables: ({ filingId }) => ({ id: filingId }) },
  {
    act: 'returnFiling',
    query: RETURN,
    about: 'filing',
    variables: ({ filingId }) => ({ id: filingId, reasons: [] }),
  },
  // A revision nobody ever saw: authority is told beside it, and nothing is accepted by this test.
  {
    act: 'acceptFiling',
    query: ACCEPT,
    about: 'filing',
    variables: ({ filingId }) => ({ id: filingId, revision: 999 }),
  },
  {
    act: 'correctShelter',
    query: CORRECT,
    about: 'shelter',
    variables: ({ shelterId }) => ({
      id: shelterId,
      version: 999,
      contents: completeContents(null),
      reason: '试',
    }),
  },
];

describe.each(databaseKinds())('acts × roles × jurisdictions on %s', (kind) => {
  let server: TestServer;
  let people: Record<PersonName, Somebody>;
  let own: Subjects;
  let foreign: Subjects;
  beforeAll(async () => {
    server = await startServer(kind);
    people = await givenPeople(server, PERSON_NAMES);
    own = await givenSubjects('411202', people.unit1, people.hubinEm, {});
    foreign = await givenSubjects('411282', people.unit2, people.lingbaoEm, {
      position: { longitude: 110.894, latitude: 34.517, crs: 'WGS84' },
    });
  });
  afterAll(() => server.close());

  async function givenSubjects(
    code: string,
    unit: Somebody,
    officer: Somebody,
    changes: object,
  ): Promise<Subjects> {
    const { shelterId } = await givenFiledShelter(server, unit, officer, code, {
      ...changes,
      name: `${code} 甲`,
    });
    const { id: filingId } = await givenSubmitted(server, unit, code, { ...changes, name: `${code} 乙` });
    return { jurisdictionCode: code, unitId: unit.organisationId, filingId, shelterId };
  }

  const cases = ATTEMPTS.flatMap((attempt) =>
    PERSON_NAMES.flatMap((name) => (['own', 'foreign'] as const).map((where) => ({ attempt, name, where }))),
  );

  test.each(
    cases.map((one) => [one.attempt.act, `${one.name} (${roleOf(one.name)})`, one.where, one] as const),
  )(
    '%s by %s on the %s subject is decided as the table says',
    async (_act, _who, where, { attempt, name }) => {
      const subject = where === 'own' ? own : foreign;
      const somebody = people[name];
      const actor = {
        personId: somebody.personId,
        appointments: [
          {
            role: roleOf(name),
            organisationId: somebody.organisationId,
            jurisdictions: [JURISDICTION_OF[name] ?? '411200'],
          },
        ],
      };
      const allowed =
        mayPerform(actor, attempt.act, {
          jurisdictionCode: subject.jurisdictionCode,
          unitId: subject.unitId,
          filingKind: 'NEW',
        }) !== null;
      const codes = await server.refusals(attempt.query, attempt.variables(subject), somebody);
      expect({ refusedForAuthority: codes.includes('NO_AUTHORITY') }).toEqual({
        refusedForAuthority: !allowed,
      });
      expect(await server.refusals(attempt.query, attempt.variables(subject))).toEqual(['UNAUTHENTICATED']);
    },
  );

  test('nobody withdraws for another: only the unit, its county and the city', async () => {
    for (const name of [
      'lingbaoEm',
      'unit2',
      'hubinGov',
      'citygov',
      'admin',
      'health',
      'community1',
    ] as const) {
      expect(await server.refusals(WITHDRAW, { id: own.filingId }, people[name])).toContain('NO_AUTHORITY');
    }
  });

  test('nothing of another jurisdiction can be read: lists and single records', async () => {
    const LISTS = `{ filings(first: 200) { nodes { jurisdictionCode } totalCount } shelters(first: 500) { nodes { jurisdictionCode } } }`;
    const readers = { hubinEm: '411202', unit1: '411202', lingbaoEm: '411282', unit2: '411282' } as const;
    for (const [name, code] of Object.entries(readers) as [PersonName, string][]) {
      const { filings, shelters } = await server.do<{
        filings: { nodes: { jurisdictionCode: string }[] };
        shelters: { nodes: { jurisdictionCode: string }[] };
      }>(LISTS, {}, people[name]);
      const seen = new Set([...filings.nodes, ...shelters.nodes].map((node) => node.jurisdictionCode));
      expect([...seen]).toEqual([code]);
    }
    const { filings } = await server.do<{ filings: { totalCount: number } }>(LISTS, {}, people.city);
    const [all] = await server.office.dataSource.query<{ count: number }[]>(
      `select count(*)::int as count from filing`,
    );
    expect(filings.totalCount).toBe(all?.count);
    expect(await server.do(`{ filings { totalCount } shelters { totalCount } }`, {}, people.admin)).toEqual({
      filings: { totalCount: 0 },
      shelters: { totalCount: 0 },
    });
  });
});

const JURISDICTION_OF: Partial<Record<PersonName, string>> = {
  hubinEm: '411202',
  hubinEm2: '411202',
  hubinGov: '411202',
  unit1: '411202',
  community1: '411202',
  health: '411202',
  planning: '411202',
  lingbaoEm: '411282',
  lingbaoGov: '411282',
  unit2: '411282',
  zone: 'SMX-SFQ',
};
