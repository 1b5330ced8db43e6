import { ACTS, mayPerform } from '#regulation/authority';
import { changedFields } from '#regulation/registry/changed-fields';
import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentOfficer } from '../identity/current-officer.ts';
import { OrganisationType } from '../identity/identity.types.ts';
import type { Officer } from '../identity/officer.ts';
import type { Organisation } from '../identity/organisation.entity.ts';
import type { Connection } from '../platform/graphql/connection.ts';
import type { GraphqlContext } from '../platform/graphql/graphql-options.ts';
import { page } from '../platform/graphql/page.ts';
import { AvailableActType } from '../platform/graphql/refusal.types.ts';
import { Office } from '../platform/office.ts';
import { acknowledgeCorrection } from './acknowledge-correction.ts';
import type { CorrectionNotice } from './correction-notice.entity.ts';
import { CorrectionNoticeConnection, CorrectionNoticeType } from './correction-notice.types.ts';
import { findUnreadCorrections } from './correction-notices.queries.ts';
import { shelterLoaders } from './shelter-loaders.ts';
import { ShelterType } from './shelter.types.ts';
import type { Shelter } from './shelter.entity.ts';

/** Art. 18: the unit is told what was corrected without it, until it says that it has read it. */
@Resolver(() => CorrectionNoticeType)
export class CorrectionNoticeResolver {
  constructor(private readonly office: Office) {}

  @Query(() => CorrectionNoticeConnection, {
    description: 'Corrections ex officio that your unit has not read yet, the latest first.',
  })
  unreadCorrections(
    @CurrentOfficer() officer: Officer,
    @Args('first', { type: () => Int, defaultValue: 20, description: 'At most 100.' }) first: number,
    @Args('after', {
      type: () => String,
      nullable: true,
      description: 'pageInfo.endCursor of the page before.',
    })
    after: string | null,
  ): Promise<Connection<CorrectionNotice>> {
    return findUnreadCorrections(this.office.dataSource, officer, page(first, 100), after);
  }

  @Mutation(() => CorrectionNoticeType, {
    description: 'The unit has read a correction ex officio; said again, it answers the same.',
  })
  acknowledgeCorrection(
    @CurrentOfficer() officer: Officer,
    @Args('shelterId', { type: () => ID, description: 'The shelter.' }) shelterId: string,
    @Args('version', { type: () => Int, description: 'The version that the correction made.' })
    version: number,
  ): Promise<CorrectionNotice> {
    return acknowledgeCorrection(this.office, officer, { shelterId, version });
  }

  @ResolveField(() => ShelterType, { description: 'What was corrected, as it is on file now.' })
  shelter(@Parent() { shelterId }: CorrectionNotice, @Context() context: GraphqlContext): Promise<Shelter> {
    return shelterLoaders(this.office, context).shelters.load(shelterId);
  }

  @ResolveField(() => OrganisationType, {
    nullable: true,
    description: 'Who corrected; null when that is not on record.',
  })
  organisation(
    @Parent() { organisationId }: CorrectionNotice,
    @Context() context: GraphqlContext,
  ): Promise<Organisation> | null {
    return organisationId === null ? null : shelterLoaders(this.office, context).units.load(organisationId);
  }

  @ResolveField(() => String, { nullable: true, description: 'Why, in the words of who corrected.' })
  async reason(
    @Parent() notice: CorrectionNotice,
    @Context() context: GraphqlContext,
  ): Promise<string | null> {
    return (await shelterLoaders(this.office, context).versionAt.load(notice))?.reason ?? null;
  }

  @ResolveField(() => [String], { description: 'Fields that the correction changed.' })
  async changedFields(
    @Parent() { shelterId, version }: CorrectionNotice,
    @Context() context: GraphqlContext,
  ): Promise<string[]> {
    const { versionAt } = shelterLoaders(this.office, context);
    const [before, after] = await Promise.all([
      versionAt.load({ shelterId, version: version - 1 }),
      versionAt.load({ shelterId, version }),
    ]);
    return before && after ? changedFields(before.contents, after.contents) : [];
  }

  @ResolveField(() => String, { nullable: true, description: 'Who of the unit read it first.' })
  readByName(
    @Parent() { readBy }: CorrectionNotice,
    @Context() context: GraphqlContext,
  ): Promise<string | null> | null {
    return readBy === null ? null : shelterLoaders(this.office, context).names.load(readBy);
  }

  @ResolveField(() => [AvailableActType], { description: 'What you may do about it now.' })
  availableActs(@Parent() notice: CorrectionNotice, @CurrentOfficer() officer: Officer): AvailableActType[] {
    if (notice.readAt !== null || !mayPerform(officer, 'acknowledgeCorrection', notice)) return [];
    const { article } = ACTS.acknowledgeCorrection;
    return [{ act: 'acknowledgeCorrection', article, allowed: true, refusals: [] }];
  }
}
