import type { DutyAct } from '#regulation/duties/acts';
import { lateness } from '#regulation/duties/lateness';
import { standDownRefusals } from '#regulation/duties/stand-down';
import type { Lateness } from '#regulation/enumerations';
import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentOfficer } from '../identity/current-officer.ts';
import { OrganisationType } from '../identity/identity.types.ts';
import type { Officer } from '../identity/officer.ts';
import type { Organisation } from '../identity/organisation.entity.ts';
import { availableActs } from '../ledger/available-acts.ts';
import type { Connection } from '../platform/graphql/connection.ts';
import { LatenessEnum } from '../platform/graphql/enums.ts';
import type { GraphqlContext } from '../platform/graphql/graphql-options.ts';
import { page } from '../platform/graphql/page.ts';
import { AvailableActType } from '../platform/graphql/refusal.types.ts';
import { Office } from '../platform/office.ts';
import { DUTY_PROCESS } from './duty-process.ts';
import type { Duty } from './duty.entity.ts';
import { dutyLoaders, findDuties, findDutiesById, type DutySite } from './duty.queries.ts';
import { DutyConnection, DutyFilter, DutySiteType, DutyType } from './duty.types.ts';
import { performDuties } from './perform-duties.ts';

/** Art. 24: what the departments do at opened shelters. */
@Resolver(() => DutyType)
export class DutyResolver {
  constructor(private readonly office: Office) {}

  @Query(() => DutyConnection, { description: 'Duties within your reach, newest first.' })
  duties(
    @CurrentOfficer() officer: Officer,
    @Args('filter', { type: () => DutyFilter, defaultValue: {}, description: 'Narrows the list.' })
    filter: DutyFilter,
    @Args('first', { type: () => Int, defaultValue: 50, description: 'At most 500.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: 'Cursor of the page before.' })
    after: string | null,
  ): Promise<Connection<Duty>> {
    return findDuties(this.office.dataSource, officer, filter, page(first, 500), after);
  }

  @Mutation(() => [DutyType], { description: 'The department has the order. Several at once, all or none.' })
  acknowledgeDuty(
    @CurrentOfficer() officer: Officer,
    @Args('ids', { type: () => [ID], description: 'At most 2,000.' }) ids: string[],
    @Args('note', { type: () => String, nullable: true, description: 'What else there is to say.' })
    note: string | null,
  ): Promise<Duty[]> {
    return this.#perform(officer, 'acknowledge', ids, note);
  }

  @Mutation(() => [DutyType], { description: 'The department is in place and working.' })
  reportDutyInPlace(
    @CurrentOfficer() officer: Officer,
    @Args('ids', { type: () => [ID], description: 'At most 2,000.' }) ids: string[],
    @Args('note', { type: () => String, nullable: true, description: 'What else there is to say.' })
    note: string | null,
  ): Promise<Duty[]> {
    return this.#perform(officer, 'reportInPlace', ids, note);
  }

  @Mutation(() => [DutyType], {
    description: 'The department cannot do all it should, and says what it lacks.',
  })
  reportDutyDegraded(
    @CurrentOfficer() officer: Officer,
    @Args('ids', { type: () => [ID], description: 'At most 2,000.' }) ids: string[],
    @Args('reason', { description: 'What is lacking.' }) reason: string,
  ): Promise<Duty[]> {
    return this.#perform(officer, 'reportDegraded', ids, reason);
  }

  @Mutation(() => [DutyType], { description: 'The department leaves a shelter that closes or is given up.' })
  standDownDuty(
    @CurrentOfficer() officer: Officer,
    @Args('ids', { type: () => [ID], description: 'At most 2,000.' }) ids: string[],
    @Args('note', { type: () => String, nullable: true, description: 'What else there is to say.' })
    note: string | null,
  ): Promise<Duty[]> {
    return this.#perform(officer, 'standDown', ids, note);
  }

  @ResolveField(() => OrganisationType, { nullable: true })
  async organisation(@Parent() duty: Duty, @Context() context: GraphqlContext): Promise<Organisation | null> {
    if (duty.organisationId === null) return null;
    return dutyLoaders(this.office, context).organisations.load(duty.organisationId);
  }

  @ResolveField(() => DutySiteType)
  site(@Parent() duty: Duty, @Context() context: GraphqlContext): Promise<DutySite> {
    return dutyLoaders(this.office, context).sites.load(duty.activationShelterId);
  }

  @ResolveField(() => LatenessEnum)
  lateness(@Parent() duty: Duty): Lateness {
    return lateness(
      {
        stage: duty.stage,
        assignedAt: duty.assignedAt.getTime(),
        acknowledgeDue: duty.acknowledgeDue?.getTime() ?? null,
        inPlaceDue: duty.inPlaceDue?.getTime() ?? null,
        inPlaceAt: duty.inPlaceAt?.getTime() ?? null,
      },
      this.office.clock.now().getTime(),
    );
  }

  @ResolveField(() => [AvailableActType])
  async availableActs(
    @Parent() duty: Duty,
    @CurrentOfficer() officer: Officer,
    @Context() context: GraphqlContext,
  ): Promise<AvailableActType[]> {
    const { status } = await dutyLoaders(this.office, context).sites.load(duty.activationShelterId);
    const { id, stage, jurisdictionCode, organisationId } = duty;
    const facts = { dutyOrganisationId: organisationId };
    const subject = { id, stage, jurisdictionCode, unitId: null, keyedBy: null, facts };
    return availableActs(DUTY_PROCESS, subject, officer, (act) =>
      act === 'standDown' ? standDownRefusals(status) : [],
    );
  }

  async #perform(officer: Officer, act: DutyAct, ids: string[], words: string | null): Promise<Duty[]> {
    await performDuties(this.office, officer, act, ids, words ?? null);
    return findDutiesById(this.office.dataSource, officer, [...new Set(ids)]);
  }
}
