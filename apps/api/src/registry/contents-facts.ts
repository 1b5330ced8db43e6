import { BORDER_TOLERANCE_METERS } from '#geography/boundaries/boundaries';
import { civilDateOf } from '#regulation/civil-date';
import type { ContentsFacts } from '#regulation/filing/check-contents';
import type { ShelterContents } from '#regulation/registry/contents';
import type { EntityManager } from 'typeorm';
import { pointText } from './shelter-columns.ts';

const NEARBY_METERS = 50;

/** What the checks are asked about. */
export interface CheckedContents {
  readonly jurisdictionCode: string;
  readonly contents: ShelterContents;
  /** The shelter these contents are of, so that it is not called its own double. */
  readonly shelterId: string | null;
}

/** What the checks need to know about the world around each of the contents, in one query for all of them. */
export async function contentsFacts(
  tx: Pick<EntityManager, 'query'>,
  checked: readonly CheckedContents[],
  at: Date,
): Promise<ContentsFacts[]> {
  const rows = await tx.query<
    {
      name: string | null;
      inside: boolean | null;
      nearby: { code: string; name: string; meters: number }[];
    }[]
  >(
    `with asked as (
       select * from unnest($1::int[], $2::text[], $3::text[], $4::text[], $5::text[], $6::uuid[])
         as asked (place, code, point, name, space_type, shelter_id))
     select own.name,
            st_dwithin(coalesce(own.boundary, parent.boundary)::geography, asked.point::geography, ${BORDER_TOLERANCE_METERS}) as inside,
            coalesce((
              select jsonb_agg(jsonb_build_object('code', near.code, 'name', near.name, 'meters', near.meters))
              from (select code, name, round(st_distance(location, asked.point::geography))::int as meters from shelter
                    where st_dwithin(location, asked.point::geography, ${NEARBY_METERS})
                      and name = asked.name and space_type = asked.space_type and deregistered_at is null
                      and (asked.shelter_id is null or id <> asked.shelter_id)
                    order by meters, code limit 5) near), '[]') as nearby
     from asked
     left join jurisdiction own on own.code = asked.code
     left join jurisdiction parent on parent.code = own.parent_code
     order by asked.place`,
    [
      checked.map((_, place) => place),
      checked.map((one) => one.jurisdictionCode),
      checked.map((one) => pointOnEarth(one.contents)),
      checked.map((one) => one.contents.name),
      checked.map((one) => one.contents.spaceType),
      checked.map((one) => one.shelterId),
    ],
  );
  return rows.map((row, place) => ({
    jurisdictionName: row.name ?? checked[place]?.jurisdictionCode ?? '',
    boundary: row.inside === true ? 'INSIDE' : row.inside === false ? 'OUTSIDE' : 'UNKNOWN',
    nearbySame: row.nearby,
    today: civilDateOf(at),
  }));
}

/** contentsFacts for one. */
export async function factsOf(
  tx: Pick<EntityManager, 'query'>,
  checked: CheckedContents,
  at: Date,
): Promise<ContentsFacts> {
  const [facts] = await contentsFacts(tx, [checked], at);
  if (!facts) throw new Error('the world around the contents was not found');
  return facts;
}

function pointOnEarth({ position }: ShelterContents): string | null {
  if (!position || Math.abs(position.longitude) > 180 || Math.abs(position.latitude) > 90) return null;
  return pointText(position);
}
