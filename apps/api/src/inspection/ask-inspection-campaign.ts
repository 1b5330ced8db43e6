import type { Officer } from '../identity/officer.ts';
import type { Office } from '../platform/office.ts';
import { beginCampaign, type ToldCampaignFacts } from './begin-campaign.ts';

/** The city asks a county government or committee for an inspection; it orders none itself (practice, Art. 7). */
export function askInspectionCampaign(
  office: Office,
  officer: Officer,
  told: ToldCampaignFacts,
): Promise<void> {
  return beginCampaign(office, officer, 'askInspectionCampaign', told);
}
