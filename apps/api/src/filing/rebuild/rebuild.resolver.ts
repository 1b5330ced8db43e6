import { civilDateOf } from '#regulation/civil-date';
import type { DeadlineLight } from '#regulation/enumerations';
import { finishLight } from '#regulation/rebuild/finish-light';
import { isGivenLate } from '#regulation/rebuild/given-late';
import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentOfficer } from '../../identity/current-officer.ts';
import type { Officer } from '../../identity/officer.ts';
import { availableActs } from '../../ledger/available-acts.ts';
import type { Connection } from '../../platform/graphql/connection.ts';
import type { GraphqlContext } from '../../platform/graphql/graphql-options.ts';
import { page } from '../../platform/graphql/page.ts';
import { DeadlineLightEnum } from '../../platform/graphql/enums.ts';
import type { AvailableActType } from '../../platform/graphql/refusal.types.ts';
import { Office } from '../../platform/office.ts';
import type { Shelter } from '../../registry/shelter.entity.ts';
import type { Defect } from '../../upkeep/defect.entity.ts';
import { upkeepLoaders } from '../../upkeep/upkeep-loaders.ts';
import { filingLoaders } from '../filing-loaders.ts';
import { findFiling } from '../filing.queries.ts';
import type { Filing } from '../filing.entity.ts';
import { FilingType } from '../filing.types.ts';
import { amendRebuildNotice } from './amend-rebuild-notice.ts';
import { callOffRebuild } from './call-off-rebuild.ts';
import { draftAsBuilt } from './draft-as-built.ts';
import { giveRebuildNotice } from './give-rebuild-notice.ts';
import type { RebuildNotice } from './rebuild-notice.entity.ts';
import { REBUILD_PROCESS } from './rebuild-process.ts';
import { findRebuild, findRebuilds } from './rebuild.queries.ts';
import {
  AmendRebuildNoticeInput,
  FileAsBuiltInput,
  GiveRebuildNoticeInput,
  RebuildNoticeConnection,
  RebuildNoticeFilter,
  RebuildNoticeType,
  type AsBuiltFilingType,
} from './rebuild.types.ts';

/** Follows from an acceptance by itself: nobody does it with a button. */
const BY_ITSELF = 'completeRebuild';

@Resolver(() => RebuildNoticeType)
export class RebuildResolver {
  constructor(private readonly office: Office) {}

  @Query(() => RebuildNoticeConnection, {
    description: 'Art. 21: notices of rebuilds and extensions within your reach, the last given first.',
  })
  rebuildNotices(
    @CurrentOfficer() officer: Officer,
    @Args('filter', { type: () => RebuildNoticeFilter, defaultValue: {}, description: 'Narrows the list.' })
    filter: RebuildNoticeFilter,
    @Args('first', { type: () => Int, defaultValue: 50, description: 'At most 200.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: 'Cursor of the page before.' })
    after: string | null,
  ): Promise<Connection<RebuildNotice>> {
    return findRebuilds(this.office, officer, filter, page(first, 200), after);
  }

  @Query(() => RebuildNoticeType, { nullable: true, description: 'One notice, if you may read it.' })
  rebuildNotice(
    @CurrentOfficer() officer: Officer,
    @Args('id', { type: () => ID, description: 'The notice.' }) id: string,
  ): Promise<RebuildNotice | null> {
    return findRebuild(this.office.dataSource, officer, id);
  }

  @Mutation(() => RebuildNoticeType, {
    nullable: true,
    description: 'Art. 21: files a rebuild or extension before the work.',
  })
  async giveRebuildNotice(
    @CurrentOfficer() officer: Officer,
    @Args('input', { description: 'The notice.' }) input: GiveRebuildNoticeInput,
  ): Promise<RebuildNotice | null> {
    await giveRebuildNotice(this.office, officer, { ...input, placesOut: input.placesOut ?? null });
    return findRebuild(this.office.dataSource, officer, input.id);
  }

  @Mutation(() => RebuildNoticeType, {
    nullable: true,
    description: 'Tells a notice anew: work put off, grown, or taking more out of use.',
  })
  async amendRebuildNotice(
    @CurrentOfficer() officer: Officer,
    @Args('input', { description: 'How it shall read now.' }) input: AmendRebuildNoticeInput,
  ): Promise<RebuildNotice | null> {
    await amendRebuildNotice(this.office, officer, { ...input, placesOut: input.placesOut ?? null });
    return findRebuild(this.office.dataSource, officer, input.id);
  }

  @Mutation(() => RebuildNoticeType, { nullable: true, description: 'The work is not carried out.' })
  async callOffRebuild(
    @CurrentOfficer() officer: Officer,
    @Args('id', { type: () => ID, description: 'The notice.' }) id: string,
    @Args('reason', { description: 'Why; at most 2,000 characters.' }) reason: string,
  ): Promise<RebuildNotice | null> {
    await callOffRebuild(this.office, officer, id, reason);
    return findRebuild(this.office.dataSource, officer, id);
  }

  @Mutation(() => FilingType, {
    nullable: true,
    description:
      'Art. 21: begins the as-built version as what is on file; answers the one under way where there is one.',
  })
  async fileAsBuilt(
    @CurrentOfficer() officer: Officer,
    @Args('input', { description: 'Of which work.' }) { id, noticeId }: FileAsBuiltInput,
  ): Promise<Filing | null> {
    const filingId = await draftAsBuilt(this.office, officer, noticeId, id ?? null);
    return findFiling(this.office.dataSource, officer, filingId);
  }

  @ResolveField()
  shelter(@Parent() { shelterId }: RebuildNotice, @Context() context: GraphqlContext): Promise<Shelter> {
    return upkeepLoaders(this.office, context).shelters.load(shelterId);
  }

  @ResolveField()
  recordedByName(@Parent() { recordedBy }: RebuildNotice, @Context() context: GraphqlContext) {
    return recordedBy === null ? null : upkeepLoaders(this.office, context).names.load(recordedBy);
  }

  @ResolveField()
  organisation(@Parent() { organisationId }: RebuildNotice, @Context() context: GraphqlContext) {
    return organisationId === null
      ? null
      : upkeepLoaders(this.office, context).organisations.load(organisationId);
  }

  @ResolveField()
  givenLate(@Parent() { startsOn, givenAt }: RebuildNotice): boolean {
    return isGivenLate(startsOn, civilDateOf(givenAt));
  }

  @ResolveField(() => DeadlineLightEnum, { nullable: true })
  finishLight(@Parent() notice: RebuildNotice): DeadlineLight | null {
    return finishLight(notice, civilDateOf(this.office.clock.now()));
  }

  @ResolveField()
  asBuilt(
    @Parent() { asBuiltFilingId }: RebuildNotice,
    @Context() context: GraphqlContext,
  ): Promise<AsBuiltFilingType> | null {
    return asBuiltFilingId === null ? null : filingLoaders(this.office, context).stages.load(asBuiltFilingId);
  }

  @ResolveField()
  restorations(@Parent() { id }: RebuildNotice, @Context() context: GraphqlContext): Promise<Defect[]> {
    return upkeepLoaders(this.office, context).defects.load(id);
  }

  @ResolveField()
  async availableActs(
    @CurrentOfficer() officer: Officer,
    @Parent() notice: RebuildNotice,
    @Context() context: GraphqlContext,
  ): Promise<AvailableActType[]> {
    const { unitId } = await upkeepLoaders(this.office, context).shelters.load(notice.shelterId);
    const acts = availableActs(REBUILD_PROCESS, { ...notice, unitId, keyedBy: null }, officer, () => []);
    return acts.filter(({ act }) => act !== BY_ITSELF);
  }
}
