import { FOLLOWING_ACTS } from '#regulation/activation/acts';
import type { Language } from '#regulation/labels';
import { wordProposalReason } from '#regulation/activation/proposal-messages';
import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentOfficer } from '../identity/current-officer.ts';
import type { Officer } from '../identity/officer.ts';
import { availableActs } from '../ledger/available-acts.ts';
import type { Connection } from '../platform/graphql/connection.ts';
import { CurrentLanguage } from '../platform/graphql/current-language.ts';
import type { GraphqlContext } from '../platform/graphql/graphql-options.ts';
import { page } from '../platform/graphql/page.ts';
import { AvailableActType } from '../platform/graphql/refusal.types.ts';
import { Office } from '../platform/office.ts';
import { ActRefused } from '../platform/refused.ts';
import { ActivationFilter, AmendActivationInput, DecideActivationInput } from './activation-inputs.types.ts';
import { activationLoaders } from './activation-loaders.ts';
import { ACTIVATION_PROCESS } from './activation-process.ts';
import type { ActivationShelter } from './activation-shelter.entity.ts';
import type { Activation } from './activation.entity.ts';
import {
  findActivation,
  findActivations,
  findActivationShelters,
  findProposal,
} from './activation.queries.ts';
import {
  ActivationConnection,
  ActivationShelterConnection,
  ActivationType,
  DecidedActivationType,
  ProposalItemType,
} from './activation.types.ts';
import { amendActivation } from './amend-activation.ts';
import { closeActivation } from './close-activation.ts';
import { decideActivation, type Decided } from './decide-activation.ts';
import { newEvent, placesOf, toOpen } from './read-inputs.ts';
import { cancelProposal, proposeActivation } from './propose-activation.ts';

@Resolver(() => ActivationType)
export class ActivationResolver {
  constructor(private readonly office: Office) {}

  @Query(() => ActivationConnection, { description: 'Activations within your reach, newest first.' })
  activations(
    @CurrentOfficer() officer: Officer,
    @Args('filter', { type: () => ActivationFilter, defaultValue: {}, description: 'Narrows the list.' })
    filter: ActivationFilter,
    @Args('first', { type: () => Int, defaultValue: 50, description: 'At most 200.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: 'Cursor of the page before.' })
    after: string | null,
  ): Promise<Connection<Activation>> {
    return findActivations(this.office.dataSource, officer, filter, page(first, 200), after);
  }

  @Query(() => ActivationType, { nullable: true, description: 'One activation, if you may read it.' })
  activation(
    @CurrentOfficer() officer: Officer,
    @Args('id', { type: () => ID, description: 'Id of the activation.' }) id: string,
  ): Promise<Activation | null> {
    return findActivation(this.office.dataSource, officer, id);
  }

  @Mutation(() => ActivationType, {
    description: 'Proposes which shelters to open for an event, every one with its reasons. Opens nothing.',
  })
  async proposeActivation(
    @CurrentOfficer() officer: Officer,
    @Args('eventId', { type: () => ID, description: 'The event.' }) eventId: string,
    @Args('jurisdictionCode', { description: 'Whose shelters.' }) jurisdictionCode: string,
  ): Promise<Activation> {
    return this.#found(officer, await proposeActivation(this.office, officer, eventId, jurisdictionCode));
  }

  @Mutation(() => ActivationType, { description: 'Drops a proposal nobody decided.' })
  async cancelProposal(
    @CurrentOfficer() officer: Officer,
    @Args('id', { type: () => ID, description: 'Id of the activation.' }) id: string,
  ): Promise<Activation> {
    await cancelProposal(this.office, officer, id);
    return this.#found(officer, id);
  }

  @Mutation(() => DecidedActivationType, {
    description:
      'Art. 22: opens shelters. Announcement, opening orders, command posts, seven duties each and volunteer stations exist with it, or nothing does.',
  })
  async decideActivation(
    @CurrentOfficer() officer: Officer,
    @Args('input', { description: 'The decision.' }) input: DecideActivationInput,
  ): Promise<DecidedActivationType> {
    const { key, eventId, event, jurisdictionCode, legalBasis, planId } = input;
    if (Boolean(eventId) === Boolean(event))
      throw new ActRefused([
        { rule: 'activation/decision', article: 22, field: 'eventId', code: 'ONE_EVENT', params: {} },
      ]);
    const decided = await decideActivation(this.office, officer, {
      key: key ?? null,
      event: event ? newEvent(event) : { id: eventId ?? '' },
      jurisdictionCode,
      shelters: toOpen(input.shelters),
      temporaryPlaces: placesOf(input.temporaryPlaces),
      legalBasis: legalBasis ?? null,
      planId: planId ?? null,
    });
    return this.#decided(officer, decided);
  }

  @Mutation(() => DecidedActivationType, { description: 'Opens further shelters under a live decision.' })
  async amendActivation(
    @CurrentOfficer() officer: Officer,
    @Args('input', { description: 'What is added.' }) input: AmendActivationInput,
  ): Promise<DecidedActivationType> {
    const decided = await amendActivation(this.office, officer, {
      activationId: input.activationId,
      revision: input.revision,
      shelters: toOpen(input.shelters),
      temporaryPlaces: placesOf(input.temporaryPlaces),
    });
    return this.#decided(officer, decided);
  }

  @Mutation(() => ActivationType, {
    description:
      'Decides the end: no shelter takes in any more. Refused while people are known to be inside.',
  })
  async closeActivation(
    @CurrentOfficer() officer: Officer,
    @Args('id', { type: () => ID, description: 'Id of the activation.' }) id: string,
    @Args('reason', { description: 'Why it ends.' }) reason: string,
  ): Promise<Activation> {
    await closeActivation(this.office, officer, id, reason);
    return this.#found(officer, id);
  }

  @ResolveField(() => Int)
  shelterCount(@Parent() activation: Activation, @Context() context: GraphqlContext): Promise<number> {
    return activationLoaders(this.office, context).shelterCounts.load(activation.id);
  }

  @ResolveField(() => [ProposalItemType])
  async proposal(
    @Parent() activation: Activation,
    @CurrentLanguage() language: Language,
    @Args('first', { type: () => Int, defaultValue: 100, description: 'At most 500.' }) first: number,
  ): Promise<ProposalItemType[]> {
    const items = await findProposal(this.office.dataSource, activation.id, page(first, 500));
    return items.map(({ shelter, proposed, reasons }) => ({
      shelter: shelter as unknown as ProposalItemType['shelter'],
      proposed,
      reasons: reasons.map((reason) => ({ ...reason, message: wordProposalReason(reason, language) })),
    }));
  }

  @ResolveField(() => ActivationShelterConnection)
  shelters(
    @Parent() activation: Activation,
    @CurrentOfficer() officer: Officer,
    @Args('first', { type: () => Int, defaultValue: 50, description: 'At most 500.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: 'Cursor of the page before.' })
    after: string | null,
  ): Promise<Connection<ActivationShelter>> {
    return findActivationShelters(this.office.dataSource, officer, activation.id, page(first, 500), after);
  }

  @ResolveField(() => [AvailableActType])
  availableActs(@Parent() activation: Activation, @CurrentOfficer() officer: Officer): AvailableActType[] {
    const subject = { ...activation, unitId: null, keyedBy: null };
    const acts = availableActs(ACTIVATION_PROCESS, subject, officer, () => []);
    return acts.filter(({ act }) => !FOLLOWING_ACTS.includes(act));
  }

  async #decided(officer: Officer, { activationId, advice }: Decided): Promise<DecidedActivationType> {
    const activation = await this.#found(officer, activationId);
    return {
      activation: activation as unknown as DecidedActivationType['activation'],
      advice,
    };
  }

  async #found(officer: Officer, id: string): Promise<Activation> {
    const activation = await findActivation(this.office.dataSource, officer, id);
    if (!activation) throw new Error(`activation ${id} is not readable by who acted on it`);
    return activation;
  }
}
