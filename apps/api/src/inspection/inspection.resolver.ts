import { ACTS, mayPerform, type ActName } from '#regulation/authority';
import type { RecordingFlag } from '#regulation/enumerations';
import { recordingFlags } from '#regulation/upkeep/recording';
import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentOfficer } from '../identity/current-officer.ts';
import type { Officer } from '../identity/officer.ts';
import type { Organisation } from '../identity/organisation.entity.ts';
import type { Connection } from '../platform/graphql/connection.ts';
import type { GraphqlContext } from '../platform/graphql/graphql-options.ts';
import { page } from '../platform/graphql/page.ts';
import { AvailableActType } from '../platform/graphql/refusal.types.ts';
import { Office } from '../platform/office.ts';
import type { Shelter } from '../registry/shelter.entity.ts';
import { ShelterType } from '../registry/shelter.types.ts';
import type { Defect } from '../upkeep/defect.entity.ts';
import type { EvidenceRow } from '../upkeep/evidence.queries.ts';
import { upkeepLoaders } from '../upkeep/upkeep-loaders.ts';
import { carryOutInspection } from './carry-out-inspection.ts';
import { inspectionLoaders } from './inspection-loaders.ts';
import type { Inspection, InspectionCampaign } from './inspection.entity.ts';
import { findInspection, findInspections } from './inspection.queries.ts';
import {
  InspectionConnection,
  InspectionFilter,
  InspectionInput,
  InspectionType,
} from './inspection.types.ts';
import { recordInspection } from './record-inspection.ts';

@Resolver(() => InspectionType)
export class InspectionResolver {
  constructor(private readonly office: Office) {}

  @Query(() => InspectionConnection, { description: 'Inspections within your reach, latest first.' })
  inspections(
    @CurrentOfficer() officer: Officer,
    @Args('filter', { type: () => InspectionFilter, defaultValue: {}, description: 'Narrows the list.' })
    filter: InspectionFilter,
    @Args('first', { type: () => Int, defaultValue: 50, description: 'At most 200.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: 'Cursor of the page before.' })
    after: string | null,
  ): Promise<Connection<Inspection>> {
    return findInspections(this.office.dataSource, officer, filter, page(first, 200), after);
  }

  @Query(() => InspectionType, { nullable: true, description: 'One inspection, if you may read it.' })
  inspection(
    @CurrentOfficer() officer: Officer,
    @Args('id', { type: () => ID, description: 'Its key.' }) id: string,
  ): Promise<Inspection | null> {
    return findInspection(this.office.dataSource, officer, id);
  }

  @Mutation(() => InspectionType, {
    nullable: true,
    description: 'Records the unit’s own inspection (Art. 27 ¶2); late or twice, it is stored once.',
  })
  async recordInspection(
    @CurrentOfficer() officer: Officer,
    @Args('input', { description: 'The inspection.' }) input: InspectionInput,
  ): Promise<Inspection | null> {
    await recordInspection(this.office, officer, told(input));
    return findInspection(this.office.dataSource, officer, input.id);
  }

  @Mutation(() => InspectionType, {
    nullable: true,
    description: 'Records a supervision of all seven heads (Art. 27 ¶1).',
  })
  async carryOutInspection(
    @CurrentOfficer() officer: Officer,
    @Args('input', { description: 'The inspection.' }) input: InspectionInput,
    @Args('campaignId', {
      type: () => ID,
      nullable: true,
      description: 'By whose order; departments other than emergency management need one.',
    })
    campaignId: string | null,
  ): Promise<Inspection | null> {
    await carryOutInspection(this.office, officer, told(input), campaignId ?? null);
    return findInspection(this.office.dataSource, officer, input.id);
  }

  @ResolveField()
  flags(@Parent() inspection: Inspection): RecordingFlag[] {
    return recordingFlags(inspection);
  }

  @ResolveField()
  recordedByName(@Parent() { recordedBy }: Inspection, @Context() context: GraphqlContext) {
    return upkeepLoaders(this.office, context).names.load(recordedBy);
  }

  @ResolveField()
  organisation(
    @Parent() { organisationId }: Inspection,
    @Context() context: GraphqlContext,
  ): Promise<Organisation> {
    return upkeepLoaders(this.office, context).organisations.load(organisationId);
  }

  @ResolveField()
  shelter(@Parent() { shelterId }: Inspection, @Context() context: GraphqlContext): Promise<Shelter> {
    return upkeepLoaders(this.office, context).shelters.load(shelterId);
  }

  @ResolveField()
  async campaign(
    @Parent() { campaignId }: Inspection,
    @Context() context: GraphqlContext,
  ): Promise<InspectionCampaign | null> {
    return campaignId === null ? null : inspectionLoaders(this.office, context).campaigns.load(campaignId);
  }

  @ResolveField()
  defects(@Parent() { id }: Inspection, @Context() context: GraphqlContext): Promise<Defect[]> {
    return upkeepLoaders(this.office, context).defects.load(id);
  }

  @ResolveField()
  evidence(@Parent() { id }: Inspection, @Context() context: GraphqlContext): Promise<EvidenceRow[]> {
    return upkeepLoaders(this.office, context).evidence.load(id);
  }
}

const DEEDS = ['recordInspection', 'carryOutInspection', 'recordDrill'] as const satisfies readonly ActName[];

/** What may be recorded of the registry's shelter. */
@Resolver(() => ShelterType)
export class ShelterDeedsResolver {
  constructor(private readonly office: Office) {}

  @ResolveField(() => [AvailableActType], { description: 'What you may record of it: inspections, drills.' })
  async recordingActs(
    @Parent() shelter: Shelter,
    @CurrentOfficer() officer: Officer,
    @Context() context: GraphqlContext,
  ): Promise<AvailableActType[]> {
    const { jurisdictionCode, unitId } = shelter;
    const ordered = await inspectionLoaders(this.office, context).ordered.load(jurisdictionCode);
    const subject = { jurisdictionCode, unitId, orderedOrganisationIds: ordered };
    return DEEDS.filter((act) => mayPerform(officer, act, subject) !== null).map((act) => ({
      act,
      article: ACTS[act].article,
      allowed: true,
      refusals: [],
    }));
  }
}

function told(input: InspectionInput) {
  const { id, shelterId, inspectedOn, heads, evidence } = input;
  return {
    id,
    shelterId,
    saidOn: inspectedOn,
    deviceTime: input.deviceTime ?? null,
    sentAt: input.sentAt ?? null,
    heads: heads.map(({ note, ...head }) => ({ ...head, note: note ?? null })),
    findings: input.findings.map(({ facilityType, effect, ...finding }) => ({
      ...finding,
      facilityType: facilityType ?? null,
      effect: effect ?? null,
    })),
    evidence,
    note: input.note ?? null,
  };
}
