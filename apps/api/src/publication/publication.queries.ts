import type { Actor } from '#regulation/actor';
import { reach } from '#regulation/authority';
import type { DataSource, SelectQueryBuilder } from 'typeorm';
import { readCursor, toConnection, type Connection } from '../platform/graphql/connection.ts';
import { narrowByText } from '../registry/search-text.ts';
import { Shelter } from '../registry/shelter.entity.ts';
import { Edition, type EditionChange } from './edition.entity.ts';
import { Publication } from './publication.entity.ts';

/** What the next edition would say of a shelter. */
export const DESK_STATES = ['NEW', 'CHANGED', 'CURRENT', 'SUSPENDED', 'HIDDEN', 'NOT_PUBLISHABLE'] as const;
export type DeskState = (typeof DESK_STATES)[number];

export interface DeskFilterFacts {
  readonly states?: readonly DeskState[] | null;
  readonly jurisdictionCode?: string | null;
  readonly text?: string | null;
}

/** One word for each shelter; the states exclude one another. */
const STATE = `case
  when shelter.deregistered_at is not null or shelter.filed_at is null or shelter.location is null then 'NOT_PUBLISHABLE'
  when publication.status = 'UNPUBLISHED' then 'NEW'
  when publication.status <> 'PUBLISHED' then publication.status
  when publication.version <> shelter.version then 'CHANGED'
  else 'CURRENT' end`;

/** A page of shelters as the publishing city sees them, by code, within the actor's reach. */
export async function findForDesk(
  dataSource: DataSource,
  actor: Actor,
  filter: DeskFilterFacts,
  first: number,
  after: string | null,
): Promise<Connection<Shelter>> {
  const query = () => narrowed(readable(dataSource, actor), filter);
  const rows = query()
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

/** The same choice as ids, for publishing everything that it shows. */
export function deskSource(dataSource: DataSource, actor: Actor, filter: DeskFilterFacts) {
  const [query, parameters] = narrowed(readable(dataSource, actor), filter)
    .select('shelter.id', 'id')
    .getQueryAndParameters();
  return { query, parameters: parameters as unknown[] };
}

/** How many shelters stand in each state, within the actor's reach. */
export async function countDesk(dataSource: DataSource, actor: Actor): Promise<Record<DeskState, number>> {
  const rows = await readable(dataSource, actor)
    .select(STATE, 'state')
    .addSelect('count(*)::int', 'count')
    .groupBy('state')
    .getRawMany<{ state: DeskState; count: number }>();
  const counts = Object.fromEntries(DESK_STATES.map((state) => [state, 0])) as Record<DeskState, number>;
  for (const { state, count } of rows) counts[state] = count;
  return counts;
}

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
  readonly version: number | null;
  readonly change: EditionChange;
  readonly reason: string | null;
}

/** What an edition said of shelters within the actor's reach: why another county's was taken back is not for him. */
const EDITION_ITEMS = `edition_item item join shelter on shelter.id = item.shelter_id
  where item.edition = $1 and ($2 or shelter.jurisdiction_code = any($3) or shelter.unit_id = any($4))`;

function editionItemsFor(actor: Actor, edition: number): unknown[] {
  const { everywhere, jurisdictions, units } = reach(actor, 'readRegistry');
  return [edition, everywhere, jurisdictions, units];
}

/** What an edition said, by code. */
export async function findEditionItems(
  dataSource: DataSource,
  actor: Actor,
  edition: number,
  first: number,
  after: string | null,
): Promise<EditionItemRow[]> {
  const cursor = readCursor(after, 1);
  return dataSource.query<EditionItemRow[]>(
    `select item.shelter_id as "shelterId", shelter.code, shelter.name, item.version, item.change, item.reason
     from ${EDITION_ITEMS} and shelter.code > $5 order by shelter.code limit $6`,
    [...editionItemsFor(actor, edition), String(cursor?.[0] ?? ''), first + 1],
  );
}

export async function countEditionItems(
  dataSource: DataSource,
  actor: Actor,
  edition: number,
): Promise<number> {
  const [row] = await dataSource.query<{ count: number }[]>(
    `select count(*)::int as count from ${EDITION_ITEMS}`,
    editionItemsFor(actor, edition),
  );
  return row?.count ?? 0;
}

/** The publication of each shelter, in the order asked; one query for all. */
export async function findPublications(
  dataSource: DataSource,
  shelterIds: readonly string[],
): Promise<Publication[]> {
  const found = await dataSource
    .getRepository(Publication)
    .createQueryBuilder('publication')
    .leftJoinAndSelect('publication.ofEdition', 'edition')
    .where('publication.shelterId = any(:shelterIds)', { shelterIds })
    .getMany();
  const byId = new Map(found.map((publication) => [publication.shelterId, publication]));
  return shelterIds.map((id) => {
    const publication = byId.get(id);
    if (!publication) throw new Error(`shelter ${id} has no publication`);
    return publication;
  });
}

function readable(dataSource: DataSource, actor: Actor): SelectQueryBuilder<Shelter> {
  const { everywhere, jurisdictions, units } = reach(actor, 'readRegistry');
  const query = dataSource
    .getRepository(Shelter)
    .createQueryBuilder('shelter')
    .innerJoin(Publication, 'publication', 'publication.shelter_id = shelter.id');
  if (everywhere) return query;
  return query.where('(shelter.jurisdictionCode = any(:jurisdictions) or shelter.unitId = any(:units))', {
    jurisdictions,
    units,
  });
}

function narrowed(query: SelectQueryBuilder<Shelter>, filter: DeskFilterFacts): SelectQueryBuilder<Shelter> {
  if (filter.states) query.andWhere(`${STATE} = any(:states)`, { states: filter.states });
  if (filter.jurisdictionCode)
    query.andWhere('shelter.jurisdictionCode = :code', { code: filter.jurisdictionCode });
  narrowByText(query, filter.text);
  return query;
}
