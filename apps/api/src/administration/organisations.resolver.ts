import { Args, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentOfficer, PerhapsOfficer } from '../identity/current-officer.ts';
import { CreateOrganisationInput, OrganisationType } from '../identity/identity.types.ts';
import type { Officer } from '../identity/officer.ts';
import type { Organisation } from '../identity/organisation.entity.ts';
import { availableActs } from '../ledger/available-acts.ts';
import { AvailableActType } from '../platform/graphql/refusal.types.ts';
import { Office } from '../platform/office.ts';
import { ORGANISATION_PROCESS } from './administration-processes.ts';
import { addOrganisation } from './keep-people.ts';
import { setOrganisationStage } from './set-stage.ts';

@Resolver(() => OrganisationType)
export class OrganisationsResolver {
  constructor(private readonly office: Office) {}

  @Mutation(() => OrganisationType, { description: 'Adds an organisation, or finds the one of that name.' })
  createOrganisation(
    @CurrentOfficer() officer: Officer,
    @Args('input', { description: 'What it is called, what it is, and where.' })
    input: CreateOrganisationInput,
  ): Promise<Organisation> {
    return addOrganisation(this.office, officer, input);
  }

  @Mutation(() => Boolean, {
    description:
      'Disables an organisation: its offices give no authority any more, and whoever has no other is signed out at once.',
  })
  async disableOrganisation(
    @CurrentOfficer() officer: Officer,
    @Args('id', { type: () => ID, description: 'The organisation.' }) id: string,
  ): Promise<boolean> {
    await setOrganisationStage(this.office, officer, 'disableOrganisation', id);
    return true;
  }

  @Mutation(() => Boolean, {
    description: 'Lets a disabled organisation work again, with the offices it had.',
  })
  async enableOrganisation(
    @CurrentOfficer() officer: Officer,
    @Args('id', { type: () => ID, description: 'The organisation.' }) id: string,
  ): Promise<boolean> {
    await setOrganisationStage(this.office, officer, 'enableOrganisation', id);
    return true;
  }

  @ResolveField(() => [AvailableActType], { description: 'What you may do with the organisation now.' })
  availableActs(
    @Parent() { id, stage, jurisdictionCode }: Organisation,
    @PerhapsOfficer() officer: Officer | null,
  ): AvailableActType[] {
    if (!officer) return [];
    const subject = { id, stage, jurisdictionCode, unitId: null, keyedBy: null };
    return availableActs(ORGANISATION_PROCESS, subject, officer, () => []);
  }
}
