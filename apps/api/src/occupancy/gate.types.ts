import type {
  GateConflictKind,
  GateEntryKind,
  OperationalStatus,
  VulnerableGroup,
} from '#regulation/enumerations';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../platform/graphql/connection.ts';
import {
  GateConflictKindEnum,
  GateEntryKindEnum,
  OperationalStatusEnum,
  VulnerableGroupEnum,
} from '../platform/graphql/enums.ts';
import { AvailableActType, RefusalType } from '../platform/graphql/refusal.types.ts';

@ObjectType('GroupCount', { description: 'People in need of care in a household.' })
export class GroupCountType {
  @Field(() => VulnerableGroupEnum, { description: 'Which group.' }) group!: VulnerableGroup;
  @Field(() => Int, { description: 'How many of the household.' }) persons!: number;
}

@ObjectType('Stay', { description: 'The stay of a household: a number of persons, never a name.' })
export class StayType {
  @Field(() => ID, { description: 'The key it was checked in with.' }) id!: string;
  @Field(() => Int, { description: 'Persons who came in.' }) persons!: number;
  @Field(() => Int, { description: 'Persons who are inside now.' }) inside!: number;
  @Field(() => [GroupCountType], { description: 'People in need of care among them.' })
  groups!: GroupCountType[];
  @Field(() => String, { nullable: true, description: 'Code on the wristband or card.' })
  cardCode!: string | null;
  @Field({ description: 'Gate time.' }) checkedInAt!: Date;
  @Field({ description: 'When the server was told.' }) receivedAt!: Date;
  @Field(() => Date, { nullable: true, description: 'When the last of them left; null = still inside.' })
  checkedOutAt!: Date | null;
  @Field({ description: 'The device’s clock was not believed.' }) clockOff!: boolean;
  @Field({ description: 'Told by a phone that had been offline.' }) syncedOffline!: boolean;
  @Field({ description: 'Taken in over the room there was.' }) overRoom!: boolean;
  @Field(() => String, { nullable: true, description: 'Why, in spite of a warning.' })
  overrideReason!: string | null;
  @Field(() => ID, { nullable: true, description: 'The stay it goes on from, elsewhere.' })
  transferredFrom!: string | null;
}

@ObjectType('GateEntry', {
  description: 'One line of the log of a gate; never changed, undone by an opposite one.',
})
export class GateEntryType {
  @Field(() => ID, { description: 'The key of the client.' }) id!: string;
  @Field(() => GateEntryKindEnum, { description: 'What it was.' }) kind!: GateEntryKind;
  @Field(() => Int, { description: 'Persons; for a head count, all who were found.' }) persons!: number;
  @Field(() => ID, { nullable: true, description: 'The stay it begins or ends.' }) stayId!: string | null;
  @Field(() => ID, { nullable: true, description: 'The transfer it is part of.' }) transferId!: string | null;
  @Field({ description: 'Gate time.' }) happenedAt!: Date;
  @Field({ description: 'When the server was told.' }) receivedAt!: Date;
  @Field({ description: 'The device’s clock was not believed.' }) clockOff!: boolean;
  @Field({ description: 'Told by a phone that had been offline.' }) syncedOffline!: boolean;
  @Field(() => String, { nullable: true, description: 'Why, in spite of a warning.' }) reason!: string | null;
}

@ObjectType('HeadCount', { description: '清点: an observation beside the number; it changes nothing.' })
export class HeadCountType {
  @Field(() => Int, { description: 'People found.' }) counted!: number;
  @Field(() => Int, { nullable: true, description: 'The number at that moment; null = none yet.' })
  inside!: number | null;
  @Field(() => Int, { nullable: true, description: 'Found less the number.' }) difference!: number | null;
  @Field({ description: 'When.' }) at!: Date;
}

@ObjectType('GateConflict', { description: 'What a synchronised fact contradicts, for the command post.' })
export class GateConflictType {
  @Field(() => ID, { description: 'Id.' }) id!: string;
  @Field(() => GateConflictKindEnum, { description: 'What it is.' }) kind!: GateConflictKind;
  @Field(() => Int, { description: 'Persons it is about.' }) persons!: number;
  @Field(() => ID, { description: 'The entry that showed it.' }) entryId!: string;
  @Field(() => String, { nullable: true, description: 'Code of the other shelter of a double presence.' })
  otherCode!: string | null;
  @Field(() => String, { nullable: true, description: 'Name of that shelter.' }) otherName!: string | null;
  @Field({ description: 'When it was found.' }) foundAt!: Date;
  @Field(() => Date, { nullable: true, description: 'When it was settled; null = open.' })
  resolvedAt!: Date | null;
  @Field(() => String, { nullable: true, description: 'How it was settled.' }) resolution!: string | null;
}

@ObjectType('TransferTarget', { description: 'An opened shelter of the same activation.' })
export class TransferTargetType {
  @Field(() => ID, { description: 'Its place in the activation.' }) activationShelterId!: string;
  @Field({ description: 'Code of the shelter.' }) code!: string;
  @Field({ description: 'Name of the shelter.' }) name!: string;
  @Field(() => OperationalStatusEnum, { description: 'What it is doing.' }) status!: OperationalStatus;
  @Field(() => Int, { nullable: true, description: 'Room left; null = not known.' })
  available!: number | null;
}

export const StayConnection = connectionOf('StayConnection', () => StayType);

@ObjectType('Gate', {
  description: 'The gate of an opened shelter: who came, who left, how much room is left.',
})
export class GateType {
  @Field(() => ID, { description: 'The shelter’s place in the activation.' }) activationShelterId!: string;
  @Field(() => ID, { description: 'The activation.' }) activationId!: string;
  @Field(() => ID, { description: 'The shelter.' }) shelterId!: string;
  @Field({ description: 'Code of the shelter.' }) code!: string;
  @Field({ description: 'Name of the shelter.' }) name!: string;
  @Field({ description: 'An exercise.' }) exercise!: boolean;
  @Field(() => OperationalStatusEnum, { description: 'What it is doing.' }) status!: OperationalStatus;
  @Field(() => Date, { nullable: true, description: 'Released since.' }) releasedAt!: Date | null;
  @Field(() => Int, { nullable: true, description: 'Places; null = not known.' }) usable!: number | null;
  @Field(() => Int, { nullable: true, description: 'Persons inside; null = nobody counted yet.' })
  occupied!: number | null;
  @Field(() => Int, { nullable: true, description: 'Room left; null = not known.' })
  available!: number | null;
  @Field(() => Date, { nullable: true, description: 'Of when the numbers are; null = nobody counted yet.' })
  asOf!: Date | null;
  @Field(() => Int, { description: 'Persons of households inside.' }) staying!: number;
  @Field(() => Int, { description: 'Counted in without a household, less counted out.' }) counted!: number;
  @Field(() => HeadCountType, { nullable: true, description: 'The last head count.' })
  headCount!: HeadCountType | null;
  @Field(() => [GateConflictType], { description: 'Open ones, oldest first; at most 200.' })
  conflicts!: GateConflictType[];
  @Field(() => [TransferTargetType], { description: 'Where people can be taken; at most 200.' })
  targets!: TransferTargetType[];
  @Field(() => [AvailableActType], { description: 'What you may do here.' })
  availableActs!: AvailableActType[];
}

@ObjectType('GateAnswer', { description: 'What became of an entry.' })
export class GateAnswerType {
  @Field(() => ID, { description: 'Its key.' }) key!: string;
  @Field({ description: 'It had been stored before; nothing was done again.' }) repeated!: boolean;
  @Field(() => [RefusalType], { description: 'Why it is no entry; empty = stored.' })
  refusals!: readonly RefusalType[];
}
