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

@ObjectType('FiledPosition', {
  description: 'Where the main entrance is: WGS 84, and the pair as it was given.',
})
export class FiledPositionType {
  @Field(() => Float) longitude!: number;
  @Field(() => Float) latitude!: number;
  @Field(() => CrsEnum) sourceCrs!: Crs;
  @Field(() => Float) rawLongitude!: number;
  @Field(() => Float) rawLatitude!: number;
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

@ObjectType('Facility')
@InputType('FacilityInput')
export class FacilityType_ {
  @Field(() => FacilityTypeEnum) type!: FacilityType;
  @Field(() => Int, { nullable: true, description: 'How many; null = not known.' }) quantity!: number | null;
  @Field(() => FacilityStateEnum, { defaultValue: 'UNKNOWN' }) state!: FacilityState;
  @Field(() => String, { nullable: true, description: 'Who maintains it (Art. 17).' }) maintainer!:
    string | null;
}

@ObjectType('HazardAssessment')
@InputType('HazardAssessmentInput')
export class HazardAssessmentType {
  @Field(() => HazardTypeEnum) hazard!: HazardType;
  @Field(() => SuitabilityEnum) suitability!: Suitability;
  @Field(() => String, { nullable: true }) assessedBy!: string | null;
  @Field(() => String, { nullable: true, description: 'YYYY-MM-DD' }) assessedOn!: string | null;
}

@ObjectType('Contact', { description: 'For officers only; never public.' })
@InputType('ContactInput')
export class ContactType {
  @Field(() => String, { nullable: true }) name!: string | null;
  @Field(() => String, { nullable: true }) phone!: string | null;
  @Field(() => String, { nullable: true, description: 'Answered at any hour.' }) phone24h!: string | null;
}

/** What is the same in what a filing says and in what a form sends. */
@ObjectType({ isAbstract: true })
@InputType({ isAbstract: true })
abstract class SharedContents {
  @Field({ description: 'Art. 14 (1).' }) name!: string;
  @Field(() => [String], { defaultValue: [] }) aliases!: string[];
  @Field(() => String, { nullable: true, description: 'Township or community, in words.' }) division!:
    string | null;
  @Field(() => String, { nullable: true }) address!: string | null;
  @Field(() => String, { nullable: true }) landmark!: string | null;
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
  @Field(() => SiteTypeEnum, { defaultValue: 'UNKNOWN' }) siteType!: SiteType;
  @Field(() => SpaceTypeEnum, { defaultValue: 'UNKNOWN' }) spaceType!: SpaceType;
  @Field(() => ShelterGradeEnum, { defaultValue: 'UNKNOWN' }) grade!: ShelterGrade;
  @Field(() => DurationClassEnum, { defaultValue: 'UNKNOWN' }) durationClass!: DurationClass;
  @Field(() => StandingKindEnum, { defaultValue: 'UNKNOWN' }) standingKind!: StandingKind;
  @Field(() => PetPolicyEnum, { defaultValue: 'UNKNOWN' }) petPolicy!: PetPolicy;
  @Field(() => TrinaryEnum, { defaultValue: 'UNKNOWN' }) barrierFree!: Trinary;
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
