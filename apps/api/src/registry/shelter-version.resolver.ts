import { shelterPapers } from '#regulation/papers/papers';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphqlContext } from '../platform/graphql/graphql-options.ts';
import { Office } from '../platform/office.ts';
import type { CorrectionNotice } from './correction-notice.entity.ts';
import { CorrectionNoticeType } from './correction-notice.types.ts';
import { papersOfShelter, PaperType } from './papers.types.ts';
import { shelterLoaders } from './shelter-loaders.ts';
import { ShelterVersionType } from './shelter.types.ts';
import type { ShelterVersion } from './shelter-version.entity.ts';

@Resolver(() => ShelterVersionType)
export class ShelterVersionResolver {
  constructor(private readonly office: Office) {}

  @ResolveField(() => String, { nullable: true })
  recordedByName(
    @Parent() { recordedBy }: ShelterVersion,
    @Context() context: GraphqlContext,
  ): Promise<string | null> {
    return recordedBy === null
      ? Promise.resolve(null)
      : shelterLoaders(this.office, context).names.load(recordedBy);
  }

  @ResolveField(() => CorrectionNoticeType, {
    nullable: true,
    description: 'Of a correction ex officio: how it was told to the unit, and when that read it.',
  })
  notice(
    @Parent() version: ShelterVersion,
    @Context() context: GraphqlContext,
  ): Promise<CorrectionNotice | null> {
    return version.origin === 'CORRECTION'
      ? shelterLoaders(this.office, context).notices.load(version)
      : Promise.resolve(null);
  }

  @ResolveField(() => [PaperType])
  async papers(
    @Parent() { shelterId, version, contents }: ShelterVersion,
    @Context() context: GraphqlContext,
  ): Promise<PaperType[]> {
    const { code } = await shelterLoaders(this.office, context).shelters.load(shelterId);
    return papersOfShelter(code, shelterPapers(contents), version);
  }
}
