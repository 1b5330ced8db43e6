import type { ActTable } from '../act-table.ts';
import type { ActName } from '../authority.ts';
import type { CampaignStage } from '../enumerations.ts';

/** Art. 27 ¶1: the county government or committee orders an inspection, its departments carry it out; the city may ask for one. */
export const CAMPAIGN_ACTS = {
  askInspectionCampaign: {
    from: [],
    to: 'ASKED',
    by: ['CITY_EM'],
    article: null,
    source: 'practice: Art. 7, the city guides and co-ordinates, it asks',
  },
  orderInspectionCampaign: { from: [], to: 'ORDERED', by: ['DECIDER'], article: 27 },
  answerCampaignRequest: { from: ['ASKED'], to: 'ORDERED', by: ['DECIDER'], article: 27 },
} as const satisfies ActTable<CampaignStage>;

export type CampaignAct = keyof typeof CAMPAIGN_ACTS;

/** The act of the authority table that each step is. */
export const CAMPAIGN_ACT_NAMES = {
  askInspectionCampaign: 'askInspectionCampaign',
  orderInspectionCampaign: 'orderInspectionCampaign',
  answerCampaignRequest: 'orderInspectionCampaign',
} as const satisfies Record<CampaignAct, ActName>;
