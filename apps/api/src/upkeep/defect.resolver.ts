import { civilDateOf } from '#regulation/civil-date';
import type { DeadlineLight } from '#regulation/enumerations';
import type { Refusal } from '#regulation/refusal';
import { DEFECT_LATENESS, latenessOf } from '#regulation/upkeep/lateness';
import { signedByAnother } from '#regulation/upkeep/sign-off';
import { Args, Context, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentOfficer } from '../identity/current-officer.ts';
import type { Officer } from '../identity/officer.ts';
import type { Organisation } from '../identity/organisation.entity.ts';
import { availableActs } from '../ledger/available-acts.ts';
import type { Connection } from '../platform/graphql/connection.ts';
import type { GraphqlContext } from '../platform/graphql/graphql-options.ts';
import { page } from '../platform/graphql/page.ts';
import type { AvailableActType } from '../platform/graphql/refusal.types.ts';
import { Office } from '../platform/office.ts';
import { ActRefused } from '../platform/refused.ts';
import type { Shelter } from '../registry/shelter.entity.ts';
import { handsOf } from './defect-hands.ts';
import { DEFECT_PROCESS } from './defect-process.ts';
import type { Defect, DefectStep } from './defect.entity.ts';
import { countDefects, findDefect, findDefects, type DefectCount } from './defects.queries.ts';
import {
  DefectConnection,
  DefectCountType,
  DefectFilter,
  DefectStepInput,
  DefectStepType,
  DefectType,
  RectificationInput,
} from './defect.types.ts';
import type { EvidenceRow } from './evidence.queries.ts';
import { orderRectification } from './order-rectification.ts';
import { reportRepair } from './report-repair.ts';
import { returnRepair } from './return-repair.ts';
import { signDefectOff } from './sign-defect-off.ts';
import { startRepair } from './start-repair.ts';
import { upkeepLoaders } from './upkeep-loaders.ts';

@Resolver(() => DefectType)
export class DefectResolver {
  constructor(private readonly office: Office) {}

  @Query(() => DefectConnection, {
    description: 'Defects within your reach: open ones first, nearest deadline first.',
  })
  defects(
    @CurrentOfficer() officer: Officer,
    @Args('filter', { type: () => DefectFilter, defaultValue: {}, description: 'Narrows the list.' })
    filter: DefectFilter,
    @Args('first', { type: () => Int, defaultValue: 50, description: 'At most 200.' }) first: number,
    @Args('after', { type: () => String, nullable: true, description: 'Cursor of the page before.' })
    after: string | null,
  ): Promise<Connection<Defect>> {
    return findDefects(this.office.dataSource, officer, filter, this.#today(), page(first, 200), after);
  }

  @Query(() => [DefectCountType], { description: 'How many defects stand in each stage, within your reach.' })
  defectCounts(
    @CurrentOfficer() officer: Officer,
    @Args('filter', { type: () => DefectFilter, defaultValue: {}, description: 'Narrows what is counted.' })
    filter: DefectFilter,
  ): Promise<DefectCount[]> {
    return countDefects(this.office.dataSource, officer, filter, this.#today());
  }

  @Query(() => DefectType, { nullable: true, description: 'One defect, if you may read it.' })
  defect(
    @CurrentOfficer() officer: Officer,
    @Args('id', { type: () => ID, description: 'Its id.' }) id: string,
  ): Promise<Defect | null> {
    return findDefect(this.office.dataSource, officer, id);
  }

  @Mutation(() => DefectType, { description: 'Gives a defect to a body, a person and a deadline.' })
  async orderRectification(
    @CurrentOfficer() officer: Officer,
    @Args('input', { description: 'Who, by when.' }) input: RectificationInput,
  ): Promise<Defect> {
    await orderRectification(this.office, officer, { ...told(input), ...orderOf(input) });
    return this.#read(officer, input.id);
  }

  @Mutation(() => DefectType, { description: 'Whoever was ordered begins to mend.' })
  async startRepair(
    @CurrentOfficer() officer: Officer,
    @Args('input', { description: 'The defect.' }) input: DefectStepInput,
  ): Promise<Defect> {
    await startRepair(this.office, officer, told(input));
    return this.#read(officer, input.id);
  }

  @Mutation(() => DefectType, { description: 'It is mended; somebody else is to look.' })
  async reportRepair(
    @CurrentOfficer() officer: Officer,
    @Args('input', { description: 'The defect.' }) input: DefectStepInput,
  ): Promise<Defect> {
    await reportRepair(this.office, officer, told(input));
    return this.#read(officer, input.id);
  }

  @Mutation(() => DefectType, { description: 'Not good enough: back to repair, the note says why.' })
  async returnRepair(
    @CurrentOfficer() officer: Officer,
    @Args('input', { description: 'The defect.' }) input: DefectStepInput,
  ): Promise<Defect> {
    await returnRepair(this.office, officer, told(input));
    return this.#read(officer, input.id);
  }

  @Mutation(() => DefectType, {
    description: 'Closes a defect (销号, Art. 27); never by the one responsible for it.',
  })
  async signDefectOff(
    @CurrentOfficer() officer: Officer,
    @Args('input', { description: 'The defect.' }) input: DefectStepInput,
  ): Promise<Defect> {
    await signDefectOff(this.office, officer, told(input));
    return this.#read(officer, input.id);
  }

  @ResolveField()
  lateness(@Parent() { dueOn, stage }: Defect): DeadlineLight | null {
    return dueOn === null || stage === 'RESOLVED' ? null : latenessOf(dueOn, this.#today(), DEFECT_LATENESS);
  }

  @ResolveField()
  shelter(@Parent() { shelterId }: Defect, @Context() context: GraphqlContext): Promise<Shelter> {
    return upkeepLoaders(this.office, context).shelters.load(shelterId);
  }

  @ResolveField()
  responsibleOrganisation(
    @Parent() { responsibleOrganisationId: id }: Defect,
    @Context() context: GraphqlContext,
  ): Promise<Organisation> | null {
    return id === null ? null : upkeepLoaders(this.office, context).organisations.load(id);
  }

  @ResolveField()
  evidence(@Parent() { id }: Defect, @Context() context: GraphqlContext): Promise<EvidenceRow[]> {
    return upkeepLoaders(this.office, context).evidence.load(id);
  }

  @ResolveField()
  steps(@Parent() { id }: Defect, @Context() context: GraphqlContext): Promise<DefectStep[]> {
    return upkeepLoaders(this.office, context).steps.load(id);
  }

  @ResolveField()
  async availableActs(
    @Parent() defect: Defect,
    @CurrentOfficer() officer: Officer,
    @Context() context: GraphqlContext,
  ): Promise<AvailableActType[]> {
    const { unitId } = await upkeepLoaders(this.office, context).shelters.load(defect.shelterId);
    const own = signedByAnother(handsOf(defect), officer);
    const against: Readonly<Record<string, readonly Refusal[]>> = { returnRepair: own, signDefectOff: own };
    const { responsibleOrganisationId, orderedOrganisationIds } = defect;
    const facts = { responsibleOrganisationId, orderedOrganisationIds };
    const subject = { ...defect, unitId, keyedBy: null, facts };
    return availableActs(DEFECT_PROCESS, subject, officer, (act) => against[act] ?? []);
  }

  #today(): string {
    return civilDateOf(this.office.clock.now());
  }

  async #read(officer: Officer, id: string): Promise<Defect> {
    const defect = await findDefect(this.office.dataSource, officer, id);
    if (defect) return defect;
    const params = { process: 'defect' };
    throw new ActRefused([{ rule: 'subject-exists', article: null, field: 'id', code: 'NOT_FOUND', params }]);
  }
}

@Resolver(() => DefectStepType)
export class DefectStepResolver {
  constructor(private readonly office: Office) {}

  @ResolveField()
  personName(@Parent() { personId }: DefectStep, @Context() context: GraphqlContext) {
    return personId === null ? null : upkeepLoaders(this.office, context).names.load(personId);
  }

  @ResolveField()
  organisation(@Parent() { organisationId }: DefectStep, @Context() context: GraphqlContext) {
    return organisationId === null
      ? null
      : upkeepLoaders(this.office, context).organisations.load(organisationId);
  }
}

function told({ id, note, evidence }: DefectStepInput) {
  return { id, note: note ?? null, evidence };
}

function orderOf(input: RectificationInput) {
  const { responsiblePerson, dueOn } = input;
  return {
    responsibleOrganisationId: input.responsibleOrganisationId ?? null,
    responsiblePerson,
    responsiblePersonId: input.responsiblePersonId ?? null,
    dueOn,
  };
}
