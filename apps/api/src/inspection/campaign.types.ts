import type { AuthorityDuty, CampaignStage, ClockState } from '#regulation/enumerations';
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { OrganisationType } from '../identity/identity.types.ts';
import { connectionOf } from '../platform/graphql/connection.ts';
import { AvailableActType } from '../platform/graphql/refusal.types.ts';
import { AuthorityDutyEnum, CampaignStageEnum, ClockStateEnum } from '../upkeep/upkeep.enums.ts';

@ObjectType('CampaignProgress', { description: 'How far a campaign has come.' })
export class CampaignProgressType {
  @Field(() => Int, { description: 'Shelters on file in its jurisdiction.' }) shelters!: number;
  @Field(() => Int, { description: 'Those inspected in its course.' }) inspected!: number;
}

@ObjectType('InspectionCampaign', {
  description:
    'An inspection ordered by a county government or committee (Art. 27), or asked for by the city.',
})
export class CampaignType {
  @Field(() => ID, { description: 'Its key.' }) id!: string;
  @Field({ description: 'Where it is held.' }) jurisdictionCode!: string;
  @Field(() => CampaignStageEnum, { description: 'Asked for, or ordered.' }) stage!: CampaignStage;
  @Field({ description: 'Its name.' }) title!: string;
  @Field({ description: 'First day, civil date.' }) startsOn!: string;
  @Field({ description: 'Last day, civil date.' }) endsOn!: string;
  @Field(() => String, { nullable: true, description: 'What is to be looked at above all.' })
  note!: string | null;
  @Field(() => Date, { nullable: true, description: 'When the city asked for it.' }) askedAt!: Date | null;
  @Field(() => Date, { nullable: true, description: 'When it was ordered.' }) orderedAt!: Date | null;
  @Field(() => [OrganisationType], { description: 'Who carries it out.' }) departments!: OrganisationType[];
  @Field(() => CampaignProgressType, { description: 'How far it has come.' })
  progress!: CampaignProgressType;
  @Field(() => [AvailableActType], { description: 'What you may do with it now.' })
  availableActs!: AvailableActType[];
}

export const CampaignConnection = connectionOf('InspectionCampaignConnection', () => CampaignType);

@InputType({ description: 'An inspection campaign as it is ordered or asked for.' })
export class CampaignInput {
  @Field(() => ID, {
    description:
      'A UUID of your own making: sent again, it names the same campaign. Of a request: orders what was asked for.',
  })
  id!: string;
  @Field({ description: 'Where it is held.' }) jurisdictionCode!: string;
  @Field({ description: 'Its name.' }) title!: string;
  @Field({ description: 'First day, YYYY-MM-DD.' }) startsOn!: string;
  @Field({ description: 'Last day, YYYY-MM-DD.' }) endsOn!: string;
  @Field(() => [ID], { defaultValue: [], description: 'Organisations that carry it out.' })
  departmentIds!: string[];
  @Field(() => String, { nullable: true, description: 'What is to be looked at above all.' })
  note!: string | null;
}

@ObjectType('AuthorityClock', { description: 'What an authority owes in regular turns.' })
export class AuthorityClockType {
  @Field(() => AuthorityDutyEnum, { description: 'What is owed.' }) duty!: AuthorityDuty;
  @Field({ description: 'Who owes it.' }) jurisdictionCode!: string;
  @Field(() => ClockStateEnum, { description: 'Where it stands today.' }) state!: ClockState;
  @Field(() => String, { nullable: true, description: 'Civil date; null = at once, nothing is on record.' })
  dueOn!: string | null;
  @Field(() => Date, { nullable: true, description: 'When it was last done.' }) lastAt!: Date | null;
}

@ObjectType('InspectionDesk', {
  description: 'Where inspections begin: clocks of the authorities, your acts.',
})
export class InspectionDeskType {
  @Field(() => [AuthorityClockType], { description: 'Of the authorities within your reach.' })
  clocks!: AuthorityClockType[];
  @Field(() => [AvailableActType], { description: 'What you may begin.' }) availableActs!: AvailableActType[];
}
