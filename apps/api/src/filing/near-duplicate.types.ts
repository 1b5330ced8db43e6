import type { SiteType, SpaceType } from '#regulation/enumerations';
import { RESEMBLANCES, type Resemblance } from '#regulation/filing/near-duplicate';
import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { registered, SiteTypeEnum, SpaceTypeEnum } from '../platform/graphql/enums.ts';

const ResemblanceEnum = registered('Resemblance', RESEMBLANCES, 'Why two places may be one.');
const DuplicateKindEnum = registered('NearDuplicateKind', ['SHELTER', 'FILING'], 'On file, or being filed.');

@ObjectType('NearDuplicate', {
  description:
    'A place that may be the one that is filed, for somebody to judge; within the reach of who asks.',
})
export class NearDuplicateType {
  @Field(() => DuplicateKindEnum, { description: 'On file, or being filed.' }) kind!: 'SHELTER' | 'FILING';
  @Field(() => ID, { description: 'Of the shelter or of the filing.' }) id!: string;
  @Field(() => String, { nullable: true, description: 'Code of the shelter; null while being filed.' })
  code!: string | null;
  @Field({ description: 'Its name.' }) name!: string;
  @Field(() => String, { nullable: true, description: 'Street and number, in words.' }) address!:
    string | null;
  @Field({ description: 'Whose it is.' }) unitName!: string;
  @Field(() => SiteTypeEnum, { description: 'What the site is in quiet times.' }) siteType!: SiteType;
  @Field(() => SpaceTypeEnum, { description: 'Indoors, outdoors or both.' }) spaceType!: SpaceType;
  @Field(() => Float, { nullable: true, description: 'm².' }) areaSquareMeters!: number | null;
  @Field(() => Int, { nullable: true, description: 'Persons.' }) declaredCapacity!: number | null;
  @Field(() => Float, { description: 'Degrees east, WGS 84.' }) longitude!: number;
  @Field(() => Float, { description: 'Degrees north, WGS 84.' }) latitude!: number;
  @Field(() => Int, { description: 'Metres between the two.' }) meters!: number;
  @Field(() => ResemblanceEnum, { description: 'Why it may be the same.' }) resemblance!: Resemblance;
}
