import { Module } from '@nestjs/common';
import { EditionResolver } from './edition.resolver.ts';
import { OpenDataController } from './open-data.controller.ts';
import { NearestResolver } from './nearest.resolver.ts';
import { PublicationResolver } from './publication.resolver.ts';
import { ShelterPublicationResolver } from './shelter-publication.resolver.ts';

@Module({
  controllers: [OpenDataController],
  providers: [EditionResolver, NearestResolver, PublicationResolver, ShelterPublicationResolver],
})
export class PublicationModule {}
