import type {
  DefectGrade,
  DefectStage,
  FacilityType,
  InspectionHead,
  DeadlineLight,
} from '#regulation/enumerations';
import type { DefectEffect } from '#regulation/upkeep/readiness';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { OrganisationType } from '../identity/identity.types.ts';
import { connectionOf } from '../platform/graphql/connection.ts';
import { DeadlineLightEnum, FacilityTypeEnum } from '../platform/graphql/enums.ts';
import { AvailableActType } from '../platform/graphql/refusal.types.ts';
import { ShelterType } from '../registry/shelter.types.ts';
import { DEFECT_ORIGINS, type DefectOrigin } from './defect.entity.ts';
import { EvidenceInput, EvidenceType } from './evidence.types.ts';
import { DefectEffectEnum, DefectGradeEnum, DefectStageEnum, InspectionHeadEnum } from './upkeep.enums.ts';

const DefectOriginEnum = Object.fromEntries(DEFECT_ORIGINS.map((origin) => [origin, origin]));
registerEnumType(DefectOriginEnum, { name: 'DefectOrigin', description: 'Where a defect came to light.' });

@ObjectType('DefectStep', { description: 'One step in the closed loop of a defect.' })
export class DefectStepType {
  @Field(() => ID, { description: 'Its own id.' }) id!: string;
  @Field({ description: 'find, or the act.' }) act!: string;
  @Field({ description: 'When it was done.' }) at!: Date;
  @Field(() => String, { nullable: true, description: 'Who did it.' }) personName!: string | null;
  @Field(() => OrganisationType, { nullable: true, description: 'For which body.' })
  organisation!: OrganisationType | null;
  @Field(() => String, { nullable: true, description: 'In their words.' }) note!: string | null;
}

@ObjectType('Defect', { description: 'Something amiss with a shelter (隐患), from found to signed off.' })
export class DefectType {
  @Field(() => ID, { description: 'Its own id.' }) id!: string;
  @Field(() => DefectStageEnum, { description: 'Where it stands.' }) stage!: DefectStage;
  @Field(() => DefectGradeEnum, { description: 'How grave it is.' }) grade!: DefectGrade;
  @Field(() => InspectionHeadEnum, { description: 'Under which head of Art. 27 it falls.' })
  head!: InspectionHead;
  @Field(() => FacilityTypeEnum, { nullable: true, description: 'The facility it is about.' })
  facilityType!: FacilityType | null;
  @Field({ description: 'What is amiss.' }) text!: string;
  @Field(() => DefectEffectEnum, {
    nullable: true,
    description: 'What a major one makes of the shelter until it is signed off.',
  })
  effect!: DefectEffect | null;
  @Field(() => DefectOriginEnum, { description: 'Where it came to light.' }) origin!: DefectOrigin;
  @Field(() => ID, { description: 'The inspection, drill, activation or notice of a rebuild.' })
  originId!: string;
  @Field({ description: 'Jurisdiction of the shelter.' }) jurisdictionCode!: string;
  @Field({ description: 'Civil date.' }) foundOn!: string;
  @Field(() => ID, { nullable: true, description: 'The body that is to mend it.' })
  responsibleOrganisationId!: string | null;
  @Field(() => OrganisationType, { nullable: true, description: 'The body that is to mend it.' })
  responsibleOrganisation!: OrganisationType | null;
  @Field(() => String, { nullable: true, description: 'The person who is to see to it.' })
  responsiblePerson!: string | null;
  @Field(() => String, { nullable: true, description: 'Deadline, civil date.' }) dueOn!: string | null;
  @Field(() => DeadlineLightEnum, {
    nullable: true,
    description: 'How the deadline stands; null without one.',
  })
  lateness!: DeadlineLight | null;
  @Field(() => Int, { description: 'How often the repair was sent back.' }) returned!: number;
  @Field(() => Date, { nullable: true, description: 'When it was signed off.' }) resolvedAt!: Date | null;
  @Field({ description: 'When it last moved.' }) changedAt!: Date;
  @Field(() => ShelterType, { description: 'The shelter it is at.' }) shelter!: ShelterType;
  @Field(() => [DefectStepType], { description: 'All that happened to it, in order.' })
  steps!: DefectStepType[];
  @Field(() => [EvidenceType], { description: 'What proves it, and its repair.' }) evidence!: EvidenceType[];
  @Field(() => [AvailableActType], { description: 'What you may do with it now.' })
  availableActs!: AvailableActType[];
}

export const DefectConnection = connectionOf('DefectConnection', () => DefectType);

@ObjectType('DefectCount', { description: 'Defects in one stage.' })
export class DefectCountType {
  @Field(() => DefectStageEnum, { description: 'The stage.' }) stage!: DefectStage;
  @Field(() => Int, { description: 'How many stand in it.' }) count!: number;
  @Field(() => Int, { description: 'How many of those are past their deadline.' }) late!: number;
}

@InputType({ description: 'Narrows the list; what is left out does not narrow.' })
export class DefectFilter {
  @Field(() => [DefectStageEnum], { nullable: true, description: 'Only these stages.' })
  stages?: DefectStage[];
  @Field(() => [DefectGradeEnum], { nullable: true, description: 'Only these grades.' })
  grades?: DefectGrade[];
  @Field(() => String, { nullable: true, description: 'Only this jurisdiction.' }) jurisdictionCode?: string;
  @Field(() => ID, { nullable: true, description: 'Only this shelter.' }) shelterId?: string;
  @Field(() => Boolean, { nullable: true, description: 'Only those past their deadline.' }) late?: boolean;
  @Field(() => Boolean, { nullable: true, description: 'Only open ones that your own body is to mend.' })
  mine?: boolean;
  @Field(() => String, { nullable: true, description: 'Part of the text, or of a name or code.' })
  text?: string;
}

@InputType({ description: 'Something found amiss; it becomes a defect.' })
export class FindingInput {
  @Field(() => InspectionHeadEnum, { description: 'Under which head of Art. 27 it falls.' })
  head!: InspectionHead;
  @Field(() => FacilityTypeEnum, { nullable: true, description: 'The facility it is about.' })
  facilityType!: FacilityType | null;
  @Field(() => DefectGradeEnum, { description: 'How grave it is.' }) grade!: DefectGrade;
  @Field({ description: 'What is amiss.' }) text!: string;
  @Field(() => DefectEffectEnum, {
    nullable: true,
    description: 'A major one says what it makes of the shelter.',
  })
  effect!: DefectEffect | null;
  @Field(() => [EvidenceInput], { defaultValue: [], description: 'What proves it.' })
  evidence!: EvidenceInput[];
}

@InputType({ description: 'A step of a defect, with its words and evidence.' })
export class DefectStepInput {
  @Field(() => ID, { description: 'The defect.' }) id!: string;
  @Field(() => String, { nullable: true, description: 'In your words.' }) note!: string | null;
  @Field(() => [EvidenceInput], { defaultValue: [], description: 'What proves it.' })
  evidence!: EvidenceInput[];
}

@InputType({ description: 'Who is to mend a defect, and by when.' })
export class RectificationInput extends DefectStepInput {
  @Field(() => ID, { nullable: true, description: 'The body; left out = the unit of the shelter.' })
  responsibleOrganisationId!: string | null;
  @Field({ description: 'The person, by name.' }) responsiblePerson!: string;
  @Field(() => ID, {
    nullable: true,
    description: 'The person’s account in that body, where there is one: they cannot sign the defect off.',
  })
  responsiblePersonId!: string | null;
  @Field({ description: 'Deadline, YYYY-MM-DD; today at the earliest.' }) dueOn!: string;
}
