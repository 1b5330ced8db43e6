import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentOfficer } from '../../identity/current-officer.ts';
import type { Officer } from '../../identity/officer.ts';
import type { Organisation } from '../../identity/organisation.entity.ts';
import { availableActs } from '../../ledger/available-acts.ts';
import type { Connection } from '../../platform/graphql/connection.ts';
import type { GraphqlContext } from '../../platform/graphql/graphql-options.ts';
import { page } from '../../platform/graphql/page.ts';
import type { AvailableActType } from '../../platform/graphql/refusal.types.ts';
import { Office } from '../../platform/office.ts';
import type { Shelter } from '../../registry/shelter.entity.ts';
import { findShelter } from '../../registry/shelter.queries.ts';
import { ShelterType } from '../../registry/shelter.types.ts';
import { upkeepLoaders } from '../../upkeep/upkeep-loaders.ts';
import { askDeregistration, takeBackDeregistration } from './ask-deregistration.ts';
import { declineDeregistration, deregisterShelter } from './decide-deregistration.ts';
import type { Deregistration } from './deregistration.entity.ts';
import { DEREGISTRATION_PROCESS } from './deregistration-process.ts';
import { findDeregistrations } from './deregistration.queries.ts';
import {
  DeregistrationConnection,
  DeregistrationFilter,
  DeregistrationType,
} from './deregistration.types.ts';

@Resolver(() => DeregistrationType)
export class DeregistrationResolver {
  constructor(private readonly office: Office) {}

  @Query(() => DeregistrationConnection, {
    description: 'Requests and deregistrations within your reach: what waits first, then what moved last.',
  })
  deregistrationRequests(
    @CurrentOfficer() officer: Officer,
    @Args('filter', { type: () => DeregistrationFilter, defaultValue: {}, description: 'Narrows the list.' })
    filter: DeregistrationFilter,
    @Args('first', { type: () => Int, defaultValue: 50, description: 'At most 200.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: 'Cursor of the page before.' })
    after: string | null,
  ): Promise<Connection<Deregistration>> {
    return findDeregistrations(this.office.dataSource, officer, filter, page(first, 200), after);
  }

  @Mutation(() => ShelterType, {
    nullable: true,
    description: 'The unit asks that its shelter leave the register.',
  })
  async askDeregistration(
    @CurrentOfficer() officer: Officer,
    @Args('shelterId', { type: () => ID, description: 'The shelter.' }) shelterId: string,
    @Args('reason', { description: 'Why; at most 2,000 characters.' }) reason: string,
  ): Promise<Shelter | null> {
    await askDeregistration(this.office, officer, shelterId, reason);
    return findShelter(this.office.dataSource, officer, { id: shelterId });
  }

  @Mutation(() => ShelterType, { nullable: true, description: 'The unit takes its request back.' })
  async takeBackDeregistration(
    @CurrentOfficer() officer: Officer,
    @Args('id', { type: () => ID, description: 'The request.' }) id: string,
  ): Promise<Shelter | null> {
    const shelterId = await takeBackDeregistration(this.office, officer, id);
    return findShelter(this.office.dataSource, officer, { id: shelterId });
  }

  @Mutation(() => ShelterType, { nullable: true, description: 'The shelter stays on the register.' })
  async declineDeregistration(
    @CurrentOfficer() officer: Officer,
    @Args('id', { type: () => ID, description: 'The request.' }) id: string,
    @Args('reason', { description: 'Why, told to the unit; at most 2,000 characters.' }) reason: string,
  ): Promise<Shelter | null> {
    const shelterId = await declineDeregistration(this.office, officer, id, reason);
    return findShelter(this.office.dataSource, officer, { id: shelterId });
  }

  @Mutation(() => ShelterType, {
    nullable: true,
    description:
      'Takes a shelter off the register, asked for or not. It leaves the public at once and stays readable.',
  })
  async deregisterShelter(
    @CurrentOfficer() officer: Officer,
    @Args('shelterId', { type: () => ID, description: 'The shelter.' }) shelterId: string,
    @Args('reason', { description: 'Why; at most 2,000 characters.' }) reason: string,
    @Args('requestId', {
      type: () => ID,
      nullable: true,
      description: 'The request you read: refused when it was taken back or decided meanwhile.',
    })
    requestId: string | null,
  ): Promise<Shelter | null> {
    await deregisterShelter(this.office, officer, { shelterId, reason, requestId: requestId ?? null });
    return findShelter(this.office.dataSource, officer, { id: shelterId });
  }

  @ResolveField()
  shelter(@Parent() { shelterId }: Deregistration, @Context() context: GraphqlContext): Promise<Shelter> {
    return upkeepLoaders(this.office, context).shelters.load(shelterId);
  }

  @ResolveField()
  unit(@Parent() { unitId }: Deregistration, @Context() context: GraphqlContext): Promise<Organisation> {
    return upkeepLoaders(this.office, context).organisations.load(unitId);
  }

  @ResolveField()
  organisation(@Parent() { organisationId }: Deregistration, @Context() context: GraphqlContext) {
    return organisationId === null
      ? null
      : upkeepLoaders(this.office, context).organisations.load(organisationId);
  }

  @ResolveField()
  availableActs(@Parent() request: Deregistration, @CurrentOfficer() officer: Officer): AvailableActType[] {
    return actsOnRequest(request, officer);
  }
}

/** What may be done with a request. To grant it is to deregister the shelter, which the shelter offers. */
export function actsOnRequest(request: Deregistration, officer: Officer): AvailableActType[] {
  const acts = availableActs(DEREGISTRATION_PROCESS, { ...request, keyedBy: null }, officer, () => []);
  return acts.filter(({ act }) => act !== 'grantDeregistration');
}
