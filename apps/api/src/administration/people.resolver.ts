import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentOfficer } from '../identity/current-officer.ts';
import { findPeople, type PersonAccount } from '../identity/identity.queries.ts';
import { CreatePersonInput, PersonAccountType } from '../identity/identity.types.ts';
import type { Officer } from '../identity/officer.ts';
import { createFirstAdministrator } from '../identity/first-run.ts';
import { availableActs } from '../ledger/available-acts.ts';
import { page } from '../platform/graphql/page.ts';
import { AvailableActType } from '../platform/graphql/refusal.types.ts';
import { Office } from '../platform/office.ts';
import { CITY, PERSON_PROCESS } from './administration-processes.ts';
import { addPerson, refuseUnlessAdministrator } from './keep-people.ts';
import { setPersonStage } from './set-stage.ts';

@Resolver(() => PersonAccountType)
export class PeopleResolver {
  constructor(private readonly office: Office) {}

  @Query(() => [PersonAccountType], { description: 'Accounts by user name; for the administrator.' })
  async people(
    @CurrentOfficer() officer: Officer,
    @Args('after', { type: () => String, nullable: true, description: 'The last user name seen.' })
    after: string | null,
    @Args('first', { type: () => Int, defaultValue: 50, description: 'At most 200.' }) first: number,
  ): Promise<PersonAccount[]> {
    refuseUnlessAdministrator(officer, 'keepPeople');
    return findPeople(this.office.dataSource, after ?? null, page(first, 200));
  }

  @Mutation(() => ID, { description: 'Creates an account with its appointments; answers its id.' })
  createPerson(
    @CurrentOfficer() officer: Officer,
    @Args('input', { description: 'Who, and with what authority.' }) input: CreatePersonInput,
  ): Promise<string> {
    return addPerson(this.office, officer, input);
  }

  @Mutation(() => Boolean, { description: 'Disables an account and ends its sessions at once.' })
  async disablePerson(
    @CurrentOfficer() officer: Officer,
    @Args('id', { type: () => ID, description: 'The account.' }) id: string,
  ): Promise<boolean> {
    await setPersonStage(this.office, officer, 'disablePerson', id);
    return true;
  }

  @Mutation(() => Boolean, { description: 'Lets the owner of a disabled account sign in again.' })
  async enablePerson(
    @CurrentOfficer() officer: Officer,
    @Args('id', { type: () => ID, description: 'The account.' }) id: string,
  ): Promise<boolean> {
    await setPersonStage(this.office, officer, 'enablePerson', id);
    return true;
  }

  @ResolveField(() => [AvailableActType], { description: 'What you may do with the account now.' })
  availableActs(@Parent() person: PersonAccount, @CurrentOfficer() officer: Officer): AvailableActType[] {
    const subject = {
      id: person.id,
      stage: person.stage,
      jurisdictionCode: CITY,
      unitId: null,
      keyedBy: null,
    };
    return availableActs(PERSON_PROCESS, subject, officer, () => []);
  }

  @Mutation(() => Boolean, {
    description: 'Creates the first administrator of a new city by a one-time link.',
  })
  async createFirstAdministrator(
    @Args('token', { description: 'From the one-time link.' }) token: string,
    @Args('username', { description: '2 to 40 small letters, digits, dots, underscores or hyphens.' })
    username: string,
    @Args('displayName', { description: 'Name for people, at most 60 characters.' }) displayName: string,
    @Args('password', { description: 'Of the new administrator.' }) password: string,
  ): Promise<boolean> {
    await createFirstAdministrator(this.office, token, { username, displayName, password });
    return true;
  }
}
