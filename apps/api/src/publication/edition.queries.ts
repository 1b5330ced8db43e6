import type { Actor } from '#regulation/actor';
import { reach } from '#regulation/authority';
import type { PublicationStatus } from '#regulation/enumerations';
import type { ShelterContents } from '#regulation/registry/contents';
import { usableCapacity } from '#regulation/registry/usable-capacity';
import type { DataSource } from 'typeorm';
import { readCursor, toConnection, type Connection } from '../platform/graphql/connection.ts';
import { Edition, type EditionChange } from './edition.entity.ts';

/** Editions, newest first. */
export async function findEditions(
  dataSource: DataSource,
  first: number,
  after: string | null,
): Promise<Connection<Edition>> {
  const editions = dataSource.getRepository(Edition);
  const rows = editions
    .createQueryBuilder('edition')
    .orderBy('edition.number', 'DESC')
    .limit(first + 1);
  const cursor = readCursor(after, 1);
  if (cursor) rows.where('edition.number < :cursor', { cursor: Number(cursor[0]) });
  return toConnection(
    await rows.getMany(),
    first,
    (edition) => [edition.number],
    () => editions.count(),
  );
}

export function findEdition(dataSource: DataSource, number: number): Promise<Edition | null> {
  return dataSource.getRepository(Edition).findOneBy({ number });
}

/** The last edition, or the last of the regular ones; null before the first. */
export function findLastEdition(dataSource: DataSource, only?: 'REGULAR'): Promise<Edition | null> {
  return dataSource
    .getRepository(Edition)
    .findOne({ where: only ? { kind: only } : {}, order: { number: 'DESC' } });
}

export interface EditionItemRow {
  readonly shelterId: string;
  readonly code: string;
  readonly name: string;
  readonly address: string | null;
  readonly usableCapacity: number | null;
  readonly position: { readonly longitude: number; readonly latitude: number } | null;
  readonly version: number | null;
  readonly versionNow: number;
  readonly statusNow: PublicationStatus;
  readonly saidIn: string;
  readonly change: EditionChange;
  readonly reason: string | null;
}

/** A row as it is read: the contents of the version that the public saw. */
type SaidRow = Omit<EditionItemRow, 'name' | 'address' | 'position' | 'usableCapacity'> & {
  readonly nameNow: string;
  readonly contents: ShelterContents | null;
};

/** SAID: what an edition said itself. HELD: all that the public saw once it was out, said then or earlier. */
export type EditionPart = 'SAID' | 'HELD';

const REACH = `($2 or shelter.jurisdiction_code = any($3) or shelter.unit_id = any($4))`;

/** Shelters within the actor's reach: why another county's was taken back is not for him. */
const ITEMS: Record<EditionPart, string> = {
  SAID: `shelter join edition_item item on item.shelter_id = shelter.id and item.edition = $1 where ${REACH}`,
  HELD: `shelter
    join lateral (select edition, version, change, reason from edition_item
      where shelter_id = shelter.id and edition <= $1 order by edition desc limit 1) item
      on item.change in ('PUBLISHED', 'CHANGED', 'CONFIRMED')
    join edition asked on asked.number = $1
      and (shelter.deregistered_at is null or shelter.deregistered_at > asked.published_at)
    where ${REACH}`,
};

function itemsFor(actor: Actor, edition: number): unknown[] {
  const { everywhere, jurisdictions, units } = reach(actor, 'readRegistry');
  return [edition, everywhere, jurisdictions, units];
}

/** What an edition said or held, by code, as it was then: read from the version the public saw, which never changes. */
export async function findEditionItems(
  dataSource: DataSource,
  actor: Actor,
  edition: number,
  part: EditionPart,
  first: number,
  after: string | null,
): Promise<EditionItemRow[]> {
  const cursor = readCursor(after, 1);
  const rows = await dataSource.query<SaidRow[]>(
    `select said.id as "shelterId", said.code, said.change, said.reason, said.version, said.name as "nameNow",
       said.version_now as "versionNow", publication.status as "statusNow", edition.label as "saidIn", seen.contents
     from (select shelter.id, shelter.code, shelter.name, shelter.version as version_now, item.edition, item.version,
             item.change, item.reason
           from ${ITEMS[part]} and shelter.code > $5 order by shelter.code limit $6) said
     join edition on edition.number = said.edition
     join publication on publication.shelter_id = said.id
     left join shelter_version seen on seen.shelter_id = said.id and seen.version = said.version
     order by said.code`,
    [...itemsFor(actor, edition), String(cursor?.[0] ?? ''), first + 1],
  );
  return rows.map(({ contents, nameNow, ...row }) => ({
    ...row,
    name: contents?.name ?? nameNow,
    address: contents?.address ?? null,
    position: contents?.position ?? null,
    usableCapacity: contents && usableCapacity(contents),
  }));
}

export async function countEditionItems(
  dataSource: DataSource,
  actor: Actor,
  edition: number,
  part: EditionPart,
): Promise<number> {
  const [row] = await dataSource.query<{ count: number }[]>(
    `select count(*)::int as count from ${ITEMS[part]}`,
    itemsFor(actor, edition),
  );
  return row?.count ?? 0;
}
