import { DEREGISTRATION_STAGES, type DeregistrationStage } from '#regulation/enumerations';
import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { OrganisationType } from '../../identity/identity.types.ts';
import { connectionOf } from '../../platform/graphql/connection.ts';
import { registered } from '../../platform/graphql/enums.ts';
import { AvailableActType } from '../../platform/graphql/refusal.types.ts';
import { ShelterType } from '../../registry/shelter.types.ts';

const DeregistrationStageEnum = registered(
  'DeregistrationStage',
  DEREGISTRATION_STAGES,
  'Where a request that a shelter leave the register stands; ex officio it is GRANTED from the first.',
);

@ObjectType('Deregistration', { description: 'That a shelter leave the register: asked for, or ex officio.' })
export class DeregistrationType {
  @Field(() => ID, { description: 'Its id.' }) id!: string;
  @Field(() => DeregistrationStageEnum, { description: 'Where it stands.' }) stage!: DeregistrationStage;
  @Field(() => ID, { description: 'The shelter.' }) shelterId!: string;
  @Field(() => ShelterType, { description: 'The shelter.' }) shelter!: ShelterType;
  @Field({ description: 'Jurisdiction of the shelter.' }) jurisdictionCode!: string;
  @Field(() => OrganisationType, { description: 'Whose shelter it is; the unit that asks.' })
  unit!: OrganisationType;
  @Field(() => String, { nullable: true, description: 'Why the unit asks; null = nobody asked.' })
  askedReason!: string | null;
  @Field(() => Date, { nullable: true, description: 'When it was asked.' }) askedAt!: Date | null;
  @Field(() => String, { nullable: true, description: 'Why it was granted, declined, or done ex officio.' })
  decidedReason!: string | null;
  @Field(() => Date, { nullable: true, description: 'When it was decided.' }) decidedAt!: Date | null;
  @Field(() => OrganisationType, { nullable: true, description: 'The body that decided.' })
  organisation!: OrganisationType | null;
  @Field({ description: 'When it last moved.' }) changedAt!: Date;
  @Field(() => [AvailableActType], { description: 'What you may do with it now.' })
  availableActs!: AvailableActType[];
}

@ObjectType('ShelterDeregistration', { description: 'Whether a shelter leaves, or has left, the register.' })
export class ShelterDeregistrationType {
  @Field(() => DeregistrationType, {
    nullable: true,
    description: 'The latest request or deregistration; null when there never was one.',
  })
  latest!: DeregistrationType | null;
  @Field(() => [AvailableActType], { description: 'What you may do about it now.' })
  availableActs!: AvailableActType[];
}

export const DeregistrationConnection = connectionOf('DeregistrationConnection', () => DeregistrationType);

@InputType({ description: 'Narrows the list; what is left out does not narrow.' })
export class DeregistrationFilter {
  @Field(() => String, { nullable: true, description: 'Only this jurisdiction.' }) jurisdictionCode?: string;
  @Field(() => [DeregistrationStageEnum], { nullable: true, description: 'Only at these stages.' })
  stages?: DeregistrationStage[];
  @Field(() => String, { nullable: true, description: 'Part of the shelter’s name, or its code.' })
  text?: string;
}
