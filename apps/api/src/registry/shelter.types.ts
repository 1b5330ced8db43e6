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

@ObjectType('Position', { description: 'WGS 84.' })
export class PositionType {
  @Field(() => Float, { description: 'Degrees east.' }) longitude!: number;
  @Field(() => Float, { description: 'Degrees north.' }) latitude!: number;
}

@ObjectType('HazardSuitability')
export class HazardSuitabilityType {
  @Field(() => HazardTypeEnum, { description: 'What people flee from.' }) hazard!: HazardType;
  @Field(() => SuitabilityEnum, { description: 'NOT_ASSESSED is not a no.' }) suitability!: Suitability;
}

@ObjectType('ShelterVersion', { description: 'What the file said at a moment.' })
export class ShelterVersionType {
  @Field(() => Int) version!: number;
  @Field({ description: 'FILING, CORRECTION or IMPORT.' }) origin!: string;
  @Field(() => String, { nullable: true }) reason!: string | null;
  @Field() recordedAt!: Date;
  @Field(() => ShelterContentsType) contents!: ShelterContentsType;
}

@ObjectType('Shelter', { description: 'A shelter on file; for officers within their authority.' })
export class ShelterType {
  @Field(() => ID) id!: string;
  @Field({ description: 'Painted on the sign; never changes.' }) code!: string;
  @Field() name!: string;
  @Field(() => String, { nullable: true }) address!: string | null;
  @Field() jurisdictionCode!: string;
  @Field(() => ID) unitId!: string;
  @Field(() => Int, { description: 'Counts the versions on file.' }) version!: number;
  @Field(() => ShelterGradeEnum) grade!: ShelterGrade;
  @Field(() => SpaceTypeEnum) spaceType!: SpaceType;
  @Field(() => SiteTypeEnum) siteType!: SiteType;
  @Field(() => Int, { nullable: true, description: 'Persons; null = not known.' }) usableCapacity!:
    number | null;
  @Field(() => OperationalStatusEnum) operationalStatus!: OperationalStatus;
  @Field(() => ReadinessEnum) readiness!: Readiness;
  @Field(() => Date, { nullable: true }) filedAt!: Date | null;
  @Field() changedAt!: Date;
  @Field(() => String, {
    nullable: true,
    description: 'Until when gaps of a migrated record are to be mended.',
  })
  correctionDue!: string | null;
  @Field({ description: 'Made for the demo city.' }) demo!: boolean;
  @Field(() => PositionType, { nullable: true }) position!: PositionType | null;
  @Field(() => [HazardSuitabilityType]) suitability!: HazardSuitabilityType[];
  @Field(() => ShelterContentsType, { description: 'Everything on file.' }) contents!: ShelterContentsType;
  @Field(() => OrganisationType) unit!: OrganisationType;
  @Field(() => [AvailableActType], { description: 'What you may do with the record itself.' })
  availableActs!: AvailableActType[];
  @Field(() => [ShelterVersionType], { description: 'Newest first, at most 100.' })
  versions!: ShelterVersionType[];
}

export const ShelterConnection = connectionOf('ShelterConnection', () => ShelterType);

@InputType({ description: 'Narrows the list; what is left out does not narrow.' })
export class ShelterFilter {
  @Field(() => String, { nullable: true }) jurisdictionCode?: string;
  @Field(() => String, { nullable: true, description: 'Part of a name, an address or a code.' })
  text?: string;
  @Field(() => [SiteTypeEnum], { nullable: true }) siteTypes?: SiteType[];
  @Field(() => [SpaceTypeEnum], { nullable: true }) spaceTypes?: SpaceType[];
  @Field(() => [ShelterGradeEnum], { nullable: true }) grades?: ShelterGrade[];
  @Field(() => Boolean, { nullable: true, description: 'Only those with corrections due.' })
  correctionDue?: boolean;
}
