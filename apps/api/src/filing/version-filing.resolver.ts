import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import DataLoader from 'dataloader';
import { CurrentOfficer } from '../identity/current-officer.ts';
import type { Officer } from '../identity/officer.ts';
import type { GraphqlContext } from '../platform/graphql/graphql-options.ts';
import { oncePerRequest } from '../platform/graphql/per-request.ts';
import { Office } from '../platform/office.ts';
import type { ShelterVersion } from '../registry/shelter-version.entity.ts';
import { ShelterVersionType } from '../registry/shelter.types.ts';
import type { Filing } from './filing.entity.ts';
import { findFilingsById } from './filing.queries.ts';
import { FilingType } from './filing.types.ts';

/** What the registry's versions have to say of the filings they came from. */
@Resolver(() => ShelterVersionType)
export class VersionFilingResolver {
  constructor(private readonly office: Office) {}

  @ResolveField(() => FilingType, {
    nullable: true,
    description: 'The filing this version came from, if you may read it; null of a correction.',
  })
  async filing(
    @Parent() { filingId }: ShelterVersion,
    @CurrentOfficer() officer: Officer,
    @Context() context: GraphqlContext,
  ): Promise<Filing | null> {
    return filingId === null ? null : this.#loader(officer, context).load(filingId);
  }

  /** One query for all the versions of a page. */
  #loader(officer: Officer, context: GraphqlContext): DataLoader<string, Filing | null> {
    const { dataSource } = this.office;
    return oncePerRequest(
      context,
      () => new DataLoader((ids: readonly string[]) => findFilingsById(dataSource, officer, ids)),
      VersionFilingResolver,
    );
  }
}
