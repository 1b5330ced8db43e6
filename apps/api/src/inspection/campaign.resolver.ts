import { ACTS, reach } from '#regulation/authority';
import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentOfficer } from '../identity/current-officer.ts';
import type { Officer } from '../identity/officer.ts';
import type { Organisation } from '../identity/organisation.entity.ts';
import { availableActs } from '../ledger/available-acts.ts';
import type { Connection } from '../platform/graphql/connection.ts';
import type { GraphqlContext } from '../platform/graphql/graphql-options.ts';
import { page } from '../platform/graphql/page.ts';
import type { AvailableActType } from '../platform/graphql/refusal.types.ts';
import { Office } from '../platform/office.ts';
import { upkeepLoaders } from '../upkeep/upkeep-loaders.ts';
import { askInspectionCampaign } from './ask-inspection-campaign.ts';
import { findAuthorityClocks } from './authority-clocks.queries.ts';
import { CAMPAIGN_PROCESS } from './campaign-process.ts';
import { findCampaign, findCampaigns, type CampaignProgress } from './campaign.queries.ts';
import { CampaignConnection, CampaignInput, CampaignType, InspectionDeskType } from './campaign.types.ts';
import { inspectionLoaders } from './inspection-loaders.ts';
import type { InspectionCampaign } from './inspection.entity.ts';
import { orderInspectionCampaign } from './order-inspection-campaign.ts';

const BEGINNINGS = ['orderInspectionCampaign', 'askInspectionCampaign'] as const;

@Resolver(() => CampaignType)
export class CampaignResolver {
  constructor(private readonly office: Office) {}

  @Query(() => InspectionDeskType, { description: 'Clocks of the authorities, and what you may begin.' })
  async inspectionDesk(@CurrentOfficer() officer: Officer): Promise<InspectionDeskType> {
    const { dataSource, clock, config } = this.office;
    const mine = BEGINNINGS.filter((act) => {
      const { everywhere, jurisdictions } = reach(officer, act);
      return everywhere || jurisdictions.length > 0;
    });
    return {
      clocks: await findAuthorityClocks(dataSource, officer, clock.now(), config),
      availableActs: mine.map((act) => ({ act, article: ACTS[act].article, allowed: true, refusals: [] })),
    };
  }

  @Query(() => CampaignConnection, { description: 'Inspection campaigns within your reach, latest first.' })
  inspectionCampaigns(
    @CurrentOfficer() officer: Officer,
    @Args('jurisdictionCode', {
      type: () => String,
      nullable: true,
      description: 'Only of this jurisdiction.',
    })
    jurisdictionCode: string | null,
    @Args('first', { type: () => Int, defaultValue: 50, description: 'At most 200.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: 'Cursor of the page before.' })
    after: string | null,
  ): Promise<Connection<InspectionCampaign>> {
    const { dataSource } = this.office;
    return findCampaigns(dataSource, officer, jurisdictionCode ?? null, page(first, 200), after);
  }

  @Query(() => CampaignType, { nullable: true, description: 'One campaign, if you may read it.' })
  inspectionCampaign(
    @CurrentOfficer() officer: Officer,
    @Args('id', { type: () => ID, description: 'Its key.' }) id: string,
  ): Promise<InspectionCampaign | null> {
    return findCampaign(this.office.dataSource, officer, id);
  }

  @Mutation(() => CampaignType, {
    nullable: true,
    description: 'Orders an inspection campaign (Art. 27 ¶1), of one’s own accord or as the city asked.',
  })
  async orderInspectionCampaign(
    @CurrentOfficer() officer: Officer,
    @Args('input', { description: 'The campaign.' }) input: CampaignInput,
  ): Promise<InspectionCampaign | null> {
    await orderInspectionCampaign(this.office, officer, told(input));
    return findCampaign(this.office.dataSource, officer, input.id);
  }

  @Mutation(() => CampaignType, {
    nullable: true,
    description: 'Asks a county or committee for an inspection campaign; it orders none (practice).',
  })
  async askInspectionCampaign(
    @CurrentOfficer() officer: Officer,
    @Args('input', { description: 'The campaign.' }) input: CampaignInput,
  ): Promise<InspectionCampaign | null> {
    await askInspectionCampaign(this.office, officer, told(input));
    return findCampaign(this.office.dataSource, officer, input.id);
  }

  @ResolveField()
  departments(
    @Parent() { departmentIds }: InspectionCampaign,
    @Context() context: GraphqlContext,
  ): Promise<(Organisation | Error)[]> {
    return upkeepLoaders(this.office, context).organisations.loadMany(departmentIds);
  }

  @ResolveField()
  progress(
    @Parent() { id }: InspectionCampaign,
    @Context() context: GraphqlContext,
  ): Promise<CampaignProgress> {
    return inspectionLoaders(this.office, context).progress.load(id);
  }

  @ResolveField()
  availableActs(
    @Parent() campaign: InspectionCampaign,
    @CurrentOfficer() officer: Officer,
  ): AvailableActType[] {
    const subject = { ...campaign, unitId: null, keyedBy: null };
    return availableActs(CAMPAIGN_PROCESS, subject, officer, () => []);
  }
}

function told({ id, jurisdictionCode, title, startsOn, endsOn, departmentIds, note }: CampaignInput) {
  return { id, jurisdictionCode, title, startsOn, endsOn, departmentIds, note: note ?? null };
}
