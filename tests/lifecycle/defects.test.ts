import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { appoint } from '../../apps/api/src/identity/create-person.ts';
import { openDefects } from '../../apps/api/src/upkeep/open-defects.ts';
import { keepReadiness } from '../../apps/api/src/upkeep/keep-readiness.ts';
import { givenPeople, signedIn, type Somebody } from '../support/city.ts';
import { databaseKinds } from '../support/databases.ts';
import { givenFile } from '../support/filing.ts';
import { givenShelter } from '../support/public-shelters.ts';
import { startServer, type TestServer } from '../support/server.ts';
import {
  DEFECT_OF,
  GENERAL,
  givenDefect,
  givenMended,
  MAJOR,
  ORDER,
  orderOf,
  readinessOf,
  REPORT,
  SEND_BACK,
  SIGN_OFF,
  START,
  type DefectSeen,
} from '../support/upkeep.ts';

describe.each(databaseKinds())('the closed loop of defects on %s', (kind) => {
  let server: TestServer;
  let people: Record<'unit1' | 'hubinEm' | 'hubinEm2' | 'lingbaoEm' | 'city' | 'planning', Somebody>;
  beforeAll(async () => {
    server = await startServer(kind);
    people = await givenPeople(server, ['unit1', 'hubinEm', 'hubinEm2', 'lingbaoEm', 'city', 'planning']);
  });
  afterAll(() => server.close());

  const shelterOf = async (name: string) => (await givenShelter(server, people.unit1, { name })).id;
  const seen = async (id: string, by: Somebody) =>
    (await server.do<{ defect: DefectSeen }>(DEFECT_OF, { id }, by)).defect;
  const offered = async (id: string, by: Somebody) =>
    (await seen(id, by)).availableActs.map(({ act, allowed }) => (allowed ? act : `not ${act}`));
  const step = (id: string, more: object = {}) => ({ input: { id, ...more } });

  test('from found to signed off by somebody else: returned once, proven, the shelter ready again', async () => {
    const shelterId = await shelterOf('闭环');
    const id = await givenDefect(server, people.unit1, shelterId);
    expect(await readinessOf(server, people.unit1, shelterId)).toBe('LIMITED');
    expect(await offered(id, people.hubinEm)).toEqual(['orderRectification']);
    await server.do(ORDER, orderOf(id, { note: '请月底前更换' }), people.hubinEm);
    expect(await offered(id, people.hubinEm)).toEqual([]);
    expect(await offered(id, people.unit1)).toEqual(['startRepair', 'reportRepair']);
    await server.do(START, step(id), people.unit1);
    const fileId = await givenFile(server, people.unit1);
    const evidence = [{ fileId, method: 'PHOTO', proves: '新管已装' }];
    await server.do(REPORT, step(id, { note: '已更换水管', evidence }), people.unit1);
    expect(await offered(id, people.unit1)).toEqual([]);
    expect(await offered(id, people.hubinEm)).toEqual(['returnRepair', 'signDefectOff']);
    expect(await server.refusals(SEND_BACK, step(id, { note: ' ' }), people.hubinEm)).toEqual([
      'REASON_MISSING',
    ]);
    await server.do(SEND_BACK, step(id, { note: '接口仍渗水' }), people.hubinEm);
    await server.do(REPORT, step(id, { note: '已换接口' }), people.unit1);
    expect(await readinessOf(server, people.unit1, shelterId)).toBe('LIMITED');
    await server.do(SIGN_OFF, step(id, { note: '现场试水合格' }), people.hubinEm);
    expect(await readinessOf(server, people.unit1, shelterId)).toBe('READY');
    const defect = await seen(id, people.unit1);
    expect(defect).toMatchObject({
      stage: 'RESOLVED',
      returned: 1,
      lateness: null,
      dueOn: '2026-03-31',
      availableActs: [],
      evidence: [{ proves: '新管已装', retention: 'PERMANENT' }],
    });
    expect(defect.steps.map(({ act, personName, note }) => [act, personName, note])).toEqual([
      ['find', 'unit1', null],
      ['orderRectification', 'hubinEm', '请月底前更换'],
      ['startRepair', 'unit1', null],
      ['reportRepair', 'unit1', '已更换水管'],
      ['returnRepair', 'hubinEm', '接口仍渗水'],
      ['reportRepair', 'unit1', '已换接口'],
      ['signDefectOff', 'hubinEm', '现场试水合格'],
    ]);
    const [ledger] = await server.office.dataSource.query<{ acts: string[] }[]>(
      `select array_agg(act order by seq) as acts from ledger_entry where subjects @> $1`,
      [JSON.stringify([{ kind: 'defect', id }])],
    );
    expect(ledger?.acts).toEqual([
      'recordInspection',
      'orderRectification',
      'startRepair',
      'reportRepair',
      'returnRepair',
      'reportRepair',
      'signDefectOff',
    ]);
  });

  test('an order names a person and a deadline that can be kept, and bodies that exist', async () => {
    const id = await givenDefect(server, people.unit1, await shelterOf('交办'));
    const refusals = (changes: Record<string, unknown>) =>
      server.refusals(ORDER, orderOf(id, changes), people.hubinEm);
    expect(await refusals({ responsiblePerson: ' ', dueOn: '2026-03-09' })).toEqual([
      'MISSING',
      'DEADLINE_PAST',
    ]);
    expect(await refusals({ dueOn: '2027-02-29' })).toEqual(['NO_SUCH_DATE']);
    const nobody = '0190f0f0-0000-7000-8000-00000000abcd';
    expect(await refusals({ responsibleOrganisationId: nobody })).toEqual(['NOT_AN_ORGANISATION']);
    expect(await refusals({ responsiblePersonId: people.city.personId })).toEqual(['NOT_AN_ORGANISATION']);
    expect((await seen(id, people.unit1)).stage).toBe('FOUND');
    // The unit may name who mends what it found itself.
    await server.do(ORDER, orderOf(id, { dueOn: '2026-03-10' }), people.unit1);
    expect(await seen(id, people.unit1)).toMatchObject({ stage: 'ORDERED', lateness: 'DUE_SOON' });
  });

  test('the body responsible never signs, nor does who was ordered or who mended', async () => {
    const shelterId = await shelterOf('自己销号');
    // The county's own department is to mend: its inspectors cannot close it, the city can.
    const own = await givenDefect(server, people.unit1, shelterId);
    const { organisationId } = people.hubinEm;
    await server.do(ORDER, orderOf(own, { responsibleOrganisationId: organisationId }), people.city);
    await server.do(REPORT, step(own), people.unit1);
    for (const colleague of [people.hubinEm, people.hubinEm2]) {
      expect(await server.refusals(SIGN_OFF, step(own), colleague)).toEqual(['NO_AUTHORITY', 'OWN_DEFECT']);
    }
    await server.do(SIGN_OFF, step(own), people.city);

    // An inspector who also holds an office in the unit.
    await server.office.dataSource.transaction((tx) =>
      appoint(tx, people.hubinEm2.personId, {
        role: 'OPERATOR',
        organisationId: people.unit1.organisationId,
        jurisdictions: ['411202'],
      }),
    );
    const both = await givenMended(server, people.unit1, people.hubinEm, shelterId);
    const { errors } = await server.call(SIGN_OFF, step(both), people.hubinEm2);
    expect(errors[0]?.extensions.refusals).toMatchObject([
      { code: 'OWN_DEFECT', article: 27, message: expect.stringContaining('其他检查人员') },
    ]);
    expect(await offered(both, people.hubinEm2)).toEqual(['not returnRepair', 'not signDefectOff']);
    expect((await seen(both, people.unit1)).stage).toBe('REINSPECTION');
    await server.do(SIGN_OFF, step(both), people.hubinEm);
  });

  test('whoever was named as the person to see to it does not sign, whichever body they inspect for', async () => {
    const shelterId = await shelterOf('责任人');
    const id = await givenDefect(server, people.unit1, shelterId);
    const named = { responsiblePersonId: people.hubinEm2.personId };
    await server.do(ORDER, orderOf(id, named), people.hubinEm);
    await server.do(REPORT, step(id), people.unit1);
    await server.office.dataSource.query(
      `delete from appointment where person_id = $1 and organisation_id = $2`,
      [people.hubinEm2.personId, people.unit1.organisationId],
    );
    expect(await server.refusals(SIGN_OFF, step(id), people.hubinEm2)).toEqual(['OWN_DEFECT']);
    await server.do(SIGN_OFF, step(id), people.hubinEm);
  });

  test('a step out of order or taken twice changes nothing and says so', async () => {
    const id = await givenDefect(server, people.unit1, await shelterOf('次序'));
    expect(await server.refusals(SIGN_OFF, step(id), people.hubinEm)).toContain('OUT_OF_STAGE');
    expect(await server.refusals(START, step(id), people.unit1)).toEqual(['OUT_OF_STAGE']);
    await server.do(ORDER, orderOf(id), people.hubinEm);
    const { errors } = await server.call(ORDER, orderOf(id), people.hubinEm);
    expect(errors[0]?.extensions.refusals?.[0]?.message).toContain('已交办');
    // Without network when the work began: reported straight away.
    await server.do(REPORT, step(id), people.unit1);
    await server.do(SIGN_OFF, step(id), people.hubinEm);
    expect(await server.refusals(SIGN_OFF, step(id), people.hubinEm)).toEqual(['OUT_OF_STAGE']);
    expect(await server.refusals(SIGN_OFF, step('42'), people.hubinEm)).toEqual(['NOT_FOUND']);
  });

  test('the shelter stays limited until the last major defect is signed off; general ones limit nothing', async () => {
    const shelterId = await shelterOf('两处');
    const first = await givenMended(server, people.unit1, people.hubinEm, shelterId);
    const worse = { ...MAJOR, effect: 'UNAVAILABLE' };
    const second = await givenMended(server, people.unit1, people.hubinEm, shelterId, worse);
    await givenDefect(server, people.unit1, shelterId, GENERAL);
    expect(await readinessOf(server, people.unit1, shelterId)).toBe('UNAVAILABLE');
    await server.do(SIGN_OFF, step(second), people.hubinEm);
    expect(await readinessOf(server, people.unit1, shelterId)).toBe('LIMITED');
    await server.do(SIGN_OFF, step(first), people.city);
    expect(await readinessOf(server, people.unit1, shelterId)).toBe('READY');
  });

  test('lists: late ones, mine, per stage, by place; nearest deadline first', async () => {
    const shelterId = await shelterOf('清单');
    const soon = await givenDefect(server, people.unit1, shelterId, GENERAL);
    const later = await givenDefect(server, people.unit1, shelterId, GENERAL);
    await server.do(ORDER, orderOf(soon, { dueOn: '2026-03-11' }), people.hubinEm);
    await server.do(ORDER, orderOf(later, { dueOn: '2026-06-30' }), people.hubinEm);
    const found = await givenDefect(server, people.unit1, shelterId, GENERAL);
    const list = async (filter: object, by: Somebody) =>
      server.do<{
        defects: { nodes: { id: string; lateness: string | null }[]; totalCount: number };
        defectCounts: { stage: string; count: number; late: number }[];
      }>(
        `query ($filter: DefectFilter!) { defects(filter: $filter) { nodes { id lateness } totalCount }
           defectCounts(filter: $filter) { stage count late } }`,
        { filter: { shelterId, ...filter } },
        by,
      );
    const all = await list({}, people.hubinEm);
    expect(all.defects.nodes.map(({ id }) => id)).toEqual([found, soon, later]);
    const began = server.clock.now();
    server.clock.set('2026-03-12T00:00:00+08:00');
    const nextDay = { ...people.hubinEm, token: await signedIn(server, people.hubinEm.username) };
    const late = await list({ late: true }, nextDay);
    server.clock.set(began.toISOString());
    expect([late.defects.nodes, late.defectCounts]).toEqual([
      [{ id: soon, lateness: 'LATE' }],
      [{ stage: 'ORDERED', count: 1, late: 1 }],
    ]);
    expect((await list({ mine: true }, people.unit1)).defects.totalCount).toBe(2);
    expect((await list({ mine: true }, people.hubinEm)).defects.totalCount).toBe(0);
    expect((await list({ text: '褪色' }, people.city)).defects.totalCount).toBe(3);
    expect((await list({}, people.lingbaoEm)).defects.totalCount).toBe(0);
  });

  test('other stages open defects set-based; a shelter nobody ever looked at is no readier for their repair', async () => {
    const shelterIds = [await shelterOf('启用后一'), await shelterOf('启用后二')];
    const activation = '0190f0f0-0000-7000-8000-00000000aaaa';
    const opened = await server.office.dataSource.transaction(async (tx) => {
      const made = await openDefects(
        tx,
        shelterIds.map((shelterId) => ({
          shelterId,
          grade: 'MAJOR' as const,
          head: 'FACILITIES' as const,
          facilityType: null,
          text: '启用期间损坏',
          effect: 'LIMITED' as const,
        })),
        {
          origin: 'ACTIVATION',
          originId: activation,
          orderedOrganisationIds: [],
          foundOn: '2026-03-10',
          at: server.clock.now(),
          personId: people.unit1.personId,
          organisationId: people.unit1.organisationId,
        },
      );
      await keepReadiness(tx, shelterIds, null);
      return made;
    });
    expect(opened.subjects).toHaveLength(2);
    const [id = ''] = opened.ids;
    const [shelterId = ''] = shelterIds;
    expect(await readinessOf(server, people.unit1, shelterId)).toBe('LIMITED');
    await server.do(ORDER, orderOf(id), people.hubinEm);
    await server.do(REPORT, step(id), people.unit1);
    await server.do(SIGN_OFF, step(id), people.hubinEm);
    expect(await readinessOf(server, people.unit1, shelterId)).toBe('UNKNOWN');
  });
});
