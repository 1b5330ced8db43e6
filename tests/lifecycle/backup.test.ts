import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { appendFile, cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sealLedger } from '../../apps/api/src/ledger/seal-ledger.ts';
import { verifyLedger } from '../../apps/api/src/ledger/verify-ledger.ts';
import { prepareDatabase } from '../../apps/api/src/open-office.ts';
import { pathOfFile } from '../../apps/api/src/platform/files/store-file.ts';
import { backUp, emptyPlace, everyRow, forged, restoreInto, type EmptyPlace } from '../support/backup.ts';
import { givenPeople, signedIn, type Somebody } from '../support/city.ts';
import { databaseKinds } from '../support/databases.ts';
import { givenFile, givenFiledShelter, givenSubmitted } from '../support/filing.ts';
import { PUBLISH } from '../support/publication.ts';
import { serveOver, startServer, type TestServer } from '../support/server.ts';

jest.setTimeout(240_000);

const PAPER = Buffer.from(`%PDF-1.4\n% a second drawing\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n`);

describe.each(databaseKinds())('a backup of a registry on %s', (kind) => {
  let server: TestServer;
  let people: Record<'unit1' | 'hubinEm' | 'city', Somebody>;
  let folder: string;
  let file: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'shelter-backup-'));
    file = join(folder, 'city.backup');
    server = await startServer(kind);
    people = await givenPeople(server, ['unit1', 'hubinEm', 'city']);
    const { unit1, hubinEm, city } = people;
    const { shelterId } = await givenFiledShelter(server, unit1, hubinEm, '411202', {
      name: '反斜 \\N "引号"',
    });
    await server.do(PUBLISH, { ids: [shelterId], note: '制表\t换行\n反斜\\.' }, city);
    await givenFile(server, unit1, PAPER);
    while ((await sealLedger(server.office)) > 0);
    await givenSubmitted(server, unit1, '411202', { name: '尚未封存' });
    await backUp(server, file);
  });
  afterAll(async () => {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  });

  const left = async (place: EmptyPlace) => {
    await place.dataSource.destroy();
    await place.database.close();
    await rm(place.dataDir, { recursive: true, force: true });
  };

  test('is one file that only its owner reads, and leaves nothing beside it', async () => {
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readdir(folder)).toEqual(['city.backup']);
  });

  describe.each(databaseKinds())('restored into an empty %s database', (target) => {
    let restored: TestServer;
    beforeAll(async () => {
      const place = await emptyPlace(target);
      await restoreInto(place, file);
      await prepareDatabase(place.dataSource);
      restored = await serveOver(place.database, place.dataSource, place.dataDir);
    });
    afterAll(() => restored.close());

    test('holds every row and every upload, and nothing twice', async () => {
      expect(await everyRow(restored.office.dataSource)).toEqual(await everyRow(server.office.dataSource));
      const uploads = await server.office.dataSource.query<{ sha256: string }[]>(
        `select distinct encode(sha256, 'hex') as sha256 from stored_file`,
      );
      expect(uploads).toHaveLength(2);
      for (const { sha256 } of uploads) {
        expect(await readFile(pathOfFile(restored.dataDir, sha256))).toEqual(
          await readFile(pathOfFile(server.dataDir, sha256)),
        );
      }
    });

    test('verifies the ledger under the key and the heads it was signed with', async () => {
      expect(await verifyLedger(restored.office)).toEqual(await verifyLedger(server.office));
      expect(await verifyLedger(restored.office)).toMatchObject({ broken: null, notYetSealed: 2 });
      expect((await stat(join(restored.dataDir, 'keys/ledger.pem'))).mode & 0o777).toBe(0o600);
    });

    test('has the schema of the entities, its triggers and its constraints', async () => {
      const { upQueries } = await restored.office.dataSource.driver.createSchemaBuilder().log();
      expect(upQueries.map(({ query }) => query)).toEqual([]);
      const guards = `select tgrelid::regclass::text || ' ' || tgname || ' ' || tgenabled::text as guard from pg_trigger
        where not tgisinternal union all
        select conrelid::regclass::text || ' ' || conname || ' ' || convalidated || pg_get_constraintdef(oid) from pg_constraint
        where connamespace = 'public'::regnamespace and contype in ('f', 'c') order by 1`;
      const before = await server.office.dataSource.query<unknown[]>(guards);
      expect(await restored.office.dataSource.query(guards)).toEqual(before);
      await expect(restored.office.dataSource.query(`delete from ledger_entry`)).rejects.toThrow(
        /append-only/,
      );
    });

    test('lives on: people sign in, a filing is accepted, the ledger goes on and verifies', async () => {
      for (const person of Object.values(people))
        expect(await signedIn(restored, person.username)).toBeTruthy();
      const last = await lastEntry(restored);
      const { shelterCode } = await givenFiledShelter(restored, people.unit1, people.hubinEm, '411202', {
        name: '恢复之后',
      });
      expect(shelterCode).toMatch(/-0002$|0002/);
      expect(await lastEntry(restored)).toBeGreaterThan(last);
      while ((await sealLedger(restored.office)) > 0);
      expect(await verifyLedger(restored.office)).toMatchObject({ broken: null, notYetSealed: 0 });
      const [twice] = await restored.office.dataSource.query<{ publications: number; shelters: number }[]>(
        `select (select count(*)::int from publication) as publications, (select count(*)::int from shelter) as shelters`,
      );
      expect(twice).toEqual({ publications: 2, shelters: 2 });
    });
  });

  describe('is refused, and nothing is changed,', () => {
    let place: EmptyPlace;
    let whole: Buffer;
    beforeAll(async () => {
      place = await emptyPlace(kind);
      whole = await readFile(file);
    });
    afterAll(() => left(place));

    const refusedAs = async (bytes: Buffer) => {
      const bad = join(folder, 'bad.backup');
      await writeFile(bad, bytes);
      const words = await restoreInto(place, bad).then(
        () => 'restored',
        (error: unknown) => String(error),
      );
      expect(await everyRow(place.dataSource)).toEqual({});
      expect(await readdir(place.dataDir)).toEqual([]);
      return words;
    };

    test('when it is torn anywhere', async () => {
      for (const part of [0.2, 0.6, 0.999]) {
        expect(await refusedAs(whole.subarray(0, Math.floor(whole.length * part)))).toMatch(/is torn/);
      }
    });

    test('when a row, an upload or the head was altered', async () => {
      expect(await refusedAs(forged(whole, '尚未封存', '已经封存'))).toMatch(
        /not as it was written \(tables\/filing\)/,
      );
      expect(await refusedAs(forged(whole, 'a second drawing', 'a forged drawing'))).toMatch(
        /not as it was written/,
      );
      expect(await refusedAs(forged(whole, '"database": "', '"databose": "'))).toMatch(
        /not as it was written \(backup.json\)/,
      );
      const scratched = Buffer.from(whole);
      scratched.fill(0, 20_000, 20_008);
      expect(await refusedAs(scratched)).toMatch(/not as it was written/);
    });

    test('when it is something else, empty, or of a newer schema', async () => {
      expect(await refusedAs(Buffer.from('编号,名称\n1,广场\n'))).toMatch(/is not a backup of this system/);
      expect(await refusedAs(Buffer.alloc(0))).toMatch(/is torn/);
      const newer = forged(whole, 'CreateImport1763700000020', 'CreateFuture9763700000020');
      expect(await refusedAs(newer)).toMatch(
        /of a newer version than this program \(CreateFuture9763700000020\)/,
      );
      expect(await refusedAs(forged(whole, '"formatVersion": 1', '"formatVersion": 2'))).toMatch(
        /newer program/,
      );
    });

    test('when rows do not hold together', async () => {
      const { dataSource } = server.office;
      const orphan = '00000000-0000-7000-8000-000000000000';
      await dataSource.transaction(async (tx) => {
        await tx.query(`set local session_replication_role = replica`); // past the foreign key
        await tx.query(
          `insert into session (id, person_id, token_hash, created_at, last_seen_at, expires_at)
           values ($1, $1, '', $2, $2, $2)`,
          [orphan, server.clock.now()],
        );
      });
      const incoherent = join(folder, 'incoherent.backup');
      await backUp(server, incoherent);
      await dataSource.query(`delete from session where id = $1`, [orphan]);
      expect(await refusedAs(await readFile(incoherent))).toMatch(/together \(fk_session_person_id\)/);
    });

    test('when the data folder keeps the ledger of another registry', async () => {
      await mkdir(join(place.dataDir, 'keys'));
      await mkdir(join(place.dataDir, 'ledger'));
      await writeFile(join(place.dataDir, 'keys/ledger.pem'), 'another key');
      await writeFile(join(place.dataDir, 'ledger/heads.jsonl'), '{}\n');
      await expect(restoreInto(place, file)).rejects.toThrow(/signed ledger of another registry/);
      expect(await everyRow(place.dataSource)).toEqual({});
      expect(await readFile(join(place.dataDir, 'keys/ledger.pem'), 'utf8')).toBe('another key');
      await rm(join(place.dataDir, 'keys'), { recursive: true });
      await rm(join(place.dataDir, 'ledger'), { recursive: true });
    });

    test('when the database is not empty', async () => {
      await expect(restoreInto({ ...place, dataSource: server.office.dataSource }, file)).rejects.toThrow(
        /is not empty \(appointment, /,
      );
      await place.dataSource.query(`create table somebody_elses (id int)`);
      await expect(restoreInto(place, file)).rejects.toThrow(/is not empty \(somebody_elses\)/);
      await place.dataSource.query(`drop table somebody_elses`);
    });
  });

  test('lacks what the data folder had lost, says so, and goes into a place that outlived its database', async () => {
    const [last] = await server.office.dataSource.query<{ sha256: string }[]>(
      `select encode(sha256, 'hex') as sha256 from stored_file order by kept_at desc, id desc limit 1`,
    );
    const sha256 = last?.sha256 ?? '';
    const path = pathOfFile(server.dataDir, sha256);
    const bytes = await readFile(path);
    await writeFile(path, 'rotten');
    const lacking = join(folder, 'lacking.backup');
    expect(await backUp(server, lacking)).toMatchObject({ missing: [sha256], uploads: 1 });
    await writeFile(path, bytes);

    // A server has been started on the new database already, and the ledger was signed further than the backup reaches.
    const place = await emptyPlace(kind);
    await prepareDatabase(place.dataSource);
    for (const name of ['ledger/heads.jsonl', 'keys/ledger.pem']) {
      await cp(join(server.dataDir, name), join(place.dataDir, name));
    }
    await appendFile(join(place.dataDir, 'ledger/heads.jsonl'), '{"position":99}\n');
    const { missing, uploads, notices } = await restoreInto(place, lacking);
    expect([missing, uploads, notices.join()]).toEqual([
      [sha256],
      1,
      expect.stringMatching(/signed further than this backup reaches/),
    ]);
    const kept = await readdir(join(place.dataDir, 'ledger'));
    const aside = kept.find((name) => name.includes('before')) ?? '';
    expect(await readFile(join(place.dataDir, 'ledger', aside), 'utf8')).toContain('"position":99');
    expect(await everyRow(place.dataSource)).toEqual(await everyRow(server.office.dataSource));
    await left(place);
  });

  test('never takes the place of a file that is no backup', async () => {
    const letter = join(folder, 'letter.txt');
    await writeFile(letter, 'dear city');
    await expect(backUp(server, letter)).rejects.toThrow(/is there already and is no backup/);
    expect(await readFile(letter, 'utf8')).toBe('dear city');
    await expect(backUp(server, join(folder, 'no/such/folder/x'))).rejects.toThrow(
      /cannot be used \(ENOENT\)/,
    );
  });
});

async function lastEntry(server: TestServer): Promise<number> {
  const [row] = await server.office.dataSource.query<{ last: number }[]>(
    `select max(seq)::int as last from ledger_entry`,
  );
  return row?.last ?? 0;
}
