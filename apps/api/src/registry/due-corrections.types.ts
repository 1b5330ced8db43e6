import type { DeadlineLight } from '#regulation/enumerations';
import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { DeadlineLightEnum } from '../platform/graphql/enums.ts';

@ObjectType('OwedCorrection', { description: 'What a record taken over from a list still owes (补正).' })
export class OwedCorrectionType {
  @Field(() => [String], { description: 'Fields that Art. 14 asks for and nobody has given.' })
  gaps!: readonly string[];
  @Field({ description: 'Until when they are to be given.' }) dueOn!: string;
  @Field(() => Int, { description: 'Days left; below nought once the day has passed.' }) daysLeft!: number;
  @Field(() => DeadlineLightEnum, { description: 'How the day stands.' }) light!: DeadlineLight;
}

@InputType({ description: 'Narrows the list; what is left out does not narrow.' })
export class DueCorrectionFilter {
  @Field(() => String, { nullable: true, description: 'Only this jurisdiction.' }) jurisdictionCode?: string;
  @Field(() => String, { nullable: true, description: 'Part of a name, an address or a code.' })
  text?: string;
  @Field(() => Boolean, { nullable: true, description: 'Only those whose day has passed.' })
  overdue?: boolean;
}
