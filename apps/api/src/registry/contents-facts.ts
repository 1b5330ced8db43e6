import { BORDER_TOLERANCE_METERS } from '#geography/boundaries/boundaries';
import { measureShapes, shapesOf } from '#geography/shape-facts';
import { civilDateOf } from '#regulation/civil-date';
import type { ContentsFacts } from '#regulation/filing/check-contents';
import { EMPTY_CONTENTS, type ShelterContents } from '#regulation/registry/contents';
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
  const shapes = checked.map(({ contents }) => shapesOf(contents));
  const placed = shapes.flatMap((ofOne, place) => ofOne.map((shape) => ({ ...shape, place })));
  const rows = await tx.query<
    {
      name: string | null;
      nameEn: string | null;
      inside: boolean | null;
      outside: string[];
      nearby: { code: string; name: string; meters: number }[];
    }[]
  >(
    `with asked as (
       select * from unnest($1::int[], $2::text[], $3::text[], $4::text[], $5::text[], $6::uuid[])
         as asked (place, code, point, name, space_type, shelter_id)),
     shape as (
       select place, field, st_geomfromtext(points, 4326) as points
       from unnest($7::int[], $8::text[], $9::text[]) as shape (place, field, points))
     select own.name, own.name_en as "nameEn",
            st_dwithin(coalesce(own.boundary, parent.boundary)::geography, asked.point::geography, ${BORDER_TOLERANCE_METERS}) as inside,
            array(
              select shape.field from shape
              where shape.place = asked.place
                and not st_covers(coalesce(own.boundary, parent.boundary), shape.points)
                and exists (
                  select from st_dump(shape.points) corner
                  where not st_dwithin(coalesce(own.boundary, parent.boundary)::geography, corner.geom::geography, ${BORDER_TOLERANCE_METERS}))
            ) as outside,
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
      placed.map(({ place }) => place),
      placed.map(({ field }) => field),
      placed.map(({ points }) => `MULTIPOINT(${points.map((point) => point.join(' ')).join(', ')})`),
    ],
  );
  return rows.map((row, place) => ({
    jurisdictionName: row.name ?? checked[place]?.jurisdictionCode ?? '',
    jurisdictionNameEn: row.nameEn ?? checked[place]?.jurisdictionCode ?? '',
    boundary: row.inside === true ? 'INSIDE' : row.inside === false ? 'OUTSIDE' : 'UNKNOWN',
    nearbySame: row.nearby,
    shapes: measureShapes(checked[place]?.contents ?? EMPTY_CONTENTS, shapes[place] ?? [], row.outside),
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
