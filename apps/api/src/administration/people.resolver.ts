import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentOfficer } from '../identity/current-officer.ts';
import { findPeople } from '../identity/identity.queries.ts';
import {
  CreateOrganisationInput,
  CreatePersonInput,
  OrganisationType,
  PersonAccountType,
} from '../identity/identity.types.ts';
import type { Officer } from '../identity/officer.ts';
import { createFirstAdministrator } from '../identity/first-run.ts';
import { page } from '../platform/graphql/page.ts';
import { Office } from '../platform/office.ts';
import { addOrganisation, addPerson, disablePerson, refuseUnlessAdministrator } from './keep-people.ts';

@Resolver()
export class PeopleResolver {
  constructor(private readonly office: Office) {}

  @Query(() => [PersonAccountType], { description: 'Accounts by user name; for the administrator.' })
  async people(
    @CurrentOfficer() officer: Officer,
    @Args('after', { type: () => String, nullable: true, description: 'The last user name seen.' })
    after: string | null,
    @Args('first', { type: () => Int, defaultValue: 50, description: 'At most 200.' }) first: number,
  ): Promise<PersonAccountType[]> {
    refuseUnlessAdministrator(officer);
    return findPeople(this.office.dataSource, after ?? null, page(first, 200)) as Promise<
      PersonAccountType[]
    >;
  }

  @Mutation(() => ID, { description: 'Creates an account with its appointments; answers its id.' })
  createPerson(@CurrentOfficer() officer: Officer, @Args('input') input: CreatePersonInput): Promise<string> {
    return addPerson(this.office, officer, input);
  }

  @Mutation(() => Boolean, { description: 'Disables an account and ends its sessions at once.' })
  async disablePerson(
    @CurrentOfficer() officer: Officer,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<boolean> {
    await disablePerson(this.office, officer, id);
    return true;
  }

  @Mutation(() => OrganisationType, { description: 'Adds an organisation, or finds the one of that name.' })
  createOrganisation(
    @CurrentOfficer() officer: Officer,
    @Args('input') input: CreateOrganisationInput,
  ): Promise<OrganisationType> {
    return addOrganisation(this.office, officer, input);
  }

  @Mutation(() => Boolean, {
    description: 'Creates the first administrator of a new city by a one-time link.',
  })
  async createFirstAdministrator(
    @Args('token') token: string,
    @Args('username') username: string,
    @Args('displayName') displayName: string,
    @Args('password') password: string,
  ): Promise<boolean> {
    await createFirstAdministrator(this.office, token, { username, displayName, password });
    return true;
  }
}
