import type { HazardType, Trinary } from '#regulation/enumerations';
import type { Crs } from '#geography/crs';
import type { Ring } from '#regulation/site/contents';
import {
  CONTRIBUTION_KINDS,
  DESIGN_ITEMS,
  FUNDING_SOURCES,
  INVESTMENTS,
  OWNERSHIPS,
  ZONE_TYPES,
  type ContributionKind,
  type DesignItem,
  type FundingSource,
  type Investment,
  type Ownership,
  type ZoneType,
} from '#regulation/site/words';
import { Field, Float, InputType, ObjectType } from '@nestjs/graphql';
import { CrsEnum, HazardTypeEnum, registered, TrinaryEnum } from '../platform/graphql/enums.ts';

export const ZoneTypeEnum = registered('ZoneType', ZONE_TYPES, 'Functional zones (Art. 10 (4), 14 (5)).');
const OwnershipEnum = registered('Ownership', OWNERSHIPS, 'Whose the site is.');
const InvestmentEnum = registered('Investment', INVESTMENTS, 'Whose money built it (Art. 5, 6).');
const FundingSourceEnum = registered(
  'FundingSource',
  FUNDING_SOURCES,
  'Who budgets for the works (Art. 5 ¶2).',
);
const ContributionKindEnum = registered(
  'ContributionKind',
  CONTRIBUTION_KINDS,
  'How society takes part (Art. 6).',
);
const DesignItemEnum = registered(
  'DesignItem',
  DESIGN_ITEMS,
  'The seven contents of a design scheme (Art. 10).',
);

@ObjectType('SiteBoundary', { description: 'The edge of the site, WGS 84.' })
@InputType('SiteBoundaryInput', { description: 'The edge of the site, WGS 84.' })
export class SiteBoundaryType {
  @Field(() => [[[Float]]], {
    description: 'One closed ring of [longitude, latitude] a part of the site; no holes.',
  })
  parts!: Ring[];
  @Field(() => CrsEnum, { defaultValue: 'WGS84', description: 'What it was read from, before conversion.' })
  sourceCrs!: Crs;
}

@ObjectType('Entrance', { description: 'A way in besides the main one, WGS 84.' })
@InputType('EntranceInput', { description: 'A way in besides the main one, WGS 84.' })
export class EntranceType {
  @Field({ description: 'What people call it.' }) name!: string;
  @Field(() => Float, { description: 'Degrees east.' }) longitude!: number;
  @Field(() => Float, { description: 'Degrees north.' }) latitude!: number;
  @Field(() => TrinaryEnum, { defaultValue: 'UNKNOWN', description: 'Whether wheels can enter there.' })
  barrierFree!: Trinary;
}

@ObjectType('Zone', { description: 'A functional zone of the site.' })
@InputType('ZoneInput', { description: 'A functional zone of the site.' })
export class ZoneShapeType {
  @Field(() => ZoneTypeEnum, { description: 'What it is for.' }) type!: ZoneType;
  @Field(() => String, { nullable: true, description: 'What the plan calls it.' }) name!: string | null;
  @Field(() => Float, { nullable: true, description: 'm² that can be used; null = not measured.' })
  areaSquareMeters!: number | null;
  @Field(() => [[Float]], {
    nullable: true,
    description: 'Closed ring of [longitude, latitude], WGS 84; null = not drawn.',
  })
  ring!: Ring | null;
}

@ObjectType('MapBox', { description: 'A box on the map, degrees WGS 84.' })
@InputType('MapBoxInput', { description: 'A box on the map, degrees WGS 84.' })
export class MapBoxType {
  @Field(() => Float, { description: 'Degrees east.' }) west!: number;
  @Field(() => Float, { description: 'Degrees north.' }) south!: number;
  @Field(() => Float, { description: 'Degrees east.' }) east!: number;
  @Field(() => Float, { description: 'Degrees north.' }) north!: number;
}

@ObjectType('CapacityBasis', { description: 'By which dated standard the zones are counted in persons.' })
@InputType('CapacityBasisInput', { description: 'By which dated standard the zones are counted in persons.' })
export class CapacityBasisType {
  @Field({ description: 'Its number and name.' }) standard!: string;
  @Field(() => String, { nullable: true, description: 'Date of the edition, YYYY-MM-DD.' }) dated!:
    string | null;
  @Field(() => Float, { nullable: true, description: 'm² a person of this class of shelter.' })
  squareMetersPerPerson!: number | null;
}

@ObjectType('Exposure', { description: 'What the site itself is exposed to.' })
@InputType('ExposureInput', { description: 'What the site itself is exposed to.' })
export class ExposureType {
  @Field(() => HazardTypeEnum, { description: 'Which hazard.' }) hazard!: HazardType;
  @Field(() => String, { nullable: true, description: 'Where it comes from.' }) description!: string | null;
  @Field(() => Float, { nullable: true, description: 'Metres to its source; null = not known.' })
  distanceMeters!: number | null;
}

@ObjectType('DesignAnswer', { description: 'Whether the design scheme contains one of the seven (Art. 10).' })
@InputType('DesignAnswerInput', {
  description: 'Whether the design scheme contains one of the seven (Art. 10).',
})
export class DesignAnswerType {
  @Field(() => DesignItemEnum, { description: 'Which of the seven.' }) item!: DesignItem;
  @Field(() => TrinaryEnum, { defaultValue: 'UNKNOWN', description: 'Whether it is contained.' })
  contained!: Trinary;
  @Field(() => String, { nullable: true, description: 'Where to find it, or why not.' }) note!: string | null;
}

@ObjectType('Consultation', { description: 'Art. 11: what the emergency department said of the scheme.' })
@InputType('ConsultationInput', { description: 'Art. 11: what the emergency department said of the scheme.' })
export class ConsultationType {
  @Field(() => String, { nullable: true, description: 'The planning department that asked.' }) askedBy!:
    string | null;
  @Field(() => String, { nullable: true, description: 'YYYY-MM-DD' }) askedOn!: string | null;
  @Field(() => String, { nullable: true, description: 'The emergency department that answered.' })
  answeredBy!: string | null;
  @Field(() => String, { nullable: true, description: 'YYYY-MM-DD' }) answeredOn!: string | null;
  @Field(() => String, { nullable: true, description: 'What it said.' }) opinion!: string | null;
}

@ObjectType('Contribution', { description: 'Art. 6: what somebody gave for the site; for officers only.' })
@InputType('ContributionInput', { description: 'Art. 6: what somebody gave for the site.' })
export class ContributionType {
  @Field(() => ContributionKindEnum, { description: 'How.' }) kind!: ContributionKind;
  @Field({ description: 'Who gave.' }) donor!: string;
  @Field(() => String, { nullable: true, description: 'What was given.' }) given!: string | null;
  @Field(() => Float, { nullable: true, description: 'Yuan; null = not valued.' }) valueYuan!: number | null;
  @Field(() => String, { nullable: true, description: 'YYYY-MM-DD' }) receivedOn!: string | null;
}

/** Art. 5, 6, 10-13 and the shapes of Art. 14 (2), (5): the same in what is on file and in what a form sends. */
@ObjectType({ isAbstract: true })
@InputType({ isAbstract: true })
export abstract class SharedSite {
  @Field(() => SiteBoundaryType, { nullable: true, description: 'Art. 14 (2): the edge of the site.' })
  boundary!: SiteBoundaryType | null;
  @Field(() => [EntranceType], { defaultValue: [], description: 'Ways in besides the main one.' })
  entrances!: EntranceType[];
  @Field(() => [ZoneShapeType], { defaultValue: [], description: 'Art. 14 (5): the zones as drawn.' })
  zones!: ZoneShapeType[];
  @Field(() => MapBoxType, { nullable: true, description: 'Where the zone plan drawing lies on the map.' })
  zonePlanPlacement!: MapBoxType | null;
  @Field(() => CapacityBasisType, { nullable: true, description: 'How the zones are counted in persons.' })
  capacityBasis!: CapacityBasisType | null;
  @Field(() => [ExposureType], { defaultValue: [], description: 'What the site itself is exposed to.' })
  exposures!: ExposureType[];
  @Field(() => [String], { defaultValue: [], description: 'Art. 13: standards the works follow.' })
  standards!: string[];
  @Field(() => [DesignAnswerType], { defaultValue: [], description: 'Art. 10: the scheme, item by item.' })
  designScheme!: DesignAnswerType[];
  @Field(() => ConsultationType, { nullable: true, description: 'Art. 11.' })
  consultation!: ConsultationType | null;
  @Field(() => OwnershipEnum, { defaultValue: 'UNKNOWN', description: 'Whose the site is.' })
  ownership!: Ownership;
  @Field(() => InvestmentEnum, { defaultValue: 'UNKNOWN', description: 'Whose money built it (Art. 5, 6).' })
  investment!: Investment;
  @Field(() => FundingSourceEnum, { defaultValue: 'UNKNOWN', description: 'Who budgets for it (Art. 5 ¶2).' })
  fundingSource!: FundingSource;
  @Field(() => String, { nullable: true, description: 'Art. 5 ¶2: the budget it stands in.' })
  budget!: string | null;
  @Field(() => [ContributionType], { defaultValue: [], description: 'Art. 6.' })
  contributions!: ContributionType[];
}
