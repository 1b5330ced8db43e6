import { Module } from '@nestjs/common';
import { PeopleResolver } from './people.resolver.ts';

@Module({ providers: [PeopleResolver] })
export class AdministrationModule {}
