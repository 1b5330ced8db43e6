import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { givenPeople, type Somebody } from '../support/city.ts';
import { databaseKinds } from '../support/databases.ts';
import { givenFile } from '../support/filing.ts';
import { givenShelter } from '../support/public-shelters.ts';
import { startServer, type TestServer } from '../support/server.ts';
import {
  ALL_IN_ORDER,
  CARRY_OUT,
  drillOf,
  GENERAL,
  inspectionOf,
  MAJOR,
  readinessOf,
  RECORD,
  RECORD_DRILL,
} from '../support/upkeep.ts';

interface Recorded {
  readonly id: string;
  readonly saidOn: string;
  readonly doneOn: string;
  readonly flags: readonly string[];
  readonly fulfils: boolean;
  readonly heads: readonly { head: string; result: string }[];
  readonly defects: readonly { id: string; stage: string; grade: string }[];
  readonly evidence: readonly Record<string, unknown>[];
}

describe.each(databaseKinds())('inspections and drills (Art. 20, 27) on %s', (kind) => {
  let server: TestServer;
  let people: Record<'unit1' | 'unit2' | 'hubinEm' | 'lingbaoEm' | 'city', Somebody>;
  beforeAll(async () => {
    server = await startServer(kind);
    people = await givenPeople(server, ['unit1', 'unit2', 'hubinEm', 'lingbaoEm', 'city']);
  });
  afterAll(() => server.close());

  const shelterOf = async (name: string) => (await givenShelter(server, people.unit1, { name })).id;
  const record = async (input: object, by: Somebody = people.unit1) =>
    (await server.do<{ recordInspection: Recorded }>(RECORD, { input }, by)).recordInspection;
  const archive = async (shelterId: string) => {
    const seen = await server.do<{
      inspections: { nodes: { id: string }[] };
      drills: { nodes: { id: string }[] };
      shelter: { obligations: { duty: string; state: string; missedYears: number[] }[] };
    }>(
      `query ($id: ID!) { inspections(filter: { shelterId: $id }) { nodes { id } }
         drills(filter: { shelterId: $id }) { nodes { id } }
         shelter(id: $id) { obligations { duty state missedYears } } }`,
      { id: shelterId },
      people.unit1,
    );
    return {
      ...seen,
      stateOf: (duty: string) => seen.shelter.obligations.find((one) => one.duty === duty)?.state,
    };
  };

  test('the unit inspects its facilities: archived, the year is done, the shelter is ready', async () => {
    const id = await shelterOf('自查');
    expect([
      await readinessOf(server, people.unit1, id),
      (await archive(id)).stateOf('SELF_INSPECTION'),
    ]).toEqual(['UNKNOWN', 'DUE']);
    const recorded = await record(inspectionOf(id));
    expect(recorded).toMatchObject({ doneOn: '2026-03-10', flags: [], fulfils: true, defects: [] });
    expect(recorded.heads.filter(({ result }) => result === 'NOT_INSPECTED')).toHaveLength(6);
    const after = await archive(id);
    expect(after.inspections.nodes).toEqual([{ id: recorded.id }]);
    expect([after.stateOf('SELF_INSPECTION'), after.stateOf('DRILL')]).toEqual(['FULFILLED', 'DUE']);
    expect(await readinessOf(server, people.unit1, id)).toBe('READY');
    const [shelter] = await server.office.dataSource.query<{ last: Date }[]>(
      `select last_confirmed_at as last from shelter where id = $1`,
      [id],
    );
    expect(shelter?.last).toEqual(server.clock.now());
  });

  test('without the facilities it is kept, and the year is not done; readiness stays unknown', async () => {
    const id = await shelterOf('只查物资');
    const heads = [{ head: 'SUPPLIES', result: 'IN_ORDER' }];
    expect((await record(inspectionOf(id, { heads }))).fulfils).toBe(false);
    expect((await archive(id)).stateOf('SELF_INSPECTION')).toBe('DUE');
    expect(await readinessOf(server, people.unit1, id)).toBe('UNKNOWN');
  });

  test('findings become defects; a major one limits the shelter as the inspector says', async () => {
    const id = await shelterOf('有隐患');
    const { defects, heads } = await record(inspectionOf(id, { findings: [MAJOR, GENERAL] }));
    expect(defects.map(({ stage, grade }) => `${grade} ${stage}`).sort()).toEqual([
      'GENERAL FOUND',
      'MAJOR FOUND',
    ]);
    expect(heads.find(({ head }) => head === 'FACILITIES')?.result).toBe('FINDING');
    expect(await readinessOf(server, people.unit1, id)).toBe('LIMITED');
    const worse = { ...MAJOR, effect: 'UNAVAILABLE', text: '主体开裂' };
    await record(inspectionOf(id, { findings: [worse] }));
    expect(await readinessOf(server, people.unit1, id)).toBe('UNAVAILABLE');
  });

  test('sent again after a lost answer it is one inspection; the key of another is refused', async () => {
    const id = await shelterOf('重发');
    const input = inspectionOf(id, { findings: [MAJOR] });
    const first = await record(input);
    expect(await record(input)).toEqual(first);
    expect((await archive(id)).inspections.nodes).toHaveLength(1);
    expect(await server.refusals(CARRY_OUT, { input }, people.hubinEm)).toEqual(['ALREADY_DONE']);
  });

  test('a supervision judges all seven heads, or says which are missing', async () => {
    const id = await shelterOf('监督');
    const { errors } = await server.call(CARRY_OUT, { input: inspectionOf(id) }, people.hubinEm);
    const refusals = errors[0]?.extensions.refusals ?? [];
    expect(refusals.map(({ code, article }) => [code, article])).toEqual(
      Array(6).fill(['HEAD_NOT_JUDGED', 27]),
    );
    expect(refusals[0]?.message).toContain('应急预案');
    const input = inspectionOf(id, { heads: ALL_IN_ORDER });
    const { carryOutInspection } = await server.do<{ carryOutInspection: Recorded }>(
      CARRY_OUT,
      { input },
      people.hubinEm,
    );
    expect(carryOutInspection.fulfils).toBe(false);
    // The year is the unit's own to do; that somebody looked is known.
    expect((await archive(id)).stateOf('SELF_INSPECTION')).toBe('DUE');
    expect(await readinessOf(server, people.unit1, id)).toBe('READY');
  });

  test('what is missing is told all at once, and nothing is stored', async () => {
    const id = await shelterOf('缺项');
    const input = inspectionOf(id, {
      inspectedOn: '昨天',
      heads: [{ head: 'PLAN', result: 'FINDING' }],
      findings: [{ ...MAJOR, text: ' ', effect: null }],
    });
    expect(await server.refusals(RECORD, { input }, people.unit1)).toEqual([
      'NO_SUCH_DATE',
      'FINDING_UNSAID',
      'MISSING',
      'MISSING',
    ]);
    expect((await archive(id)).inspections.nodes).toEqual([]);
    const nowhere = inspectionOf('0190f0f0-0000-7000-8000-000000000009');
    expect(await server.refusals(RECORD, { input: nowhere }, people.unit1)).toEqual(['NOT_FOUND']);
  });

  test('evidence is kept unchanged under its SHA-256, with maker and purpose; late is said', async () => {
    const id = await shelterOf('证据');
    const fileId = await givenFile(server, people.unit1);
    const proof = { fileId, method: 'PHOTO', proves: '供水管断裂', madeAt: '2026-02-10T10:00:00+08:00' };
    const { evidence, defects } = await record(
      inspectionOf(id, {
        evidence: [proof],
        findings: [{ ...MAJOR, evidence: [{ ...proof, maker: '王摄影' }] }],
      }),
    );
    expect(evidence).toEqual([
      {
        fileId,
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        maker: 'unit1',
        proves: '供水管断裂',
        late: true,
        retention: 'TWO_YEARS',
        keptUntil: '2028-03-10',
      },
    ]);
    const { defect } = await server.do<{ defect: { evidence: object[] } }>(
      `query ($id: ID!) { defect(id: $id) { evidence { maker retention keptUntil } } }`,
      { id: defects[0]?.id },
      people.hubinEm,
    );
    expect(defect.evidence).toEqual([{ maker: '王摄影', retention: 'PERMANENT', keptUntil: null }]);
    const read = async (by?: Somebody) =>
      (
        await fetch(`${server.url}/files/${fileId}`, {
          headers: by ? { authorization: `Bearer ${by.token}` } : {},
        })
      ).status;
    expect([await read(people.hubinEm), await read(people.city)]).toEqual([200, 200]);
    expect([await read(people.lingbaoEm), await read(people.unit2), await read()]).toEqual([404, 404, 401]);
  });

  test('a file that somebody else uploaded proves nothing, and nothing is stored', async () => {
    const id = await shelterOf('别人的文件');
    const fileId = await givenFile(server, people.unit2);
    const input = inspectionOf(id, { evidence: [{ fileId, method: 'PHOTO', proves: '现场' }] });
    expect(await server.refusals(RECORD, { input }, people.unit1)).toEqual(['UNKNOWN_FILE']);
    expect((await archive(id)).inspections.nodes).toEqual([]);
  });

  test('a drill is the year’s drill; unknown numbers stay unknown, and it is stored once', async () => {
    const id = await shelterOf('演练');
    const input = drillOf(id, { participants: null });
    for (const _time of [1, 2]) {
      const { recordDrill } = await server.do<{ recordDrill: object }>(RECORD_DRILL, { input }, people.unit1);
      expect(recordDrill).toMatchObject({ participants: null, doneOn: '2026-03-10', flags: [] });
    }
    const after = await archive(id);
    expect([after.drills.nodes.length, after.stateOf('DRILL'), after.stateOf('SELF_INSPECTION')]).toEqual([
      1,
      'FULFILLED',
      'DUE',
    ]);
    const wrong = drillOf(id, { participants: -3, summary: '' });
    expect(await server.refusals(RECORD_DRILL, { input: wrong }, people.unit1)).toEqual([
      'MISSING',
      'NEGATIVE',
    ]);
  });

  test('who reads what: the county its own, the next county and its units nothing', async () => {
    const id = await shelterOf('谁能看');
    const { id: inspection, defects } = await record(inspectionOf(id, { findings: [GENERAL] }));
    const seen = (by: Somebody) =>
      server.do(
        `query ($i: ID!, $d: ID!, $s: ID!) { inspection(id: $i) { id } defect(id: $d) { id }
           inspections(filter: { shelterId: $s }) { totalCount } defects(filter: { shelterId: $s }) { totalCount } }`,
        { i: inspection, d: defects[0]?.id, s: id },
        by,
      );
    for (const reader of [people.unit1, people.hubinEm, people.city]) {
      expect(await seen(reader)).toMatchObject({
        inspection: { id: inspection },
        defects: { totalCount: 1 },
      });
    }
    for (const stranger of [people.unit2, people.lingbaoEm]) {
      expect(await seen(stranger)).toEqual({
        inspection: null,
        defect: null,
        inspections: { totalCount: 0 },
        defects: { totalCount: 0 },
      });
    }
  });

  test('the ledger knows ids only, and what was recorded is never rewritten', async () => {
    const id = await shelterOf('台账');
    const { id: inspection } = await record(inspectionOf(id, { note: '王建国负责', findings: [MAJOR] }));
    const [entry] = await server.office.dataSource.query<{ text: string }[]>(
      `select (subjects::text || details::text) as text from ledger_entry where subjects @> $1`,
      [JSON.stringify([{ kind: 'inspection', id: inspection }])],
    );
    expect(entry?.text).toContain('"kind": "defect"');
    expect(entry?.text).not.toMatch(/王建国|断裂/);
    await expect(
      server.office.dataSource.query(`update inspection set done_on = '2020-01-01' where id = $1`, [
        inspection,
      ]),
    ).rejects.toThrow(/append-only/);
  });
});
