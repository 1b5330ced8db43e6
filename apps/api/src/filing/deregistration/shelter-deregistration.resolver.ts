import { mayPerform } from '#regulation/authority';
import { DEREGISTRATION_ACTS } from '#regulation/deregistration/acts';
import { askingRefusals, leavingRefusals } from '#regulation/deregistration/leaving';
import type { Refusal } from '#regulation/refusal';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentOfficer } from '../../identity/current-officer.ts';
import type { Officer } from '../../identity/officer.ts';
import type { GraphqlContext } from '../../platform/graphql/graphql-options.ts';
import type { AvailableActType } from '../../platform/graphql/refusal.types.ts';
import { Office } from '../../platform/office.ts';
import type { Shelter } from '../../registry/shelter.entity.ts';
import { ShelterType } from '../../registry/shelter.types.ts';
import type { Deregistration } from './deregistration.entity.ts';
import { deregistrationLoaders } from './deregistration-loaders.ts';
import { actsOnRequest } from './deregistration.resolver.ts';
import { ShelterDeregistrationType } from './deregistration.types.ts';

/** What the registry's shelter has to say of leaving the register. */
@Resolver(() => ShelterType)
export class ShelterDeregistrationResolver {
  constructor(private readonly office: Office) {}

  @ResolveField(() => ShelterDeregistrationType, {
    description: 'Whether it leaves, or has left, the register.',
  })
  async deregistration(
    @Parent() shelter: Shelter,
    @CurrentOfficer() officer: Officer,
    @Context() context: GraphqlContext,
  ): Promise<{ latest: Deregistration | null; availableActs: AvailableActType[] }> {
    const loaders = deregistrationLoaders(this.office, context);
    const latest = await loaders.latest.load(shelter.id);
    if (shelter.deregisteredAt) return { latest, availableActs: [] };
    const liveIn = await loaders.liveIn.load(shelter.id);
    const asked = latest?.stage === 'ASKED';
    const facts = { code: shelter.code, deregisteredOn: null, asked, liveIn };
    const offer = (act: 'askDeregistration' | 'deregisterShelter', refusals: readonly Refusal[]) =>
      mayPerform(officer, act, shelter) === null
        ? []
        : [
            {
              act,
              article: DEREGISTRATION_ACTS[act].article,
              allowed: refusals.length === 0,
              refusals,
            },
          ];
    return {
      latest,
      availableActs: [
        ...offer('askDeregistration', askingRefusals(facts)),
        ...(latest ? actsOnRequest(latest, officer) : []),
        ...offer('deregisterShelter', leavingRefusals(facts)),
      ],
    };
  }
}
