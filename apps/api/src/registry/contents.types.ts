import type {
  DurationClass,
  FacilityState,
  FacilityType,
  HazardType,
  PetPolicy,
  ShelterGrade,
  SiteType,
  SpaceType,
  StandingKind,
  Suitability,
  Trinary,
} from '#regulation/enumerations';
import type { Crs } from '#geography/crs';
import { Field, Float, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import {
  CrsEnum,
  DurationClassEnum,
  FacilityStateEnum,
  FacilityTypeEnum,
  HazardTypeEnum,
  PetPolicyEnum,
  ShelterGradeEnum,
  SiteTypeEnum,
  SpaceTypeEnum,
  StandingKindEnum,
  SuitabilityEnum,
  TrinaryEnum,
} from '../platform/graphql/enums.ts';
import { SharedSite } from './site.types.ts';

@ObjectType('FiledPosition', {
  description: 'Where the main entrance is: WGS 84, and the pair as it was given.',
})
export class FiledPositionType {
  @Field(() => Float, { description: 'Degrees east, WGS 84.' }) longitude!: number;
  @Field(() => Float, { description: 'Degrees north, WGS 84.' }) latitude!: number;
  @Field(() => CrsEnum, { description: 'What the given pair was read from.' }) sourceCrs!: Crs;
  @Field(() => Float, { description: 'As given, before conversion.' }) rawLongitude!: number;
  @Field(() => Float, { description: 'As given, before conversion.' }) rawLatitude!: number;
}

@InputType({ description: 'A position; without crs it is WGS 84.' })
export class PositionInput {
  @Field(() => Float, { description: 'Degrees east.' }) longitude!: number;
  @Field(() => Float, { description: 'Degrees north.' }) latitude!: number;
  @Field(() => CrsEnum, {
    nullable: true,
    defaultValue: 'WGS84',
    description: 'The map or device it was read from.',
  })
  crs!: Crs | null;
}

@ObjectType('Facility', { description: 'A facility of the shelter (Art. 10 (5)).' })
@InputType('FacilityInput', { description: 'A facility of the shelter (Art. 10 (5)).' })
export class FacilityType_ {
  @Field(() => FacilityTypeEnum, { description: 'What it is.' }) type!: FacilityType;
  @Field(() => Int, { nullable: true, description: 'How many; null = not known.' }) quantity!: number | null;
  @Field(() => FacilityStateEnum, { defaultValue: 'UNKNOWN', description: 'Whether it works.' })
  state!: FacilityState;
  @Field(() => String, { nullable: true, description: 'Who maintains it (Art. 17).' }) maintainer!:
    string | null;
}

@ObjectType('HazardAssessment', { description: 'Whether a place is fit for a hazard, and who says so.' })
@InputType('HazardAssessmentInput', { description: 'Whether a place is fit for a hazard, and who says so.' })
export class HazardAssessmentType {
  @Field(() => HazardTypeEnum, { description: 'What people flee from.' }) hazard!: HazardType;
  @Field(() => SuitabilityEnum, { description: 'Whether the place is fit for it.' })
  suitability!: Suitability;
  @Field(() => String, { nullable: true, description: 'Who judged it.' }) assessedBy!: string | null;
  @Field(() => String, { nullable: true, description: 'YYYY-MM-DD' }) assessedOn!: string | null;
}

@ObjectType('Contact', { description: 'For officers only; never public.' })
@InputType('ContactInput', { description: 'Whom to call; never public.' })
export class ContactType {
  @Field(() => String, { nullable: true, description: 'Who answers.' }) name!: string | null;
  @Field(() => String, { nullable: true, description: 'In office hours.' }) phone!: string | null;
  @Field(() => String, { nullable: true, description: 'Answered at any hour.' }) phone24h!: string | null;
}

/** What is the same in what a filing says and in what a form sends. */
@ObjectType({ isAbstract: true })
@InputType({ isAbstract: true })
abstract class SharedContents extends SharedSite {
  @Field({ description: 'Art. 14 (1).' }) name!: string;
  @Field(() => [String], { defaultValue: [], description: 'What people call it besides.' })
  aliases!: string[];
  @Field(() => String, { nullable: true, description: 'Township or community, in words.' }) division!:
    string | null;
  @Field(() => String, { nullable: true, description: 'Street and number, in words.' }) address!:
    string | null;
  @Field(() => String, { nullable: true, description: 'What to look for, in words.' }) landmark!:
    string | null;
  @Field(() => Float, { nullable: true, description: 'Art. 14 (3), m².' }) areaSquareMeters!: number | null;
  @Field(() => Float, { nullable: true, description: 'm² people can use.' }) effectiveAreaSquareMeters!:
    number | null;
  @Field(() => Int, { nullable: true, description: 'Art. 14 (3), persons; null = not known.' })
  declaredCapacity!: number | null;
  @Field(() => Int, { nullable: true, description: 'Persons that cannot be taken at present.' })
  blockedCapacity!: number | null;
  @Field(() => Int, { nullable: true, description: 'Persons, set by the authority against the figures.' })
  capacityOverride!: number | null;
  @Field(() => [FacilityType_], { defaultValue: [], description: 'Art. 14 (4).' })
  facilities!: FacilityType_[];
  @Field(() => ID, { nullable: true, description: 'Art. 14 (5): an uploaded drawing.' }) zonePlanFileId!:
    string | null;
  @Field(() => ContactType, { description: 'Art. 14 (6).' }) contact!: ContactType;
  @Field(() => String, { nullable: true, description: 'A number the public may call.' }) publicPhone!:
    string | null;
  @Field(() => [HazardAssessmentType], {
    defaultValue: [],
    description: 'What is not named is NOT_ASSESSED.',
  })
  suitability!: HazardAssessmentType[];
  @Field(() => SiteTypeEnum, { defaultValue: 'UNKNOWN', description: 'What the site is in quiet times.' })
  siteType!: SiteType;
  @Field(() => SpaceTypeEnum, { defaultValue: 'UNKNOWN', description: 'Indoors, outdoors or both.' })
  spaceType!: SpaceType;
  @Field(() => ShelterGradeEnum, { defaultValue: 'UNKNOWN', description: 'Which level it serves.' })
  grade!: ShelterGrade;
  @Field(() => DurationClassEnum, { defaultValue: 'UNKNOWN', description: 'How long people can stay.' })
  durationClass!: DurationClass;
  @Field(() => StandingKindEnum, { defaultValue: 'UNKNOWN', description: 'Permanent or temporary.' })
  standingKind!: StandingKind;
  @Field(() => PetPolicyEnum, { defaultValue: 'UNKNOWN', description: 'Whether animals may come.' })
  petPolicy!: PetPolicy;
  @Field(() => TrinaryEnum, { defaultValue: 'UNKNOWN', description: 'Whether a wheelchair gets in.' })
  barrierFree!: Trinary;
  @Field(() => String, { nullable: true, description: 'What proves the seismic design indoors (Art. 13).' })
  seismicEvidence!: string | null;
  @Field(() => String, { nullable: true, description: 'Acceptance of the works, YYYY-MM-DD (Art. 14).' })
  acceptedOn!: string | null;
  @Field(() => String, { nullable: true, description: 'Hand-over to the unit, YYYY-MM-DD (Art. 14).' })
  handedOverOn!: string | null;
  @Field(() => [ID], { defaultValue: [], description: 'Art. 14 (7).' }) otherPaperFileIds!: string[];
  @Field(() => String, { nullable: true, description: 'Internal.' }) remarks!: string | null;
}

@ObjectType('ShelterContents', {
  description: 'What is on file about a shelter; for officers within their authority.',
})
export class ShelterContentsType extends SharedContents {
  @Field(() => FiledPositionType, { nullable: true, description: 'Art. 14 (2).' })
  position!: FiledPositionType | null;
}

@InputType({ description: 'What a form says; it may be incomplete until it is submitted.' })
export class ContentsInput extends SharedContents {
  @Field(() => PositionInput, { nullable: true, description: 'Art. 14 (2).' })
  position!: PositionInput | null;
}
