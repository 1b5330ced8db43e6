import { Module } from '@nestjs/common';
import { EditionResolver } from './edition.resolver.ts';
import { OpenDataController } from './open-data.controller.ts';
import { NearestResolver } from './nearest.resolver.ts';
import { PublicTermsResolver } from './public-terms.resolver.ts';
import { PublicationResolver } from './publication.resolver.ts';
import { PublicationFieldsResolver, ShelterPublicationResolver } from './shelter-publication.resolver.ts';

@Module({
  controllers: [OpenDataController],
  providers: [
    EditionResolver,
    NearestResolver,
    PublicTermsResolver,
    PublicationResolver,
    ShelterPublicationResolver,
    PublicationFieldsResolver,
  ],
})
export class PublicationModule {}
