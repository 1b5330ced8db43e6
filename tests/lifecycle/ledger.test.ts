import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sealLedger } from '../../apps/api/src/ledger/seal-ledger.ts';
import { verifyLedger } from '../../apps/api/src/ledger/verify-ledger.ts';
import { givenPeople, type Somebody } from '../support/city.ts';
import { databaseKinds } from '../support/databases.ts';
import { givenFiledShelter } from '../support/filing.ts';
import { startServer, type TestServer } from '../support/server.ts';

describe.each(databaseKinds())('the ledger on %s', (kind) => {
  let server: TestServer;
  let people: Record<'unit1' | 'hubinEm', Somebody>;
  beforeAll(async () => {
    server = await startServer(kind);
    people = await givenPeople(server, ['unit1', 'hubinEm']);
  });
  afterAll(() => server.close());
  beforeEach(async () => {
    await givenFiledShelter(server, people.unit1, people.hubinEm, '411202', { name: '账本场所' });
    while ((await sealLedger(server.office)) > 0);
  });

  const entries = () =>
    server.office.dataSource.query<{ seq: string; act: string; subjects: unknown; details: unknown }[]>(
      `select entry.seq::text as seq, act, subjects, details from ledger_entry entry order by entry.seq`,
    );

  /** Tampers as somebody with the keys of the database would: past the triggers. */
  const tamper = (sql: string, values: unknown[] = []) =>
    server.office.dataSource.transaction(async (tx) => {
      await tx.query(`set local session_replication_role = replica`);
      await tx.query(sql, values);
    });

  test('writes who did what under which article, ids only', async () => {
    const rows = await server.office.dataSource.query<Record<string, unknown>[]>(
      `select process, act, article, role, person_id, subjects from ledger_entry order by seq desc limit 3`,
    );
    expect(rows.map(({ process, act, article, role }) => ({ process, act, article, role }))).toEqual([
      { process: 'filing', act: 'accept', article: 14, role: 'FILING_AUTHORITY' },
      { process: 'filing', act: 'submit', article: 14, role: 'OPERATOR' },
      { process: 'filing', act: 'draft', article: 14, role: 'OPERATOR' },
    ]);
    expect(rows[0]?.['person_id']).toBe(people.hubinEm.personId);
    expect(JSON.stringify(await entries())).not.toMatch(/张建国|1380398|账本场所/);
  });

  test('refuses every rewriting in the database itself', async () => {
    const run = (sql: string) => server.office.dataSource.query(sql);
    for (const table of ['ledger_entry', 'ledger_seal']) {
      const column = table === 'ledger_entry' ? 'act' : 'hash';
      await expect(run(`update ${table} set ${column} = ${column}`)).rejects.toThrow(/append-only/);
      await expect(run(`delete from ${table}`)).rejects.toThrow(/append-only/);
      await expect(run(`truncate ${table}`)).rejects.toThrow(/append-only/);
    }
  });

  test('verifies when whole, and says what is not yet sealed', async () => {
    expect(await verifyLedger(server.office)).toMatchObject({ notYetSealed: 0, broken: null });
    await givenFiledShelter(server, people.unit1, people.hubinEm, '411202', { name: '未封' });
    expect(await verifyLedger(server.office)).toMatchObject({ notYetSealed: 3, broken: null });
  });

  test('names the row that was changed, deleted or swapped', async () => {
    const all = await entries();
    const victim = all[1]?.seq ?? '';
    const kept = await server.office.dataSource.query<{ details: string }[]>(
      `select details::text as details from ledger_entry where seq = $1`,
      [victim],
    );
    await tamper(`update ledger_entry set details = '{"forged": true}' where seq = $1`, [victim]);
    expect((await verifyLedger(server.office)).broken).toEqual({
      seq: victim,
      what: 'the entry was changed after it was sealed',
    });
    await tamper(`update ledger_entry set details = $2 where seq = $1`, [victim, kept[0]?.details]);
    expect((await verifyLedger(server.office)).broken).toBeNull();

    await tamper(`update ledger_entry set at = at + interval '1 microsecond' where seq = $1`, [victim]);
    expect((await verifyLedger(server.office)).broken?.seq).toBe(victim);
    await tamper(`update ledger_entry set at = at - interval '1 microsecond' where seq = $1`, [victim]);
    expect((await verifyLedger(server.office)).broken).toBeNull();
  });

  test('a tail cut off together with its seals is missed by the signed heads', async () => {
    const last = (await entries()).at(-1)?.seq ?? '';
    const [seal] = await server.office.dataSource.query<Record<string, unknown>[]>(
      `select * from ledger_seal where entry_seq = $1`,
      [last],
    );
    await tamper(`delete from ledger_seal where entry_seq = $1`, [last]);
    expect((await verifyLedger(server.office)).broken?.what).toMatch(/no longer reaches its signed head/);
    await tamper(
      `insert into ledger_seal (entry_seq, jurisdiction_code, day, position, previous_hash, hash)
       values ($1, $2, $3, $4, $5, $6)`,
      ['entry_seq', 'jurisdiction_code', 'day', 'position', 'previous_hash', 'hash'].map(
        (column) => seal?.[column],
      ),
    );
    expect((await verifyLedger(server.office)).broken).toBeNull();
  });

  test('a head that we did not sign, and heads that are gone, are told', async () => {
    const file = join(server.dataDir, 'ledger', 'heads.jsonl');
    const kept = await readFile(file, 'utf8');
    await writeFile(file, kept.replace(/"position":\d+/, '"position":1000'));
    expect((await verifyLedger(server.office)).broken?.what).toMatch(/signature/);
    await writeFile(file, '');
    expect((await verifyLedger(server.office)).broken).not.toBeNull();
    await writeFile(file, kept);
    expect((await verifyLedger(server.office)).broken).toBeNull();
  });

  test('sealing twice, or by two at once, chains every entry once', async () => {
    await givenFiledShelter(server, people.unit1, people.hubinEm, '411202', { name: '同时封' });
    await Promise.all([sealLedger(server.office), sealLedger(server.office), sealLedger(server.office)]);
    const verdict = await verifyLedger(server.office);
    expect(verdict).toMatchObject({ notYetSealed: 0, broken: null, sealed: (await entries()).length });
  });
});
