import type { HoldingActivation } from '#regulation/deregistration/leaving';
import DataLoader from 'dataloader';
import type { GraphqlContext } from '../../platform/graphql/graphql-options.ts';
import { oncePerRequest } from '../../platform/graphql/per-request.ts';
import type { Office } from '../../platform/office.ts';
import type { Deregistration } from './deregistration.entity.ts';
import { findLatest } from './deregistration.queries.ts';
import { findLive } from './lock-leaving.ts';

/** What a page of shelters says of their deregistration: one query each, however many rows. */
export function deregistrationLoaders({ dataSource }: Office, context: GraphqlContext) {
  return oncePerRequest(
    context,
    () => ({
      latest: new DataLoader<string, Deregistration | null>((ids) => findLatest(dataSource, ids)),
      liveIn: new DataLoader<string, HoldingActivation | null>(async (ids) => {
        const live = await findLive(dataSource, ids);
        return ids.map((id) => live.get(id) ?? null);
      }),
    }),
    deregistrationLoaders,
  );
}
