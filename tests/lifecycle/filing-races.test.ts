import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { givenPeople, type Somebody } from '../support/city.ts';
import { completeContents } from '../support/contents.ts';
import { databaseKinds } from '../support/databases.ts';
import { ACCEPT, givenSubmitted, RETURN, REVISE, SUBMIT, WITHDRAW } from '../support/filing.ts';
import { startServer, type TestServer } from '../support/server.ts';

const ROUNDS = 6;

// On the embedded database transactions never overlap, so these prove something on PostgreSQL only; they hold on both.
describe.each(databaseKinds())('two at once on %s', (kind) => {
  let server: TestServer;
  let people: Record<'unit1' | 'hubinEm' | 'hubinEm2', Somebody>;
  beforeAll(async () => {
    server = await startServer(kind);
    people = await givenPeople(server, ['unit1', 'hubinEm', 'hubinEm2']);
  });
  afterAll(() => server.close());

  const accept = (id: string, by: Somebody, revision = 1) => server.refusals(ACCEPT, { id, revision }, by);

  test('two reviewers accept the same filing: one does, the other is told, one shelter is entered', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const name = `双审 ${round}`;
      const { id } = await givenSubmitted(server, people.unit1, '411202', { name });
      const answers = await Promise.all(
        [people.hubinEm, people.hubinEm2, people.hubinEm, people.hubinEm2].map((by) => accept(id, by)),
      );
      expect(answers.filter((codes) => codes.length === 0)).toHaveLength(1);
      expect(answers.filter((codes) => codes.includes('OUT_OF_STAGE'))).toHaveLength(3);
      const [count] = await server.office.dataSource.query<{ shelters: number; entries: number }[]>(
        `select (select count(*)::int from shelter where name = $1) as shelters,
                (select count(*)::int from ledger_entry where act = 'accept' and subjects @> $2) as entries`,
        [name, JSON.stringify([{ id }])],
      );
      expect(count).toEqual({ shelters: 1, entries: 1 });
    }
  });

  test('one accepts while the other returns or the unit takes it back: exactly one of them did', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { id } = await givenSubmitted(server, people.unit1, '411202', { name: `一审一退 ${round}` });
      const reasons = [{ field: null, text: '请补充' }];
      const against =
        round % 2
          ? server.refusals(RETURN, { id, reasons }, people.hubinEm2)
          : server.refusals(WITHDRAW, { id }, people.unit1);
      const answers = await Promise.all([accept(id, people.hubinEm), against]);
      expect(answers.filter((codes) => codes.length === 0)).toHaveLength(1);
    }
  });

  test('the unit hands in while it still saves: what is accepted is what was read', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { id } = await givenSubmitted(server, people.unit1, '411202', { name: `边改边审 ${round}` });
      await server.do(RETURN, { id, reasons: [{ field: null, text: '请补充' }] }, people.hubinEm);
      const contents = completeContents(null, { name: `改后 ${round}` });
      const [saved, submitted] = await Promise.all([
        server.refusals(REVISE, { input: { id, revision: 1, contents } }, people.unit1),
        server.refusals(SUBMIT, { id }, people.unit1),
      ]);
      const accepted = await accept(id, people.hubinEm2, 1);
      // Either the save came first (then revision 1 is not what lies there), or it came too late and was refused.
      if (saved.length === 0) expect(accepted).not.toEqual([]);
      else expect([saved, submitted, accepted]).toEqual([['OUT_OF_STAGE'], [], []]);
    }
  });

  test('many accepted at once: every number and code is given once and none is skipped', async () => {
    const drafts = [];
    for (let n = 0; n < 12; n += 1)
      drafts.push(await givenSubmitted(server, people.unit1, '411202', { name: `批 ${n}` }));
    const before = await numbers();
    const answers = await Promise.all(
      drafts.map(({ id }, n) => accept(id, n % 2 ? people.hubinEm : people.hubinEm2)),
    );
    expect(answers.flat()).toEqual([]);
    const after = await numbers();
    expect(after.length - before.length).toBe(12);
    expect(after).toEqual(Array.from({ length: after.length }, (_, index) => index + 1));
  });

  const numbers = async () => {
    const rows = await server.office.dataSource.query<{ running: number }[]>(
      `select split_part(number, '-', 3)::int as running from filing where number is not null order by 1`,
    );
    return rows.map(({ running }) => running);
  };
});
