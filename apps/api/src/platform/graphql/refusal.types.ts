import { Field, Int, ObjectType } from '@nestjs/graphql';
import { JsonScalar } from './json.scalar.ts';

@ObjectType('Refusal', { description: 'One reason against an act, or one finding of the checks.' })
export class RefusalType {
  @Field({ description: 'Which rule speaks.' }) rule!: string;
  @Field(() => Int, { nullable: true, description: 'Article of the Measures; null = practice.' }) article!:
    number | null;
  @Field(() => String, { nullable: true, description: 'Path of the field it is about.' }) field!:
    string | null;
  @Field({ description: 'Stable code.' }) code!: string;
  @Field(() => JsonScalar, { nullable: true, description: 'Numbers and words the message is made of.' })
  params!: Record<string, unknown>;
  @Field(() => String, {
    nullable: true,
    description: 'LAW, IMPOSSIBLE or ADVICE, for findings of the checks.',
  })
  class?: string | null;
}

@ObjectType('AvailableAct', {
  description: 'An act of this stage: whether it can be done now, and if not, why.',
})
export class AvailableActType {
  @Field({ description: 'Name of the act.' }) act!: string;
  @Field(() => Int, { nullable: true, description: 'Article of the Measures; null = practice.' }) article!:
    number | null;
  @Field({ description: 'Whether it would be done now.' }) allowed!: boolean;
  @Field(() => [RefusalType], { description: 'Why not, all of it.' }) refusals!: readonly RefusalType[];
}
