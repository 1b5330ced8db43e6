import type {
  ActivationStage,
  AlertLevel,
  CommandPostMemberKind,
  HazardType,
  OperationalStatus,
  ShelterFact,
} from '#regulation/enumerations';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { OrganisationType } from '../identity/identity.types.ts';
import { connectionOf } from '../platform/graphql/connection.ts';
import {
  ActivationStageEnum,
  AlertLevelEnum,
  CommandPostMemberKindEnum,
  HazardTypeEnum,
  OperationalStatusEnum,
  ShelterFactEnum,
} from '../platform/graphql/enums.ts';
import { JsonScalar } from '../platform/graphql/json.scalar.ts';
import { AvailableActType, RefusalType } from '../platform/graphql/refusal.types.ts';
import { ShelterType } from '../registry/shelter.types.ts';

@ObjectType('HazardEvent', { description: 'What happened, or is exercised.' })
export class HazardEventType {
  @Field(() => ID, { description: 'Id of the event.' }) id!: string;
  @Field({ description: 'What people call it.' }) name!: string;
  @Field(() => HazardTypeEnum, { description: 'What people flee from.' }) hazard!: HazardType;
  @Field(() => AlertLevelEnum, { nullable: true, description: 'Null = no level was given.' })
  level!: AlertLevel | null;
  @Field({ description: 'An exercise: nothing of it is real.' }) exercise!: boolean;
  @Field(() => [String], { description: 'Codes of the jurisdictions it concerns.' })
  jurisdictions!: string[];
  @Field(() => JsonScalar, {
    nullable: true,
    description: 'The dangerous area as GeoJSON, when it was drawn.',
  })
  area!: object | null;
  @Field(() => Int, { nullable: true, description: 'Persons to shelter; null = not known.' })
  peopleAffected!: number | null;
  @Field({ description: 'When it happened.' }) occurredAt!: Date;
  @Field({ description: 'When it was recorded.' }) recordedAt!: Date;
}

@ObjectType('ProposalReason', { description: 'Why a shelter is proposed, or is not.' })
export class ProposalReasonType {
  @Field({ description: 'Stable code.' }) code!: string;
  @Field(() => JsonScalar, { nullable: true, description: 'What the code speaks of, by name.' })
  params!: Record<string, string | number> | null;
  @Field({ description: 'In the language of Accept-Language.' }) message!: string;
}

@ObjectType('ProposalItem', { description: 'A shelter in a proposal, in the order of merit.' })
export class ProposalItemType {
  @Field(() => ShelterType, { description: 'The shelter.' }) shelter!: ShelterType;
  @Field({ description: 'False = skipped; a decider may take it all the same.' }) proposed!: boolean;
  @Field(() => [ProposalReasonType], { description: 'All reasons.' }) reasons!: ProposalReasonType[];
}

@ObjectType('CommandPostMember', { description: 'Art. 23: somebody who sits in a command post.' })
export class CommandPostMemberType {
  @Field(() => ID, { description: 'Id of the seat.' }) id!: string;
  @Field(() => CommandPostMemberKindEnum, { description: 'For whom the member sits there.' })
  kind!: CommandPostMemberKind;
  @Field({ description: 'Name.' }) name!: string;
  @Field(() => String, { nullable: true, description: 'Phone; null = not told.' }) phone!: string | null;
  @Field(() => ID, { nullable: true, description: 'The organisation, when it is one of ours.' })
  organisationId!: string | null;
  @Field(() => ID, { nullable: true, description: 'The account, when the member has one.' })
  personId!: string | null;
}

@ObjectType('CommandPost', { description: 'Art. 23: the settlement command post of an opened shelter.' })
export class CommandPostType {
  @Field(() => [CommandPostMemberType], { description: 'Who sits in it now, at most 50.' })
  members!: CommandPostMemberType[];
  @Field(() => [CommandPostMemberKindEnum], { description: 'Kinds it lacks; empty = complete.' })
  missing!: CommandPostMemberKind[];
}

@ObjectType('VolunteerStation', { description: 'Art. 25: the volunteer station in the command post.' })
export class VolunteerStationType {
  @Field(() => String, { nullable: true, description: 'Where in the shelter.' }) place!: string | null;
  @Field(() => String, { nullable: true, description: 'Who leads it.' }) headName!: string | null;
  @Field(() => String, { nullable: true, description: 'Its phone.' }) phone!: string | null;
  @Field(() => Int, { nullable: true, description: 'Volunteers on site; null = not told.' })
  volunteers!: number | null;
  @Field(() => Date, { nullable: true, description: 'When it opened; null = not open.' })
  openedAt!: Date | null;
}

@ObjectType('ShelterReport', { description: 'Art. 22: one report of an opened shelter.' })
export class ShelterReportType {
  @Field(() => ID, { description: 'Id of the report.' }) id!: string;
  @Field(() => [ShelterFactEnum], { description: 'What was reported.' }) facts!: ShelterFact[];
  @Field({ description: 'When it happened, as far as the reporting clock is believed.' }) happenedAt!: Date;
  @Field({ description: 'When it was received.' }) receivedAt!: Date;
  @Field({ description: 'The reporting clock was not believed; the receipt counts.' }) clockOff!: boolean;
  @Field(() => String, { nullable: true, description: 'What was said besides.' }) note!: string | null;
}

@ObjectType('ActivationShelter', { description: 'One shelter in one activation.' })
export class ActivationShelterType {
  @Field(() => ID, { description: 'Id of the shelter’s place in the activation.' }) id!: string;
  @Field(() => ID, { description: 'The activation.' }) activationId!: string;
  @Field(() => ID, { description: 'The shelter.' }) shelterId!: string;
  @Field(() => ShelterType, { description: 'The shelter on file.' }) shelter!: ShelterType;
  @Field({ description: 'Of an exercise.' }) exercise!: boolean;
  @Field({ description: 'Number of its opening order.' }) orderNumber!: string;
  @Field(() => OperationalStatusEnum, { description: 'By what was reported, never by what was decided.' })
  status!: OperationalStatus;
  @Field({ description: 'First fact of being open: decided.' }) decidedAt!: Date;
  @Field(() => Date, { nullable: true, description: 'When the unit first answered.' })
  answeredAt!: Date | null;
  @Field(() => Date, { nullable: true, description: 'Second fact: the gate is open since.' })
  gateOpenAt!: Date | null;
  @Field(() => Date, { nullable: true, description: 'Third fact: staffed since.' }) staffedAt!: Date | null;
  @Field({ description: 'Part of it is out of use.' }) partlyUsable!: boolean;
  @Field(() => Date, { nullable: true, description: 'Given up as damaged since.' }) damagedAt!: Date | null;
  @Field(() => Date, { nullable: true, description: 'Takes in nobody any more since.' })
  closingAt!: Date | null;
  @Field(() => Date, { nullable: true, description: 'Released at.' }) releasedAt!: Date | null;
  @Field(() => ID, { nullable: true, description: 'The real activation that took it out of this exercise.' })
  yieldedTo!: string | null;
  @Field(() => String, { nullable: true, description: 'Why it was opened although it was not ready.' })
  overrideReason!: string | null;
  @Field(() => Int, { nullable: true, description: 'Persons inside; null = nobody counted yet.' })
  occupied!: number | null;
  @Field(() => Date, { nullable: true, description: 'Last word from the site.' }) lastReportAt!: Date | null;
  @Field(() => CommandPostType, { description: 'Art. 23.' }) commandPost!: CommandPostType;
  @Field(() => VolunteerStationType, { nullable: true, description: 'Art. 25.' })
  volunteerStation!: VolunteerStationType | null;
  @Field(() => [ShelterReportType], { description: 'Newest first, at most 50.' })
  reports!: ShelterReportType[];
  @Field(() => [AvailableActType], { description: 'What you may do here.' })
  availableActs!: AvailableActType[];
}

export const ActivationShelterConnection = connectionOf(
  'ActivationShelterConnection',
  () => ActivationShelterType,
);

@ObjectType('Activation', { description: 'Art. 22: a jurisdiction opens shelters for an event.' })
export class ActivationType {
  @Field(() => ID, { description: 'Id of the activation.' }) id!: string;
  @Field(() => HazardEventType, { description: 'What it is for.' }) event!: HazardEventType;
  @Field({ description: 'Who decides.' }) jurisdictionCode!: string;
  @Field(() => ActivationStageEnum, { description: 'Where it stands.' }) stage!: ActivationStage;
  @Field({ description: 'An exercise.' }) exercise!: boolean;
  @Field(() => String, { nullable: true, description: 'Number of the decision.' }) number!: string | null;
  @Field(() => String, { nullable: true, description: 'What the decision rests on.' })
  legalBasis!: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'The plan and version it follows; null = none in force.',
  })
  planLabel!: string | null;
  @Field(() => Int, { description: 'Counts the decision and its amendments.' }) revision!: number;
  @Field({ description: 'When it was proposed.' }) proposedAt!: Date;
  @Field(() => Date, { nullable: true, description: 'When it was decided.' }) decidedAt!: Date | null;
  @Field(() => Date, { nullable: true, description: 'When its end was decided.' }) closedAt!: Date | null;
  @Field(() => String, { nullable: true, description: 'Why it was ended.' }) closingReason!: string | null;
  @Field(() => Date, { nullable: true, description: 'When the last shelter was released.' })
  endedAt!: Date | null;
  @Field(() => Date, { nullable: true, description: 'When its file was closed.' }) fileClosedAt!: Date | null;
  @Field(() => Int, { description: 'Shelters in it, released ones too.' }) shelterCount!: number;
  @Field(() => [ProposalItemType], { description: 'As it was proposed, at most `first` (500).' })
  proposal!: ProposalItemType[];
  @Field(() => ActivationShelterConnection, { description: 'Its shelters, by order number.' })
  shelters!: InstanceType<typeof ActivationShelterConnection>;
  @Field(() => [AvailableActType], { description: 'What you may do with it.' })
  availableActs!: AvailableActType[];
}

export const ActivationConnection = connectionOf('ActivationConnection', () => ActivationType);
export const HazardEventConnection = connectionOf('HazardEventConnection', () => HazardEventType);

@ObjectType('DecidedActivation', { description: 'What was decided, and what the signer should know.' })
export class DecidedActivationType {
  @Field(() => ActivationType, { description: 'The activation.' }) activation!: ActivationType;
  @Field(() => [RefusalType], { description: 'Doubts that stopped nothing.' })
  advice!: readonly RefusalType[];
}

@ObjectType('DecisionRequest', { description: 'Somebody asks a county or committee to decide.' })
export class DecisionRequestType {
  @Field(() => ID, { description: 'Id of the request.' }) id!: string;
  @Field(() => HazardEventType, { description: 'For which event.' }) event!: HazardEventType;
  @Field({ description: 'Who is asked.' }) jurisdictionCode!: string;
  @Field({ description: 'Why.' }) reason!: string;
  @Field(() => OrganisationType, { nullable: true, description: 'Who asks.' })
  organisation!: OrganisationType | null;
  @Field({ description: 'When.' }) askedAt!: Date;
  @Field(() => Date, { nullable: true, description: 'When it was answered by a decision.' })
  answeredAt!: Date | null;
}
