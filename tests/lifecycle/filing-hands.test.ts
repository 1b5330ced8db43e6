import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { givenPeople, type Somebody } from '../support/city.ts';
import { completeContents } from '../support/contents.ts';
import { databaseKinds } from '../support/databases.ts';
import {
  ACCEPT,
  CORRECT,
  DRAFT,
  givenDraft,
  givenFile,
  givenFiledShelter,
  givenSubmitted,
  RETURN,
  REVISE,
  SUBMIT,
} from '../support/filing.ts';
import { startServer, type TestServer } from '../support/server.ts';

describe.each(databaseKinds())('whose hand is in a filing, on %s', (kind) => {
  let server: TestServer;
  let people: Record<'unit1' | 'unit2' | 'hubinEm' | 'hubinEm2' | 'lingbaoEm' | 'city', Somebody>;
  beforeAll(async () => {
    server = await startServer(kind);
    people = await givenPeople(server, ['unit1', 'unit2', 'hubinEm', 'hubinEm2', 'lingbaoEm', 'city']);
  });
  afterAll(() => server.close());

  const draftOf = (contents: object) => ({
    input: { jurisdictionCode: '411202', unitId: people.unit1.organisationId, contents },
  });

  test('staff key in for a unit only with its signed paper, and a colleague accepts', async () => {
    const input = draftOf(completeContents(await givenFile(server, people.hubinEm)));
    const { draftFiling } = await server.do<{ draftFiling: { id: string } }>(DRAFT, input, people.hubinEm);
    expect(await server.refusals(SUBMIT, { id: draftFiling.id }, people.hubinEm)).toEqual([
      'SIGNED_PAPER_MISSING',
    ]);
    const signedPaperFileId = await givenFile(server, people.hubinEm);
    const revision = {
      input: { id: draftFiling.id, revision: 1, contents: input.input.contents, signedPaperFileId },
    };
    await server.do(REVISE, revision, people.hubinEm);
    await server.do(SUBMIT, { id: draftFiling.id }, people.hubinEm);
    const accept = { id: draftFiling.id, revision: 2 };
    expect(await server.refusals(ACCEPT, accept, people.hubinEm)).toEqual(['KEYED_BY_SELF']);
    expect(await server.refusals(ACCEPT, accept, people.hubinEm2)).toEqual([]);
  });

  test('whoever had a hand in a filing does not accept it, even when others saved since; staff’s hand is on record', async () => {
    const { id } = await givenDraft(server, people.unit1, '411202', { name: '经手' });
    const signedPaperFileId = await givenFile(server, people.hubinEm);
    const zonePlan = await givenFile(server, people.hubinEm);
    const contents = completeContents(zonePlan, { name: '经手', declaredCapacity: 9_999 });
    await server.do(REVISE, { input: { id, revision: 1, contents } }, people.hubinEm);
    expect(await server.refusals(SUBMIT, { id }, people.unit1)).toEqual(['SIGNED_PAPER_MISSING']);
    await server.do(REVISE, { input: { id, revision: 2, contents, signedPaperFileId } }, people.hubinEm);
    await server.do(REVISE, { input: { id, revision: 3, contents, signedPaperFileId } }, people.city);
    await server.do(SUBMIT, { id }, people.hubinEm);
    expect(await server.refusals(ACCEPT, { id, revision: 4 }, people.hubinEm)).toEqual(['KEYED_BY_SELF']);
    expect(await server.refusals(ACCEPT, { id, revision: 4 }, people.hubinEm2)).toEqual([]);
    const edits = await server.office.dataSource.query<{ person_id: string }[]>(
      `select person_id from ledger_entry where act = 'edit' and subjects @> $1 order by seq`,
      [JSON.stringify([{ id }])],
    );
    expect(edits.map((edit) => edit.person_id)).toEqual([
      people.hubinEm.personId,
      people.hubinEm.personId,
      people.city.personId,
    ]);
  });

  test('a correction names no file that is not the officer’s own or the record’s', async () => {
    const { shelterId } = await givenFiledShelter(server, people.unit1, people.hubinEm, '411202', {
      name: '改件',
    });
    const foreign = await givenFile(server, people.unit2);
    const contents = completeContents(null, { name: '改件', otherPaperFileIds: [foreign] });
    const correction = { id: shelterId, version: 1, contents, reason: '补件' };
    expect(await server.refusals(CORRECT, correction, people.hubinEm)).toEqual(['UNKNOWN_FILE']);
  });

  test('a return names fields, not people: free text as a field is refused and kept nowhere', async () => {
    const { id } = await givenSubmitted(server, people.unit1, '411202', { name: '退件' });
    const reasons = [{ field: '王小明 13800001111', text: '请补充' }];
    expect(await server.refusals(RETURN, { id, reasons }, people.hubinEm)).toEqual(['UNKNOWN_VALUE']);
    const many = Array.from({ length: 101 }, () => ({ field: 'name', text: '请补充' }));
    expect(await server.refusals(RETURN, { id, reasons: many }, people.hubinEm)).toEqual(['TOO_MANY']);
  });

  test('a file that is not one’s own cannot be named in a filing', async () => {
    const foreign = await givenFile(server, people.unit2);
    expect(await server.refusals(DRAFT, draftOf(completeContents(foreign)), people.unit1)).toEqual([
      'UNKNOWN_FILE',
    ]);
  });

  test('the record is corrected ex officio as a new version with its reason; the old one stays', async () => {
    const { shelterId } = await givenFiledShelter(server, people.unit1, people.hubinEm, '411202', {
      name: '旧名',
    });
    const contents = completeContents(null, { name: '新名' });
    const correct = (version: number, reason: string, by: Somebody) =>
      server.refusals(CORRECT, { id: shelterId, version, contents, reason }, by);
    expect(await correct(1, '', people.hubinEm)).toContain('REASON_MISSING');
    expect(await correct(1, '更名', people.unit1)).toContain('NO_AUTHORITY');
    expect(await correct(1, '更名', people.lingbaoEm)).toContain('NO_AUTHORITY');
    expect(await correct(1, '更名', people.hubinEm)).toEqual([]);
    expect(await correct(1, '又更名', people.hubinEm)).toEqual(['CHANGED_MEANWHILE']);
    const { shelter } = await server.do<{ shelter: { name: string; versions: object[] } }>(
      `query ($id: ID!) { shelter(id: $id) { name versions { version origin reason contents { name } } } }`,
      { id: shelterId },
      people.unit1,
    );
    expect(shelter).toEqual({
      name: '新名',
      versions: [
        { version: 2, origin: 'CORRECTION', reason: '更名', contents: { name: '新名' } },
        { version: 1, origin: 'FILING', reason: null, contents: { name: '旧名' } },
      ],
    });
  });
});
