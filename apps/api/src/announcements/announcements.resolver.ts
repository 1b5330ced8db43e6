import type { AnnouncementOccasion, HazardType } from '#regulation/enumerations';
import { Args, Field, ID, Int, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { AnnouncementOccasionEnum, HazardTypeEnum } from '../platform/graphql/enums.ts';
import { page } from '../platform/graphql/page.ts';
import { Office } from '../platform/office.ts';
import { currentLanguage } from '../platform/request.ts';
import { findAnnouncements, findLive } from './announcement.queries.ts';

@ObjectType('Announcement', { description: 'Art. 22: what was announced to everybody.' })
export class AnnouncementType {
  @Field(() => ID, { description: 'As CAP names it: /public/v1/cap/{identifier}.xml.' }) identifier!: string;
  @Field(() => AnnouncementOccasionEnum, { description: 'What it was made for.' })
  occasion!: AnnouncementOccasion;
  @Field({ description: 'An exercise: nothing of it is real.' }) exercise!: boolean;
  @Field({ description: 'Its activation is still live.' }) live!: boolean;
  @Field(() => HazardTypeEnum, { description: 'What people flee from.' }) hazard!: HazardType;
  @Field({ description: 'Who announced it.' }) jurisdictionCode!: string;
  @Field({ description: 'In the language of Accept-Language.' }) headline!: string;
  @Field({ description: 'In the language of Accept-Language.' }) description!: string;
  @Field({ description: 'In the language of Accept-Language.' }) instruction!: string;
  @Field({ description: 'When.' }) announcedAt!: Date;
}

@Resolver()
export class AnnouncementsResolver {
  constructor(private readonly office: Office) {}

  @Query(() => [AnnouncementType], { description: 'What was announced, the newest first. For everybody.' })
  async announcements(
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20, description: 'At most 100.' })
    first: number | null,
  ): Promise<AnnouncementType[]> {
    const { dataSource } = this.office;
    const found = await findAnnouncements(dataSource, page(first ?? 20, 100));
    const live = await findLive(
      dataSource,
      found.flatMap(({ activationId }) => activationId ?? []),
    );
    const language = currentLanguage();
    return found.map(({ texts, ...announcement }) => ({
      ...announcement,
      ...texts[language],
      live: announcement.activationId !== null && live.has(announcement.activationId),
    }));
  }
}
