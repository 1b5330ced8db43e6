import type { GateEntryKind, VulnerableGroup } from '#regulation/enumerations';
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { GateEntryKindEnum, VulnerableGroupEnum } from '../platform/graphql/enums.ts';

const KEY = 'Your own UUID for it; sent again with the same one it is done once and answered the same.';
const PLACE = 'The shelter’s place in the activation.';
const AT = 'By the clock of the device; default: now.';
const REASON = 'Why, in spite of a warning; leave it out until you are warned.';

@InputType({ description: 'People in need of care in a household.' })
export class GroupCountInput {
  @Field(() => VulnerableGroupEnum, { description: 'Which group.' }) group!: VulnerableGroup;
  @Field(() => Int, { description: 'How many of the household.' }) persons!: number;
}

@InputType({ description: 'A household comes in.' })
export class CheckInInput {
  @Field(() => ID, { description: KEY }) key!: string;
  @Field(() => ID, { description: PLACE }) activationShelterId!: string;
  @Field(() => Int, { description: 'Persons, 1 to 1,000.' }) persons!: number;
  @Field(() => [GroupCountInput], { nullable: true, description: 'People in need of care among them.' })
  groups?: GroupCountInput[] | null;
  @Field(() => String, {
    nullable: true,
    description: 'Code on the wristband or card; never an identity number.',
  })
  cardCode?: string | null;
  @Field(() => Date, { nullable: true, description: AT }) at?: Date | null;
  @Field(() => String, { nullable: true, description: REASON }) reason?: string | null;
}

@InputType({ description: 'A household, or part of it, leaves.' })
export class CheckOutInput {
  @Field(() => ID, { description: KEY }) key!: string;
  @Field(() => ID, { description: PLACE }) activationShelterId!: string;
  @Field(() => ID, { description: 'The stay.' }) stayId!: string;
  @Field(() => Int, { description: 'How many of them leave.' }) persons!: number;
  @Field(() => Date, { nullable: true, description: AT }) at?: Date | null;
  @Field(() => String, { nullable: true, description: REASON }) reason?: string | null;
}

@InputType({ description: 'People counted in or out without a household, or a head count of all inside.' })
export class CountInput {
  @Field(() => ID, { description: KEY }) key!: string;
  @Field(() => ID, { description: PLACE }) activationShelterId!: string;
  @Field(() => GateEntryKindEnum, { description: 'COUNT_IN, COUNT_OUT or HEAD_COUNT.' }) kind!: GateEntryKind;
  @Field(() => Int, { description: 'How many; for a head count, all who are inside.' }) persons!: number;
  @Field(() => Date, { nullable: true, description: AT }) at?: Date | null;
  @Field(() => String, { nullable: true, description: REASON }) reason?: string | null;
}

@InputType({ description: 'One line of what a phone kept while it was offline.' })
export class GateEntryInput {
  @Field(() => ID, { description: KEY }) key!: string;
  @Field(() => ID, { description: PLACE }) activationShelterId!: string;
  @Field(() => GateEntryKindEnum, { description: 'What it was.' }) kind!: GateEntryKind;
  @Field(() => Int, { description: 'Persons.' }) persons!: number;
  @Field(() => ID, { nullable: true, description: 'The stay a CHECK_OUT ends: the key of its CHECK_IN.' })
  stayId?: string | null;
  @Field(() => String, { nullable: true, description: 'Code on the wristband or card of a CHECK_IN.' })
  cardCode?: string | null;
  @Field(() => [GroupCountInput], { nullable: true, description: 'People in need of care of a CHECK_IN.' })
  groups?: GroupCountInput[] | null;
  @Field(() => Date, { nullable: true, description: AT }) at?: Date | null;
  @Field(() => String, { nullable: true, description: 'Why, in spite of a warning.' }) reason?: string | null;
}

@InputType({ description: 'A household, or part of it, that is transferred.' })
export class TransferredStayInput {
  @Field(() => ID, { description: 'The stay.' }) stayId!: string;
  @Field(() => Int, { nullable: true, description: 'How many of them; default: all who are inside.' })
  persons?: number | null;
}

@InputType({ description: 'People taken to another opened shelter of the same activation.' })
export class TransferInput {
  @Field(() => ID, { description: KEY }) key!: string;
  @Field(() => ID, { description: 'Where they are.' }) activationShelterId!: string;
  @Field(() => ID, { description: 'Where they go.' }) toActivationShelterId!: string;
  @Field(() => [TransferredStayInput], { nullable: true, description: 'Households, at most 500.' })
  stays?: TransferredStayInput[] | null;
  @Field(() => Int, { nullable: true, description: 'People who were only counted.' }) counted?: number | null;
  @Field(() => Date, { nullable: true, description: AT }) at?: Date | null;
  @Field(() => String, { nullable: true, description: REASON }) reason?: string | null;
}

@InputType({ description: 'A damaged shelter is emptied in one act.' })
export class EvacuateShelterInput {
  @Field(() => ID, { description: KEY }) key!: string;
  @Field(() => ID, { description: PLACE }) activationShelterId!: string;
  @Field(() => [ID], {
    description: 'Opened shelters that take everybody in, filled in this order; the last one takes the rest.',
  })
  targets!: string[];
  @Field(() => Date, { nullable: true, description: AT }) at?: Date | null;
  @Field(() => String, { nullable: true, description: 'What happened.' }) reason?: string | null;
}
