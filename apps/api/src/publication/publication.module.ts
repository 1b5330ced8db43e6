import { Module } from '@nestjs/common';
import { PublicationResolver } from './publication.resolver.ts';
import { ShelterPublicationResolver } from './shelter-publication.resolver.ts';

@Module({ providers: [PublicationResolver, ShelterPublicationResolver] })
export class PublicationModule {}
