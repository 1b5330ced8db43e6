import DataLoader from 'dataloader';
import type { GraphqlContext } from '../platform/graphql/graphql-options.ts';
import { oncePerRequest } from '../platform/graphql/per-request.ts';
import type { Office } from '../platform/office.ts';
import { campaignsById, orderedIn, progressOf, type CampaignProgress } from './campaign.queries.ts';
import type { InspectionCampaign } from './inspection.entity.ts';

/** What a page of inspections or campaigns needs beside its rows: one query each, however many rows. */
export function inspectionLoaders({ dataSource }: Office, context: GraphqlContext) {
  return oncePerRequest(
    context,
    () => ({
      campaigns: new DataLoader<string, InspectionCampaign | null>((ids) => campaignsById(dataSource, ids)),
      progress: new DataLoader<string, CampaignProgress>((ids) => progressOf(dataSource, ids)),
      ordered: new DataLoader<string, string[]>((codes) => orderedIn(dataSource, codes)),
    }),
    inspectionLoaders,
  );
}
