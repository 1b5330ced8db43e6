import type {
  ActivationStage,
  AlertLevel,
  CommandPostMemberKind,
  HazardType,
  ShelterFact,
} from '#regulation/enumerations';
import type { Crs } from '#geography/crs';
import { Field, Float, ID, InputType, Int } from '@nestjs/graphql';
import {
  ActivationStageEnum,
  AlertLevelEnum,
  CommandPostMemberKindEnum,
  CrsEnum,
  HazardTypeEnum,
  ShelterFactEnum,
} from '../platform/graphql/enums.ts';
import { PositionInput } from '../registry/contents.types.ts';

const KEY = 'Your own UUID for it; sent again with the same one it is done once and answered the same.';

@InputType({ description: 'What happened, or what an exercise supposes.' })
export class EventInput {
  @Field(() => ID, { nullable: true, description: KEY }) key?: string | null;
  @Field({ description: 'What people call it.' }) name!: string;
  @Field(() => HazardTypeEnum, { description: 'What people flee from.' }) hazard!: HazardType;
  @Field(() => AlertLevelEnum, { nullable: true, description: 'Leave out what is not known.' })
  level?: AlertLevel | null;
  @Field(() => Boolean, { nullable: true, defaultValue: false, description: 'An exercise.' })
  exercise?: boolean | null;
  @Field(() => [String], { description: 'Codes of the jurisdictions it concerns.' })
  jurisdictionCodes!: string[];
  @Field(() => [[PositionInput]], {
    nullable: true,
    description: 'Outlines of the dangerous area, each a list of corners; leave out when nobody drew it.',
  })
  area?: PositionInput[][] | null;
  @Field(() => Int, { nullable: true, description: 'Persons to shelter, if estimated.' })
  peopleAffected?: number | null;
  @Field(() => Date, { nullable: true, description: 'When it happened; default: now.' })
  occurredAt?: Date | null;
}

@InputType({ description: 'A shelter to open.' })
export class ShelterToOpenInput {
  @Field(() => ID, { description: 'The shelter.' }) shelterId!: string;
  @Field(() => String, { nullable: true, description: 'Why, when it is marked unavailable.' })
  overrideReason?: string | null;
}

@InputType({ description: 'A place that is not on file and is needed now; its filing is made good later.' })
export class TemporaryPlaceInput {
  @Field({ description: 'Its name.' }) name!: string;
  @Field(() => Float, { description: 'Degrees east.' }) longitude!: number;
  @Field(() => Float, { description: 'Degrees north.' }) latitude!: number;
  @Field(() => CrsEnum, { nullable: true, defaultValue: 'WGS84', description: 'Where the pair comes from.' })
  crs?: Crs | null;
  @Field(() => String, { nullable: true, description: 'Address in words.' }) address?: string | null;
  @Field(() => Int, { nullable: true, description: 'Persons; leave out when not known.' })
  capacity?: number | null;
  @Field(() => String, { nullable: true, description: 'Phone on site, shown to the public.' })
  phone?: string | null;
  @Field(() => ID, { nullable: true, description: 'The unit that runs it; default: the deciding body.' })
  unitId?: string | null;
}

@InputType({ description: 'Art. 22: the decision to open shelters.' })
export class DecideActivationInput {
  @Field(() => ID, { nullable: true, description: KEY }) key?: string | null;
  @Field(() => ID, { nullable: true, description: 'An event on record; or `event`.' })
  eventId?: string | null;
  @Field(() => EventInput, {
    nullable: true,
    description: 'An event recorded with the decision; or `eventId`.',
  })
  event?: EventInput | null;
  @Field({ description: 'Who decides.' }) jurisdictionCode!: string;
  @Field(() => [ShelterToOpenInput], {
    nullable: true,
    description: 'At most 2,000; one named twice is taken once.',
  })
  shelters?: ShelterToOpenInput[] | null;
  @Field(() => [TemporaryPlaceInput], { nullable: true, description: 'At most 50.' })
  temporaryPlaces?: TemporaryPlaceInput[] | null;
  @Field(() => String, { nullable: true, description: 'Default: Art. 22 of the Measures.' })
  legalBasis?: string | null;
  @Field(() => ID, { nullable: true, description: 'The plan it follows; default: the newest in force.' })
  planId?: string | null;
}

@InputType({ description: 'Further shelters under a live decision.' })
export class AmendActivationInput {
  @Field(() => ID, { description: 'The activation.' }) activationId!: string;
  @Field(() => Int, { description: 'The revision you saw.' }) revision!: number;
  @Field(() => [ShelterToOpenInput], { nullable: true, description: 'At most 2,000.' })
  shelters?: ShelterToOpenInput[] | null;
  @Field(() => [TemporaryPlaceInput], { nullable: true, description: 'At most 50.' })
  temporaryPlaces?: TemporaryPlaceInput[] | null;
}

@InputType({ description: 'A recorded request to decide; never a decision.' })
export class RequestDecisionInput {
  @Field(() => ID, { nullable: true, description: KEY }) key?: string | null;
  @Field(() => ID, { description: 'For which event.' }) eventId!: string;
  @Field({ description: 'Who is asked to decide.' }) jurisdictionCode!: string;
  @Field({ description: 'Why.' }) reason!: string;
}

@InputType({ description: 'Art. 22: what is so at an opened shelter.' })
export class ShelterStatusInput {
  @Field(() => ID, { nullable: true, description: KEY }) key?: string | null;
  @Field(() => ID, { description: 'The shelter’s place in the activation.' }) activationShelterId!: string;
  @Field(() => [ShelterFactEnum], { description: 'What is so now.' }) facts!: ShelterFact[];
  @Field(() => Date, { nullable: true, description: 'By the clock of the device; default: now.' })
  at?: Date | null;
  @Field(() => String, { nullable: true, description: 'What else there is to say.' }) note?: string | null;
}

@InputType({ description: 'Art. 23: somebody for a command post.' })
export class PostSeatInput {
  @Field(() => CommandPostMemberKindEnum, { description: 'For whom the member sits there.' })
  kind!: CommandPostMemberKind;
  @Field({ description: 'Name.' }) name!: string;
  @Field(() => String, { nullable: true, description: 'Phone.' }) phone?: string | null;
  @Field(() => ID, { nullable: true, description: 'Organisation.' }) organisationId?: string | null;
  @Field(() => ID, { nullable: true, description: 'Account, if there is one.' }) personId?: string | null;
}

@InputType({ description: 'Art. 25: the volunteer station of an opened shelter.' })
export class VolunteerStationInput {
  @Field(() => ID, { description: 'The shelter’s place in the activation.' }) activationShelterId!: string;
  @Field(() => String, { nullable: true, description: 'Where in the shelter.' }) place?: string | null;
  @Field(() => String, { nullable: true, description: 'Who leads it.' }) headName?: string | null;
  @Field(() => String, { nullable: true, description: 'Its phone.' }) phone?: string | null;
  @Field(() => Int, { nullable: true, description: 'Volunteers on site; leave out when not known.' })
  volunteers?: number | null;
  @Field({ description: 'Whether it is open.' }) open!: boolean;
}

@InputType({ description: 'Narrows the list; what is left out does not narrow.' })
export class ActivationFilter {
  @Field(() => String, { nullable: true, description: 'Code of a jurisdiction.' }) jurisdictionCode?:
    string | null;
  @Field(() => [ActivationStageEnum], { nullable: true, description: 'Stages.' })
  stages?: ActivationStage[] | null;
  @Field(() => Boolean, { nullable: true, description: 'Only exercises, or only what is real.' })
  exercise?: boolean | null;
  @Field(() => ID, { nullable: true, description: 'Of one event.' }) eventId?: string | null;
}
