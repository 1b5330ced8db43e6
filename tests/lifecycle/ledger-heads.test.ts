import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { appendFile, mkdir, readFile, rename, rmdir, writeFile } from 'node:fs/promises';
import { headsFile } from '../../apps/api/src/ledger/heads-file.ts';
import { keepSealing } from '../../apps/api/src/ledger/keep-sealing.ts';
import { sealLedger } from '../../apps/api/src/ledger/seal-ledger.ts';
import { verifyLedger } from '../../apps/api/src/ledger/verify-ledger.ts';
import { givenPeople, type Somebody } from '../support/city.ts';
import { databaseKinds } from '../support/databases.ts';
import { givenFiledShelter } from '../support/filing.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { until } from '../support/until.ts';

const WHOLE = { notYetSealed: 0, headsNotWritten: 0, tornLine: false, broken: null };

describe.each(databaseKinds())('the signed heads of the ledger on %s', (kind) => {
  let server: TestServer;
  let people: Record<'unit1' | 'hubinEm', Somebody>;
  let file: string;
  beforeAll(async () => {
    server = await startServer(kind);
    people = await givenPeople(server, ['unit1', 'hubinEm']);
    file = headsFile(server.dataDir);
    await sealed();
  });
  afterAll(() => server.close());
  beforeEach(async () => {
    await sealed();
    await sealed();
    expect(await verifyLedger(server.office)).toMatchObject(WHOLE);
  });

  const act = () => givenFiledShelter(server, people.unit1, people.hubinEm, '411202', { name: '头部场所' });
  /** Acts, each sealing with three entries. */
  const sealed = async () => {
    await act();
    await sealLedger(server.office);
  };
  const lines = async () => (await readFile(file, 'utf8')).split('\n').filter(Boolean);

  /** Seals, and is stopped after the commit, before the file: what a kill there leaves behind. */
  const sealWithoutHead = async () => {
    await act();
    await rename(file, `${file}.away`);
    await mkdir(file);
    await expect(sealLedger(server.office)).rejects.toThrow(/EISDIR/);
    await rmdir(file);
    await rename(`${file}.away`, file);
  };
  /** Tampers as somebody with the keys of the database would: past the triggers. */
  const tamper = (sql: string, values: unknown[] = []) =>
    server.office.dataSource.transaction(async (tx) => {
      await tx.query(`set local session_replication_role = replica`);
      await tx.query(sql, values);
    });

  test('a head that a kill kept from the file is told apart from tampering, and written by the next sealing', async () => {
    await sealWithoutHead();
    expect(await verifyLedger(server.office)).toMatchObject({ ...WHOLE, headsNotWritten: 1 });
    const before = (await lines()).length;
    expect(await sealLedger(server.office)).toBe(0);
    expect(await lines()).toHaveLength(before + 1);
    expect(await verifyLedger(server.office)).toMatchObject(WHOLE);
    await sealLedger(server.office);
    expect(await lines()).toHaveLength(before + 1);
  });

  test('the next start writes it too, at once', async () => {
    await sealWithoutHead();
    const failures: unknown[] = [];
    const stop = keepSealing(server.office, (error) => failures.push(error));
    await until('written', async () => (await verifyLedger(server.office)).headsNotWritten === 0, 1.5);
    await stop();
    expect(failures).toEqual([]);
    expect(await verifyLedger(server.office)).toMatchObject(WHOLE);
  });

  test.each([
    ['half a line', (text: string) => text.slice(0, -40)],
    ['a line without its end', (text: string) => text.slice(0, -1)],
    ['nothing but zeros, as after a power cut', (text: string) => `${text}${'\0'.repeat(300)}`],
  ])('a torn last line (%s) is told, hides nothing, and is mended by the next sealing', async (_, tear) => {
    await writeFile(file, tear(await readFile(file, 'utf8')));
    const { tornLine, broken } = await verifyLedger(server.office);
    expect({ tornLine, broken }).toEqual({ tornLine: true, broken: null });
    await sealed();
    expect(await verifyLedger(server.office)).toMatchObject(WHOLE);
  });

  test('a line that was torn and is not the last is damage, and said so', async () => {
    const kept = await readFile(file, 'utf8');
    const [first = '', ...rest] = await lines();
    await writeFile(file, [first.slice(0, 50), ...rest, ''].join('\n'));
    expect((await verifyLedger(server.office)).broken?.what).toMatch(/line 1 of .*heads\.jsonl is no head/);
    await writeFile(file, kept);
  });

  test('more heads gone than one sealing writes is tampering, torn line or not', async () => {
    const kept = await lines();
    for (const rest of ['', (kept.at(-2) ?? '').slice(0, 80)]) {
      await writeFile(file, [...kept.slice(0, -2), rest].join('\n'));
      expect((await verifyLedger(server.office)).broken?.what).toMatch(/lost the signed head/);
    }
    await writeFile(file, [...kept, ''].join('\n'));
  });

  test('a tail cut off is still told after others were sealed in its place', async () => {
    const [cut] = await server.office.dataSource.query<{ seq: string }[]>(
      `select max(entry_seq)::text as seq from ledger_seal`,
    );
    for (const [table, column] of [
      ['ledger_seal', 'entry_seq'],
      ['ledger_entry', 'seq'],
    ]) {
      await tamper(`delete from ${table} where ${column} = $1`, [cut?.seq]);
    }
    const told = { seq: cut?.seq, what: expect.stringMatching(/no longer reaches its signed head/) };
    expect((await verifyLedger(server.office)).broken).toEqual(told);
    await sealed();
    await sealed();
    expect((await verifyLedger(server.office)).broken).toEqual(told);
    await appendFile(file, '{"torn');
    expect(await verifyLedger(server.office)).toMatchObject({ broken: told, tornLine: true });
  });
});
