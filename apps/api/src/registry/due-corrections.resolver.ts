import { civilDateOf } from '#regulation/civil-date';
import { owedCorrection } from '#regulation/import/correction-due';
import { Args, Context, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentOfficer } from '../identity/current-officer.ts';
import type { Officer } from '../identity/officer.ts';
import type { Connection } from '../platform/graphql/connection.ts';
import type { GraphqlContext } from '../platform/graphql/graphql-options.ts';
import { page } from '../platform/graphql/page.ts';
import { Office } from '../platform/office.ts';
import { findDueCorrections } from './due-corrections.queries.ts';
import { DueCorrectionFilter, OwedCorrectionType } from './due-corrections.types.ts';
import { contentsOf } from './shelter-loaders.ts';
import type { ListedShelter, Shelter } from './shelter.entity.ts';
import { ShelterConnection, ShelterType } from './shelter.types.ts';

@Resolver(() => ShelterType)
export class DueCorrectionsResolver {
  constructor(private readonly office: Office) {}

  @Query(() => ShelterConnection, {
    description: 'Records within your reach with something to complete (补正), the most overdue first.',
  })
  dueCorrections(
    @CurrentOfficer() officer: Officer,
    @Args('filter', { type: () => DueCorrectionFilter, defaultValue: {}, description: 'Narrows the list.' })
    { jurisdictionCode = '', text = '', overdue = false }: DueCorrectionFilter,
    @Args('first', { type: () => Int, defaultValue: 50, description: 'At most 500.' }) first: number,
    @Args('after', {
      type: () => String,
      nullable: true,
      description: 'pageInfo.endCursor of the page before.',
    })
    after: string | null,
  ): Promise<Connection<Shelter>> {
    const { dataSource, clock } = this.office;
    const correctionsDueBefore = overdue ? civilDateOf(clock.now()) : null;
    const filter = { jurisdictionCode, text, correctionsDueBefore };
    return findDueCorrections(dataSource, officer, filter, page(first, 500), after);
  }

  @ResolveField(() => OwedCorrectionType, {
    nullable: true,
    description: 'What it still owes; null where nothing is missing of a record taken over from a list.',
  })
  async owedCorrection(
    @Parent() shelter: ListedShelter,
    @Context() context: GraphqlContext,
  ): Promise<OwedCorrectionType | null> {
    const { correctionDue: dueOn } = shelter;
    if (dueOn === null) return null;
    const contents = await contentsOf(shelter, this.office, context);
    return owedCorrection({ contents, dueOn }, civilDateOf(this.office.clock.now()));
  }
}
