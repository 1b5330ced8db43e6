import type { Actor } from '#regulation/actor';
import { reach } from '#regulation/authority';
import type { SiteType, SpaceType } from '#regulation/enumerations';
import { NEAR_DUPLICATE_DEFAULTS, resemblance, type Resemblance } from '#regulation/filing/near-duplicate';
import type { DataSource } from 'typeorm';
import { pointText } from '../registry/shelter-columns.ts';
import type { Filing } from './filing.entity.ts';

/** A place that may be the one that is filed: on file already, or in another filing that is not decided. */
export interface NearDuplicate {
  readonly kind: 'SHELTER' | 'FILING';
  readonly id: string;
  readonly code: string | null;
  readonly name: string;
  readonly address: string | null;
  readonly unitName: string;
  readonly siteType: SiteType;
  readonly spaceType: SpaceType;
  readonly areaSquareMeters: number | null;
  readonly declaredCapacity: number | null;
  readonly longitude: number;
  readonly latitude: number;
  readonly meters: number;
  readonly resemblance: Resemblance;
}

const MOST = 10;
/** More than this many places within some hundred metres are looked at by nobody. */
const MOST_LOOKED_AT = 50;

/** For each of the filings what may be the same place, nearest first, within the actor's reach; one query for all. */
export async function findNearDuplicates(
  dataSource: DataSource,
  actor: Actor,
  filings: readonly Filing[],
): Promise<NearDuplicate[][]> {
  const placed = filings.filter(({ contents }) => isOnEarth(contents.position));
  if (placed.length === 0) return filings.map(() => []);
  const { everywhere, jurisdictions, units } = reach(actor, 'readRegistry');
  const rows = await dataSource.query<(Omit<NearDuplicate, 'resemblance'> & { filing: string })[]>(
    `select asked.id as filing, near.kind, near.id, near.code, near.name, near."unitName", near.longitude, near.latitude,
       near.meters, near.contents->>'address' as address, near.contents->>'siteType' as "siteType",
       near.contents->>'spaceType' as "spaceType",
       (near.contents->>'areaSquareMeters')::float8 as "areaSquareMeters",
       (near.contents->>'declaredCapacity')::int as "declaredCapacity"
     from unnest($1::uuid[], $2::text[], $3::uuid[]) as asked (id, point, shelter_id)
     cross join lateral (
       select found.*, organisation.name as "unitName" from (
         select 'SHELTER' as kind, shelter.id, shelter.code, shelter.name, shelter.unit_id, shelter.contents,
                st_x(location::geometry) as longitude, st_y(location::geometry) as latitude,
                st_distance(location, asked.point::geography) as meters
         from shelter
         where st_dwithin(location, asked.point::geography, $4) and deregistered_at is null
           and (asked.shelter_id is null or shelter.id <> asked.shelter_id)
           and ($5::bool or shelter.jurisdiction_code = any($6) or shelter.unit_id = any($7))
         union all
         select 'FILING', filing.id, filing.number, filing.contents->>'name', filing.unit_id, filing.contents,
                (filing.contents#>>'{position,longitude}')::float8, (filing.contents#>>'{position,latitude}')::float8,
                st_distance(st_makepoint((filing.contents#>>'{position,longitude}')::float8,
                  (filing.contents#>>'{position,latitude}')::float8)::geography, asked.point::geography)
         from filing
         where filing.kind = 'NEW' and filing.stage in ('DRAFT', 'SUBMITTED', 'RETURNED') and filing.id <> asked.id
           and ($5::bool or filing.jurisdiction_code = any($6) or filing.unit_id = any($7))
           and abs((filing.contents#>>'{position,longitude}')::float8 - st_x(asked.point::geometry)) < $8
           and abs((filing.contents#>>'{position,latitude}')::float8 - st_y(asked.point::geometry)) < $8
       ) as found (kind, id, code, name, unit_id, contents, longitude, latitude, meters)
       join organisation on organisation.id = found.unit_id
       order by meters, id limit ${MOST_LOOKED_AT}) near`,
    [
      placed.map(({ id }) => id),
      placed.map(({ contents }) => contents.position && pointText(contents.position)),
      placed.map(({ shelterId }) => shelterId),
      NEAR_DUPLICATE_DEFAULTS.nearMeters,
      everywhere,
      jurisdictions,
      units,
      NEAR_DEGREES,
    ],
  );
  return filings.map(({ id, contents }) =>
    rows
      .filter((row) => row.filing === id)
      .flatMap(({ filing: _asked, ...row }) => {
        const like = resemblance(contents.name, row);
        return like ? [{ ...row, meters: Math.round(row.meters), resemblance: like }] : [];
      })
      .slice(0, MOST),
  );
}

/** Some hundred metres in degrees, generously: the exact distance is asked of what this leaves. */
const NEAR_DEGREES = 0.006;

function isOnEarth(position: Filing['contents']['position']): boolean {
  return position !== null && Math.abs(position.longitude) <= 180 && Math.abs(position.latitude) <= 90;
}
