import { DataSource, type EntityManager } from 'typeorm';
import { createDataSource } from '../../apps/api/src/platform/database/data-source.ts';
import type { OpenDatabase } from '../../apps/api/src/platform/database/open-database.ts';
import { testDatabase, type DatabaseKind } from '../support/databases.ts';

/** A pool on a fresh database with one small table, parcel (id, said). */
export interface Parcels {
  readonly open: OpenDatabase;
  readonly dataSource: DataSource;
  close(): Promise<void>;
}

export async function openParcels(kind: DatabaseKind): Promise<Parcels> {
  const open = await testDatabase(kind, migrate, 'parcels 1');
  const dataSource = await createDataSource(open, [], []).initialize();
  return {
    open,
    dataSource,
    close: async () => {
      await dataSource.destroy();
      await open.close();
    },
  };
}

async function migrate(open: OpenDatabase): Promise<void> {
  const dataSource = await createDataSource(open, [], []).initialize();
  await dataSource.query(`create table parcel (id integer constraint pk_parcel primary key, said text)`);
  await dataSource.destroy();
}

export async function insertParcel(through: DataSource | EntityManager, id: number): Promise<void> {
  await through.query(`insert into parcel (id, said) values ($1, $2)`, [id, `parcel ${id}`]);
}

export async function parcelIds(through: DataSource | EntityManager): Promise<number[]> {
  const rows = await through.query<{ id: number }[]>(`select id from parcel order by id`);
  return rows.map(({ id }) => id);
}
