import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { givenPeople, type Somebody } from '../support/city.ts';
import { databaseKinds } from '../support/databases.ts';
import { givenShelter } from '../support/public-shelters.ts';
import { startServer, type TestServer } from '../support/server.ts';
import {
  drillOf,
  givenMended,
  inspectionOf,
  MAJOR,
  readinessOf,
  RECORD,
  RECORD_DRILL,
  SEND_BACK,
  SIGN_OFF,
} from '../support/upkeep.ts';

const ROUNDS = 6;

// On the embedded database transactions never overlap, so these prove something on PostgreSQL only; they hold on both.
describe.each(databaseKinds())('two at once over the year on %s', (kind) => {
  let server: TestServer;
  let people: Record<'unit1' | 'hubinEm' | 'hubinEm2' | 'city', Somebody>;
  beforeAll(async () => {
    server = await startServer(kind);
    people = await givenPeople(server, ['unit1', 'hubinEm', 'hubinEm2', 'city']);
  });
  afterAll(() => server.close());

  const shelterOf = async (name: string) => (await givenShelter(server, people.unit1, { name })).id;
  const signOff = (id: string, by: Somebody) => server.refusals(SIGN_OFF, { input: { id } }, by);

  test('two sign the same defect off: one does, the other is told, one step is written', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const id = await givenMended(server, people.unit1, people.hubinEm, await shelterOf(`双签 ${round}`));
      const answers = await Promise.all(
        [people.hubinEm, people.hubinEm2, people.city, people.hubinEm].map((by) => signOff(id, by)),
      );
      expect(answers.filter((codes) => codes.length === 0)).toHaveLength(1);
      expect(answers.filter((codes) => codes.includes('OUT_OF_STAGE'))).toHaveLength(3);
      const [count] = await server.office.dataSource.query<{ steps: number; entries: number }[]>(
        `select (select count(*)::int from defect_step where defect_id = $1 and act = 'signDefectOff') as steps,
                (select count(*)::int from ledger_entry where act = 'signDefectOff' and subjects @> $2) as entries`,
        [id, JSON.stringify([{ id }])],
      );
      expect(count).toEqual({ steps: 1, entries: 1 });
    }
  });

  test('one signs off while the other sends back: exactly one of them did', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const id = await givenMended(
        server,
        people.unit1,
        people.hubinEm,
        await shelterOf(`一签一退 ${round}`),
      );
      const answers = await Promise.all([
        signOff(id, people.hubinEm),
        server.refusals(SEND_BACK, { input: { id, note: '不合格' } }, people.hubinEm2),
      ]);
      expect(answers.filter((codes) => codes.length === 0)).toHaveLength(1);
    }
  });

  test('the last two major defects are signed off at the same moment: the shelter is ready', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const shelterId = await shelterOf(`同时销号 ${round}`);
      const first = await givenMended(server, people.unit1, people.hubinEm, shelterId);
      const second = await givenMended(server, people.unit1, people.hubinEm, shelterId);
      expect(await Promise.all([signOff(first, people.hubinEm), signOff(second, people.city)])).toEqual([
        [],
        [],
      ]);
      expect(await readinessOf(server, people.unit1, shelterId)).toBe('READY');
    }
  });

  test('the same inspection synced four times at once is stored once, with its finding, and answered the same', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const shelterId = await shelterOf(`同时同步 ${round}`);
      const input = inspectionOf(shelterId, { findings: [MAJOR] });
      const answers = await Promise.all(
        [1, 2, 3, 4].map(() => server.do<object>(RECORD, { input }, people.unit1)),
      );
      expect(answers).toEqual(Array(4).fill(answers[0]));
      const drill = drillOf(shelterId);
      const drills = await Promise.all(
        [1, 2, 3, 4].map(() => server.do<object>(RECORD_DRILL, { input: drill }, people.unit1)),
      );
      expect(drills).toEqual(Array(4).fill(drills[0]));
      const [count] = await server.office.dataSource.query<Record<string, number>[]>(
        `select (select count(*)::int from inspection where shelter_id = $1) as inspections,
                (select count(*)::int from defect where shelter_id = $1) as defects,
                (select count(*)::int from drill where shelter_id = $1) as drills,
                (select count(*)::int from ledger_entry where act in ('recordInspection', 'recordDrill')
                   and details->>'shelterId' = $1::text) as entries`,
        [shelterId],
      );
      expect(count).toEqual({ inspections: 1, defects: 1, drills: 1, entries: 2 });
    }
  });
});
