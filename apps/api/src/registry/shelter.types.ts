import type {
  HazardType,
  OperationalStatus,
  Readiness,
  ShelterGrade,
  SiteType,
  SpaceType,
  Suitability,
} from '#regulation/enumerations';
import { Field, Float, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { OrganisationType } from '../identity/identity.types.ts';
import { connectionOf } from '../platform/graphql/connection.ts';
import {
  HazardTypeEnum,
  OperationalStatusEnum,
  ReadinessEnum,
  ShelterGradeEnum,
  SiteTypeEnum,
  SpaceTypeEnum,
  SuitabilityEnum,
} from '../platform/graphql/enums.ts';
import { AvailableActType } from '../platform/graphql/refusal.types.ts';
import { ShelterContentsType } from './contents.types.ts';
import { PaperType } from './papers.types.ts';

@ObjectType('Position', { description: 'WGS 84.' })
export class PositionType {
  @Field(() => Float, { description: 'Degrees east.' }) longitude!: number;
  @Field(() => Float, { description: 'Degrees north.' }) latitude!: number;
}

@ObjectType('HazardSuitability', { description: 'Whether a place is fit for a hazard.' })
export class HazardSuitabilityType {
  @Field(() => HazardTypeEnum, { description: 'What people flee from.' }) hazard!: HazardType;
  @Field(() => SuitabilityEnum, { description: 'NOT_ASSESSED is not a no.' }) suitability!: Suitability;
}

@ObjectType('ShelterVersion', { description: 'What the file said at a moment.' })
export class ShelterVersionType {
  @Field(() => Int, { description: 'Counts from 1.' }) version!: number;
  @Field({ description: 'FILING, CORRECTION or IMPORT.' }) origin!: string;
  @Field(() => String, { nullable: true, description: 'Why it was corrected; null for a filing.' }) reason!:
    string | null;
  @Field({ description: 'When it was entered.' }) recordedAt!: Date;
  @Field(() => String, { nullable: true, description: 'Who entered it; null for a list or the system.' })
  recordedByName!: string | null;
  @Field(() => ShelterContentsType, { description: 'What the file said then.' })
  contents!: ShelterContentsType;
  @Field(() => [PaperType], { description: 'What can be printed of this version; a past one says so.' })
  papers!: PaperType[];
}

@ObjectType('Shelter', { description: 'A shelter on file; for officers within their authority.' })
export class ShelterType {
  @Field(() => ID, { description: 'Names the record; people see the code.' }) id!: string;
  @Field({ description: 'Painted on the sign; never changes.' }) code!: string;
  @Field({ description: 'As on file.' }) name!: string;
  @Field(() => String, { nullable: true, description: 'As on file.' }) address!: string | null;
  @Field({ description: 'Who answers for it; recorded, never derived from the map.' })
  jurisdictionCode!: string;
  @Field(() => ID, { description: 'The owner or manager.' }) unitId!: string;
  @Field(() => Int, { description: 'Counts the versions on file.' }) version!: number;
  @Field(() => ShelterGradeEnum, { description: 'Which level it serves.' }) grade!: ShelterGrade;
  @Field(() => SpaceTypeEnum, { description: 'Indoors, outdoors or both.' }) spaceType!: SpaceType;
  @Field(() => SiteTypeEnum, { description: 'What the site is in quiet times.' }) siteType!: SiteType;
  @Field(() => Int, {
    nullable: true,
    description: 'Persons there is room for today: less `placesOut`; null = not known.',
  })
  usableCapacity!: number | null;
  @Field(() => Int, { description: 'Persons for whom there is no room today: of a part that is out of use.' })
  placesOut!: number;
  @Field(() => OperationalStatusEnum, { description: 'What it is doing now.' })
  operationalStatus!: OperationalStatus;
  @Field(() => ReadinessEnum, { description: 'Whether it could open.' }) readiness!: Readiness;
  @Field(() => Date, { nullable: true, description: 'When it was first filed.' }) filedAt!: Date | null;
  @Field(() => Date, { nullable: true, description: 'When it left the register; null = it is on it.' })
  deregisteredAt!: Date | null;
  @Field({ description: 'When the file last changed.' }) changedAt!: Date;
  @Field(() => String, {
    nullable: true,
    description: 'Until when gaps of a migrated record are to be mended.',
  })
  correctionDue!: string | null;
  @Field(() => Date, {
    nullable: true,
    description: 'When somebody on site last confirmed it; null = never.',
  })
  lastConfirmedAt!: Date | null;
  @Field({ description: 'Not confirmed for longer than practice allows: shown greyed to staff and public.' })
  stale!: boolean;
  @Field({ description: 'Made for the demo city.' }) demo!: boolean;
  @Field(() => PositionType, { nullable: true, description: 'Main entrance; null when not known.' })
  position!: PositionType | null;
  @Field(() => [HazardSuitabilityType], { description: 'What it is fit for.' })
  suitability!: HazardSuitabilityType[];
  @Field(() => ShelterContentsType, { description: 'Everything on file.' }) contents!: ShelterContentsType;
  @Field(() => OrganisationType, { description: 'The owner or manager.' }) unit!: OrganisationType;
  @Field(() => [AvailableActType], { description: 'What you may do with the record itself.' })
  availableActs!: AvailableActType[];
  @Field(() => [ShelterVersionType], { description: 'Newest first, at most 100.' })
  versions!: ShelterVersionType[];
  @Field(() => ShelterVersionType, {
    nullable: true,
    description: 'One version, however old; null when it has no such version.',
  })
  versionAt!: ShelterVersionType | null;
  @Field(() => [PaperType], { description: 'What can be printed of what is on file now.' })
  papers!: PaperType[];
}

export const ShelterConnection = connectionOf('ShelterConnection', () => ShelterType);

@InputType({ description: 'A part of the map, WGS 84 degrees; borders included.' })
export class MapAreaInput {
  @Field(() => Float, { description: 'Least longitude.' }) west!: number;
  @Field(() => Float, { description: 'Least latitude.' }) south!: number;
  @Field(() => Float, { description: 'Greatest longitude.' }) east!: number;
  @Field(() => Float, { description: 'Greatest latitude.' }) north!: number;
}

@InputType({ description: 'Narrows the list; what is left out does not narrow.' })
export class ShelterFilter {
  @Field(() => String, { nullable: true, description: 'Only this jurisdiction.' }) jurisdictionCode?: string;
  @Field(() => String, {
    nullable: true,
    description: 'Part of a name, an address or a code; names in pinyin too.',
  })
  text?: string;
  @Field(() => [SiteTypeEnum], { nullable: true, description: 'Only these kinds of site.' })
  siteTypes?: SiteType[];
  @Field(() => [SpaceTypeEnum], { nullable: true, description: 'Only these kinds of space.' })
  spaceTypes?: SpaceType[];
  @Field(() => [ShelterGradeEnum], { nullable: true, description: 'Only these grades.' })
  grades?: ShelterGrade[];
  @Field(() => Boolean, { nullable: true, description: 'Only those with corrections due.' })
  correctionDue?: boolean;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Only those that have left the register; they are left out otherwise.',
  })
  deregistered?: boolean;
  @Field(() => MapAreaInput, { nullable: true, description: 'Only those whose main entrance lies here.' })
  area?: MapAreaInput;
}
