import { staleBefore, type StaleBefore } from '#regulation/publication/eligibility';
import type { Refusal } from '#regulation/refusal';
import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentOfficer } from '../identity/current-officer.ts';
import type { Officer } from '../identity/officer.ts';
import type { Connection } from '../platform/graphql/connection.ts';
import { page } from '../platform/graphql/page.ts';
import { Office } from '../platform/office.ts';
import { ActRefused } from '../platform/refused.ts';
import type { ListedShelter, Shelter } from '../registry/shelter.entity.ts';
import { findShelter } from '../registry/shelter.queries.ts';
import { ShelterConnection, ShelterType } from '../registry/shelter.types.ts';
import { readEditionClock } from './edition-clock.ts';
import type { Edition } from './edition.entity.ts';
import { findEdition, findLastEdition } from './edition.queries.ts';
import { countDesk, countStale, deskSource, DESK_STATES, findForDesk } from './publication.queries.ts';
import { EditionType, PublicationDeskType, PublicationFilter } from './publication.types.ts';
import { publishShelters } from './publish-shelters.ts';
import { takeFromPublic } from './take-from-public.ts';

/** More at once are chosen by a filter. */
const MOST_IDS = 2_000;

@Resolver()
export class PublicationResolver {
  constructor(private readonly office: Office) {}

  @Query(() => PublicationDeskType, {
    description: 'What is new or changed since the last edition; for officers.',
  })
  async publicationDesk(@CurrentOfficer() officer: Officer): Promise<PublicationDeskType> {
    const { dataSource } = this.office;
    const [last, editionClock, counts, stale] = await Promise.all([
      findLastEdition(dataSource),
      readEditionClock(this.office),
      countDesk(dataSource, officer),
      countStale(dataSource, officer, this.#staleBefore()),
    ]);
    return {
      lastEdition: last,
      ...editionClock,
      stale,
      counts: DESK_STATES.map((state) => ({ state, count: counts[state] })),
    };
  }

  @Query(() => ShelterConnection, { description: 'Shelters as the publishing city sees them, by code.' })
  sheltersForPublication(
    @CurrentOfficer() officer: Officer,
    @Args('filter', { type: () => PublicationFilter, defaultValue: {}, description: 'Narrows the list.' })
    filter: PublicationFilter,
    @Args('first', { type: () => Int, defaultValue: 50, description: 'At most 500.' }) first: number,
    @Args('after', {
      type: () => String,
      nullable: true,
      description: 'pageInfo.endCursor of the page before.',
    })
    after: string | null,
  ): Promise<Connection<ListedShelter>> {
    const { dataSource } = this.office;
    return findForDesk(dataSource, officer, filter, this.#staleBefore(), page(first, 500), after);
  }

  @Mutation(() => EditionType, {
    description:
      'Publishes shelters as they are on file, in one dated edition (Art. 18): those named, or all a filter shows.',
  })
  async publishShelters(
    @CurrentOfficer() officer: Officer,
    @Args('ids', { type: () => [ID], nullable: true, description: 'At most 2,000.' }) ids: string[] | null,
    @Args('filter', {
      type: () => PublicationFilter,
      nullable: true,
      description: 'What the desk shows; NEW and CHANGED unless states are named.',
    })
    filter: PublicationFilter | null,
    @Args('note', { type: () => String, nullable: true, description: 'What is to be said of the edition.' })
    note: string | null,
  ): Promise<Edition | null> {
    if (ids && ids.length > MOST_IDS)
      throw refused('shelters', 'TOO_MANY', { limit: MOST_IDS, count: ids.length });
    const { dataSource } = this.office;
    const source =
      ids ?? (filter ? deskSource(dataSource, officer, worthPublishing(filter), this.#staleBefore()) : []);
    const { number } = await publishShelters(this.office, officer, source, note ?? null);
    return findEdition(dataSource, number);
  }

  @Mutation(() => ShelterType, {
    description: 'Takes a shelter from the public eye for a while, with a reason.',
  })
  suspendPublication(
    @CurrentOfficer() officer: Officer,
    @Args('id', { type: () => ID, description: 'The shelter.' }) id: string,
    @Args('reason', { description: 'Why; kept with the edition.' }) reason: string,
  ): Promise<Shelter> {
    return this.#take(officer, 'suspend', id, reason);
  }

  @Mutation(() => ShelterType, { description: 'Keeps a shelter from the public, with a reason.' })
  hideShelter(
    @CurrentOfficer() officer: Officer,
    @Args('id', { type: () => ID, description: 'The shelter.' }) id: string,
    @Args('reason', { description: 'Why; kept with the edition.' }) reason: string,
  ): Promise<Shelter> {
    return this.#take(officer, 'hide', id, reason);
  }

  @Mutation(() => ShelterType, {
    description: 'Withdraws what was published of a shelter, with a reason (Art. 18).',
  })
  withdrawShelter(
    @CurrentOfficer() officer: Officer,
    @Args('id', { type: () => ID, description: 'The shelter.' }) id: string,
    @Args('reason', { description: 'Why; kept with the edition.' }) reason: string,
  ): Promise<Shelter> {
    return this.#take(officer, 'withdrawPublication', id, reason);
  }

  #staleBefore(): StaleBefore {
    return staleBefore(this.office.clock.now().getTime(), this.office.config);
  }

  async #take(
    officer: Officer,
    act: 'suspend' | 'hide' | 'withdrawPublication',
    id: string,
    reason: string,
  ): Promise<Shelter> {
    await takeFromPublic(this.office, officer, act, id, reason);
    const shelter = await findShelter(this.office.dataSource, officer, { id });
    if (!shelter) throw refused('id', 'NOT_FOUND', { process: 'shelter' });
    return shelter;
  }
}

/** What is new or changed, unless other states are asked for; what cannot be published is left out. */
function worthPublishing(filter: PublicationFilter): PublicationFilter {
  const states = filter.states ?? ['NEW', 'CHANGED'];
  return { ...filter, states: states.filter((state) => state !== 'NOT_PUBLISHABLE' && state !== 'LEAVING') };
}

function refused(field: string, code: Refusal['code'], params: Refusal['params']): ActRefused {
  return new ActRefused([{ rule: 'publication', article: null, field, code, params }]);
}
