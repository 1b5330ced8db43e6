import { countyBoundaries } from '#geography/boundaries/boundaries';
import type { DataSource } from 'typeorm';
import { inTransaction } from '../platform/database/data-source.ts';
import { CITY_CODE, JURISDICTIONS } from './jurisdictions.ts';

const SOURCE = 'schematic (示意); see libs/geography/boundaries';

/** Jurisdictions with their schematic borders: always there, put back as they were at every start; an official border stays. */
export async function seedReference(dataSource: DataSource): Promise<void> {
  await inTransaction(
    dataSource,
    async (tx) => {
      for (const { code, name, nameEn, level, localCode } of JURISDICTIONS) {
        await tx.query(
          `insert into jurisdiction (code, name, name_en, level, parent_code, local_code) values ($1, $2, $3, $4, $5, $6)
           on conflict (code) do update set name = excluded.name, name_en = excluded.name_en`,
          [code, name, nameEn, level, code === CITY_CODE ? null : CITY_CODE, localCode],
        );
      }
      for (const county of countyBoundaries()) {
        await tx.query(
          `update jurisdiction set boundary = st_multi(st_makevalid(st_setsrid(st_geomfromgeojson($2), 4326))), boundary_source = $3
           where code = $1 and (boundary is null or boundary_source = $3)`,
          [county.code, JSON.stringify(county.geometry), SOURCE],
        );
      }
      await tx.query(
        `update jurisdiction city
         set boundary = (select st_multi(st_union(boundary)) from jurisdiction where parent_code = $1), boundary_source = $2
         where code = $1 and (boundary is null or boundary_source = $2)`,
        [CITY_CODE, SOURCE],
      );
    },
    { idempotent: true },
  );
}

/** Whether every jurisdiction of the city is there. */
export async function isReferenceSeeded(dataSource: DataSource): Promise<boolean> {
  const codes = JURISDICTIONS.map(({ code }) => code);
  const [row] = await dataSource.query<{ there: number }[]>(
    `select count(*)::int as there from jurisdiction where code = any($1)`,
    [codes],
  );
  return row?.there === codes.length;
}
