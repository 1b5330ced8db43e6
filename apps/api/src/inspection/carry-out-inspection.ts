import type { Refusal } from '#regulation/refusal';
import type { Officer } from '../identity/officer.ts';
import type { Office } from '../platform/office.ts';
import { InspectionCampaign } from './inspection.entity.ts';
import { keepInspection, onceOnly, type ToldInspection } from './keep-inspection.ts';

/**
 * A supervision (Art. 27 ¶1): all seven heads, by the emergency department of its own accord, by other departments only
 * as a campaign orders them.
 */
export function carryOutInspection(
  office: Office,
  officer: Officer,
  told: ToldInspection,
  campaignId: string | null,
): Promise<void> {
  return onceOnly(office, officer, told.id, async (tx, at) => {
    const campaign =
      campaignId === null ? null : await tx.getRepository(InspectionCampaign).findOneBy({ id: campaignId });
    await keepInspection(tx, at, officer, 'SUPERVISION', 'carryOutInspection', told, {
      campaignId,
      orderedOrganisationIds: campaign?.stage === 'ORDERED' ? campaign.departmentIds : [],
      refusals: (jurisdictionCode) =>
        campaign?.stage === 'ORDERED' && campaign.jurisdictionCode === jurisdictionCode ? [] : [NOT_ORDERED],
    });
  });
}

const NOT_ORDERED: Refusal = {
  rule: 'inspection/campaign',
  article: 27,
  field: 'campaignId',
  code: 'NOT_ORDERED_HERE',
  params: {},
};
