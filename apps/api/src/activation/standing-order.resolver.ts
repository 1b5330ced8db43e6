import { mayPerform } from '#regulation/authority';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentOfficer } from '../identity/current-officer.ts';
import type { Officer } from '../identity/officer.ts';
import { Office } from '../platform/office.ts';
import { Forbidden } from '../platform/refused.ts';
import { findShelter } from '../registry/shelter.queries.ts';
import { PostSeatInput } from './activation-inputs.types.ts';
import { CommandPostMemberType } from './activation.types.ts';
import { keepStandingCommandPost } from './appoint-post-members.ts';
import { keepDutyRoster, setDutyTarget } from './keep-duty-roster.ts';
import { recordEmergencyPlan } from './keep-emergency-plan.ts';
import {
  DutyRosterInput,
  DutyRosterType,
  DutyTargetInput,
  EmergencyPlanInput,
  EmergencyPlanType,
} from './standing-order.types.ts';
import { findPlans, findRoster, findStandingPost, mayReadStandingOrder } from './standing-order.queries.ts';

/** What is settled in quiet times (Art. 7, 23, 24), so that a decision finds it. */
@Resolver()
export class StandingOrderResolver {
  constructor(private readonly office: Office) {}

  @Query(() => DutyRosterType, { description: 'Art. 24: who answers for the seven duties, with the gaps.' })
  dutyRoster(
    @CurrentOfficer() officer: Officer,
    @Args('jurisdictionCode', { description: 'Whose roster.' }) jurisdictionCode: string,
  ): Promise<DutyRosterType> {
    return this.#roster(officer, jurisdictionCode);
  }

  @Mutation(() => DutyRosterType, { description: 'Names the body that answers for a duty from a day on.' })
  async keepDutyRoster(
    @CurrentOfficer() officer: Officer,
    @Args('input', { description: 'Who, for what, since when.' }) input: DutyRosterInput,
  ): Promise<DutyRosterType> {
    await keepDutyRoster(this.office, officer, { ...input, inForceUntil: input.inForceUntil ?? null });
    return this.#roster(officer, input.jurisdictionCode);
  }

  @Mutation(() => DutyRosterType, {
    description: 'Sets within how many minutes a duty is to be answered and in place.',
  })
  async setDutyTarget(
    @CurrentOfficer() officer: Officer,
    @Args('input', { description: 'The target.' }) input: DutyTargetInput,
  ): Promise<DutyRosterType> {
    await setDutyTarget(this.office, officer, {
      ...input,
      acknowledgeMinutes: input.acknowledgeMinutes ?? null,
      inPlaceMinutes: input.inPlaceMinutes ?? null,
    });
    return this.#roster(officer, input.jurisdictionCode);
  }

  @Query(() => [EmergencyPlanType], {
    description: 'Art. 7: versions of a plan, the newest first, at most 50.',
  })
  emergencyPlans(
    @CurrentOfficer() officer: Officer,
    @Args('jurisdictionCode', { description: 'Whose plan.' }) jurisdictionCode: string,
  ): Promise<EmergencyPlanType[]> {
    if (!mayReadStandingOrder(officer, jurisdictionCode)) throw new Forbidden();
    return findPlans(this.office.dataSource, jurisdictionCode);
  }

  @Mutation(() => [EmergencyPlanType], { description: 'Records a version of the emergency plan.' })
  async recordEmergencyPlan(
    @CurrentOfficer() officer: Officer,
    @Args('input', { description: 'The version.' }) input: EmergencyPlanInput,
  ): Promise<EmergencyPlanType[]> {
    await recordEmergencyPlan(this.office, officer, { ...input, fileId: input.fileId ?? null });
    return findPlans(this.office.dataSource, input.jurisdictionCode);
  }

  @Query(() => [CommandPostMemberType], {
    description: 'Art. 23: who is to sit in the command post of a shelter when it opens.',
  })
  async standingCommandPost(
    @CurrentOfficer() officer: Officer,
    @Args('shelterId', { type: () => ID, description: 'The shelter.' }) shelterId: string,
  ): Promise<CommandPostMemberType[]> {
    const { dataSource } = this.office;
    if (!(await findShelter(dataSource, officer, { id: shelterId }))) throw new Forbidden();
    return findStandingPost(dataSource, shelterId);
  }

  @Mutation(() => [CommandPostMemberType], {
    description:
      'Keeps the standing command post: the whole list of the seats you may fill. The unit fills its own.',
  })
  async keepStandingCommandPost(
    @CurrentOfficer() officer: Officer,
    @Args('shelterId', { type: () => ID, description: 'The shelter.' }) shelterId: string,
    @Args('members', { type: () => [PostSeatInput], description: 'At most 50.' }) members: PostSeatInput[],
  ): Promise<CommandPostMemberType[]> {
    await keepStandingCommandPost(
      this.office,
      officer,
      shelterId,
      members.map((seat) => ({
        kind: seat.kind,
        name: seat.name,
        phone: seat.phone ?? null,
        organisationId: seat.organisationId ?? null,
        personId: seat.personId ?? null,
      })),
    );
    return findStandingPost(this.office.dataSource, shelterId);
  }

  async #roster(officer: Officer, jurisdictionCode: string): Promise<DutyRosterType> {
    if (!mayReadStandingOrder(officer, jurisdictionCode)) throw new Forbidden();
    const { dataSource, clock } = this.office;
    const mayKeep = mayPerform(officer, 'keepDutyRoster', { jurisdictionCode, unitId: null }) !== null;
    return { jurisdictionCode, mayKeep, ...(await findRoster(dataSource, jurisdictionCode, clock.now())) };
  }
}
