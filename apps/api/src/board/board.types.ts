import type {
  ActivationStage,
  CommandPostMemberKind,
  DutyKind,
  DutyStage,
  HazardType,
  Lateness,
  OperationalStatus,
} from '#regulation/enumerations';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import {
  ActivationStageEnum,
  CommandPostMemberKindEnum,
  DutyKindEnum,
  DutyStageEnum,
  HazardTypeEnum,
  LatenessEnum,
  OperationalStatusEnum,
} from '../platform/graphql/enums.ts';
import { PositionType } from '../registry/shelter.types.ts';

@ObjectType('BoardCell', { description: 'One duty at one shelter.' })
export class BoardCellType {
  @Field(() => ID, { description: 'The duty.' }) dutyId!: string;
  @Field(() => DutyKindEnum, { description: 'Which duty.' }) kind!: DutyKind;
  @Field(() => DutyStageEnum, { description: 'Where it stands.' }) stage!: DutyStage;
  @Field(() => LatenessEnum, { description: 'Against its target, now.' }) lateness!: Lateness;
  @Field(() => String, { nullable: true, description: 'Who answers for it; null = UNASSIGNED.' })
  organisation!: string | null;
  @Field(() => Date, { nullable: true, description: 'By when the next word is awaited; null = no target.' })
  due!: Date | null;
  @Field({ description: 'When it last changed.' }) changedAt!: Date;
  @Field(() => String, { nullable: true, description: 'What is lacking, when degraded.' })
  lacking!: string | null;
}

@ObjectType('BoardRow', { description: 'One shelter of an activation, with its seven duties.' })
export class BoardRowType {
  @Field(() => ID, { description: 'The shelter’s place in the activation.' }) activationShelterId!: string;
  @Field(() => ID, { description: 'The shelter.' }) shelterId!: string;
  @Field({ description: 'Code of the shelter.' }) code!: string;
  @Field({ description: 'Name of the shelter.' }) name!: string;
  @Field(() => PositionType, { nullable: true, description: 'Its main entrance.' })
  position!: PositionType | null;
  @Field(() => OperationalStatusEnum, { description: 'By what was reported.' }) status!: OperationalStatus;
  @Field({ description: 'Decided at.' }) decidedAt!: Date;
  @Field(() => Date, { nullable: true, description: 'Gate open since.' }) gateOpenAt!: Date | null;
  @Field(() => Date, { nullable: true, description: 'Staffed since.' }) staffedAt!: Date | null;
  @Field(() => Date, { nullable: true, description: 'Last word from the site; null = never.' })
  lastReportAt!: Date | null;
  @Field(() => Int, { nullable: true, description: 'Places there are; null = not known.' })
  usable!: number | null;
  @Field(() => Int, { nullable: true, description: 'Persons inside; null = not counted.' })
  occupied!: number | null;
  @Field(() => Int, { nullable: true, description: 'Room left; null = not known.' })
  available!: number | null;
  @Field({ description: 'A temporary place.' }) temporary!: boolean;
  @Field({ description: 'Taken out of this exercise by a real activation.' }) yielded!: boolean;
  @Field(() => [CommandPostMemberKindEnum], { description: 'What its command post lacks (Art. 23).' })
  postMissing!: CommandPostMemberKind[];
  @Field({ description: 'Whether the volunteer station is open (Art. 25).' }) stationOpen!: boolean;
  @Field(() => [BoardCellType], { description: 'Exactly seven, in the order of Art. 24.' })
  cells!: BoardCellType[];
}

@ObjectType('BoardCount', { description: 'How many shelters are at a status.' })
export class BoardCountType {
  @Field(() => OperationalStatusEnum, { description: 'Status.' }) status!: OperationalStatus;
  @Field(() => Int, { description: 'Shelters.' }) count!: number;
}

@ObjectType('DutyCount', { description: 'How a duty stands over all shelters that are not released.' })
export class DutyCountType {
  @Field(() => DutyKindEnum, { description: 'Which duty.' }) kind!: DutyKind;
  @Field(() => Int, { description: 'In place.' }) inPlace!: number;
  @Field(() => Int, { description: 'Late or very late.' }) late!: number;
  @Field(() => Int, { description: 'Degraded.' }) degraded!: number;
  @Field(() => Int, { description: 'Nobody was on the roster.' }) unassigned!: number;
  @Field(() => Int, { description: 'All that are not stood down.' }) total!: number;
}

@ObjectType('ActivationBoard', { description: 'An activation at a glance: shelters by duties.' })
export class ActivationBoardType {
  @Field(() => ID, { description: 'The activation.' }) activationId!: string;
  @Field(() => String, { nullable: true, description: 'Number of the decision.' }) number!: string | null;
  @Field(() => ActivationStageEnum, { description: 'Where it stands.' }) stage!: ActivationStage;
  @Field({ description: 'An exercise.' }) exercise!: boolean;
  @Field({ description: 'What the event is called.' }) eventName!: string;
  @Field(() => HazardTypeEnum, { description: 'What people flee from.' }) hazard!: HazardType;
  @Field({ description: 'Who decided.' }) jurisdictionCode!: string;
  @Field(() => Date, { nullable: true, description: 'Decided at.' }) decidedAt!: Date | null;
  @Field({ description: 'When this was read.' }) asOf!: Date;
  @Field(() => [BoardCountType], { description: 'Statuses that occur.' }) counts!: BoardCountType[];
  @Field(() => [DutyCountType], { description: 'The seven duties.' }) duties!: DutyCountType[];
  @Field(() => Int, {
    nullable: true,
    description: 'Persons inside, where they were counted; null = nowhere.',
  })
  occupied!: number | null;
  @Field(() => Int, { description: 'Shelters where nobody counted yet.' }) uncounted!: number;
  @Field(() => [BoardRowType], { description: 'By order number, at most 2,000.' }) rows!: BoardRowType[];
}
