import type { ClosingTaskKind } from '#regulation/enumerations';
import { ACT_OF_TASK } from '#regulation/closure/acts';
import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentOfficer } from '../identity/current-officer.ts';
import type { Officer } from '../identity/officer.ts';
import { availableActs } from '../ledger/available-acts.ts';
import type { Connection } from '../platform/graphql/connection.ts';
import type { GraphqlContext } from '../platform/graphql/graphql-options.ts';
import { page } from '../platform/graphql/page.ts';
import type { AvailableActType } from '../platform/graphql/refusal.types.ts';
import { Office } from '../platform/office.ts';
import type { Shelter } from '../registry/shelter.entity.ts';
import { upkeepLoaders } from '../upkeep/upkeep-loaders.ts';
import { CLOSING_PROCESS } from './closing-process.ts';
import type { ClosingTask } from './closing-task.entity.ts';
import {
  ClosingRecordInput,
  ClosingRepairInput,
  ClosingTaskConnection,
  ClosingTaskFilter,
  ClosingTaskType,
} from './closing-task.types.ts';
import { closingLoaders, findClosingTask, findClosingTasks } from './closing-tasks.queries.ts';
import { wordDraft } from './read-summary-draft.ts';
import { recordClosing, type ToldClosingTask } from './record-closing.ts';

@Resolver(() => ClosingTaskType)
export class ClosingTaskResolver {
  constructor(private readonly office: Office) {}

  @Query(() => ClosingTaskConnection, {
    description: 'Art. 26: what released shelters within your reach owe or have told, latest release first.',
  })
  closingTasks(
    @CurrentOfficer() officer: Officer,
    @Args('filter', { type: () => ClosingTaskFilter, defaultValue: {}, description: 'Narrows the list.' })
    filter: ClosingTaskFilter,
    @Args('first', { type: () => Int, defaultValue: 50, description: 'At most 200.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: 'Cursor of the page before.' })
    after: string | null,
  ): Promise<Connection<ClosingTask>> {
    return findClosingTasks(this.office.dataSource, officer, filter, page(first, 200), after);
  }

  @Query(() => ClosingTaskType, { nullable: true, description: 'One task of Art. 26, if you may read it.' })
  closingTask(
    @CurrentOfficer() officer: Officer,
    @Args('id', { type: () => ID, description: 'The task.' }) id: string,
  ): Promise<ClosingTask | null> {
    return findClosingTask(this.office.dataSource, officer, id);
  }

  @Mutation(() => ClosingTaskType, {
    nullable: true,
    description: 'Art. 26: records the summary of one shelter’s opening.',
  })
  recordSummary(
    @CurrentOfficer() officer: Officer,
    @Args('input', { description: 'The summary.' }) input: ClosingRecordInput,
  ): Promise<ClosingTask | null> {
    return this.record(officer, 'SUMMARY', { ...input, findings: [] });
  }

  @Mutation(() => ClosingTaskType, {
    nullable: true,
    description: 'Art. 26: records what was looked over and mended; what is amiss becomes defects.',
  })
  recordRepair(
    @CurrentOfficer() officer: Officer,
    @Args('input', { description: 'The repair.' }) input: ClosingRepairInput,
  ): Promise<ClosingTask | null> {
    return this.record(officer, 'REPAIR', input);
  }

  @Mutation(() => ClosingTaskType, {
    nullable: true,
    description: 'Art. 26: records the aftermath: what was returned, paid, cleaned, owed to people.',
  })
  recordAftermath(
    @CurrentOfficer() officer: Officer,
    @Args('input', { description: 'The aftermath.' }) input: ClosingRecordInput,
  ): Promise<ClosingTask | null> {
    return this.record(officer, 'AFTERMATH', { ...input, findings: [] });
  }

  @ResolveField()
  shelter(@Parent() { shelterId }: ClosingTask, @Context() context: GraphqlContext): Promise<Shelter> {
    return upkeepLoaders(this.office, context).shelters.load(shelterId);
  }

  @ResolveField()
  async activationNumber(@Parent() task: ClosingTask, @Context() context: GraphqlContext) {
    return (await this.opening(task, context)).activationNumber;
  }

  @ResolveField()
  async eventName(@Parent() task: ClosingTask, @Context() context: GraphqlContext) {
    return (await this.opening(task, context)).eventName;
  }

  @ResolveField()
  async exercise(@Parent() task: ClosingTask, @Context() context: GraphqlContext) {
    return (await this.opening(task, context)).exercise;
  }

  @ResolveField()
  doneByName(@Parent() { doneBy }: ClosingTask, @Context() context: GraphqlContext) {
    return doneBy === null ? null : upkeepLoaders(this.office, context).names.load(doneBy);
  }

  @ResolveField()
  organisation(@Parent() { organisationId }: ClosingTask, @Context() context: GraphqlContext) {
    return organisationId === null
      ? null
      : upkeepLoaders(this.office, context).organisations.load(organisationId);
  }

  @ResolveField(() => String, { nullable: true, complexity: 100 })
  async draft(@Parent() task: ClosingTask, @Context() context: GraphqlContext): Promise<string | null> {
    if (task.kind !== 'SUMMARY' || task.stage !== 'OPEN') return null;
    const { name } = await upkeepLoaders(this.office, context).shelters.load(task.shelterId);
    const opening = await this.opening(task, context);
    const moments = await closingLoaders(this.office, context).moments.load(task.activationShelterId);
    return wordDraft(name, opening, moments, context.language);
  }

  @ResolveField()
  async availableActs(
    @CurrentOfficer() officer: Officer,
    @Parent() task: ClosingTask,
    @Context() context: GraphqlContext,
  ): Promise<AvailableActType[]> {
    const { unitId } = await upkeepLoaders(this.office, context).shelters.load(task.shelterId);
    const subject = { ...task, unitId, keyedBy: null };
    const acts = availableActs(CLOSING_PROCESS, subject, officer, () => []);
    return acts.filter(({ act }) => act === ACT_OF_TASK[task.kind]);
  }

  private opening({ activationShelterId }: ClosingTask, context: GraphqlContext) {
    return closingLoaders(this.office, context).openings.load(activationShelterId);
  }

  private async record(officer: Officer, kind: ClosingTaskKind, told: ToldClosingTask) {
    await recordClosing(this.office, officer, kind, told);
    return findClosingTask(this.office.dataSource, officer, told.id);
  }
}
