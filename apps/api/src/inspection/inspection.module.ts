import { Module } from '@nestjs/common';
import { CampaignResolver } from './campaign.resolver.ts';
import { InspectionResolver, ShelterDeedsResolver } from './inspection.resolver.ts';

@Module({ providers: [CampaignResolver, InspectionResolver, ShelterDeedsResolver] })
export class InspectionModule {}
