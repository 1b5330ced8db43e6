import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { givenPeople, type Somebody } from '../support/city.ts';
import { databaseKinds } from '../support/databases.ts';
import { DEREGISTER } from '../support/deregistration.ts';
import { givenFiledShelter } from '../support/filing.ts';
import { givenShelter } from '../support/public-shelters.ts';
import { givenEdition, readItems, SUSPEND } from '../support/publication.ts';
import { CALL_OFF, GIVE } from '../support/rebuild.ts';
import { startServer, type TestServer } from '../support/server.ts';

const REASON = '场地改建为停车楼，不再具备避难条件';
const NAMES = ['unit1', 'hubinEm', 'lingbaoEm', 'city'] as const;

describe.each(databaseKinds())('what follows from a deregistration on %s', (kind) => {
  let server: TestServer;
  let people: Record<(typeof NAMES)[number], Somebody>;
  beforeAll(async () => {
    server = await startServer(kind);
    people = await givenPeople(server, NAMES);
  });
  afterAll(() => server.close());

  const made = (name: string) => givenShelter(server, people.unit1, { name });
  const deregister = (shelterId: string, by: Somebody) =>
    server.do(DEREGISTER, { shelterId, reason: REASON }, by);

  test('Art. 18: the next edition names it as withdrawn, once, with the reason; what nobody saw is not named', async () => {
    const [seen, unseen, taken] = [await made('公布过'), await made('没公布'), await made('先暂停')];
    await givenEdition(server, people.city, [seen.id, taken.id]);
    await server.do(SUSPEND, { id: taken.id, reason: '施工' }, people.city);
    for (const { id } of [seen, unseen, taken]) await deregister(id, people.hubinEm);
    const next = await givenEdition(server, people.city, [(await made('另一处')).id]);
    expect(next).toMatchObject({ kind: 'REGULAR', published: 1, withdrawn: 1 });
    const said = async (edition: number, by: Somebody) =>
      (await readItems(server, edition, by, 'SAID')).nodes.filter(({ change }) => change === 'WITHDRAWN');
    expect(await said(next.number, people.hubinEm)).toMatchObject([
      { code: seen.code, reason: REASON, name: '公布过', version: 1, statusNow: 'UNPUBLISHED' },
    ]);
    expect(await said(next.number, people.lingbaoEm)).toEqual([]);
    const [entry] = await server.office.dataSource.query<Record<string, unknown>[]>(
      `select act, details, jsonb_array_length(subjects) as count from ledger_entry
       where process = 'publication' order by seq desc limit 1`,
    );
    expect(entry).toMatchObject({ act: 'withdrawPublication', details: { edition: next.number }, count: 1 });
    const later = await givenEdition(server, people.city, [(await made('又一处')).id]);
    expect([later.withdrawn, await said(later.number, people.hubinEm)]).toEqual([0, []]);
  });

  test('Art. 21: an open notice of works is called off, by whoever decides, and nothing stays out of use', async () => {
    for (const by of [people.hubinEm, people.city]) {
      const { shelterId } = await givenFiledShelter(server, people.unit1, people.hubinEm, '411202', {
        name: '停建',
      });
      const id = randomUUID();
      const told = { kind: 'REBUILD', scope: '改建', startsOn: '2026-02-01', endsOn: '2026-09-01' };
      const input = { id, shelterId, ...told, effect: 'LIMITED', placesOut: 100 };
      await server.do(GIVE, { input }, people.unit1);
      await deregister(shelterId, by);
      const [notice] = await server.office.dataSource.query<Record<string, unknown>[]>(
        `select stage, reason, ended_at is not null as ended,
                (select count(*)::int from outage where origin_id = $1 and lifted_on is null) as out
         from rebuild_notice where id = $1`,
        [id],
      );
      expect(notice).toEqual({ stage: 'CALLED_OFF', reason: REASON, ended: true, out: 0 });
      const [entry] = await server.office.dataSource.query<Record<string, unknown>[]>(
        `select act, role, details from ledger_entry where process = 'rebuild_notice' and subjects @> $1`,
        [JSON.stringify([{ id, to: 'CALLED_OFF' }])],
      );
      expect(entry).toMatchObject({
        act: 'callOffRebuild',
        role: by === people.city ? 'CITY_EM' : 'FILING_AUTHORITY',
        details: { shelterId, deregistered: true },
      });
      expect(await server.refusals(CALL_OFF, { id, reason: '不建了' }, people.unit1)).toEqual([
        'OUT_OF_STAGE',
      ]);
    }
  });
});
