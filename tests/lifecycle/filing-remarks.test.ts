import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { givenPeople, type Somebody } from '../support/city.ts';
import { databaseKinds } from '../support/databases.ts';
import { ACCEPT, givenDraft, givenSubmitted, RETURN } from '../support/filing.ts';
import { startServer, type TestServer } from '../support/server.ts';

const SUBMIT = `mutation ($id: ID!, $note: String) { submitFiling(id: $id, submitNote: $note) { stage submitNote } }`;
const ACCEPT_WITH = `mutation ($id: ID!, $revision: Int!, $reason: String) {
  acceptFiling(id: $id, revision: $revision, adviceReason: $reason) { number }
}`;
const SAID = `query ($id: ID!) { filing(id: $id) { stage submitNote acceptance { reason advice { code class field message } } } }`;
const REASONS = [{ field: 'name', text: '与门牌不符' }];
/** Three decimals: some hundred metres, which is advised against and stops nothing. */
const COARSE = { position: { longitude: 111.195, latitude: 34.784, crs: 'WGS84' } };

describe.each(databaseKinds())('words that go along with a filing on %s', (kind) => {
  let server: TestServer;
  let people: Record<'unit1' | 'hubinEm' | 'lingbaoEm', Somebody>;
  beforeAll(async () => {
    server = await startServer(kind);
    people = await givenPeople(server, ['unit1', 'hubinEm', 'lingbaoEm']);
  });
  afterAll(() => server.close());

  const said = (id: string, reader: Somebody) => server.do(SAID, { id }, reader);
  const ledger = async (id: string) =>
    JSON.stringify(
      await server.office.dataSource.query(`select * from ledger_entry where subjects @> $1`, [
        JSON.stringify([{ id }]),
      ]),
    );

  test('the unit answers a return in words; the reviewer reads them, others do not', async () => {
    const { id } = await givenSubmitted(server, people.unit1, '411202');
    await server.do(RETURN, { id, reasons: REASONS }, people.hubinEm);
    const note = '门牌今年换新，名称以产权证为准。';
    expect(await server.do(SUBMIT, { id, note: `  ${note}\n` }, people.unit1)).toEqual({
      submitFiling: { stage: 'SUBMITTED', submitNote: note },
    });
    expect(await said(id, people.hubinEm)).toMatchObject({ filing: { submitNote: note, acceptance: null } });
    expect(await said(id, people.lingbaoEm)).toEqual({ filing: null });
    expect(await ledger(id)).not.toContain(note);
    // Handed in again without a word: the old ones are not taken for new.
    await server.do(RETURN, { id, reasons: REASONS }, people.hubinEm);
    await server.do(SUBMIT, { id }, people.unit1);
    expect(await said(id, people.hubinEm)).toMatchObject({ filing: { submitNote: null } });
  });

  test('a filing is accepted with its open advice and a reason, and the unit reads both', async () => {
    const { id, revision } = await givenSubmitted(server, people.unit1, '411202', COARSE);
    const reason = '现场核对过位置。';
    await server.do(ACCEPT_WITH, { id, revision, reason }, people.hubinEm);
    const kept = {
      reason,
      advice: expect.arrayContaining([
        { code: 'COARSE_POSITION', class: 'ADVICE', field: 'position', message: expect.any(String) },
      ]) as unknown,
    };
    for (const reader of [people.unit1, people.hubinEm])
      expect(await said(id, reader)).toMatchObject({ filing: { stage: 'FILED', acceptance: kept } });
    expect(await ledger(id)).not.toContain(reason);
    expect(await ledger(id)).toContain('COARSE_POSITION');
  });

  test('advice stops nothing: without a reason it is accepted too, and says that none was given', async () => {
    const { id, revision } = await givenSubmitted(server, people.unit1, '411202', COARSE);
    await server.do(ACCEPT, { id, revision }, people.hubinEm);
    expect(await said(id, people.unit1)).toMatchObject({ filing: { acceptance: { reason: null } } });
  });

  test('too many words are refused by their field, and nothing is done', async () => {
    const long = '字'.repeat(2_001);
    const draft = await givenDraft(server, people.unit1, '411202');
    const refused = await server.call(SUBMIT, { id: draft.id, note: long }, people.unit1);
    expect(refused.errors[0]?.extensions.refusals).toMatchObject([
      { field: 'submitNote', code: 'REASON_TOO_LONG' },
    ]);
    const { id, revision } = await givenSubmitted(server, people.unit1, '411202');
    const { errors } = await server.call(ACCEPT_WITH, { id, revision, reason: long }, people.hubinEm);
    expect(errors[0]?.extensions.refusals).toMatchObject([
      { field: 'adviceReason', code: 'REASON_TOO_LONG' },
    ]);
    expect(await said(id, people.unit1)).toMatchObject({ filing: { stage: 'SUBMITTED', acceptance: null } });
  });
});
