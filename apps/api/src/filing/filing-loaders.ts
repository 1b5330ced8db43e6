import type { Finding } from '#regulation/refusal';
import DataLoader from 'dataloader';
import { Jurisdiction } from '../identity/jurisdiction.entity.ts';
import { organisationLoader } from '../identity/organisation-loader.ts';
import { personNames } from '../identity/person-names.ts';
import type { GraphqlContext } from '../platform/graphql/graphql-options.ts';
import { oncePerRequest } from '../platform/graphql/per-request.ts';
import type { Office } from '../platform/office.ts';
import type { Filing } from './filing.entity.ts';
import { judgeFilings } from './judge-filing.ts';
import type { Actor } from '#regulation/actor';
import { findLastReturns, type LastReturn } from './last-return.queries.ts';
import { findNearDuplicates, type NearDuplicate } from './near-duplicates.queries.ts';
import { readOnFile, type OnFile } from './on-file.ts';

/** What a page of filings needs beside its rows: one query each, however many rows. */
export function filingLoaders({ dataSource, clock }: Office, context: GraphqlContext) {
  return oncePerRequest(
    context,
    () => ({
      units: organisationLoader(dataSource),
      names: personNames(dataSource),
      findings: new DataLoader<Filing, Finding[]>((filings) =>
        judgeFilings(dataSource, filings, clock.now()),
      ),
      onFile: new DataLoader<string, OnFile | null>(async (ids) => {
        const known = await readOnFile(dataSource, ids);
        return ids.map((id) => known.get(id) ?? null);
      }),
      stages: new DataLoader<string, Pick<Filing, 'id' | 'stage' | 'number'>>(async (ids) => {
        const rows = await dataSource.query<Pick<Filing, 'id' | 'stage' | 'number'>[]>(
          `select id, stage, number from filing where id = any($1)`,
          [ids],
        );
        const byId = new Map(rows.map((row) => [row.id, row]));
        return ids.map((id) => byId.get(id) ?? new Error(`no filing ${id}`));
      }),
      lastReturns: new DataLoader<string, LastReturn | null>((ids) => findLastReturns(dataSource, ids)),
      singleOfficer: new DataLoader<string, boolean>(async (codes) => {
        const alone = await dataSource
          .getRepository(Jurisdiction)
          .createQueryBuilder('jurisdiction')
          .where('jurisdiction.code = any(:codes) and jurisdiction.singleOfficer', { codes })
          .getMany();
        return codes.map((code) => alone.some((jurisdiction) => jurisdiction.code === code));
      }),
    }),
    filingLoaders,
  );
}

/** What may be the same place, for whoever asks: what each may see of it is their own. */
export function nearDuplicateLoader(
  { dataSource }: Office,
  actor: Actor,
  context: GraphqlContext,
): DataLoader<Filing, NearDuplicate[]> {
  return oncePerRequest(
    context,
    () =>
      new DataLoader<Filing, NearDuplicate[]>((filings) => findNearDuplicates(dataSource, actor, filings)),
    nearDuplicateLoader,
  );
}
