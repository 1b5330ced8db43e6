import { publicChanges } from '#regulation/publication/edition';
import type { PublicContents } from '#regulation/publication/public-contents';
import { unpublishable } from '#regulation/publication/publishable';
import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import DataLoader from 'dataloader';
import { CurrentOfficer } from '../identity/current-officer.ts';
import type { Officer } from '../identity/officer.ts';
import { availableActs } from '../ledger/available-acts.ts';
import type { GraphqlContext } from '../platform/graphql/graphql-options.ts';
import { oncePerRequest } from '../platform/graphql/per-request.ts';
import type { AvailableActType } from '../platform/graphql/refusal.types.ts';
import { Office } from '../platform/office.ts';
import { contentsOf } from '../registry/shelter-loaders.ts';
import type { ListedShelter } from '../registry/shelter.entity.ts';
import { ShelterType, type PositionType } from '../registry/shelter.types.ts';
import { PUBLICATION_PROCESS } from './publication-process.ts';
import {
  findPublicationStates,
  findPublicContents,
  type DeskState,
  type PublicationState,
} from './publication.queries.ts';
import { PublicationType } from './publication.types.ts';

/** What the registry's shelter has to say of its publication. */
@Resolver(() => ShelterType)
export class ShelterPublicationResolver {
  constructor(private readonly office: Office) {}

  @ResolveField(() => PublicationType, { description: 'What the public sees of it.' })
  async publication(
    @Parent() shelter: ListedShelter,
    @Context() context: GraphqlContext,
  ): Promise<PublicationOfShelter> {
    const state = await publicationLoaders(this.office, context).states.load(shelter.id);
    const { version, status } = state;
    return {
      ...state,
      shelter,
      deskState: deskStateOf(shelter, state),
      publishedVersion: version,
      differs: status === 'PUBLISHED' && version !== shelter.version,
    };
  }
}

/** What takes more than the state of a publication, worked out only where it is asked for. */
@Resolver(() => PublicationType)
export class PublicationFieldsResolver {
  constructor(private readonly office: Office) {}

  @ResolveField()
  async publicChanges(
    @Parent() { shelter }: PublicationOfShelter,
    @Context() context: GraphqlContext,
  ): Promise<string[]> {
    const contents = await publicationLoaders(this.office, context).contents.load(shelter.id);
    return contents ? publicChanges(contents, await contentsOf(shelter, this.office, context)) : [];
  }

  @ResolveField()
  async position(
    @Parent() { shelter }: PublicationOfShelter,
    @Context() context: GraphqlContext,
  ): Promise<PositionType | null> {
    const contents = await publicationLoaders(this.office, context).contents.load(shelter.id);
    return contents?.position ?? null;
  }

  @ResolveField()
  availableActs(
    @Parent() { shelter, status }: PublicationOfShelter,
    @CurrentOfficer() officer: Officer,
  ): AvailableActType[] {
    const { id, jurisdictionCode } = shelter;
    const subject = { id, stage: status, jurisdictionCode, unitId: null, keyedBy: null };
    return availableActs(PUBLICATION_PROCESS, subject, officer, (act) =>
      act === 'publish' ? unpublishable(factsOf(shelter)) : [],
    );
  }
}

type PublicationOfShelter = Omit<PublicationType, 'publicChanges' | 'position' | 'availableActs'> & {
  readonly shelter: ListedShelter;
};

function publicationLoaders({ dataSource }: Office, context: GraphqlContext) {
  return oncePerRequest(
    context,
    () => ({
      states: new DataLoader<string, PublicationState>((ids) => findPublicationStates(dataSource, ids)),
      contents: new DataLoader<string, PublicContents | null>((ids) => findPublicContents(dataSource, ids)),
    }),
    publicationLoaders,
  );
}

/** STATE of the desk's queries for a shelter at hand; a test holds the two against each other. */
function deskStateOf(shelter: ListedShelter, { status, version, reason }: PublicationState): DeskState {
  if (shelter.deregisteredAt !== null && status === 'PUBLISHED') return 'LEAVING';
  if (unpublishable(factsOf(shelter)).length > 0) return 'NOT_PUBLISHABLE';
  if (status === 'UNPUBLISHED') return reason === null ? 'NEW' : 'WITHDRAWN';
  if (status !== 'PUBLISHED') return status;
  return version === shelter.version ? 'CURRENT' : 'CHANGED';
}

function factsOf({ code, filedAt, deregisteredAt, location }: ListedShelter) {
  return { code, filed: filedAt !== null, deregistered: deregisteredAt !== null, placed: location !== null };
}
