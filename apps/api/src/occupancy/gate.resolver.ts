import { RUNNING_STAGES } from '#regulation/activation/acts';
import { ACTS, mayPerform, type ActName } from '#regulation/authority';
import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentOfficer } from '../identity/current-officer.ts';
import type { Officer } from '../identity/officer.ts';
import type { Connection } from '../platform/graphql/connection.ts';
import { page } from '../platform/graphql/page.ts';
import { AvailableActType } from '../platform/graphql/refusal.types.ts';
import { Office } from '../platform/office.ts';
import { evacuateShelter } from './evacuate-shelter.ts';
import {
  CheckInInput,
  CheckOutInput,
  CountInput,
  EvacuateShelterInput,
  GateEntryInput,
  TransferInput,
} from './gate-inputs.types.ts';
import {
  findEntries,
  findGate,
  findLastHeadCount,
  findOpenConflicts,
  findStays,
  findTargets,
  worksAt,
  type GateFacts,
} from './gate.queries.ts';
import {
  GateAnswerType,
  GateConflictType,
  GateEntryType,
  GateType,
  HeadCountType,
  StayConnection,
  StayType,
  TransferTargetType,
} from './gate.types.ts';
import type { GateEntry } from './gate-records.entity.ts';
import { gateRefusal } from './lock-gates.ts';
import { recordEntry, syncGate, type ToldEntry } from './record-entries.ts';
import { refuseIfAny } from '../platform/refused.ts';
import { resolveGateConflict } from './resolve-conflict.ts';
import type { Stay } from './stay.entity.ts';
import { transferEvacuees } from './transfer-evacuees.ts';

const ACTS_HERE = [
  'checkIn',
  'checkOut',
  'countOccupants',
  'transferEvacuees',
  'evacuateShelter',
  'resolveGateConflict',
] as const satisfies readonly ActName[];

/** What happens at the gate of an opened shelter. */
@Resolver(() => GateType)
export class GateResolver {
  constructor(private readonly office: Office) {}

  @Query(() => GateType, {
    nullable: true,
    description: 'The gate of an opened shelter, if you may read it.',
  })
  gate(
    @CurrentOfficer() officer: Officer,
    @Args('activationShelterId', { type: () => ID, description: 'The shelter’s place in the activation.' })
    id: string,
  ): Promise<GateFacts | null> {
    return findGate(this.office.dataSource, officer, id);
  }

  @Mutation(() => GateType, {
    description:
      'A household comes in. Full or already elsewhere: warned, and admitted when sent again with a reason.',
  })
  async checkIn(
    @CurrentOfficer() officer: Officer,
    @Args('input', { description: 'The household.' }) input: CheckInInput,
  ): Promise<GateFacts> {
    await recordEntry(this.office, officer, told({ ...input, kind: 'CHECK_IN' }));
    return this.#found(officer, input.activationShelterId);
  }

  @Mutation(() => GateType, { description: 'A household, or part of it, leaves.' })
  async checkOut(
    @CurrentOfficer() officer: Officer,
    @Args('input', { description: 'Who leaves.' }) input: CheckOutInput,
  ): Promise<GateFacts> {
    await recordEntry(this.office, officer, told({ ...input, kind: 'CHECK_OUT' }));
    return this.#found(officer, input.activationShelterId);
  }

  @Mutation(() => GateType, {
    description: 'Counts people in or out without a household, or records a head count beside the number.',
  })
  async countOccupants(
    @CurrentOfficer() officer: Officer,
    @Args('input', { description: 'The count.' }) input: CountInput,
  ): Promise<GateFacts> {
    const counts = ['COUNT_IN', 'COUNT_OUT', 'HEAD_COUNT'];
    refuseIfAny(
      counts.includes(input.kind)
        ? []
        : [gateRefusal('kind', 'UNKNOWN_VALUE', { value: input.kind, allowed: counts.join(', ') })],
    );
    await recordEntry(this.office, officer, told(input));
    return this.#found(officer, input.activationShelterId);
  }

  @Mutation(() => [GateAnswerType], {
    description:
      'What a phone kept while offline, at most 500 entries: every fact is stored, each answered for itself.',
  })
  syncGate(
    @CurrentOfficer() officer: Officer,
    @Args('entries', { type: () => [GateEntryInput], description: 'In any order.' })
    entries: GateEntryInput[],
    @Args('deviceNow', {
      type: () => Date,
      nullable: true,
      description: 'What the clock of the phone shows now; a wrong one is put right by it.',
    })
    deviceNow: Date | null,
  ): Promise<GateAnswerType[]> {
    return syncGate(this.office, officer, entries.map(told), deviceNow ?? null);
  }

  @Mutation(() => GateType, { description: 'Out here and in there, one act; answers the gate they left.' })
  async transferEvacuees(
    @CurrentOfficer() officer: Officer,
    @Args('input', { description: 'Who goes where.' }) input: TransferInput,
  ): Promise<GateFacts> {
    await transferEvacuees(this.office, officer, {
      key: input.key,
      fromId: input.activationShelterId.toLowerCase(),
      toId: input.toActivationShelterId.toLowerCase(),
      stays: (input.stays ?? []).map(({ stayId, persons }) => ({ stayId, persons: persons ?? null })),
      counted: input.counted ?? 0,
      at: input.at ?? null,
      reason: input.reason ?? null,
    });
    return this.#found(officer, input.activationShelterId);
  }

  @Mutation(() => GateType, {
    description: 'Marks a shelter damaged and transfers everybody inside to the named shelters, in one act.',
  })
  async evacuateShelter(
    @CurrentOfficer() officer: Officer,
    @Args('input', { description: 'Which, and where to.' }) input: EvacuateShelterInput,
  ): Promise<GateFacts> {
    await evacuateShelter(this.office, officer, {
      key: input.key,
      activationShelterId: input.activationShelterId.toLowerCase(),
      targets: input.targets,
      at: input.at ?? null,
      reason: input.reason ?? null,
    });
    return this.#found(officer, input.activationShelterId);
  }

  @Mutation(() => GateType, {
    description: 'Settles a conflict; numbers are put right by entries of their own.',
  })
  async resolveGateConflict(
    @CurrentOfficer() officer: Officer,
    @Args('id', { type: () => ID, description: 'The conflict.' }) id: string,
    @Args('resolution', { description: 'How it was settled.' }) resolution: string,
  ): Promise<GateFacts> {
    return this.#found(officer, await resolveGateConflict(this.office, officer, id, resolution));
  }

  @ResolveField(() => HeadCountType, { nullable: true })
  headCount(@Parent() gate: GateFacts): Promise<HeadCountType | null> {
    return findLastHeadCount(this.office.dataSource, gate.activationShelterId);
  }

  @ResolveField(() => [GateConflictType])
  conflicts(@Parent() gate: GateFacts): Promise<GateConflictType[]> {
    return findOpenConflicts(this.office.dataSource, gate.activationShelterId);
  }

  @ResolveField(() => [TransferTargetType])
  targets(@Parent() gate: GateFacts): Promise<TransferTargetType[]> {
    return findTargets(this.office.dataSource, gate);
  }

  @ResolveField(() => StayConnection, {
    nullable: true,
    description: 'Households, newest first; null unless you work at this gate.',
  })
  stays(
    @Parent() gate: GateFacts,
    @CurrentOfficer() officer: Officer,
    @Args('first', { type: () => Int, defaultValue: 50, description: 'At most 200.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: 'Cursor of the page before.' })
    after: string | null,
    @Args('cardCode', { type: () => String, nullable: true, description: 'Only this card.' })
    cardCode: string | null,
    @Args('inside', { type: () => Boolean, defaultValue: true, description: 'Only who is inside now.' })
    inside: boolean,
  ): Promise<Connection<Stay>> | null {
    if (!worksAt(officer, gate)) return null;
    const filter = { cardCode: cardCode ?? null, inside };
    return findStays(this.office.dataSource, gate.activationShelterId, filter, page(first, 200), after);
  }

  @ResolveField(() => [GateEntryType], {
    nullable: true,
    description: 'The log, newest first; null unless you work at this gate.',
  })
  entries(
    @Parent() gate: GateFacts,
    @CurrentOfficer() officer: Officer,
    @Args('first', { type: () => Int, defaultValue: 20, description: 'At most 200.' }) first: number,
  ): Promise<GateEntry[]> | null {
    if (!worksAt(officer, gate)) return null;
    return findEntries(this.office.dataSource, gate.activationShelterId, page(first, 200));
  }

  @ResolveField(() => [AvailableActType])
  availableActs(@Parent() gate: GateFacts, @CurrentOfficer() officer: Officer): AvailableActType[] {
    const { jurisdictionCode, unitId, postMember, releasedAt, stage } = gate;
    const running = RUNNING_STAGES.includes(stage) && releasedAt === null;
    return ACTS_HERE.flatMap((act) => {
      if (mayPerform(officer, act, { jurisdictionCode, unitId, postMember }) === null) return [];
      const open = running || act === 'resolveGateConflict';
      const refusals = open
        ? []
        : [gateRefusal(null, 'OUT_OF_STAGE', { act, stage: releasedAt ? 'CLOSED' : stage })];
      return [{ act, article: ACTS[act].article, allowed: open, refusals }];
    });
  }

  /** Whoever acted on it may see it. */
  async #found(officer: Officer, id: string): Promise<GateFacts> {
    const gate = await findGate(this.office.dataSource, officer, id);
    if (!gate) throw new Error(`gate ${id} vanished`);
    return gate;
  }
}

@Resolver(() => StayType)
export class StayResolver {
  @ResolveField(() => Int)
  inside(@Parent() stay: Stay): number {
    return stay.persons - stay.departed;
  }
}

/** What a client left out is nothing, not undefined. */
function told(input: Omit<GateEntryInput, 'kind'> & Pick<ToldEntry, 'kind'>): ToldEntry {
  return {
    key: input.key,
    activationShelterId: input.activationShelterId,
    kind: input.kind,
    persons: input.persons,
    stayId: input.stayId ?? null,
    cardCode: input.cardCode ?? null,
    groups: input.groups ?? [],
    at: input.at ?? null,
    reason: input.reason ?? null,
  };
}
