import type { ShelterContents } from '#regulation/registry/contents';
import DataLoader from 'dataloader';
import { personNames } from '../identity/person-names.ts';
import { organisationLoader } from '../identity/organisation-loader.ts';
import type { GraphqlContext } from '../platform/graphql/graphql-options.ts';
import { oncePerRequest } from '../platform/graphql/per-request.ts';
import type { Office } from '../platform/office.ts';
import type { CorrectionNotice } from './correction-notice.entity.ts';
import { findNotices, findSheltersOf } from './correction-notices.queries.ts';
import type { ListedShelter, Shelter } from './shelter.entity.ts';
import type { ShelterVersion } from './shelter-version.entity.ts';
import {
  findContents,
  findLiveJurisdictions,
  findVersions,
  findVersionsAt,
  type VersionKey,
} from './shelter.queries.ts';

/** What a page of shelters needs beside its rows: one query each, however many rows. */
export function shelterLoaders({ dataSource }: Office, context: GraphqlContext) {
  return oncePerRequest(
    context,
    () => ({
      units: organisationLoader(dataSource),
      names: personNames(dataSource),
      contents: new DataLoader<string, ShelterContents>((ids) => findContents(dataSource, ids)),
      versions: new DataLoader<string, ShelterVersion[]>((ids) => findVersions(dataSource, ids)),
      versionAt: new DataLoader<VersionKey, ShelterVersion | null, string>(
        (keys) => findVersionsAt(dataSource, keys),
        { cacheKeyFn: ({ shelterId, version }) => `${shelterId} ${version}` },
      ),
      notices: new DataLoader<VersionKey, CorrectionNotice | null, string>(
        (keys) => findNotices(dataSource, keys),
        { cacheKeyFn: ({ shelterId, version }) => `${shelterId} ${version}` },
      ),
      shelters: new DataLoader<string, Shelter>((ids) => findSheltersOf(dataSource, ids)),
      liveJurisdictions: once(() => findLiveJurisdictions(dataSource)),
    }),
    shelterLoaders,
  );
}

/** The contents of a shelter, whether it came with them or out of a list. */
export async function contentsOf(
  { id, contents }: ListedShelter,
  office: Office,
  context: GraphqlContext,
): Promise<ShelterContents> {
  return contents ?? shelterLoaders(office, context).contents.load(id);
}

function once<Value>(read: () => Promise<Value>): () => Promise<Value> {
  let reading: Promise<Value> | undefined;
  return () => (reading ??= read());
}
