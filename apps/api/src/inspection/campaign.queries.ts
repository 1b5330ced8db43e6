import type { Actor } from '#regulation/actor';
import { reach } from '#regulation/authority';
import type { DataSource, SelectQueryBuilder } from 'typeorm';
import { readCursor, toConnection, type Connection } from '../platform/graphql/connection.ts';
import { InspectionCampaign } from './inspection.entity.ts';

/** Campaigns within the actor's reach, newest first. */
export async function findCampaigns(
  dataSource: DataSource,
  actor: Actor,
  jurisdictionCode: string | null,
  first: number,
  after: string | null,
): Promise<Connection<InspectionCampaign>> {
  const query = () => {
    const campaigns = readable(dataSource, actor);
    return jurisdictionCode === null
      ? campaigns
      : campaigns.andWhere('campaign.jurisdictionCode = :code', { code: jurisdictionCode });
  };
  const rows = query()
    .orderBy('campaign.endsOn', 'DESC')
    .addOrderBy('campaign.id', 'DESC')
    .limit(first + 1);
  const cursor = readCursor(after, 2);
  if (cursor) {
    rows.andWhere('(campaign.ends_on, campaign.id) < (cast(:on as date), cast(:id as uuid))', {
      on: String(cursor[0]),
      id: String(cursor[1]),
    });
  }
  return toConnection(
    await rows.getMany(),
    first,
    ({ endsOn, id }) => [endsOn, id],
    () => query().getCount(),
  );
}

/** One campaign, if the actor may read it. */
export function findCampaign(
  dataSource: DataSource,
  actor: Actor,
  id: string,
): Promise<InspectionCampaign | null> {
  return readable(dataSource, actor).andWhere('campaign.id = :id', { id }).getOne();
}

/** Campaigns by id, in the order asked; one query for all. */
export async function campaignsById(
  dataSource: DataSource,
  ids: readonly string[],
): Promise<(InspectionCampaign | null)[]> {
  const found = await dataSource
    .getRepository(InspectionCampaign)
    .createQueryBuilder('campaign')
    .where('campaign.id = any(:ids)', { ids })
    .getMany();
  return ids.map((id) => found.find((campaign) => campaign.id === id) ?? null);
}

export interface CampaignProgress {
  /** Shelters on file in its jurisdiction. */
  readonly shelters: number;
  /** Those inspected in its course. */
  readonly inspected: number;
}

/** How far each campaign has come; one query for all. */
export async function progressOf(
  dataSource: DataSource,
  ids: readonly string[],
): Promise<CampaignProgress[]> {
  const rows = await dataSource.query<(CampaignProgress & { id: string })[]>(
    `select campaign.id,
            (select count(*)::int from shelter where shelter.jurisdiction_code = campaign.jurisdiction_code
               and filed_at is not null and deregistered_at is null) as shelters,
            (select count(distinct inspection.shelter_id)::int from inspection
              where inspection.campaign_id = campaign.id) as inspected
     from inspection_campaign campaign where campaign.id = any($1)`,
    [ids],
  );
  return ids.map((id) => rows.find((row) => row.id === id) ?? { shelters: 0, inspected: 0 });
}

/** Read by whoever reads the registry of the jurisdiction, and by a unit that has a shelter there. */
function readable(dataSource: DataSource, actor: Actor): SelectQueryBuilder<InspectionCampaign> {
  const { everywhere, jurisdictions, units } = reach(actor, 'readRegistry');
  const query = dataSource.getRepository(InspectionCampaign).createQueryBuilder('campaign').where('true');
  if (everywhere) return query;
  return query.andWhere(
    `(campaign.jurisdictionCode = any(:jurisdictions) or campaign.stage = 'ORDERED' and exists (
        select 1 from shelter where shelter.jurisdiction_code = campaign.jurisdiction_code
          and shelter.unit_id = any(:units)))`,
    { jurisdictions, units },
  );
}

/** Organisations that any campaign of each jurisdiction orders to inspect; one query for all. */
export async function orderedIn(dataSource: DataSource, codes: readonly string[]): Promise<string[][]> {
  const rows = await dataSource.query<{ code: string; ids: string[] }[]>(
    `select jurisdiction_code as code, array_agg(distinct department) as ids
     from inspection_campaign, unnest(department_ids) as department
     where stage = 'ORDERED' and jurisdiction_code = any($1) group by jurisdiction_code`,
    [codes],
  );
  return codes.map((code) => rows.find((row) => row.code === code)?.ids ?? []);
}
