import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  ACKNOWLEDGE,
  AMEND,
  CLOSE,
  DECIDE,
  decisionInput,
  DUTIES,
  eventInput,
  givenActivation,
  givenShelters,
  REPORT,
  STAND_DOWN,
} from '../support/activation.ts';
import { givenPeople, type Somebody } from '../support/city.ts';
import { databaseKinds } from '../support/databases.ts';
import { ACCEPT, givenSubmitted } from '../support/filing.ts';
import { startServer, type TestServer } from '../support/server.ts';

const ROUNDS = 6;

// On the embedded database transactions never overlap, so these prove something on PostgreSQL only; they hold on both.
describe.each(databaseKinds())('the night in several hands, on %s', (kind) => {
  let server: TestServer;
  let people: Record<'unit1' | 'hubinEm' | 'hubinGov' | 'health', Somebody>;
  beforeAll(async () => {
    server = await startServer(kind);
    people = await givenPeople(server, ['unit1', 'hubinEm', 'hubinGov', 'health']);
  });
  afterAll(() => server.close());

  const decide = (shelterIds: readonly string[], more: Record<string, unknown> = {}) =>
    server.refusals(DECIDE, { input: decisionInput(shelterIds, more) }, people.hubinGov);
  const live = async (shelterId: string) => {
    const [row] = await server.office.dataSource.query<{ live: number; duties: number; numbers: number }[]>(
      `select count(distinct opened.id)::int as live, count(duty.id)::int as duties,
              count(distinct activation.number)::int as numbers
       from activation_shelter opened
       join activation on activation.id = opened.activation_id
       left join duty on duty.activation_shelter_id = opened.id
       where opened.shelter_id = $1 and opened.released_at is null and not opened.exercise`,
      [shelterId],
    );
    return row;
  };

  test('two deciders on the same shelters, named in opposite order: one opens them, the other is told', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const ids = (await givenShelters(server, people.unit1, 3, `双令 ${round}`)).map(({ id }) => id);
      const answers = await Promise.all([decide(ids), decide(ids.toReversed()), decide(ids)]);
      expect(answers.filter((codes) => codes.length === 0)).toHaveLength(1);
      for (const codes of answers.filter((one) => one.length > 0))
        expect(codes).toEqual(['ALREADY_LIVE', 'ALREADY_LIVE', 'ALREADY_LIVE']);
      for (const id of ids) expect(await live(id)).toEqual({ live: 1, duties: 7, numbers: 1 });
    }
  });

  test('a decision and an exercise on the same shelter: whoever comes first, the real one stands', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const [shelter] = await givenShelters(server, people.unit1, 1, `演实 ${round}`);
      const id = shelter?.id ?? '';
      const [real] = await Promise.all([
        decide([id]),
        decide([id], { event: eventInput({ exercise: true }) }),
      ]);
      expect(real).toEqual([]);
      expect(await live(id)).toEqual({ live: 1, duties: 7, numbers: 1 });
      const [exercises] = await server.office.dataSource.query<{ running: number }[]>(
        `select count(*)::int as running from activation_shelter where shelter_id = $1 and exercise and released_at is null`,
        [id],
      );
      expect(exercises?.running).toBe(0);
    }
  });

  test('a filing is accepted while its shelter is opened: both happen, and the order stands', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const [shelter] = await givenShelters(server, people.unit1, 1, `边审边启 ${round}`);
      const filing = await givenSubmitted(server, people.unit1, '411202', { name: `变更 ${round}` });
      // Filings of changes have no screen yet; the acceptance of one is there.
      await server.office.dataSource.query(
        `update filing set kind = 'CHANGE', shelter_id = $2 where id = $1`,
        [filing.id, shelter?.id],
      );
      const [accepted, decided] = await Promise.all([
        server.refusals(ACCEPT, { id: filing.id, revision: filing.revision }, people.hubinEm),
        decide([shelter?.id ?? '']),
      ]);
      expect([accepted, decided]).toEqual([[], []]);
      expect(await live(shelter?.id ?? '')).toEqual({ live: 1, duties: 7, numbers: 1 });
      const [row] = await server.office.dataSource.query<{ name: string; operational_status: string }[]>(
        `select name, operational_status from shelter where id = $1`,
        [shelter?.id],
      );
      expect(row).toEqual({ name: `变更 ${round}`, operational_status: 'DECIDED' });
    }
  });

  test('two amendments at once: the second is told that the decision has changed', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const [first, second, third] = await givenShelters(server, people.unit1, 3, `双改 ${round}`);
      const { activation } = await givenActivation(server, people.hubinGov, [first?.id ?? '']);
      const amend = (shelterId: string | undefined) =>
        server.refusals(
          AMEND,
          { input: { activationId: activation.id, revision: 1, shelters: [{ shelterId }] } },
          people.hubinGov,
        );
      const answers = await Promise.all([amend(second?.id), amend(third?.id)]);
      expect(answers.toSorted((one, other) => one.length - other.length)).toEqual([
        [],
        ['CHANGED_MEANWHILE'],
      ]);
    }
  });

  test('the gate reports while the shelter is closed and released, and duties are answered: nothing waits for ever', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const [shelter] = await givenShelters(server, people.unit1, 1, `收报 ${round}`);
      const { activation } = await givenActivation(server, people.hubinGov, [shelter?.id ?? '']);
      const place = activation.shelters.nodes[0]?.id;
      const { duties } = await server.do<{ duties: { nodes: { id: string }[] } }>(
        DUTIES,
        { filter: { activationId: activation.id } },
        people.hubinGov,
      );
      const report = (facts: string[]) =>
        server.refusals(REPORT, { input: { activationShelterId: place, facts } }, people.unit1);
      const [closed, ...reports] = await Promise.all([
        server.refusals(CLOSE, { id: activation.id, reason: '险情解除' }, people.hubinGov),
        report(['GATE_OPEN']),
        report(['STAFFED']),
        report(['PARTLY_USABLE']),
        server.refusals(ACKNOWLEDGE, { ids: duties.nodes.map(({ id }) => id) }, people.hubinGov),
      ]);
      expect([closed, ...reports]).toEqual([[], [], [], [], []]);
      const [down, late] = await Promise.all([
        server.refusals(STAND_DOWN, { id: place }, people.hubinGov),
        report(['WHOLLY_USABLE']),
      ]);
      expect([down, late]).toEqual([[], []]);
      const [row] = await server.office.dataSource.query<
        { stage: string; status: string; reports: number; left: number }[]
      >(
        `select activation.stage, opened.status,
                (select count(*)::int from shelter_report where activation_shelter_id = opened.id) as reports,
                (select count(*)::int from duty where activation_shelter_id = opened.id and stage <> 'STOOD_DOWN') as left
         from activation_shelter opened join activation on activation.id = opened.activation_id where opened.id = $1`,
        [place],
      );
      expect(row).toEqual({ stage: 'ENDED', status: 'CLOSED', reports: 4, left: 0 });
    }
  });
});
