import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { inTransaction, isUniqueViolation } from '../../apps/api/src/platform/database/data-source.ts';
import { databaseKinds, emptyTables } from '../support/databases.ts';
import { insertParcel, openParcels, parcelIds, type Parcels } from './parcels.ts';

describe.each(databaseKinds())('a pool on the %s database', (kind) => {
  let parcels: Parcels;
  beforeAll(async () => (parcels = await openParcels(kind)), 120_000);
  afterAll(() => parcels.close());
  beforeEach(() => emptyTables(parcels.dataSource));

  test('answers 20,000 parameterised queries, mixed with transactions, to eight callers', async () => {
    const { dataSource } = parcels;
    const caller = async (number: number): Promise<void> => {
      for (let round = 0; round < 500; round += 1) {
        const id = number * 1_000 + round;
        await inTransaction(dataSource, async (tx) => {
          await insertParcel(tx, id);
          expect(await tx.query(`select said from parcel where id = $1`, [id])).toEqual([
            { said: `parcel ${id}` },
          ]);
        });
        for (const factor of [2, 3, 5]) {
          const rows: unknown = await dataSource.query(`select $1::integer * $2::integer as product`, [
            id,
            factor,
          ]);
          expect(rows).toEqual([{ product: id * factor }]);
        }
      }
    };
    await Promise.all([0, 1, 2, 3, 4, 5, 6, 7].map(caller));
    expect(await parcelIds(dataSource)).toHaveLength(4_000);
  }, 120_000);

  test('undoes a transaction that fails, and goes on', async () => {
    const { dataSource } = parcels;
    const broken = inTransaction(dataSource, async (tx) => {
      await insertParcel(tx, 1);
      await tx.query(`select 1 / $1::integer`, [0]);
    });
    await expect(broken).rejects.toMatchObject({ driverError: { code: '22012' } });
    expect(await parcelIds(dataSource)).toEqual([]);
    await insertParcel(dataSource, 2);
    expect(await parcelIds(dataSource)).toEqual([2]);
  });

  test('recovers inside a transaction by a savepoint', async () => {
    const { dataSource } = parcels;
    await inTransaction(dataSource, async (tx) => {
      await insertParcel(tx, 1);
      await tx.transaction((inner) => insertParcel(inner, 1)).catch(() => undefined);
      await insertParcel(tx, 2);
    });
    expect(await parcelIds(dataSource)).toEqual([1, 2]);
  });

  test('names the unique constraint that refused a row', async () => {
    await insertParcel(parcels.dataSource, 1);
    const error: unknown = await insertParcel(parcels.dataSource, 1).catch((refused: unknown) => refused);
    expect(isUniqueViolation(error, 'pk_parcel')).toBe(true);
    expect(isUniqueViolation(error, 'pk_other')).toBe(false);
  });

  test('refuses a pool query inside a transaction, where it would wait for itself', async () => {
    const { dataSource } = parcels;
    const inside = inTransaction(dataSource, async (tx) => {
      await insertParcel(tx, 1);
      await dataSource.query(`select 1`);
    });
    await expect(inside).rejects.toThrow('Use the transaction that was handed in (tx).');
    const nested = inTransaction(dataSource, () => inTransaction(dataSource, (tx) => insertParcel(tx, 1)));
    await expect(nested).rejects.toThrow('Use the transaction that was handed in (tx).');
    expect(await parcelIds(dataSource)).toEqual([]);
  });

  test('guards each of several transactions until its own end, and the next one after all', async () => {
    const { dataSource } = parcels;
    let [begun, end] = [(): void => undefined, (): void => undefined];
    const isOver = new Promise<void>((resolve) => (end = resolve));
    const isUnderWay = new Promise<void>((resolve) => (begun = resolve));
    const long = inTransaction(dataSource, async () => {
      begun();
      await isOver;
      await dataSource.query(`select 1`);
    });
    await isUnderWay;
    const refused = expect(long).rejects.toThrow('Use the transaction that was handed in (tx).');
    // Another begins and ends meanwhile, where two can: the first is guarded all the same.
    const other = () => inTransaction(dataSource, (tx) => insertParcel(tx, 1));
    if (kind === 'postgres') await other();
    end();
    await refused;
    if (kind !== 'postgres') await other();
    const next = inTransaction(dataSource, () => dataSource.query(`select 1`));
    await expect(next).rejects.toThrow('Use the transaction that was handed in (tx).');
    expect(await parcelIds(dataSource)).toEqual([1]);
  });

  test('lets what a transaction started use the pool once it has ended', async () => {
    const { dataSource } = parcels;
    let afterwards: Promise<number[]> | undefined;
    let ended = () => {};
    const end = new Promise<void>((resolve) => (ended = resolve));
    await inTransaction(dataSource, async (tx) => {
      await insertParcel(tx, 1);
      afterwards = end.then(() => parcelIds(dataSource));
    });
    ended();
    expect(await afterwards).toEqual([1]);
  });

  test('repeats idempotent work that met another transaction, and only such work', async () => {
    const { dataSource } = parcels;
    let runs = 0;
    const conflict = async (tx: { query(sql: string): Promise<unknown> }) => {
      runs += 1;
      if (runs < 3) await tx.query(`do $$ begin raise exception using errcode = '40001'; end $$`);
      return runs;
    };
    expect(await inTransaction(dataSource, conflict, { idempotent: true })).toBe(3);
    runs = 0;
    await expect(inTransaction(dataSource, conflict)).rejects.toMatchObject({
      driverError: { code: '40001' },
    });
  });
});
