import { civilDateOf } from '#regulation/civil-date';
import { campaignRefusals } from '#regulation/inspection/campaign';
import type { Officer } from '../identity/officer.ts';
import { performAct } from '../ledger/perform-act.ts';
import { inTransaction } from '../platform/database/data-source.ts';
import type { Office } from '../platform/office.ts';
import { tellChanges } from '../platform/outbox/tell-change.ts';
import { beginCampaign, unknownPlaces, type ToldCampaignFacts } from './begin-campaign.ts';
import { CAMPAIGN_PROCESS } from './campaign-process.ts';
import { InspectionCampaign } from './inspection.entity.ts';

/**
 * The county government or committee orders an inspection and names who carries it out (Art. 27 ¶1); when the key is that
 * of a request of the city, the request becomes the order.
 */
export async function orderInspectionCampaign(
  office: Office,
  officer: Officer,
  told: ToldCampaignFacts,
): Promise<void> {
  const known = await office.dataSource.getRepository(InspectionCampaign).findOneBy({ id: told.id });
  if (known?.stage === 'ASKED') await answerRequest(office, officer, told);
  else await beginCampaign(office, officer, 'orderInspectionCampaign', told);
}

async function answerRequest(office: Office, officer: Officer, told: ToldCampaignFacts): Promise<void> {
  const at = office.clock.now();
  await inTransaction(office.dataSource, async (tx) => {
    const against = campaignRefusals(
      { ...told, departments: told.departmentIds.length },
      civilDateOf(at),
      true,
    );
    const unknown = await unknownPlaces(tx, told);
    const { jurisdictionCode } = await performAct(tx, CAMPAIGN_PROCESS, {
      act: 'answerCampaignRequest',
      id: told.id,
      by: officer,
      at,
      refusals: () => [...against, ...unknown],
      set: {
        title: told.title.trim(),
        starts_on: told.startsOn,
        ends_on: told.endsOn,
        department_ids: told.departmentIds,
        note: told.note?.trim() || null,
        ordered_at: at,
        ordered_by: officer.personId,
      },
      details: { startsOn: told.startsOn, endsOn: told.endsOn, departmentIds: told.departmentIds },
    });
    await tellChanges(tx, [{ topic: 'UPKEEP', jurisdictionCode, at }]);
  });
}
