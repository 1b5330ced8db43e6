import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import copyStreams from 'pg-copy-streams';
import { databaseKinds, emptyTables } from '../support/databases.ts';
import { openParcels, parcelIds, type Parcels } from './parcels.ts';

describe.each(databaseKinds())('connections to the %s database', (kind) => {
  let parcels: Parcels;
  const clients: pg.Client[] = [];
  beforeAll(async () => (parcels = await openParcels(kind)), 120_000);
  afterAll(() => parcels.close());
  beforeEach(async () => {
    await Promise.all(clients.splice(0).map((client) => client.end()));
    await emptyTables(parcels.dataSource);
  });

  async function connect(): Promise<pg.Client> {
    const client = new pg.Client(parcels.open.connection);
    client.on('error', () => undefined);
    await client.connect();
    clients.push(client);
    return client;
  }

  function copyIn(client: pg.Client, rows: Iterable<string>): Promise<void> {
    return pipeline(
      Readable.from(rows),
      client.query(copyStreams.from(`copy parcel from stdin with (format csv)`)),
    );
  }

  test('undo the transaction of a client that goes away in its midst', async () => {
    const gone = await connect();
    await gone.query(`begin`);
    await gone.query(`insert into parcel (id) values ($1)`, [1]);
    const next = parcelIds(parcels.dataSource); // on the embedded database it waits for the transaction's end
    gone.connection.stream.destroy();
    expect(await next).toEqual([]);
    await parcels.dataSource.query(`insert into parcel (id) values (1)`);
    expect(await parcelIds(parcels.dataSource)).toEqual([1]);
  });

  test('keep statements of the same name apart', async () => {
    const [first, second] = [await connect(), await connect()];
    const ask = async (client: pg.Client, text: string) =>
      (await client.query<{ answer: string }>({ name: 'same', text, values: [20] })).rows[0]?.answer;
    for (let round = 0; round < 3; round += 1) {
      expect(await ask(first, `select $1::integer + 1 as answer`)).toBe(21);
      expect(await ask(second, `select $1::integer * 2 as answer`)).toBe(40);
    }
  });

  test('go on after errors, whichever way the query was sent', async () => {
    const client = await connect();
    for (const values of [undefined, [0]]) {
      const divide = values ? `select 1 / $1::integer` : `select 1 / 0`;
      await expect(client.query(divide, values)).rejects.toMatchObject({ code: '22012' });
      await expect(client.query(`selec`, values)).rejects.toMatchObject({ code: '42601' });
      expect((await client.query(`select $1::integer as alive`, [1])).rows).toEqual([{ alive: 1 }]);
    }
  });

  test('take COPY in, and survive a bad row', async () => {
    const client = await connect();
    const rows = (function* () {
      for (let id = 0; id < 20_000; id += 1) yield `${id},"第 ${id} 行"\n`;
    })();
    await copyIn(client, rows);
    expect(await parcelIds(parcels.dataSource)).toHaveLength(20_000);
    const other = await connect();
    await expect(copyIn(other, ['30000,good\n', 'thirty,bad\n'])).rejects.toMatchObject({ code: '22P02' });
    await expect(copyIn(other, ['1,twice\n'])).rejects.toMatchObject({
      code: '23505',
      constraint: 'pk_parcel',
    });
    await copyIn(other, ['30001,good\n']);
    expect(await parcelIds(parcels.dataSource)).toHaveLength(20_001);
  });

  test('undo a COPY inside a transaction that is rolled back, or whose client goes', async () => {
    const client = await connect();
    await client.query(`begin`);
    await copyIn(client, ['1,one\n']);
    await client.query(`rollback`);
    await client.query(`begin`);
    const half = client.query(copyStreams.from(`copy parcel from stdin with (format csv)`));
    half.on('error', () => undefined);
    half.write('2,two\n');
    client.connection.stream.destroy();
    expect(await parcelIds(parcels.dataSource)).toEqual([]);
  });
});
