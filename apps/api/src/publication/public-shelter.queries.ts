import type { PublicContents } from '#regulation/publication/public-contents';
import type { DataSource } from 'typeorm';
import { publicProjection } from './public-projection.ts';
import {
  ANNOUNCED,
  PUBLIC_FROM,
  PUBLISHED,
  rowColumns,
  type PublicRow,
  type PublicSource,
} from './public-rows.ts';

/** One shelter by the code on its sign, when the public may see it. */
export async function findPublicShelter(dataSource: DataSource, code: string): Promise<PublicRow | null> {
  const arm = (source: PublicSource) =>
    `select ${source.columns} from ${PUBLIC_FROM} where p.code = $1 and ${source.condition}`;
  const [row] = await dataSource.query<{ found: PublicRow }[]>(
    `select row_to_json(found) as found from (
       select ${rowColumns('shown')} from (${arm(PUBLISHED)} union all ${arm(ANNOUNCED)}) shown
       left join edition e on e.number = shown.edition_number) found`,
    [code],
  );
  return row?.found ?? null;
}

/** What the public may read of each shelter, in the order asked: the published version, else the one on file. */
export async function findPublicContents(
  dataSource: DataSource,
  shelterIds: readonly string[],
): Promise<(PublicContents | Error)[]> {
  const rows = await dataSource.query<{ id: string; contents: PublicContents }[]>(
    `select p.shelter_id as id, p.contents from ${PUBLIC_FROM}
     where p.shelter_id = any($1) and ${PUBLISHED.condition}
     union all
     select p.shelter_id, ${publicProjection('s.contents')} from ${PUBLIC_FROM}
     where p.shelter_id = any($1) and ${ANNOUNCED.condition}`,
    [shelterIds],
  );
  const byId = new Map(rows.map(({ id, contents }) => [id, contents]));
  return shelterIds.map((id) => byId.get(id) ?? new Error(`shelter ${id} is no longer public`));
}
