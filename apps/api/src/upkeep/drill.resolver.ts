import type { RecordingFlag } from '#regulation/enumerations';
import { recordingFlags } from '#regulation/upkeep/recording';
import { Args, Context, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentOfficer } from '../identity/current-officer.ts';
import type { Officer } from '../identity/officer.ts';
import type { Connection } from '../platform/graphql/connection.ts';
import type { GraphqlContext } from '../platform/graphql/graphql-options.ts';
import { page } from '../platform/graphql/page.ts';
import { Office } from '../platform/office.ts';
import type { Shelter } from '../registry/shelter.entity.ts';
import type { Drill } from './drill.entity.ts';
import { findDrill, findDrills } from './drills.queries.ts';
import { DrillConnection, DrillFilter, DrillInput, DrillType } from './drill.types.ts';
import type { EvidenceRow } from './evidence.queries.ts';
import { recordDrill } from './record-drill.ts';
import { upkeepLoaders } from './upkeep-loaders.ts';

@Resolver(() => DrillType)
export class DrillResolver {
  constructor(private readonly office: Office) {}

  @Query(() => DrillConnection, { description: 'Drills within your reach, latest first.' })
  drills(
    @CurrentOfficer() officer: Officer,
    @Args('filter', { type: () => DrillFilter, defaultValue: {}, description: 'Narrows the list.' })
    filter: DrillFilter,
    @Args('first', { type: () => Int, defaultValue: 50, description: 'At most 200.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: 'Cursor of the page before.' })
    after: string | null,
  ): Promise<Connection<Drill>> {
    return findDrills(this.office.dataSource, officer, filter, page(first, 200), after);
  }

  @Mutation(() => DrillType, {
    nullable: true,
    description: 'Records a drill of the unit (Art. 20 (6)); it counts for the year it was held in.',
  })
  async recordDrill(
    @CurrentOfficer() officer: Officer,
    @Args('input', { description: 'The drill.' }) input: DrillInput,
  ): Promise<Drill | null> {
    const { id, shelterId, heldOn, summary, evidence } = input;
    await recordDrill(this.office, officer, {
      id,
      shelterId,
      saidOn: heldOn,
      deviceTime: input.deviceTime ?? null,
      sentAt: input.sentAt ?? null,
      participants: input.participants ?? null,
      summary,
      evidence,
    });
    return findDrill(this.office.dataSource, officer, id);
  }

  @ResolveField()
  flags(@Parent() drill: Drill): RecordingFlag[] {
    return recordingFlags(drill);
  }

  @ResolveField()
  recordedByName(@Parent() { recordedBy }: Drill, @Context() context: GraphqlContext) {
    return recordedBy === null ? null : upkeepLoaders(this.office, context).names.load(recordedBy);
  }

  @ResolveField()
  organisation(@Parent() { organisationId }: Drill, @Context() context: GraphqlContext) {
    return organisationId === null
      ? null
      : upkeepLoaders(this.office, context).organisations.load(organisationId);
  }

  @ResolveField()
  shelter(@Parent() { shelterId }: Drill, @Context() context: GraphqlContext): Promise<Shelter> {
    return upkeepLoaders(this.office, context).shelters.load(shelterId);
  }

  @ResolveField()
  evidence(@Parent() { id }: Drill, @Context() context: GraphqlContext): Promise<EvidenceRow[]> {
    return upkeepLoaders(this.office, context).evidence.load(id);
  }
}
