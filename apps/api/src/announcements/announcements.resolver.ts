import { Args, Context, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import DataLoader from 'dataloader';
import type { Language } from '#regulation/labels';
import { CurrentLanguage } from '../platform/graphql/current-language.ts';
import type { GraphqlContext } from '../platform/graphql/graphql-options.ts';
import { page } from '../platform/graphql/page.ts';
import { oncePerRequest } from '../platform/graphql/per-request.ts';
import { Office } from '../platform/office.ts';
import type { Announcement } from './announcement.entity.ts';
import {
  findActivations,
  findAnnouncedShelters,
  findAnnouncement,
  findAnnouncements,
} from './announcement.queries.ts';
import { AnnouncedShelterType, AnnouncementType } from './announcement.types.ts';

@Resolver(() => AnnouncementType)
export class AnnouncementsResolver {
  constructor(private readonly office: Office) {}

  @Query(() => [AnnouncementType], { description: 'What was announced, the newest first. For everybody.' })
  async announcements(
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20, description: 'At most 100.' })
    first: number | null,
    @CurrentLanguage() language: Language,
  ): Promise<AnnouncementType[]> {
    return this.told(await findAnnouncements(this.office.dataSource, page(first ?? 20, 100)), language);
  }

  @Query(() => AnnouncementType, {
    nullable: true,
    description: 'One announcement as CAP names it; null when there is none of that name. For everybody.',
  })
  async announcement(
    @Args('identifier', { type: () => ID, description: 'As CAP names it.' }) identifier: string,
    @CurrentLanguage() language: Language,
  ): Promise<AnnouncementType | null> {
    const found = await findAnnouncement(this.office.dataSource, identifier);
    const [told] = await this.told(found ? [found] : [], language);
    return told ?? null;
  }

  @ResolveField(() => [AnnouncedShelterType])
  shelters(
    @Parent() { id }: AnnouncementType,
    @Context() context: GraphqlContext,
  ): Promise<AnnouncedShelterType[]> {
    return shelterLoader(this.office, context).load(id);
  }

  private async told(found: readonly Announcement[], language: Language): Promise<AnnouncementType[]> {
    const activations = await findActivations(
      this.office.dataSource,
      found.flatMap(({ activationId }) => activationId ?? []),
    );
    return found.map(({ texts, jurisdiction, ...announcement }) => {
      const activation = activations.get(announcement.activationId ?? '');
      return {
        ...announcement,
        ...texts[language],
        areaName: language === 'en' ? jurisdiction.nameEn : jurisdiction.name,
        activationNumber: activation?.number ?? null,
        live: activation?.live ?? false,
        endedAt: activation?.endedAt ?? null,
        texts: (['zh-CN', 'en'] as const).map((told) => ({
          language: told,
          areaName: told === 'en' ? jurisdiction.nameEn : jurisdiction.name,
          ...texts[told],
        })),
      };
    });
  }
}

/** The shelters of all announcements of a request in one query. */
function shelterLoader({ dataSource }: Office, context: GraphqlContext) {
  return oncePerRequest(
    context,
    () =>
      new DataLoader<string, AnnouncedShelterType[]>(async (ids) => {
        const rows = await findAnnouncedShelters(dataSource, ids);
        return ids.map((id) => rows.filter(({ announcementId }) => announcementId === id));
      }),
    shelterLoader,
  );
}
