import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import copyStreams from 'pg-copy-streams';
import { databaseKinds, emptyTables } from '../support/databases.ts';
import { openParcels, parcelIds, type Parcels } from './parcels.ts';

describe.each(databaseKinds())('the capabilities of the %s database are true', (kind) => {
  let parcels: Parcels;
  let first: pg.Client;
  let second: pg.Client;
  beforeAll(async () => {
    parcels = await openParcels(kind);
    first = new pg.Client(parcels.open.connection);
    second = new pg.Client(parcels.open.connection);
    await Promise.all([first.connect(), second.connect()]);
  }, 120_000);
  afterAll(async () => {
    await Promise.all([first.end(), second.end()]);
    await parcels.close();
  });
  beforeEach(() => emptyTables(parcels.dataSource));

  test('kind', () => {
    expect(parcels.open.capabilities.kind).toBe(kind);
  });

  test('copy', async () => {
    const copied = pipeline(
      Readable.from(['1\tone\n']),
      first.query(copyStreams.from(`copy parcel from stdin`)),
    );
    expect(
      await copied.then(
        () => true,
        () => false,
      ),
    ).toBe(parcels.open.capabilities.copy);
    expect(await parcelIds(parcels.dataSource)).toEqual([1]);
  });

  test('listen', async () => {
    const heard: string[] = [];
    first.on('notification', ({ payload }) => heard.push(payload ?? ''));
    await first.query(`listen doorbell`);
    await second.query(`notify doorbell, 'from outside'`);
    await first.query(`select 1`); // whatever was sent to the first has arrived before this answer
    await first.query(`unlisten doorbell`);
    expect(heard.includes('from outside')).toBe(parcels.open.capabilities.listen);
  });

  test('concurrency', async () => {
    await first.query(`begin`);
    await first.query(`insert into parcel (id) values (1)`);
    const order: string[] = [];
    const other = second.query(`select 1`).then(() => order.push('other'));
    if (parcels.open.capabilities.concurrency) await other;
    await first.query(`commit`).then(() => order.push('commit'));
    await other;
    expect(order[0]).toBe(parcels.open.capabilities.concurrency ? 'other' : 'commit');
  });

  // What the build packs of PostGIS; on PostgreSQL it is the server's own.
  if (kind !== 'embedded') return;

  test('measures on the spheroid, and finds the tables of its projections', async () => {
    const { rows } = await first.query<{ metres: number; east: number }>(
      `select st_distance('point(111 34)'::geography, 'point(112 34)'::geography) as metres,
              st_x(st_transform('srid=4326;point(111 34)'::geometry, 4546)) as east`,
    );
    expect(rows[0]?.metres).toBeCloseTo(92_384.8, 0);
    expect(rows[0]?.east).toBeCloseTo(500_000, 0);
  });

  test('brings of PostGIS what is used: neither raster nor topology', async () => {
    const { rows } = await first.query<{ name: string }>(
      `select name from pg_available_extensions where name like 'postgis%'`,
    );
    expect(rows).toEqual([{ name: 'postgis' }]);
  });
});
