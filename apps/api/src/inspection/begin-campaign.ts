import { judgeAct } from '#regulation/act-table';
import { mayPerform } from '#regulation/authority';
import { civilDateOf } from '#regulation/civil-date';
import { CAMPAIGN_ACT_NAMES, CAMPAIGN_ACTS } from '#regulation/inspection/acts';
import { campaignRefusals } from '#regulation/inspection/campaign';
import type { Refusal } from '#regulation/refusal';
import type { EntityManager } from 'typeorm';
import type { Officer } from '../identity/officer.ts';
import { writeLedgerEntry } from '../ledger/write-ledger-entry.ts';
import { inTransaction } from '../platform/database/data-source.ts';
import type { Office } from '../platform/office.ts';
import { tellChanges } from '../platform/outbox/tell-change.ts';
import { refuseIfAny } from '../platform/refused.ts';
import { InspectionCampaign } from './inspection.entity.ts';

export interface ToldCampaignFacts {
  /** The client's own key: sent again, it names the same campaign. */
  readonly id: string;
  readonly jurisdictionCode: string;
  readonly title: string;
  /** Civil dates. */
  readonly startsOn: string;
  readonly endsOn: string;
  readonly departmentIds: readonly string[];
  readonly note: string | null;
}

/** Enters a campaign, ordered or asked for; a repeat by the same person changes nothing. */
export async function beginCampaign(
  office: Office,
  officer: Officer,
  act: 'orderInspectionCampaign' | 'askInspectionCampaign',
  told: ToldCampaignFacts,
): Promise<void> {
  const at = office.clock.now();
  const isOrder = act === 'orderInspectionCampaign';
  await inTransaction(office.dataSource, async (tx) => {
    if (await isKnown(tx, told.id, officer.personId)) return;
    const { jurisdictionCode } = told;
    const appointment = mayPerform(officer, CAMPAIGN_ACT_NAMES[act], { jurisdictionCode, unitId: null });
    refuseIfAny([
      ...judgeAct(CAMPAIGN_ACTS, act, null, appointment !== null),
      ...campaignRefusals({ ...told, departments: told.departmentIds.length }, civilDateOf(at), isOrder),
      ...(await unknownPlaces(tx, told)),
    ]);
    const [entered] = await tx.query<unknown[]>(
      `insert into inspection_campaign (id, jurisdiction_code, stage, title, starts_on, ends_on, department_ids, note,
                                        ${isOrder ? 'ordered_at, ordered_by' : 'asked_at, asked_by'})
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (id) do nothing returning id`,
      [
        told.id,
        jurisdictionCode,
        CAMPAIGN_ACTS[act].to,
        told.title.trim(),
        told.startsOn,
        told.endsOn,
        told.departmentIds,
        told.note?.trim() || null,
        at,
        officer.personId,
      ],
    );
    if (!entered) return;
    await writeLedgerEntry(tx, {
      process: 'inspectionCampaign',
      act,
      article: CAMPAIGN_ACTS[act].article,
      at,
      by: officer,
      appointment,
      jurisdictionCode,
      subjects: [{ kind: 'inspectionCampaign', id: told.id, from: null, to: CAMPAIGN_ACTS[act].to }],
      details: { startsOn: told.startsOn, endsOn: told.endsOn, departmentIds: told.departmentIds },
    });
    await tellChanges(tx, [{ topic: 'UPKEEP', jurisdictionCode, at }]);
  });
}

async function isKnown(tx: EntityManager, id: string, personId: string): Promise<boolean> {
  const known = await tx.getRepository(InspectionCampaign).findOneBy({ id });
  if (known && known.askedBy !== personId && known.orderedBy !== personId)
    refuseIfAny([refusal('id', 'ALREADY_DONE', {})]);
  return known !== null;
}

/** The jurisdiction answers for an area of its own (not the city as a whole), and every department exists. */
export async function unknownPlaces(
  tx: EntityManager,
  { jurisdictionCode, departmentIds }: Pick<ToldCampaignFacts, 'jurisdictionCode' | 'departmentIds'>,
): Promise<Refusal[]> {
  const [found] = await tx.query<{ place: boolean; departments: number }[]>(
    `select exists (select 1 from jurisdiction where code = $1 and level <> 'CITY') as place,
            (select count(*)::int from organisation where id = any($2)) as departments`,
    [jurisdictionCode, departmentIds],
  );
  return [
    ...(found?.place
      ? []
      : [refusal('jurisdictionCode', 'UNKNOWN_JURISDICTION', { value: jurisdictionCode })]),
    ...(found?.departments === new Set(departmentIds).size
      ? []
      : [refusal('departmentIds', 'NOT_AN_ORGANISATION', {})]),
  ];
}

function refusal(field: string, code: Refusal['code'], params: Refusal['params']): Refusal {
  return { rule: 'inspection/campaign', article: 27, field, code, params };
}
