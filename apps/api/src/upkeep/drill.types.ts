import type { RecordingFlag } from '#regulation/enumerations';
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { OrganisationType } from '../identity/identity.types.ts';
import { connectionOf } from '../platform/graphql/connection.ts';
import { ShelterType } from '../registry/shelter.types.ts';
import { EvidenceInput, EvidenceType } from './evidence.types.ts';
import { RecordingFlagEnum } from './upkeep.enums.ts';

@ObjectType('Drill', { description: 'A drill (Art. 20 (6)), held by the unit or as an exercise.' })
export class DrillType {
  @Field(() => ID, { description: 'Its key.' }) id!: string;
  @Field({ description: 'The day that was said, civil date.' }) saidOn!: string;
  @Field({ description: 'The day and year it counts for, civil date.' }) doneOn!: string;
  @Field(() => Date, { nullable: true, description: 'By the clock of the device.' }) deviceAt!: Date | null;
  @Field({ description: 'When it came, by our own clock.' }) receivedAt!: Date;
  @Field(() => [RecordingFlagEnum], { description: 'What is to be said about the clocks and the delay.' })
  flags!: RecordingFlag[];
  @Field(() => Int, { nullable: true, description: 'Persons; null = not known.' }) participants!:
    number | null;
  @Field(() => String, { nullable: true, description: 'What was drilled and how it went.' })
  summary!: string | null;
  @Field(() => ID, { nullable: true, description: 'The exercise it was part of.' }) activationId!:
    string | null;
  @Field({ description: 'Jurisdiction of the shelter.' }) jurisdictionCode!: string;
  @Field(() => String, { nullable: true, description: 'Who recorded it.' }) recordedByName!: string | null;
  @Field(() => OrganisationType, { nullable: true, description: 'For which body.' })
  organisation!: OrganisationType | null;
  @Field(() => ShelterType, { description: 'Where it was held.' }) shelter!: ShelterType;
  @Field(() => [EvidenceType], { description: 'What proves it.' }) evidence!: EvidenceType[];
}

export const DrillConnection = connectionOf('DrillConnection', () => DrillType);

@InputType({ description: 'Narrows the list; what is left out does not narrow.' })
export class DrillFilter {
  @Field(() => ID, { nullable: true, description: 'Only this shelter.' }) shelterId?: string;
  @Field(() => String, { nullable: true, description: 'Only this jurisdiction.' }) jurisdictionCode?: string;
  @Field(() => Int, { nullable: true, description: 'Only those that count for this calendar year.' })
  year?: number;
}

@InputType({ description: 'A drill of the unit, as it is recorded, perhaps long afterwards.' })
export class DrillInput {
  @Field(() => ID, { description: 'A UUID of your own making: sent again, it names the same drill.' })
  id!: string;
  @Field(() => ID, { description: 'Where it was held.' }) shelterId!: string;
  @Field({ description: 'The day it was held, YYYY-MM-DD.' }) heldOn!: string;
  @Field(() => Date, { nullable: true, description: 'Clock of the device when it was written down.' })
  deviceTime!: Date | null;
  @Field(() => Date, {
    nullable: true,
    description: 'Clock of the device when it was sent: tells how wrong that clock is.',
  })
  sentAt!: Date | null;
  @Field(() => Int, { nullable: true, description: 'Persons; left out = not known.' }) participants!:
    number | null;
  @Field({ description: 'What was drilled and how it went.' }) summary!: string;
  @Field(() => [EvidenceInput], { defaultValue: [], description: 'What proves it.' })
  evidence!: EvidenceInput[];
}
