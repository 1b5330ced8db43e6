import { ACTS } from '#regulation/authority';
import { civilDateOf } from '#regulation/civil-date';
import type { DeadlineLight } from '#regulation/enumerations';
import { latenessOf, YEARLY_LATENESS } from '#regulation/upkeep/lateness';
import { Args, Context, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentOfficer } from '../identity/current-officer.ts';
import type { Officer } from '../identity/officer.ts';
import type { Connection } from '../platform/graphql/connection.ts';
import type { GraphqlContext } from '../platform/graphql/graphql-options.ts';
import { page } from '../platform/graphql/page.ts';
import { Office } from '../platform/office.ts';
import type { Shelter } from '../registry/shelter.entity.ts';
import { ShelterType } from '../registry/shelter.types.ts';
import {
  countObligations,
  findObligations,
  type ObligationCount,
  type ObligationRow,
} from './obligations.queries.ts';
import {
  ObligationConnection,
  ObligationCountType,
  ObligationFilter,
  ObligationType,
} from './obligation.types.ts';
import { upkeepLoaders } from './upkeep-loaders.ts';

@Resolver(() => ObligationType)
export class ObligationResolver {
  constructor(private readonly office: Office) {}

  @Query(() => ObligationConnection, {
    description: 'What the shelters within your reach owe every year (Art. 20, 27), the most overdue first.',
  })
  obligations(
    @CurrentOfficer() officer: Officer,
    @Args('filter', { type: () => ObligationFilter, defaultValue: {}, description: 'Narrows the list.' })
    filter: ObligationFilter,
    @Args('first', { type: () => Int, defaultValue: 50, description: 'At most 200.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: 'Cursor of the page before.' })
    after: string | null,
  ): Promise<Connection<ObligationRow>> {
    return findObligations(this.office.dataSource, officer, filter, this.#today(), page(first, 200), after);
  }

  @Query(() => [ObligationCountType], {
    description: 'How many yearly clocks stand in each state, within your reach.',
  })
  obligationCounts(
    @CurrentOfficer() officer: Officer,
    @Args('filter', {
      type: () => ObligationFilter,
      defaultValue: {},
      description: 'Narrows what is counted.',
    })
    filter: ObligationFilter,
  ): Promise<ObligationCount[]> {
    return countObligations(this.office.dataSource, officer, filter, this.#today());
  }

  @ResolveField()
  article(@Parent() { duty }: ObligationRow): number | null {
    return duty === 'DRILL' ? ACTS.recordDrill.article : ACTS.recordInspection.article;
  }

  @ResolveField()
  lateness(@Parent() { state, dueOn }: ObligationRow): DeadlineLight | null {
    const isOpen = state === 'DUE' || state === 'OVERDUE';
    return isOpen && dueOn !== null ? latenessOf(dueOn, this.#today(), YEARLY_LATENESS) : null;
  }

  @ResolveField()
  shelter(@Parent() { shelterId }: ObligationRow, @Context() context: GraphqlContext): Promise<Shelter> {
    return upkeepLoaders(this.office, context).shelters.load(shelterId);
  }

  #today(): string {
    return civilDateOf(this.office.clock.now());
  }
}

/** What the registry's shelter has to say of its yearly duties. */
@Resolver(() => ShelterType)
export class ShelterObligationsResolver {
  constructor(private readonly office: Office) {}

  @ResolveField(() => [ObligationType], { description: 'What it owes every year, and where that stands.' })
  obligations(@Parent() { id }: Shelter, @Context() context: GraphqlContext): Promise<ObligationRow[]> {
    return upkeepLoaders(this.office, context).obligations.load(id);
  }
}
