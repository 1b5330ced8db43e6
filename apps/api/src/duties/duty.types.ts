import type { DutyKind, DutyStage, Lateness, OperationalStatus } from '#regulation/enumerations';
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { OrganisationType } from '../identity/identity.types.ts';
import { connectionOf } from '../platform/graphql/connection.ts';
import {
  DutyKindEnum,
  DutyStageEnum,
  LatenessEnum,
  OperationalStatusEnum,
} from '../platform/graphql/enums.ts';
import { AvailableActType } from '../platform/graphql/refusal.types.ts';

@ObjectType('DutySite', { description: 'Where a duty is to be done.' })
export class DutySiteType {
  @Field(() => ID, { description: 'The shelter.' }) shelterId!: string;
  @Field({ description: 'Code of the shelter.' }) code!: string;
  @Field({ description: 'Name of the shelter.' }) name!: string;
  @Field(() => String, { nullable: true, description: 'Address.' }) address!: string | null;
  @Field(() => OperationalStatusEnum, { description: 'What the shelter is doing.' })
  status!: OperationalStatus;
  @Field(() => Int, { nullable: true, description: 'Persons inside; null = not counted.' })
  occupied!: number | null;
  @Field({ description: 'Number of the decision.' }) activationNumber!: string;
  @Field({ description: 'An exercise.' }) exercise!: boolean;
}

@ObjectType('Duty', { description: 'Art. 24: one of the seven duties at one opened shelter.' })
export class DutyType {
  @Field(() => ID, { description: 'Id of the duty.' }) id!: string;
  @Field(() => ID, { description: 'The activation.' }) activationId!: string;
  @Field(() => ID, { description: 'The shelter’s place in the activation.' }) activationShelterId!: string;
  @Field({ description: 'Whose activation.' }) jurisdictionCode!: string;
  @Field(() => DutyKindEnum, { description: 'Which duty.' }) kind!: DutyKind;
  @Field(() => DutyStageEnum, { description: 'Where it stands.' }) stage!: DutyStage;
  @Field(() => OrganisationType, {
    nullable: true,
    description: 'Who answers for it; null = UNASSIGNED, the deciding body itself.',
  })
  organisation!: OrganisationType | null;
  @Field(() => DutySiteType, { description: 'Where.' }) site!: DutySiteType;
  @Field({ description: 'When it was assigned.' }) assignedAt!: Date;
  @Field(() => Date, { nullable: true, description: 'By when it is to be answered; null = no target.' })
  acknowledgeDue!: Date | null;
  @Field(() => Date, { nullable: true, description: 'By when it is to be in place; null = no target.' })
  inPlaceDue!: Date | null;
  @Field(() => Date, { nullable: true, description: 'When it was answered.' }) acknowledgedAt!: Date | null;
  @Field(() => Date, { nullable: true, description: 'When it was in place.' }) inPlaceAt!: Date | null;
  @Field(() => Date, { nullable: true, description: 'When it was last reported degraded.' })
  degradedAt!: Date | null;
  @Field(() => String, { nullable: true, description: 'What is lacking.' }) degradedReason!: string | null;
  @Field(() => Date, { nullable: true, description: 'When it was stood down.' }) stoodDownAt!: Date | null;
  @Field(() => String, { nullable: true, description: 'What the department said.' }) note!: string | null;
  @Field(() => LatenessEnum, { description: 'Against the target, now.' }) lateness!: Lateness;
  @Field(() => [AvailableActType], { description: 'What you may do with it.' })
  availableActs!: AvailableActType[];
}

export const DutyConnection = connectionOf('DutyConnection', () => DutyType);

@InputType({ description: 'Narrows the list; what is left out does not narrow.' })
export class DutyFilter {
  @Field(() => ID, { nullable: true, description: 'Of one activation.' }) activationId?: string | null;
  @Field(() => ID, { nullable: true, description: 'At one opened shelter.' }) activationShelterId?:
    string | null;
  @Field(() => [DutyKindEnum], { nullable: true, description: 'Kinds.' }) kinds?: DutyKind[] | null;
  @Field(() => [DutyStageEnum], { nullable: true, description: 'Stages.' }) stages?: DutyStage[] | null;
  @Field(() => Boolean, { nullable: true, description: 'Only those you answer for.' }) mine?: boolean | null;
}
