import { missingMembers } from '#regulation/activation/command-post';
import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentOfficer } from '../identity/current-officer.ts';
import type { Officer } from '../identity/officer.ts';
import type { GraphqlContext } from '../platform/graphql/graphql-options.ts';
import { page } from '../platform/graphql/page.ts';
import { AvailableActType } from '../platform/graphql/refusal.types.ts';
import { Office } from '../platform/office.ts';
import type { Shelter } from '../registry/shelter.entity.ts';
import { ShelterType } from '../registry/shelter.types.ts';
import { PostSeatInput, ShelterStatusInput, VolunteerStationInput } from './activation-inputs.types.ts';
import { activationLoaders, seatLoader } from './activation-loaders.ts';
import { ActivationShelter } from './activation-shelter.entity.ts';
import { findActivationShelter, findMyOpenShelters } from './activation.queries.ts';
import {
  ActivationShelterType,
  CommandPostType,
  ShelterReportType,
  VolunteerStationType,
} from './activation.types.ts';
import { appointCommandPostMember, endCommandPostMember } from './appoint-post-members.ts';
import type { ShelterReport, VolunteerStation } from './site-records.entity.ts';
import { reportShelterStatus } from './report-shelter-status.ts';
import { runVolunteerStation } from './run-volunteer-station.ts';
import { siteActs } from './site-acts.ts';
import { standShelterDown } from './stand-shelter-down.ts';

/** What happens at one opened shelter (Art. 22, 23, 25). */
@Resolver(() => ActivationShelterType)
export class SiteResolver {
  constructor(private readonly office: Office) {}

  @Query(() => ActivationShelterType, {
    nullable: true,
    description: 'One opened shelter, if you may read its activation.',
  })
  activationShelter(
    @CurrentOfficer() officer: Officer,
    @Args('id', { type: () => ID, description: 'Id of the shelter’s place in the activation.' }) id: string,
  ): Promise<ActivationShelter | null> {
    return findActivationShelter(this.office.dataSource, officer, id);
  }

  @Query(() => [ActivationShelterType], {
    description: 'Opened shelters of your unit, or in whose command post you sit; newest first.',
  })
  myOpenShelters(
    @CurrentOfficer() officer: Officer,
    @Args('first', { type: () => Int, defaultValue: 50, description: 'At most 200.' }) first: number,
  ): Promise<ActivationShelter[]> {
    return findMyOpenShelters(this.office.dataSource, officer, page(first, 200));
  }

  @Mutation(() => ActivationShelterType, {
    description: 'Art. 22: reports what is so on site. Late, twice or out of order: stored all the same.',
  })
  async reportShelterStatus(
    @CurrentOfficer() officer: Officer,
    @Args('input', { description: 'The report.' }) input: ShelterStatusInput,
  ): Promise<ActivationShelter> {
    await reportShelterStatus(this.office, officer, {
      key: input.key ?? null,
      activationShelterId: input.activationShelterId,
      facts: input.facts,
      at: input.at ?? null,
      note: input.note ?? null,
    });
    return this.#found(input.activationShelterId);
  }

  @Mutation(() => ActivationShelterType, { description: 'Art. 23: names a member of the command post.' })
  async appointCommandPostMember(
    @CurrentOfficer() officer: Officer,
    @Args('activationShelterId', { type: () => ID, description: 'The shelter’s place in the activation.' })
    id: string,
    @Args('seat', { description: 'Who, and for whom.' }) seat: PostSeatInput,
  ): Promise<ActivationShelter> {
    await appointCommandPostMember(this.office, officer, id, {
      kind: seat.kind,
      name: seat.name,
      phone: seat.phone ?? null,
      organisationId: seat.organisationId ?? null,
      personId: seat.personId ?? null,
    });
    return this.#found(id);
  }

  @Mutation(() => ActivationShelterType, { description: 'Takes a member out of the command post.' })
  async endCommandPostMember(
    @CurrentOfficer() officer: Officer,
    @Args('id', { type: () => ID, description: 'Id of the seat.' }) id: string,
  ): Promise<ActivationShelter> {
    return this.#found(await endCommandPostMember(this.office, officer, id));
  }

  @Mutation(() => ActivationShelterType, { description: 'Art. 25: keeps the volunteer station.' })
  async runVolunteerStation(
    @CurrentOfficer() officer: Officer,
    @Args('input', { description: 'The station.' }) input: VolunteerStationInput,
  ): Promise<ActivationShelter> {
    await runVolunteerStation(this.office, officer, {
      activationShelterId: input.activationShelterId,
      place: input.place ?? null,
      headName: input.headName ?? null,
      phone: input.phone ?? null,
      volunteers: input.volunteers ?? null,
      open: input.open,
    });
    return this.#found(input.activationShelterId);
  }

  @Mutation(() => ActivationShelterType, {
    description: 'Releases one shelter. Refused while people are inside, unless it is given up as damaged.',
  })
  async standShelterDown(
    @CurrentOfficer() officer: Officer,
    @Args('id', { type: () => ID, description: 'The shelter’s place in the activation.' }) id: string,
  ): Promise<ActivationShelter> {
    await standShelterDown(this.office, officer, id);
    return this.#found(id);
  }

  @ResolveField(() => ShelterType)
  shelter(@Parent() opened: ActivationShelter, @Context() context: GraphqlContext): Promise<Shelter> {
    return activationLoaders(this.office, context).shelters.load(opened.shelterId);
  }

  @ResolveField(() => CommandPostType)
  async commandPost(
    @Parent() opened: ActivationShelter,
    @Context() context: GraphqlContext,
  ): Promise<CommandPostType> {
    const loaders = activationLoaders(this.office, context);
    const [members, level] = await Promise.all([
      loaders.members.load(opened.id),
      loaders.levels.load(opened.jurisdictionCode),
    ]);
    return {
      members,
      missing: missingMembers(
        level,
        members.map(({ kind }) => kind),
      ),
    };
  }

  @ResolveField(() => VolunteerStationType, { nullable: true })
  volunteerStation(
    @Parent() opened: ActivationShelter,
    @Context() context: GraphqlContext,
  ): Promise<VolunteerStation | null> {
    return activationLoaders(this.office, context).stations.load(opened.id);
  }

  @ResolveField(() => [ShelterReportType])
  reports(@Parent() opened: ActivationShelter, @Context() context: GraphqlContext): Promise<ShelterReport[]> {
    return activationLoaders(this.office, context).reports.load(opened.id);
  }

  @ResolveField(() => [AvailableActType])
  async availableActs(
    @Parent() opened: ActivationShelter,
    @CurrentOfficer() officer: Officer,
    @Context() context: GraphqlContext,
  ): Promise<AvailableActType[]> {
    const loaders = activationLoaders(this.office, context);
    const [shelter, stage, postMember] = await Promise.all([
      loaders.shelters.load(opened.shelterId),
      loaders.stages.load(opened.activationId),
      seatLoader(this.office, context, officer).load(opened.id),
    ]);
    return siteActs(opened, { code: shelter.code, unitId: shelter.unitId, stage, postMember }, officer);
  }

  /** Whoever acted on it may see it. */
  async #found(id: string): Promise<ActivationShelter> {
    const opened = await this.office.dataSource.getRepository(ActivationShelter).findOneBy({ id });
    if (!opened) throw new Error(`opened shelter ${id} vanished`);
    return opened;
  }
}
