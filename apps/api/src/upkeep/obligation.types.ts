import type { ClockState, DeadlineLight, YearlyDuty } from '#regulation/enumerations';
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../platform/graphql/connection.ts';
import { DeadlineLightEnum } from '../platform/graphql/enums.ts';
import { ShelterType } from '../registry/shelter.types.ts';
import { ClockStateEnum, YearlyDutyEnum } from './upkeep.enums.ts';

@ObjectType('Obligation', { description: 'What a shelter owes every calendar year, and where that stands.' })
export class ObligationType {
  @Field(() => ID, { description: 'The shelter that owes it.' }) shelterId!: string;
  @Field(() => YearlyDutyEnum, { description: 'What is owed.' }) duty!: YearlyDuty;
  @Field(() => Int, { nullable: true, description: 'Article of the Measures.' }) article!: number | null;
  @Field(() => ClockStateEnum, { description: 'Where it stands today.' }) state!: ClockState;
  @Field(() => String, {
    nullable: true,
    description: 'Last day of the earliest year still to be made good, else of the next one; civil date.',
  })
  dueOn!: string | null;
  @Field(() => DeadlineLightEnum, { nullable: true, description: 'How that day stands; null without one.' })
  lateness!: DeadlineLight | null;
  @Field(() => [Int], { description: 'Past years in which it was owed and not done; they stay.' })
  missedYears!: number[];
  @Field(() => ShelterType, { description: 'The shelter that owes it.' }) shelter!: ShelterType;
}

export const ObligationConnection = connectionOf('ObligationConnection', () => ObligationType);

@ObjectType('ObligationCount', { description: 'Yearly clocks in one state.' })
export class ObligationCountType {
  @Field(() => YearlyDutyEnum, { description: 'What is owed.' }) duty!: YearlyDuty;
  @Field(() => ClockStateEnum, { description: 'The state.' }) state!: ClockState;
  @Field(() => Int, { description: 'How many stand in it.' }) count!: number;
}

@InputType({ description: 'Narrows the list; what is left out does not narrow.' })
export class ObligationFilter {
  @Field(() => [YearlyDutyEnum], { nullable: true, description: 'Only these.' }) duties?: YearlyDuty[];
  @Field(() => [ClockStateEnum], { nullable: true, description: 'Only these states.' })
  states?: ClockState[];
  @Field(() => String, { nullable: true, description: 'Only this jurisdiction.' }) jurisdictionCode?: string;
  @Field(() => Boolean, { nullable: true, description: 'Only shelters that missed a year, ever.' })
  missed?: boolean;
  @Field(() => String, { nullable: true, description: 'Part of a name, an address or a code.' })
  text?: string;
}
