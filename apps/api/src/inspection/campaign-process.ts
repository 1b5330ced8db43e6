import type { CampaignStage } from '#regulation/enumerations';
import { CAMPAIGN_ACT_NAMES, CAMPAIGN_ACTS, type CampaignAct } from '#regulation/inspection/acts';
import type { Process } from '../ledger/perform-act.ts';

/** Where campaigns live in the database. */
export const CAMPAIGN_PROCESS: Process<CampaignStage, CampaignAct> = {
  name: 'inspectionCampaign',
  table: 'inspection_campaign',
  key: 'id',
  stageColumn: 'stage',
  acts: CAMPAIGN_ACTS,
  authority: CAMPAIGN_ACT_NAMES,
  scope: `subject.jurisdiction_code`,
};
