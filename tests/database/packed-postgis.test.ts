import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';
import pg from 'pg';
import {
  startEmbedded,
  type Embedded,
} from '../../apps/api/src/platform/database/embedded/start-embedded.ts';

const BUNDLE = join(import.meta.dirname, '../../dist/postgis.tar.gz');

describe('PostGIS as the build packs it', () => {
  let embedded: Embedded;
  let client: pg.Client;
  beforeAll(async () => {
    embedded = await startEmbedded();
    client = new pg.Client(embedded);
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await embedded.close();
  });

  test('compiles one library at a start: neither raster nor topology', async () => {
    const names: string[] = [];
    for await (const entry of createReadStream(BUNDLE).pipe(createGunzip()).pipe(extract())) {
      names.push(entry.header.name);
      entry.resume();
    }
    expect(names.filter((name) => name.endsWith('.so'))).toHaveLength(1);
    const installable = await client.query<{ name: string }>(
      `select name from pg_available_extensions where name like 'postgis%' order by name`,
    );
    expect(installable.rows.map(({ name }) => name)).toEqual(['postgis']);
  });

  test('measures on the spheroid and finds its tables of projections', async () => {
    const { rows } = await client.query<{ metres: number; east: number }>(
      `select st_distance('point(111 34)'::geography, 'point(112 34)'::geography) as metres,
              st_x(st_transform('srid=4326;point(111 34)'::geometry, 4546)) as east`,
    );
    expect(rows[0]?.metres).toBeCloseTo(92_384.8, 0);
    expect(rows[0]?.east).toBeCloseTo(500_000, 0);
  });
});
