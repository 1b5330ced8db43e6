import { levelOf } from '#regulation/maintenance/same-level';
import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import DataLoader from 'dataloader';
import { CurrentOfficer } from '../identity/current-officer.ts';
import type { Officer } from '../identity/officer.ts';
import { availableActs } from '../ledger/available-acts.ts';
import type { Connection } from '../platform/graphql/connection.ts';
import type { GraphqlContext } from '../platform/graphql/graphql-options.ts';
import { page } from '../platform/graphql/page.ts';
import { oncePerRequest } from '../platform/graphql/per-request.ts';
import type { AvailableActType } from '../platform/graphql/refusal.types.ts';
import { Office } from '../platform/office.ts';
import { contentsOf, shelterLoaders } from '../registry/shelter-loaders.ts';
import type { ListedShelter } from '../registry/shelter.entity.ts';
import { ShelterType } from '../registry/shelter.types.ts';
import { upkeepLoaders } from '../upkeep/upkeep-loaders.ts';
import { determineMaintenance } from './determine-maintenance.ts';
import { endMaintenance } from './end-maintenance.ts';
import { facilityMaintenance } from './facility-maintenance.ts';
import type { MaintenanceArrangement } from './maintenance-arrangement.entity.ts';
import { MAINTENANCE_PROCESS } from './maintenance-process.ts';
import { arrangementsOf, findArrangement, findInForce, findToDetermine } from './maintenance.queries.ts';
import {
  FacilityMaintenanceType,
  MaintenanceAgreementInput,
  MaintenanceArrangementConnection,
  MaintenanceArrangementType,
  MaintenanceDeterminationInput,
  MaintenanceDisagreementInput,
} from './maintenance.types.ts';
import { recordMaintenanceAgreement } from './record-maintenance-agreement.ts';
import { recordMaintenanceDisagreement } from './record-maintenance-disagreement.ts';

@Resolver(() => MaintenanceArrangementType)
export class MaintenanceResolver {
  constructor(private readonly office: Office) {}

  @Query(() => MaintenanceArrangementConnection, {
    description: 'Art. 17: disagreements that are yours to determine, longest waiting first.',
  })
  maintenanceToDetermine(
    @CurrentOfficer() officer: Officer,
    @Args('first', { type: () => Int, defaultValue: 50, description: 'At most 200.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: 'Cursor of the page before.' })
    after: string | null,
  ): Promise<Connection<MaintenanceArrangement>> {
    return findToDetermine(this.office.dataSource, officer, page(first, 200), after);
  }

  @Mutation(() => MaintenanceArrangementType, {
    nullable: true,
    description: 'Art. 17: records what the unit and the owner of a facility agreed, with its document.',
  })
  async recordMaintenanceAgreement(
    @CurrentOfficer() officer: Officer,
    @Args('input', { description: 'The agreement.' }) input: MaintenanceAgreementInput,
  ): Promise<MaintenanceArrangement | null> {
    await recordMaintenanceAgreement(this.office, officer, { ...filesOf(input), on: input.agreedOn });
    return findArrangement(this.office.dataSource, officer, input.id);
  }

  @Mutation(() => MaintenanceArrangementType, {
    nullable: true,
    description: 'Art. 17: records that the two could not agree, with what either asks for.',
  })
  async recordMaintenanceDisagreement(
    @CurrentOfficer() officer: Officer,
    @Args('input', { description: 'The disagreement.' }) input: MaintenanceDisagreementInput,
  ): Promise<MaintenanceArrangement | null> {
    await recordMaintenanceDisagreement(this.office, officer, { ...filesOf(input), on: input.disagreedOn });
    return findArrangement(this.office.dataSource, officer, input.id);
  }

  @Mutation(() => MaintenanceArrangementType, {
    nullable: true,
    description: 'Art. 17: the same level determines who maintains, after a disagreement.',
  })
  async determineMaintenance(
    @CurrentOfficer() officer: Officer,
    @Args('input', { description: 'The determination.' }) input: MaintenanceDeterminationInput,
  ): Promise<MaintenanceArrangement | null> {
    const { shelterId, facilityType, determinedOn, documentFileId } = input;
    const told = { ...input, on: determinedOn, fileId: documentFileId ?? null };
    await determineMaintenance(this.office, officer, told);
    return findInForce(this.office.dataSource, officer, shelterId, facilityType);
  }

  @Mutation(() => MaintenanceArrangementType, {
    nullable: true,
    description: 'Ends an arrangement with a reason: the facility changed hands, or the entry was a mistake.',
  })
  async endMaintenance(
    @CurrentOfficer() officer: Officer,
    @Args('id', { type: () => ID, description: 'The arrangement.' }) id: string,
    @Args('reason', { description: 'Why, at most 2,000 characters.' }) reason: string,
  ): Promise<MaintenanceArrangement | null> {
    await endMaintenance(this.office, officer, id, reason);
    return findArrangement(this.office.dataSource, officer, id);
  }

  @ResolveField()
  shelter(@Parent() { shelterId }: MaintenanceArrangement, @Context() context: GraphqlContext) {
    return upkeepLoaders(this.office, context).shelters.load(shelterId);
  }

  @ResolveField()
  recordedByName(@Parent() { recordedBy }: MaintenanceArrangement, @Context() context: GraphqlContext) {
    return upkeepLoaders(this.office, context).names.load(recordedBy);
  }

  @ResolveField()
  organisation(@Parent() { organisationId }: MaintenanceArrangement, @Context() context: GraphqlContext) {
    return upkeepLoaders(this.office, context).organisations.load(organisationId);
  }

  @ResolveField()
  determinedByOrganisation(@Parent() row: MaintenanceArrangement, @Context() context: GraphqlContext) {
    const id = row.determinedByOrganisationId;
    return id === null ? null : upkeepLoaders(this.office, context).organisations.load(id);
  }

  @ResolveField()
  async availableActs(
    @CurrentOfficer() officer: Officer,
    @Parent() row: MaintenanceArrangement,
    @Context() context: GraphqlContext,
  ): Promise<AvailableActType[]> {
    if (row.stage === 'ENDED') return [];
    const { unitId, grade } = await upkeepLoaders(this.office, context).shelters.load(row.shelterId);
    const subject = { ...row, unitId, keyedBy: null, facts: { level: levelOf(grade) } };
    const acts = availableActs(MAINTENANCE_PROCESS, subject, officer, () => []);
    return acts.filter(({ act }) => act !== 'supersedeMaintenance');
  }
}

/** What the registry's shelter has to say of the maintenance of its facilities. */
@Resolver(() => ShelterType)
export class ShelterMaintenanceResolver {
  constructor(private readonly office: Office) {}

  @ResolveField(() => [FacilityMaintenanceType], {
    description: 'Art. 17: every facility on file, and who maintains it on what ground.',
  })
  async maintenance(
    @Parent() shelter: ListedShelter,
    @CurrentOfficer() officer: Officer,
    @Context() context: GraphqlContext,
  ) {
    const unit = await shelterLoaders(this.office, context).units.load(shelter.unitId);
    const arrangements = await this.#arrangements(context).load(shelter.id);
    const contents = await contentsOf(shelter, this.office, context);
    return facilityMaintenance({ ...shelter, contents }, unit.name, arrangements, officer);
  }

  #arrangements(context: GraphqlContext): DataLoader<string, MaintenanceArrangement[]> {
    const { dataSource } = this.office;
    return oncePerRequest(
      context,
      () => new DataLoader<string, MaintenanceArrangement[]>((ids) => arrangementsOf(dataSource, ids)),
      ShelterMaintenanceResolver,
    );
  }
}

/** What is left out of an input is null. */
function filesOf<Input extends { documentFileId?: string | null; signedPaperFileId?: string | null }>(
  input: Input,
) {
  return {
    ...input,
    documentFileId: input.documentFileId ?? null,
    signedPaperFileId: input.signedPaperFileId ?? null,
  };
}
