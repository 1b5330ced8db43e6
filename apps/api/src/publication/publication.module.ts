import { Module } from '@nestjs/common';
import { NearestResolver } from './nearest.resolver.ts';
import { PublicationResolver } from './publication.resolver.ts';
import { ShelterPublicationResolver } from './shelter-publication.resolver.ts';

@Module({ providers: [NearestResolver, PublicationResolver, ShelterPublicationResolver] })
export class PublicationModule {}
