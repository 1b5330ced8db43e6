import {
  REBUILD_EFFECTS,
  REBUILD_KINDS,
  REBUILD_STAGES,
  type DeadlineLight,
  type FilingStage,
  type RebuildEffect,
  type RebuildKind,
  type RebuildStage,
} from '#regulation/enumerations';
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { OrganisationType } from '../../identity/identity.types.ts';
import { connectionOf } from '../../platform/graphql/connection.ts';
import { DeadlineLightEnum, FilingStageEnum, registered } from '../../platform/graphql/enums.ts';
import { AvailableActType } from '../../platform/graphql/refusal.types.ts';
import { ShelterType } from '../../registry/shelter.types.ts';
import { DefectType } from '../../upkeep/defect.types.ts';

const RebuildKindEnum = registered('RebuildKind', REBUILD_KINDS, 'What is done to a shelter that stands.');
const RebuildStageEnum = registered('RebuildStage', REBUILD_STAGES, 'Where a rebuild stands.');
const RebuildEffectEnum = registered(
  'RebuildEffect',
  REBUILD_EFFECTS,
  'What the work takes out of use, from its first day until the as-built version is on file.',
);

@ObjectType('AsBuiltFiling', { description: 'The as-built version of a rebuild, on its way to the file.' })
export class AsBuiltFilingType {
  @Field(() => ID, { description: 'The filing.' }) id!: string;
  @Field(() => FilingStageEnum, { description: 'Where it stands.' }) stage!: FilingStage;
  @Field(() => String, { nullable: true, description: 'Its number, once filed.' }) number!: string | null;
}

@ObjectType('RebuildNotice', { description: 'Art. 21: a notice of a rebuild or extension.' })
export class RebuildNoticeType {
  @Field(() => ID, { description: 'Its id.' }) id!: string;
  @Field(() => RebuildStageEnum, { description: 'Where it stands.' }) stage!: RebuildStage;
  @Field(() => RebuildKindEnum, { description: 'Rebuild or extension.' }) kind!: RebuildKind;
  @Field({ description: 'What is done where, in words.' }) scope!: string;
  @Field({ description: 'First day of the work, civil date.' }) startsOn!: string;
  @Field({ description: 'Last day of the work as promised, civil date.' }) endsOn!: string;
  @Field(() => RebuildEffectEnum, { description: 'What is out of use meanwhile.' }) effect!: RebuildEffect;
  @Field(() => Int, {
    nullable: true,
    description: 'Of a part out of use: for how many persons; null = not known.',
  })
  placesOut!: number | null;
  @Field(() => [ID], { description: 'Approvals, drawings, the paper the unit signed.' }) fileIds!: string[];
  @Field({ description: 'Jurisdiction of the shelter.' }) jurisdictionCode!: string;
  @Field(() => ShelterType, { description: 'The shelter.' }) shelter!: ShelterType;
  @Field({ description: 'When it was given.' }) givenAt!: Date;
  @Field(() => String, { nullable: true, description: 'Who gave it.' }) recordedByName!: string | null;
  @Field(() => OrganisationType, { nullable: true, description: 'For which body.' })
  organisation!: OrganisationType | null;
  @Field({ description: 'Keyed in by staff for the unit.' }) onBehalf!: boolean;
  @Field({ description: 'Given only when the work had begun; Art. 21 asks for it before.' })
  givenLate!: boolean;
  @Field(() => DeadlineLightEnum, {
    nullable: true,
    description: 'How the promised end stands; null once nothing is waited for.',
  })
  finishLight!: DeadlineLight | null;
  @Field({ description: 'When it was last told.' }) changedAt!: Date;
  @Field(() => Date, { nullable: true, description: 'When it was completed or called off.' })
  endedAt!: Date | null;
  @Field(() => String, { nullable: true, description: 'Why it was amended last, or called off.' })
  reason!: string | null;
  @Field(() => AsBuiltFilingType, { nullable: true, description: 'The version after the work; null before.' })
  asBuilt!: AsBuiltFilingType | null;
  @Field(() => [DefectType], { description: 'What the work left to be restored.' })
  restorations!: DefectType[];
  @Field(() => [AvailableActType], { description: 'What you may do with it now.' })
  availableActs!: AvailableActType[];
}

export const RebuildNoticeConnection = connectionOf('RebuildNoticeConnection', () => RebuildNoticeType);

@InputType({ description: 'Narrows the list; what is left out does not narrow.' })
export class RebuildNoticeFilter {
  @Field(() => ID, { nullable: true, description: 'Only of this shelter.' }) shelterId?: string;
  @Field(() => String, { nullable: true, description: 'Only this jurisdiction.' }) jurisdictionCode?: string;
  @Field(() => [RebuildStageEnum], { nullable: true, description: 'Only at these stages.' })
  stages?: RebuildStage[];
  @Field(() => Boolean, { nullable: true, description: 'Only those past their promised end.' })
  overdue?: boolean;
  @Field(() => String, { nullable: true, description: 'Part of the shelter’s name, or its code.' })
  text?: string;
}

@InputType({ isAbstract: true })
class RebuildInput {
  @Field(() => RebuildKindEnum, { description: 'Rebuild or extension.' }) kind!: RebuildKind;
  @Field({ description: 'What is done where, at most 2,000 characters.' }) scope!: string;
  @Field({ description: 'First day of the work, civil date.' }) startsOn!: string;
  @Field({ description: 'Last day of the work, civil date.' }) endsOn!: string;
  @Field(() => RebuildEffectEnum, { description: 'What is out of use meanwhile.' }) effect!: RebuildEffect;
  @Field(() => Int, { nullable: true, description: 'Persons; left out = not known. Only of a part.' })
  placesOut?: number | null;
  @Field(() => [ID], {
    defaultValue: [],
    description: 'At most 20 papers; staff attach the one the unit signed.',
  })
  fileIds!: string[];
}

@InputType({ description: 'A notice before the work.' })
export class GiveRebuildNoticeInput extends RebuildInput {
  @Field(() => ID, { description: 'A UUID of your own making: sent again, it names the same notice.' })
  id!: string;
  @Field(() => ID, { description: 'The shelter.' }) shelterId!: string;
}

@InputType({ description: 'A notice as it shall read now.' })
export class AmendRebuildNoticeInput extends RebuildInput {
  @Field(() => ID, { description: 'The notice.' }) id!: string;
  @Field({ description: 'Why; at most 2,000 characters.' }) reason!: string;
}

@InputType({ description: 'The as-built version of a rebuild.' })
export class FileAsBuiltInput {
  @Field(() => ID, {
    nullable: true,
    description: 'A UUID of your own making: sent again after a lost answer, it names the same draft.',
  })
  id!: string | null;
  @Field(() => ID, { description: 'The notice of the work.' }) noticeId!: string;
}
