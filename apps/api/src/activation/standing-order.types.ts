import type { DutyKind } from '#regulation/enumerations';
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { OrganisationType } from '../identity/identity.types.ts';
import { DutyKindEnum } from '../platform/graphql/enums.ts';

@ObjectType('DutyRosterRow', {
  description: 'Art. 24: one duty in one jurisdiction, and who answers for it today.',
})
export class DutyRosterRowType {
  @Field(() => DutyKindEnum, { description: 'The duty.' }) dutyKind!: DutyKind;
  @Field(() => OrganisationType, {
    nullable: true,
    description: 'Who answers for it today; null = nobody: a gap.',
  })
  organisation!: OrganisationType | null;
  @Field(() => String, { nullable: true, description: 'Civil date since when.' }) inForceFrom!: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'First civil date no longer; null = until further notice.',
  })
  inForceUntil!: string | null;
  @Field(() => Int, { nullable: true, description: 'Minutes to answer; null = no target set.' })
  acknowledgeMinutes!: number | null;
  @Field(() => Int, { nullable: true, description: 'Minutes to be in place; null = no target set.' })
  inPlaceMinutes!: number | null;
}

@ObjectType('DutyRosterEntry', { description: 'What stood on the roster at some time.' })
export class DutyRosterEntryType {
  @Field(() => DutyKindEnum, { description: 'The duty.' }) dutyKind!: DutyKind;
  @Field(() => OrganisationType, { description: 'Who answered for it.' }) organisation!: OrganisationType;
  @Field({ description: 'Civil date since when.' }) inForceFrom!: string;
  @Field(() => String, {
    nullable: true,
    description: 'First civil date no longer; null = until further notice.',
  })
  inForceUntil!: string | null;
}

@ObjectType('DutyRoster', { description: 'Art. 24: the roster of one jurisdiction.' })
export class DutyRosterType {
  @Field({ description: 'Whose roster.' }) jurisdictionCode!: string;
  @Field(() => [DutyRosterRowType], { description: 'Exactly seven, in the order of the law.' })
  rows!: DutyRosterRowType[];
  @Field(() => [DutyRosterEntryType], {
    description: 'Past, present and future entries, newest first, at most 100.',
  })
  history!: DutyRosterEntryType[];
  @Field({ description: 'Whether you may keep it.' }) mayKeep!: boolean;
}

@ObjectType('EmergencyPlan', { description: 'Art. 7: a version of an emergency plan.' })
export class EmergencyPlanType {
  @Field(() => ID, { description: 'Id of the version.' }) id!: string;
  @Field({ description: 'Whose plan.' }) jurisdictionCode!: string;
  @Field({ description: 'Title.' }) title!: string;
  @Field({ description: 'Version.' }) version!: string;
  @Field(() => ID, { nullable: true, description: 'The document.' }) fileId!: string | null;
  @Field({ description: 'Civil date since when it is in force.' }) inForceFrom!: string;
}

@InputType({ description: 'Names the body that answers for a duty from a day on.' })
export class DutyRosterInput {
  @Field({ description: 'Whose roster.' }) jurisdictionCode!: string;
  @Field(() => DutyKindEnum, { description: 'The duty.' }) dutyKind!: DutyKind;
  @Field(() => ID, { description: 'Who answers for it.' }) organisationId!: string;
  @Field({ description: 'Civil date since when, YYYY-MM-DD.' }) inForceFrom!: string;
  @Field(() => String, {
    nullable: true,
    description: 'First civil date no longer; leave out = until further notice.',
  })
  inForceUntil?: string | null;
}

@InputType({ description: 'Within how many minutes a duty is to be answered and in place.' })
export class DutyTargetInput {
  @Field({ description: 'Whose targets.' }) jurisdictionCode!: string;
  @Field(() => DutyKindEnum, { description: 'The duty.' }) dutyKind!: DutyKind;
  @Field(() => Int, { nullable: true, description: 'Minutes to answer; leave out = no clock.' })
  acknowledgeMinutes?: number | null;
  @Field(() => Int, { nullable: true, description: 'Minutes to be in place; leave out = no clock.' })
  inPlaceMinutes?: number | null;
}

@InputType({ description: 'A version of an emergency plan.' })
export class EmergencyPlanInput {
  @Field({ description: 'Whose plan.' }) jurisdictionCode!: string;
  @Field({ description: 'Title.' }) title!: string;
  @Field({ description: 'Version; once for each jurisdiction.' }) version!: string;
  @Field(() => ID, { nullable: true, description: 'The document, uploaded before.' }) fileId?: string | null;
  @Field({ description: 'Civil date since when, YYYY-MM-DD.' }) inForceFrom!: string;
}
