import { EntranceType, ZoneShapeType } from '../registry/site.types.ts';
import type { Ring } from '#regulation/site/contents';
import type {
  DurationClass,
  FacilityState,
  FacilityType,
  HazardType,
  OperationalStatus,
  PetPolicy,
  ShelterGrade,
  Situation,
  SiteType,
  SpaceType,
  StandingKind,
  Suitability,
  Trinary,
} from '#regulation/enumerations';
import { SITUATIONS } from '#regulation/enumerations';
import { Field, Float, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import {
  DurationClassEnum,
  FacilityStateEnum,
  FacilityTypeEnum,
  OperationalStatusEnum,
  PetPolicyEnum,
  ShelterGradeEnum,
  SiteTypeEnum,
  SpaceTypeEnum,
  StandingKindEnum,
  TrinaryEnum,
} from '../platform/graphql/enums.ts';
import { JsonScalar } from '../platform/graphql/json.scalar.ts';
import { HazardSuitabilityType, PositionType } from '../registry/shelter.types.ts';

const SituationEnum = Object.fromEntries(SITUATIONS.map((situation) => [situation, situation])) as {
  [Value in Situation]: Value;
};
registerEnumType(SituationEnum, {
  name: 'Situation',
  description: 'LIVE: the place is in a jurisdiction with a live activation.',
});

/** Fetched only when it is asked for. */
type Later<Value> = Promise<Value>;

@ObjectType('PublicCapacity', { description: 'Persons; null = not known, never none.' })
export class PublicCapacityType {
  @Field(() => Int, { nullable: true, description: 'Places there are.' }) usable!: number | null;
  @Field(() => Int, { nullable: true, description: 'Places taken.' }) occupied!: number | null;
  @Field(() => Int, { nullable: true, description: 'Places left: usable less occupied.' }) available!:
    number | null;
  @Field(() => Date, { nullable: true, description: 'When the occupation was last confirmed.' })
  asOf!: Date | null;
}

@ObjectType('PublicFacility', { description: 'A facility as everybody may know it.' })
export class PublicFacilityType {
  @Field(() => FacilityTypeEnum, { description: 'What it is.' }) type!: FacilityType;
  @Field(() => Int, { nullable: true, description: 'How many; null = not known.' }) quantity!: number | null;
  @Field(() => FacilityStateEnum, { description: 'Whether it works.' }) state!: FacilityState;
}

@ObjectType('PublicShelter', { description: 'A shelter as everybody may know it.' })
export class PublicShelterType {
  @Field({ description: 'Painted on the sign; never changes.' }) code!: string;
  @Field({ description: 'Its name on the sign.' }) name!: string;
  @Field(() => String, { nullable: true, description: 'Street address, in Chinese.' }) address!:
    string | null;
  @Field(() => PositionType, { description: 'The main entrance, WGS 84.' }) location!: PositionType;
  @Field(() => OperationalStatusEnum, { description: 'What it is doing now.' })
  operationalStatus!: OperationalStatus;
  @Field(() => [HazardSuitabilityType], { description: 'One for each hazard; NOT_ASSESSED is not a no.' })
  suitability!: { hazard: HazardType; suitability: Suitability }[];
  @Field(() => PublicCapacityType, { description: 'Room, as far as it is known.' })
  capacity!: PublicCapacityType;
  @Field(() => Date, {
    nullable: true,
    description: 'When somebody on site last confirmed it; null = never.',
  })
  lastConfirmedAt!: Date | null;
  @Field(() => Boolean, {
    description: 'Not confirmed for long, where it stands and tonight: show it greyed, with its age.',
  })
  stale!: Later<boolean>;
  @Field(() => String, { nullable: true, description: 'Art. 18: the drawing of its zones.' })
  zonePlanUrl!: string | null;
  @Field(() => String, { nullable: true, description: 'The edition that published what is said here.' })
  edition!: string | null;
  @Field({ description: 'Who answers for it: see jurisdictions.' }) jurisdictionCode!: string;
  @Field({ description: 'Made for the demo city: no real place to go to.' }) demo!: boolean;
  @Field(() => [String], { description: 'What else people call it.' }) aliases!: Later<string[]>;
  @Field(() => String, { nullable: true, description: 'Township or community, in words.' })
  division!: Later<string | null>;
  @Field(() => String, { nullable: true, description: 'What to look for on the way.' }) landmark!: Later<
    string | null
  >;
  @Field(() => String, { nullable: true, description: 'A number the public may call.' })
  publicPhone!: Later<string | null>;
  @Field(() => Float, { nullable: true, description: 'm².' }) areaSquareMeters!: Later<number | null>;
  @Field(() => SiteTypeEnum, { description: 'What the site is in quiet times.' }) siteType!: Later<SiteType>;
  @Field(() => SpaceTypeEnum, { description: 'Indoors, outdoors or both.' }) spaceType!: Later<SpaceType>;
  @Field(() => ShelterGradeEnum, { description: 'Its grade, when it was filed.' })
  grade!: Later<ShelterGrade>;
  @Field(() => DurationClassEnum, { description: 'How long people can stay.' })
  durationClass!: Later<DurationClass>;
  @Field(() => StandingKindEnum, { description: 'Permanent or temporary.' })
  standingKind!: Later<StandingKind>;
  @Field(() => PetPolicyEnum, { description: 'Whether animals may come.' }) petPolicy!: Later<PetPolicy>;
  @Field(() => TrinaryEnum, { description: 'Whether wheels can enter; UNKNOWN is not a no.' })
  barrierFree!: Later<Trinary>;
  @Field(() => [PublicFacilityType], { description: 'What it offers.' }) facilities!: Later<
    PublicFacilityType[]
  >;
  @Field(() => [EntranceType], { description: 'Ways in besides the main one.' })
  entrances!: Later<EntranceType[]>;
  @Field(() => [[[Float]]], {
    nullable: true,
    description:
      'The edge of the site, WGS 84: one closed ring of [longitude, latitude] a part; null = not drawn.',
  })
  boundary!: Later<Ring[] | null>;
  @Field(() => [ZoneShapeType], { description: 'Art. 18: its zones.' }) zones!: Later<ZoneShapeType[]>;
}

@ObjectType('Reason', { description: 'A coded reason or remark; clients translate by code.' })
export class ReasonType {
  @Field({ description: 'Stable code; clients translate by it.' }) code!: string;
  @Field(() => JsonScalar, { nullable: true, description: 'What the code speaks of, by name.' })
  params!: Record<string, string | number> | null;
  @Field({ description: 'In the language of Accept-Language, Chinese by default.' }) message!: string;
}

@ObjectType('NearbyShelter', { description: 'A shelter to go to.' })
export class NearbyShelterType {
  @Field(() => PublicShelterType, { description: 'The shelter itself.' }) shelter!: PublicShelterType;
  @Field(() => Float, { description: 'Metres on the ellipsoid.' }) distanceMeters!: number;
  @Field(() => Float, { description: 'Degrees from north.' }) bearingDegrees!: number;
  @Field(() => [ReasonType], { description: 'What to know before going: room unknown, not activated, …' })
  labels!: ReasonType[];
  @Field({ description: 'Not confirmed for long: show it greyed, with its age.' }) stale!: boolean;
}

@ObjectType('PassedOverShelter', { description: 'A nearer shelter that is no place to go to, and why.' })
export class PassedOverShelterType {
  @Field(() => PublicShelterType, { description: 'The shelter itself.' }) shelter!: PublicShelterType;
  @Field(() => Float, { description: 'Metres on the ellipsoid.' }) distanceMeters!: number;
  @Field(() => [ReasonType], { description: 'Why not there: every reason.' }) reasons!: ReasonType[];
}

@ObjectType('StaleAfterHours', { description: 'Hours after which a confirmation is stale, by situation.' })
export class StaleAfterHoursType {
  @Field(() => Int, { description: 'In quiet times.' }) QUIET!: number;
  @Field(() => Int, { description: 'Where an activation is live.' }) LIVE!: number;
}

@ObjectType('PublicTerms', {
  description: 'By which terms the city publishes (Art. 18); for clients that judge.',
})
export class PublicTermsType {
  @Field(() => StaleAfterHoursType, { description: 'From when on a shelter is to be shown greyed.' })
  staleAfterHours!: StaleAfterHoursType;
  @Field(() => String, {
    nullable: true,
    description: 'Day by which the list is to be renewed: past it, say so; null before the first edition.',
  })
  nextEditionDue!: Later<string | null>;
}

@ObjectType('NearestShelters', { description: 'Where to go from a place.' })
export class NearestSheltersType {
  @Field(() => [NearbyShelterType], { description: 'The best first.' }) shelters!: NearbyShelterType[];
  @Field(() => [PassedOverShelterType], { description: 'At most five, within 50 km, the nearest first.' })
  passedOver!: PassedOverShelterType[];
  @Field(() => SituationEnum, { description: 'Whether an activation is live at the place.' })
  situation!: Situation;
  @Field(() => String, { nullable: true, description: 'The current edition; null before the first.' })
  edition!: string | null;
  @Field({ description: 'When this was answered.' }) asOf!: Date;
}
