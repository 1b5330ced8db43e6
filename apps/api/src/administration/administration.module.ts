import { Module } from '@nestjs/common';
import { OrganisationsResolver } from './organisations.resolver.ts';
import { PeopleResolver } from './people.resolver.ts';

@Module({ providers: [PeopleResolver, OrganisationsResolver] })
export class AdministrationModule {}
