import type { EvidenceMethod, RetentionClass } from '#regulation/enumerations';
import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { EvidenceMethodEnum, RetentionClassEnum } from './upkeep.enums.ts';

@ObjectType('Evidence', { description: 'A recording or paper, unchanged since it came.' })
export class EvidenceType {
  @Field(() => ID, { description: 'Its own id.' }) id!: string;
  @Field(() => ID, { description: 'GET /files/{id} gives the original to whoever may read the shelter.' })
  fileId!: string;
  @Field({ description: 'SHA-256 of the original bytes, in hexadecimal.' }) sha256!: string;
  @Field({ description: 'Media type of the original.' }) mediaType!: string;
  @Field(() => EvidenceMethodEnum, { description: 'How it was made (制作方法).' }) method!: EvidenceMethod;
  @Field({ description: 'When it was made, by the device (制作时间).' }) madeAt!: Date;
  @Field({ description: 'When it came, by our own clock.' }) receivedAt!: Date;
  @Field({ description: 'Who made it (制作人).' }) maker!: string;
  @Field({ description: 'What it proves (证明对象).' }) proves!: string;
  @Field(() => RetentionClassEnum, { description: 'How long it is kept.' }) retention!: RetentionClass;
  @Field(() => String, { nullable: true, description: 'The last day it must be kept; null = for ever.' })
  keptUntil!: string | null;
  @Field({ description: 'It came after more than two working days.' }) late!: boolean;
}

@InputType({ description: 'A file you uploaded, and what must be told of a recording.' })
export class EvidenceInput {
  @Field(() => ID, { description: 'From POST /files.' }) fileId!: string;
  @Field(() => EvidenceMethodEnum, { description: 'How it was made.' }) method!: EvidenceMethod;
  @Field(() => Date, {
    nullable: true,
    description: 'When it was made, by the device; left out = when it came.',
  })
  madeAt!: Date | null;
  @Field(() => String, { nullable: true, description: 'Who made it; left out = you.' }) maker!: string | null;
  @Field({ description: 'What it proves.' }) proves!: string;
}
