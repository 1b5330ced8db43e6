import type { MapArea } from '#geography/map-area';
import type { Actor } from '#regulation/actor';
import { reach } from '#regulation/authority';
import type { ShelterGrade, SiteType, SpaceType } from '#regulation/enumerations';
import type { ShelterContents } from '#regulation/registry/contents';
import type { DataSource, SelectQueryBuilder } from 'typeorm';
import { readCursor, toConnection, type Connection } from '../platform/graphql/connection.ts';
import { narrowByText } from './search-text.ts';
import { Shelter, type ListedShelter } from './shelter.entity.ts';
import { ShelterVersion } from './shelter-version.entity.ts';

export interface ShelterFilterFacts {
  readonly jurisdictionCode?: string | null;
  readonly text?: string | null;
  readonly siteTypes?: readonly SiteType[] | null;
  readonly spaceTypes?: readonly SpaceType[] | null;
  readonly grades?: readonly ShelterGrade[] | null;
  readonly correctionDue?: boolean | null;
  /** Only those whose corrections were due before this day. */
  readonly correctionsDueBefore?: string | null;
  /** Only those that have left the register; they are left out otherwise. */
  readonly deregistered?: boolean | null;
  readonly area?: MapArea | null;
}

/** A page of the registry within the actor's reach, by code. */
export async function findShelters(
  dataSource: DataSource,
  actor: Actor,
  filter: ShelterFilterFacts,
  first: number,
  after: string | null,
): Promise<Connection<ListedShelter>> {
  const query = () => registryWithin(dataSource, actor, filter);
  const rows = listed(query())
    .orderBy('shelter.code')
    .limit(first + 1);
  const cursor = readCursor(after, 1);
  if (cursor) rows.andWhere('shelter.code > :cursor', { cursor: String(cursor[0]) });
  return toConnection(
    await rows.getMany(),
    first,
    (shelter) => [shelter.code],
    () => query().getCount(),
  );
}

/** All of the registry within the actor's reach that a filter leaves. */
export function registryWithin(
  dataSource: DataSource,
  actor: Actor,
  filter: ShelterFilterFacts,
): SelectQueryBuilder<Shelter> {
  return narrowed(readable(dataSource, actor), filter);
}

/** The same shelters without their contents. */
export function listed(query: SelectQueryBuilder<Shelter>): SelectQueryBuilder<Shelter> {
  const { columns } = query.connection.getMetadata(Shelter);
  const names = columns.filter(({ isSelect, propertyName }) => isSelect && propertyName !== 'contents');
  return query.select(names.map(({ propertyName }) => `shelter.${propertyName}`));
}

/** The contents of each shelter, in the order asked; one query for all. */
export async function findContents(
  dataSource: DataSource,
  shelterIds: readonly string[],
): Promise<(ShelterContents | Error)[]> {
  const found = await dataSource.query<{ id: string; contents: ShelterContents }[]>(
    `select id, contents from shelter where id = any($1)`,
    [shelterIds],
  );
  const byId = new Map(found.map(({ id, contents }) => [id, contents]));
  return shelterIds.map((id) => byId.get(id) ?? new Error(`no shelter ${id}`));
}

/** One shelter by id or code, if the actor may read it. */
export function findShelter(
  dataSource: DataSource,
  actor: Actor,
  key: { id: string } | { code: string },
): Promise<Shelter | null> {
  const query = readable(dataSource, actor);
  if ('id' in key) query.andWhere('shelter.id = :id', key);
  else query.andWhere('shelter.code = :code', key);
  return query.getOne();
}

/** The versions of each shelter, newest first; one query for all. */
export async function findVersions(
  dataSource: DataSource,
  shelterIds: readonly string[],
): Promise<ShelterVersion[][]> {
  const versions = await dataSource
    .getRepository(ShelterVersion)
    .createQueryBuilder('version')
    .where('version.shelterId = any(:shelterIds)', { shelterIds })
    .orderBy('version.version', 'DESC')
    .limit(100 * shelterIds.length)
    .getMany();
  return shelterIds.map((id) => versions.filter((version) => version.shelterId === id));
}

export interface VersionKey {
  readonly shelterId: string;
  readonly version: number;
}

/** Single versions in the order asked, null where there is none; one query for all. */
export async function findVersionsAt(
  dataSource: DataSource,
  keys: readonly VersionKey[],
): Promise<(ShelterVersion | null)[]> {
  const found = await dataSource
    .getRepository(ShelterVersion)
    .createQueryBuilder('version')
    .innerJoin(
      `(select unnest(:shelterIds::uuid[]) as shelter_id, unnest(:versions::int[]) as version)`,
      'asked',
      'asked.shelter_id = version.shelterId and asked.version = version.version',
    )
    .setParameters({
      shelterIds: keys.map(({ shelterId }) => shelterId),
      versions: keys.map(({ version }) => version),
    })
    .getMany();
  const byKey = new Map(found.map((version) => [`${version.shelterId} ${version.version}`, version]));
  return keys.map(({ shelterId, version }) => byKey.get(`${shelterId} ${version}`) ?? null);
}

/** Jurisdictions in which a real activation is live now. */
export async function findLiveJurisdictions(dataSource: DataSource): Promise<ReadonlySet<string>> {
  const rows = await dataSource.query<{ code: string }[]>(
    `select distinct jurisdiction_code as code from live_situation`,
  );
  return new Set(rows.map(({ code }) => code));
}

function readable(dataSource: DataSource, actor: Actor): SelectQueryBuilder<Shelter> {
  const { everywhere, jurisdictions, units } = reach(actor, 'readRegistry');
  const query = dataSource.getRepository(Shelter).createQueryBuilder('shelter').where('true');
  if (everywhere) return query;
  return query.andWhere('(shelter.jurisdictionCode = any(:jurisdictions) or shelter.unitId = any(:units))', {
    jurisdictions,
    units,
  });
}

function narrowed(
  query: SelectQueryBuilder<Shelter>,
  filter: ShelterFilterFacts,
): SelectQueryBuilder<Shelter> {
  if (filter.jurisdictionCode)
    query.andWhere('shelter.jurisdictionCode = :code', { code: filter.jurisdictionCode });
  if (filter.siteTypes?.length)
    query.andWhere('shelter.siteType = any(:siteTypes)', { siteTypes: filter.siteTypes });
  if (filter.spaceTypes?.length) {
    query.andWhere('shelter.spaceType = any(:spaceTypes)', { spaceTypes: filter.spaceTypes });
  }
  if (filter.grades?.length) query.andWhere('shelter.grade = any(:grades)', { grades: filter.grades });
  if (filter.correctionDue) query.andWhere('shelter.correctionDue is not null');
  if (filter.correctionsDueBefore) {
    query.andWhere('shelter.correctionDue < :before', { before: filter.correctionsDueBefore });
  }
  query.andWhere(`shelter.deregisteredAt is ${filter.deregistered ? 'not ' : ''}null`);
  if (filter.area) narrowByArea(query, filter.area);
  narrowByText(query, filter.text);
  return query;
}

/** Wider than this, the index finds most of the table anyway. */
const WIDE_DEGREES = 10;

/**
 * Between meridians and parallels, borders included. The index of the sphere holds great circles: the box is cut into short
 * steps, so that its sides follow the parallels; what it lets through too many is left out by the plain comparison.
 */
function narrowByArea(query: SelectQueryBuilder<Shelter>, area: MapArea): void {
  const { west, south, east, north } = area;
  const isNarrow = [east - west, north - south].every((span) => span > 0 && span < WIDE_DEGREES);
  if (isNarrow) {
    query.andWhere(
      `shelter.location && cast(st_segmentize(st_makeenvelope(:west, :south, :east, :north, 4326), 0.1) as geography)`,
    );
  }
  query.andWhere(
    `st_x(cast(shelter.location as geometry)) between :west and :east
     and st_y(cast(shelter.location as geometry)) between :south and :north`,
    { west, south, east, north },
  );
}
