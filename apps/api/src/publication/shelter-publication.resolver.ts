import { publicChanges } from '#regulation/publication/edition';
import { unpublishable } from '#regulation/publication/publishable';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import DataLoader from 'dataloader';
import { CurrentOfficer } from '../identity/current-officer.ts';
import type { Officer } from '../identity/officer.ts';
import { availableActs } from '../ledger/available-acts.ts';
import type { GraphqlContext } from '../platform/graphql/graphql-options.ts';
import { oncePerRequest } from '../platform/graphql/per-request.ts';
import { Office } from '../platform/office.ts';
import type { Shelter } from '../registry/shelter.entity.ts';
import { ShelterType } from '../registry/shelter.types.ts';
import type { Publication } from './publication.entity.ts';
import { PUBLICATION_PROCESS } from './publication-process.ts';
import { findPublications, type DeskState } from './publication.queries.ts';
import { PublicationType } from './publication.types.ts';

/** What the registry's shelter has to say of its publication. */
@Resolver(() => ShelterType)
export class ShelterPublicationResolver {
  constructor(private readonly office: Office) {}

  @ResolveField(() => PublicationType, { description: 'What the public sees of it.' })
  async publication(
    @Parent() shelter: Shelter,
    @CurrentOfficer() officer: Officer,
    @Context() context: GraphqlContext,
  ): Promise<PublicationType> {
    const publication = await this.#loader(context).load(shelter.id);
    const { status, version, contents, reason, updatedAt, ofEdition } = publication;
    const { id, jurisdictionCode } = shelter;
    const subject = { id, stage: status, jurisdictionCode, unitId: null, keyedBy: null };
    return {
      status,
      deskState: deskStateOf(shelter, publication),
      edition: ofEdition?.label ?? null,
      publishedVersion: version,
      differs: status === 'PUBLISHED' && version !== shelter.version,
      publicChanges: contents ? publicChanges(contents, shelter.contents) : [],
      position: contents?.position ?? null,
      reason,
      updatedAt,
      availableActs: availableActs(PUBLICATION_PROCESS, subject, officer, (act) =>
        act === 'publish' ? unpublishable(factsOf(shelter)) : [],
      ),
    };
  }

  #loader(context: GraphqlContext): DataLoader<string, Publication> {
    const { dataSource } = this.office;
    return oncePerRequest(
      context,
      () => new DataLoader<string, Publication>((ids) => findPublications(dataSource, ids)),
      ShelterPublicationResolver,
    );
  }
}

/** STATE of the desk's queries for a shelter at hand; a test holds the two against each other. */
function deskStateOf(shelter: Shelter, { status, version, reason }: Publication): DeskState {
  if (shelter.deregisteredAt !== null && status === 'PUBLISHED') return 'LEAVING';
  if (unpublishable(factsOf(shelter)).length > 0) return 'NOT_PUBLISHABLE';
  if (status === 'UNPUBLISHED') return reason === null ? 'NEW' : 'WITHDRAWN';
  if (status !== 'PUBLISHED') return status;
  return version === shelter.version ? 'CURRENT' : 'CHANGED';
}

function factsOf({ code, filedAt, deregisteredAt, location }: Shelter) {
  return { code, filed: filedAt !== null, deregistered: deregisteredAt !== null, placed: location !== null };
}
