import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../platform/graphql/connection.ts';

@ObjectType('CorrectionNotice', {
  description: 'Art. 18: what an authority corrected of its own accord, as it is told to the unit.',
})
export class CorrectionNoticeType {
  @Field(() => ID, { description: 'The shelter.' }) shelterId!: string;
  @Field(() => Int, { description: 'The version that the correction made.' }) version!: number;
  @Field({ description: 'Since when it is told.' }) toldAt!: Date;
  @Field(() => Date, { nullable: true, description: 'When the unit read it; null = not yet.' })
  readAt!: Date | null;
}

export const CorrectionNoticeConnection = connectionOf(
  'CorrectionNoticeConnection',
  () => CorrectionNoticeType,
);
