import type { ClosingTaskKind, ClosingTaskStage } from '#regulation/enumerations';
import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { OrganisationType } from '../identity/identity.types.ts';
import { connectionOf } from '../platform/graphql/connection.ts';
import { ClosingTaskKindEnum, ClosingTaskStageEnum } from '../platform/graphql/enums.ts';
import { AvailableActType } from '../platform/graphql/refusal.types.ts';
import { ShelterType } from '../registry/shelter.types.ts';
import { FindingInput } from '../upkeep/defect.types.ts';

@ObjectType('ClosingTask', { description: 'Art. 26: one thing a released shelter owes.' })
export class ClosingTaskType {
  @Field(() => ID, { description: 'Its id.' }) id!: string;
  @Field(() => ClosingTaskKindEnum, { description: 'Summary, repair or aftermath.' }) kind!: ClosingTaskKind;
  @Field(() => ClosingTaskStageEnum, { description: 'Where it stands.' }) stage!: ClosingTaskStage;
  @Field(() => ID, { description: 'The activation.' }) activationId!: string;
  @Field({ description: 'Number of the activation.' }) activationNumber!: string;
  @Field({ description: 'What the event was called.' }) eventName!: string;
  @Field({ description: 'It was an exercise.' }) exercise!: boolean;
  @Field(() => ID, { description: 'The shelter’s place in the activation.' }) activationShelterId!: string;
  @Field({ description: 'Jurisdiction of the shelter.' }) jurisdictionCode!: string;
  @Field(() => ShelterType, { description: 'The shelter.' }) shelter!: ShelterType;
  @Field({ description: 'When the shelter was released.' }) openedAt!: Date;
  @Field(() => String, { nullable: true, description: 'What was recorded; null = nothing yet.' })
  text!: string | null;
  @Field(() => Date, { nullable: true, description: 'When it was recorded.' }) doneAt!: Date | null;
  @Field(() => String, { nullable: true, description: 'Who recorded it.' }) doneByName!: string | null;
  @Field(() => OrganisationType, { nullable: true, description: 'For which body it was recorded.' })
  organisation!: OrganisationType | null;
  @Field(() => String, {
    nullable: true,
    description: 'Of a summary that is open: a draft from the ledger, to be read, corrected and completed.',
  })
  draft!: string | null;
  @Field(() => [AvailableActType], { description: 'What you may do with it now.' })
  availableActs!: AvailableActType[];
}

export const ClosingTaskConnection = connectionOf('ClosingTaskConnection', () => ClosingTaskType);

@InputType({ description: 'Narrows the list; what is left out does not narrow.' })
export class ClosingTaskFilter {
  @Field(() => ID, { nullable: true, description: 'Only of this activation.' }) activationId?: string;
  @Field(() => ID, { nullable: true, description: 'Only of this shelter.' }) shelterId?: string;
  @Field(() => [ClosingTaskKindEnum], { nullable: true, description: 'Only these kinds.' })
  kinds?: ClosingTaskKind[];
  @Field(() => [ClosingTaskStageEnum], { nullable: true, description: 'Only at these stages.' })
  stages?: ClosingTaskStage[];
}

@InputType({ description: 'A summary or an aftermath, told in words.' })
export class ClosingRecordInput {
  @Field(() => ID, { description: 'The task.' }) id!: string;
  @Field({ description: 'In words, at most 20,000 characters.' }) text!: string;
}

@InputType({ description: 'What was looked over and mended after the opening.' })
export class ClosingRepairInput extends ClosingRecordInput {
  @Field(() => [FindingInput], { defaultValue: [], description: 'What is amiss; each becomes a defect.' })
  findings!: FindingInput[];
}
