import { ACTS, mayPerform } from '#regulation/authority';
import { shelterPapers } from '#regulation/papers/papers';
import type { ShelterContents } from '#regulation/registry/contents';
import { roomToday } from '#regulation/registry/usable-capacity';
import { isStale } from '#regulation/publication/eligibility';
import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentOfficer } from '../identity/current-officer.ts';
import { OrganisationType } from '../identity/identity.types.ts';
import type { Organisation } from '../identity/organisation.entity.ts';
import type { Officer } from '../identity/officer.ts';
import type { Connection } from '../platform/graphql/connection.ts';
import type { GraphqlContext } from '../platform/graphql/graphql-options.ts';
import { page } from '../platform/graphql/page.ts';
import { AvailableActType } from '../platform/graphql/refusal.types.ts';
import { Office } from '../platform/office.ts';
import { ContentsInput } from './contents.types.ts';
import { correctShelter } from './correct-shelter.ts';
import { papersOfShelter, PaperType } from './papers.types.ts';
import { readContents } from './read-contents.ts';
import { readSuitabilityLetters } from './shelter-columns.ts';
import { contentsOf, shelterLoaders } from './shelter-loaders.ts';
import type { ListedShelter, Shelter } from './shelter.entity.ts';
import type { ShelterVersion } from './shelter-version.entity.ts';
import { findShelter, findShelters } from './shelter.queries.ts';
import {
  HazardSuitabilityType,
  PositionType,
  ShelterConnection,
  ShelterFilter,
  ShelterType,
  ShelterVersionType,
} from './shelter.types.ts';

@Resolver(() => ShelterType)
export class ShelterResolver {
  constructor(private readonly office: Office) {}

  @Query(() => ShelterConnection, { description: 'The registry within your reach, by code.' })
  shelters(
    @CurrentOfficer() officer: Officer,
    @Args('filter', { type: () => ShelterFilter, defaultValue: {}, description: 'Narrows the list.' })
    filter: ShelterFilter,
    @Args('first', { type: () => Int, defaultValue: 50, description: 'At most 500.' }) first: number,
    @Args('after', {
      type: () => String,
      nullable: true,
      description: 'pageInfo.endCursor of the page before.',
    })
    after: string | null,
  ): Promise<Connection<ListedShelter>> {
    return findShelters(this.office.dataSource, officer, filter, page(first, 500), after);
  }

  @Query(() => ShelterType, {
    nullable: true,
    description: 'One shelter by id or by code, if you may read it.',
  })
  async shelter(
    @CurrentOfficer() officer: Officer,
    @Args('id', { type: () => ID, nullable: true, description: 'The record, or' }) id: string | null,
    @Args('code', { type: () => String, nullable: true, description: 'the code on the sign.' })
    code: string | null,
  ): Promise<Shelter | null> {
    if (id) return findShelter(this.office.dataSource, officer, { id });
    return code ? findShelter(this.office.dataSource, officer, { code }) : null;
  }

  @Mutation(() => ShelterType, {
    description: 'Corrects a filed record ex officio (Art. 18) as a new version.',
  })
  async correctShelter(
    @CurrentOfficer() officer: Officer,
    @Args('id', { type: () => ID, description: 'The shelter.' }) id: string,
    @Args('version', { type: () => Int, description: 'The version you saw.' }) version: number,
    @Args('contents', { description: 'All of it, as it shall read now.' }) contents: ContentsInput,
    @Args('reason', { description: 'Why; kept with the version, told to the unit.' }) reason: string,
  ): Promise<Shelter | null> {
    await correctShelter(this.office, officer, { id, version, contents: readContents(contents), reason });
    return findShelter(this.office.dataSource, officer, { id });
  }

  @ResolveField(() => [AvailableActType])
  availableActs(@Parent() shelter: ListedShelter, @CurrentOfficer() officer: Officer): AvailableActType[] {
    const act = (name: string, { article }: { article: number | null }, may: boolean): AvailableActType[] =>
      may ? [{ act: name, article, allowed: true, refusals: [] }] : [];
    if (shelter.deregisteredAt) return [];
    const change = { ...shelter, filingKind: 'CHANGE' } as const;
    return [
      ...act('change', ACTS.draftFiling, mayPerform(officer, 'draftFiling', change) !== null),
      ...act(
        'giveRebuildNotice',
        ACTS.giveRebuildNotice,
        mayPerform(officer, 'giveRebuildNotice', shelter) !== null,
      ),
      ...act('correct', ACTS.correctShelter, mayPerform(officer, 'correctShelter', shelter) !== null),
    ];
  }

  @ResolveField(() => PositionType, { nullable: true })
  position(@Parent() shelter: ListedShelter): PositionType | null {
    const [longitude, latitude] = shelter.location?.coordinates ?? [];
    return longitude === undefined || latitude === undefined ? null : { longitude, latitude };
  }

  @ResolveField(() => Int, { nullable: true })
  usableCapacity(@Parent() { usableCapacity, placesOut }: ListedShelter): number | null {
    return roomToday(usableCapacity, placesOut);
  }

  @ResolveField(() => [HazardSuitabilityType])
  suitability(@Parent() shelter: ListedShelter): HazardSuitabilityType[] {
    return readSuitabilityLetters(shelter.suitability);
  }

  @ResolveField()
  contents(@Parent() shelter: ListedShelter, @Context() context: GraphqlContext): Promise<ShelterContents> {
    return contentsOf(shelter, this.office, context);
  }

  @ResolveField(() => OrganisationType)
  unit(@Parent() shelter: ListedShelter, @Context() context: GraphqlContext): Promise<Organisation> {
    return shelterLoaders(this.office, context).units.load(shelter.unitId);
  }

  @ResolveField(() => [ShelterVersionType])
  versions(@Parent() shelter: ListedShelter, @Context() context: GraphqlContext): Promise<ShelterVersion[]> {
    return shelterLoaders(this.office, context).versions.load(shelter.id);
  }

  @ResolveField(() => ShelterVersionType, { nullable: true })
  versionAt(
    @Parent() { id }: ListedShelter,
    @Args('version', { type: () => Int, description: 'Counts from 1.' }) version: number,
    @Context() context: GraphqlContext,
  ): Promise<ShelterVersion | null> {
    return shelterLoaders(this.office, context).versionAt.load({ shelterId: id, version });
  }

  @ResolveField(() => [PaperType])
  async papers(@Parent() shelter: ListedShelter, @Context() context: GraphqlContext): Promise<PaperType[]> {
    return papersOfShelter(shelter.code, shelterPapers(await contentsOf(shelter, this.office, context)));
  }

  @ResolveField(() => Boolean)
  async stale(@Parent() shelter: ListedShelter, @Context() context: GraphqlContext): Promise<boolean> {
    const live = await shelterLoaders(this.office, context).liveJurisdictions();
    const situation = live.has(shelter.jurisdictionCode) ? 'LIVE' : 'QUIET';
    const confirmedAt = shelter.lastConfirmedAt?.getTime() ?? null;
    const { clock, config } = this.office;
    return isStale(confirmedAt, { at: clock.now().getTime(), situation }, config);
  }
}
