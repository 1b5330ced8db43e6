import type { Actor } from '#regulation/actor';
import { reach } from '#regulation/authority';
import type { PublicationStatus } from '#regulation/enumerations';
import type { StaleBefore } from '#regulation/publication/eligibility';
import type { PublicContents } from '#regulation/publication/public-contents';
import type { DataSource, SelectQueryBuilder } from 'typeorm';
import { readCursor, toConnection, type Connection } from '../platform/graphql/connection.ts';
import { narrowByText } from '../registry/search-text.ts';
import { Shelter, type ListedShelter } from '../registry/shelter.entity.ts';
import { listed } from '../registry/shelter.queries.ts';
import { Publication } from './publication.entity.ts';
import { LEAVING } from './say-what-has-left.ts';

/** What the next edition would say of a shelter. */
export const DESK_STATES = [
  'NEW',
  'CHANGED',
  'CURRENT',
  'SUSPENDED',
  'HIDDEN',
  'WITHDRAWN',
  'LEAVING',
  'NOT_PUBLISHABLE',
] as const;
export type DeskState = (typeof DESK_STATES)[number];

export interface DeskFilterFacts {
  readonly states?: readonly DeskState[] | null;
  readonly jurisdictionCode?: string | null;
  readonly text?: string | null;
  /** Only those not confirmed for long. */
  readonly stale?: boolean | null;
}

/** One word for each shelter; the states exclude one another. What was withdrawn, with its reason, is not new again. */
const STATE = `case
  when ${LEAVING} then 'LEAVING'
  when shelter.deregistered_at is not null or shelter.filed_at is null or shelter.location is null then 'NOT_PUBLISHABLE'
  when publication.status = 'UNPUBLISHED' and publication.reason is not null then 'WITHDRAWN'
  when publication.status = 'UNPUBLISHED' then 'NEW'
  when publication.status <> 'PUBLISHED' then publication.status
  when publication.version <> shelter.version then 'CHANGED'
  else 'CURRENT' end`;

/** isStale of the law, without a hazard, in SQL; a test holds the two against each other. */
const STALE = `(shelter.last_confirmed_at is null or shelter.last_confirmed_at < case
  when exists (select from live_situation live where live.jurisdiction_code = shelter.jurisdiction_code)
  then :staleLive::timestamptz else :staleQuiet::timestamptz end)`;

function staleAt(before: StaleBefore) {
  return { staleLive: new Date(before.LIVE), staleQuiet: new Date(before.QUIET) };
}

/** A page of shelters as the publishing city sees them, by code, within the actor's reach. */
export async function findForDesk(
  dataSource: DataSource,
  actor: Actor,
  filter: DeskFilterFacts,
  before: StaleBefore,
  first: number,
  after: string | null,
): Promise<Connection<ListedShelter>> {
  const query = () => narrowed(readable(dataSource, actor), filter, before);
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

/** The same choice as ids, for publishing everything that it shows. */
export function deskSource(
  dataSource: DataSource,
  actor: Actor,
  filter: DeskFilterFacts,
  before: StaleBefore,
) {
  const [query, parameters] = narrowed(readable(dataSource, actor), filter, before)
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

/** How many shelters the public sees that nobody confirmed for long, within the actor's reach. */
export function countStale(dataSource: DataSource, actor: Actor, before: StaleBefore): Promise<number> {
  return narrowed(
    readable(dataSource, actor),
    { states: ['CHANGED', 'CURRENT'], stale: true },
    before,
  ).getCount();
}

/** How a shelter stands with the public, without what the public sees. */
export interface PublicationState {
  readonly status: PublicationStatus;
  /** Label of the edition that last changed it. */
  readonly edition: string | null;
  readonly version: number | null;
  readonly reason: string | null;
  readonly updatedAt: Date;
}

/** How each shelter stands with the public, in the order asked; one query for all. */
export async function findPublicationStates(
  dataSource: DataSource,
  shelterIds: readonly string[],
): Promise<PublicationState[]> {
  const found = await dataSource.query<(PublicationState & { shelterId: string })[]>(
    `select shelter_id as "shelterId", status, edition.label as edition, version, reason, updated_at as "updatedAt"
     from publication left join edition on edition.number = publication.edition
     where shelter_id = any($1)`,
    [shelterIds],
  );
  const byId = new Map(found.map((state) => [state.shelterId, state]));
  return shelterIds.map((id) => {
    const state = byId.get(id);
    if (!state) throw new Error(`shelter ${id} has no publication`);
    return state;
  });
}

/** What the public sees or last saw of each shelter, in the order asked, null where it never saw it; one query for all. */
export async function findPublicContents(
  dataSource: DataSource,
  shelterIds: readonly string[],
): Promise<(PublicContents | null)[]> {
  const found = await dataSource.query<{ id: string; contents: PublicContents | null }[]>(
    `select shelter_id as id, contents from publication where shelter_id = any($1)`,
    [shelterIds],
  );
  const byId = new Map(found.map(({ id, contents }) => [id, contents]));
  return shelterIds.map((id) => byId.get(id) ?? null);
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

function narrowed(
  query: SelectQueryBuilder<Shelter>,
  filter: DeskFilterFacts,
  before: StaleBefore,
): SelectQueryBuilder<Shelter> {
  if (filter.states) query.andWhere(`${STATE} = any(:states)`, { states: filter.states });
  if (filter.jurisdictionCode)
    query.andWhere('shelter.jurisdictionCode = :code', { code: filter.jurisdictionCode });
  if (filter.stale) query.andWhere(STALE, staleAt(before));
  narrowByText(query, filter.text);
  return query;
}
