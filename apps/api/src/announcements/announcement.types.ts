import type { AnnouncementOccasion, HazardType, OperationalStatus } from '#regulation/enumerations';
import { Field, ID, ObjectType } from '@nestjs/graphql';
import {
  AnnouncementOccasionEnum,
  HazardTypeEnum,
  OperationalStatusEnum,
} from '../platform/graphql/enums.ts';

@ObjectType('AnnouncementText', { description: 'An announcement in one language.' })
export class AnnouncementTextType {
  @Field({ description: 'zh-CN or en.' }) language!: string;
  @Field({ description: 'Where it counts.' }) areaName!: string;
  @Field({ description: 'In one line.' }) headline!: string;
  @Field({ description: 'Who decided what, when and why.' }) description!: string;
  @Field({ description: 'What to do.' }) instruction!: string;
}

@ObjectType('AnnouncedShelter', { description: 'A shelter that an announcement speaks of.' })
export class AnnouncedShelterType {
  @Field(() => ID, { description: 'The code on its sign.' }) code!: string;
  @Field({ description: 'Its name.' }) name!: string;
  @Field({ description: 'The public may see it by publicShelter now.' }) listed!: boolean;
  @Field(() => OperationalStatusEnum, {
    nullable: true,
    description: 'What it is doing now; null when it is not listed.',
  })
  operationalStatus!: OperationalStatus | null;
  @Field(() => Date, { nullable: true, description: 'Last word of it; null when unknown or not listed.' })
  lastConfirmedAt!: Date | null;
}

@ObjectType('Announcement', { description: 'Art. 22: what was announced to everybody.' })
export class AnnouncementType {
  id!: string;
  @Field(() => ID, { description: 'As CAP names it: /public/v1/cap/{identifier}.xml.' }) identifier!: string;
  @Field(() => AnnouncementOccasionEnum, { description: 'What it was made for.' })
  occasion!: AnnouncementOccasion;
  @Field({ description: 'An exercise: nothing of it is real.' }) exercise!: boolean;
  @Field(() => String, {
    nullable: true,
    description: 'Number of the decision: one for an opening, its amendments and its end.',
  })
  activationNumber!: string | null;
  @Field({ description: 'Its activation is still live.' }) live!: boolean;
  @Field(() => Date, { nullable: true, description: 'When its activation was ended; null while it is live.' })
  endedAt!: Date | null;
  @Field(() => HazardTypeEnum, { description: 'What people flee from.' }) hazard!: HazardType;
  @Field({ description: 'Who announced it.' }) jurisdictionCode!: string;
  @Field({ description: 'Where it counts, in the language of Accept-Language.' }) areaName!: string;
  @Field({ description: 'In the language of Accept-Language.' }) headline!: string;
  @Field({ description: 'In the language of Accept-Language.' }) description!: string;
  @Field({ description: 'In the language of Accept-Language.' }) instruction!: string;
  @Field(() => [AnnouncementTextType], { description: 'In every language it was made in.' })
  texts!: AnnouncementTextType[];
  @Field(() => [AnnouncedShelterType], {
    description: 'The shelters opened by it, or still open at the end, by their codes; at most 200.',
  })
  shelters?: AnnouncedShelterType[];
  @Field({ description: 'When.' }) announcedAt!: Date;
}
