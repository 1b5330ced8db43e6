import { civilDateOf } from '#regulation/civil-date';
import DataLoader from 'dataloader';
import type { DataSource } from 'typeorm';
import { organisationLoader } from '../identity/organisation-loader.ts';
import { personNames } from '../identity/person-names.ts';
import type { GraphqlContext } from '../platform/graphql/graphql-options.ts';
import { oncePerRequest } from '../platform/graphql/per-request.ts';
import type { Office } from '../platform/office.ts';
import { Shelter } from '../registry/shelter.entity.ts';
import type { Defect, DefectStep } from './defect.entity.ts';
import { defectsOfDeeds, stepsOf } from './defects.queries.ts';
import { evidenceOf, type EvidenceRow } from './evidence.queries.ts';
import { obligationsOf, type ObligationRow } from './obligations.queries.ts';

/** What a page of deeds, defects or obligations needs beside its rows: one query each, however many rows. */
export function upkeepLoaders({ dataSource, clock }: Office, context: GraphqlContext) {
  return oncePerRequest(
    context,
    () => ({
      shelters: shelterLoader(dataSource),
      organisations: organisationLoader(dataSource),
      names: personNames(dataSource),
      evidence: new DataLoader<string, EvidenceRow[]>((ids) => evidenceOf(dataSource, ids)),
      defects: new DataLoader<string, Defect[]>((ids) => defectsOfDeeds(dataSource, ids)),
      steps: new DataLoader<string, DefectStep[]>((ids) => stepsOf(dataSource, ids)),
      obligations: new DataLoader<string, ObligationRow[]>((ids) =>
        obligationsOf(dataSource, ids, civilDateOf(clock.now())),
      ),
    }),
    upkeepLoaders,
  );
}

function shelterLoader(dataSource: DataSource): DataLoader<string, Shelter> {
  return new DataLoader(async (ids) => {
    const found = await dataSource
      .getRepository(Shelter)
      .createQueryBuilder('shelter')
      .where('shelter.id = any(:ids)', { ids })
      .getMany();
    const byId = new Map(found.map((shelter) => [shelter.id, shelter]));
    return ids.map((id) => byId.get(id) ?? new Error(`no shelter ${id}`));
  });
}
