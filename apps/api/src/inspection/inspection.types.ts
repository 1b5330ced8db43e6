import type { HeadResult, InspectionHead, InspectionKind, RecordingFlag } from '#regulation/enumerations';
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { OrganisationType } from '../identity/identity.types.ts';
import { connectionOf } from '../platform/graphql/connection.ts';
import { ShelterType } from '../registry/shelter.types.ts';
import { DefectType, FindingInput } from '../upkeep/defect.types.ts';
import { EvidenceInput, EvidenceType } from '../upkeep/evidence.types.ts';
import { CampaignType } from './campaign.types.ts';
import {
  HeadResultEnum,
  InspectionHeadEnum,
  InspectionKindEnum,
  RecordingFlagEnum,
} from '../upkeep/upkeep.enums.ts';

@ObjectType('HeadNote', { description: 'What was said of one head of Art. 27 ¶3.' })
@InputType('HeadNoteInput', { description: 'What is said of one head of Art. 27 ¶3.' })
export class HeadNoteType {
  @Field(() => InspectionHeadEnum, { description: 'The head.' }) head!: InspectionHead;
  @Field(() => HeadResultEnum, { description: 'What was seen.' }) result!: HeadResult;
  @Field(() => String, { nullable: true, description: 'In words.' }) note!: string | null;
}

@ObjectType('Inspection', { description: 'An inspection by the seven heads of Art. 27.' })
export class InspectionType {
  @Field(() => ID, { description: 'Its key.' }) id!: string;
  @Field(() => InspectionKindEnum, { description: 'By the unit, or as supervision.' }) kind!: InspectionKind;
  @Field({ description: 'The day that was said, civil date.' }) saidOn!: string;
  @Field({ description: 'The day and year it counts for, civil date.' }) doneOn!: string;
  @Field(() => Date, { nullable: true, description: 'By the clock of the device.' }) deviceAt!: Date | null;
  @Field({ description: 'When it came, by our own clock.' }) receivedAt!: Date;
  @Field(() => [RecordingFlagEnum], { description: 'What is to be said about the clocks and the delay.' })
  flags!: RecordingFlag[];
  @Field(() => [HeadNoteType], { description: 'All seven heads, in the order of the law.' })
  heads!: HeadNoteType[];
  @Field({ description: 'Whether it counts as the yearly inspection of the unit.' }) fulfils!: boolean;
  @Field(() => String, { nullable: true, description: 'What else was to be said.' }) note!: string | null;
  @Field({ description: 'Jurisdiction of the shelter.' }) jurisdictionCode!: string;
  @Field(() => String, { nullable: true, description: 'Who recorded it.' }) recordedByName!: string | null;
  @Field(() => OrganisationType, { description: 'For which body.' }) organisation!: OrganisationType;
  @Field(() => ShelterType, { description: 'The shelter that was inspected.' }) shelter!: ShelterType;
  @Field(() => CampaignType, { nullable: true, description: 'The campaign it was part of.' })
  campaign!: CampaignType | null;
  @Field(() => [DefectType], { description: 'What it found, as it stands by now.' }) defects!: DefectType[];
  @Field(() => [EvidenceType], { description: 'What proves it.' }) evidence!: EvidenceType[];
}

export const InspectionConnection = connectionOf('InspectionConnection', () => InspectionType);

@InputType({ description: 'Narrows the list; what is left out does not narrow.' })
export class InspectionFilter {
  @Field(() => [InspectionKindEnum], { nullable: true, description: 'Only these kinds.' })
  kinds?: InspectionKind[];
  @Field(() => ID, { nullable: true, description: 'Only this shelter.' }) shelterId?: string;
  @Field(() => ID, { nullable: true, description: 'Only of this campaign.' }) campaignId?: string;
  @Field(() => String, { nullable: true, description: 'Only this jurisdiction.' }) jurisdictionCode?: string;
  @Field(() => Int, { nullable: true, description: 'Only those that count for this calendar year.' })
  year?: number;
}

@InputType({ description: 'An inspection as it is recorded, perhaps long afterwards.' })
export class InspectionInput {
  @Field(() => ID, { description: 'A UUID of your own making: sent again, it names the same inspection.' })
  id!: string;
  @Field(() => ID, { description: 'The shelter.' }) shelterId!: string;
  @Field({ description: 'The day it was done, YYYY-MM-DD.' }) inspectedOn!: string;
  @Field(() => Date, { nullable: true, description: 'Clock of the device when it was written down.' })
  deviceTime!: Date | null;
  @Field(() => Date, {
    nullable: true,
    description: 'Clock of the device when it was sent: tells how wrong that clock is.',
  })
  sentAt!: Date | null;
  @Field(() => [HeadNoteType], { description: 'Heads that nobody speaks of were not inspected.' })
  heads!: HeadNoteType[];
  @Field(() => [FindingInput], { defaultValue: [], description: 'What was found; each becomes a defect.' })
  findings!: FindingInput[];
  @Field(() => [EvidenceInput], { defaultValue: [], description: 'What proves the inspection itself.' })
  evidence!: EvidenceInput[];
  @Field(() => String, { nullable: true, description: 'What else is to be said.' }) note!: string | null;
}
