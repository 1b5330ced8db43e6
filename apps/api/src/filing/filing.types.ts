import type { FilingKind, FilingStage } from '#regulation/enumerations';
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { OrganisationType } from '../identity/identity.types.ts';
import { connectionOf } from '../platform/graphql/connection.ts';
import { FilingKindEnum, FilingStageEnum } from '../platform/graphql/enums.ts';
import { AvailableActType, RefusalType } from '../platform/graphql/refusal.types.ts';
import { ContentsInput, ShelterContentsType } from '../registry/contents.types.ts';

@ObjectType('ReturnReason')
@InputType('ReturnReasonInput')
export class ReturnReasonType {
  @Field(() => String, { nullable: true, description: 'The field it is about; null for the whole.' })
  field!: string | null;
  @Field({ description: 'What is to be mended, in the officer’s words.' }) text!: string;
}

@ObjectType('Filing', { description: 'A filing (备案, Art. 14, 21).' })
export class FilingType {
  @Field(() => ID) id!: string;
  @Field(() => FilingKindEnum) kind!: FilingKind;
  @Field(() => FilingStageEnum) stage!: FilingStage;
  @Field() jurisdictionCode!: string;
  @Field(() => ID) unitId!: string;
  @Field(() => ID, { nullable: true, description: 'The shelter on file, once there is one.' }) shelterId!:
    string | null;
  @Field(() => String, { nullable: true, description: 'Filing number, once filed.' }) number!: string | null;
  @Field(() => Int, { description: 'Counts saved changes; send it back when you save or accept.' })
  revision!: number;
  @Field({ description: 'Keyed in by staff for the unit.' }) onBehalf!: boolean;
  @Field({ description: 'Imported with a doubtful position: look before anything else.' }) held!: boolean;
  @Field(() => ID, { nullable: true, description: 'The paper the unit signed.' }) signedPaperFileId!:
    string | null;
  @Field(() => ShelterContentsType) contents!: ShelterContentsType;
  @Field(() => [ReturnReasonType], { nullable: true }) returnReasons!: ReturnReasonType[] | null;
  @Field() createdAt!: Date;
  @Field() changedAt!: Date;
  @Field(() => Date, { nullable: true }) submittedAt!: Date | null;
  @Field(() => Date, { nullable: true }) decidedAt!: Date | null;
  @Field(() => OrganisationType, { description: 'The owner or manager.' }) unit!: OrganisationType;
  @Field(() => [RefusalType], { description: 'What the checks say of it now, of every class.' })
  findings!: RefusalType[];
  @Field(() => [AvailableActType], { description: 'What you may do with it now.' })
  availableActs!: AvailableActType[];
}

export const FilingConnection = connectionOf('FilingConnection', () => FilingType);

@InputType({ description: 'Narrows the list; what is left out does not narrow.' })
export class FilingFilter {
  @Field(() => [FilingStageEnum], { nullable: true }) stages?: FilingStage[];
  @Field(() => String, { nullable: true }) jurisdictionCode?: string;
  @Field(() => String, { nullable: true, description: 'Part of the name, or the filing number.' })
  text?: string;
  @Field(() => Boolean, { nullable: true, description: 'Only those held for a doubtful position.' })
  held?: boolean;
}

@InputType()
export class DraftFilingInput {
  @Field(() => ID, {
    nullable: true,
    description: 'A UUID of your own making: sent again after a lost answer, it names the same draft.',
  })
  id!: string | null;
  @Field() jurisdictionCode!: string;
  @Field(() => ID) unitId!: string;
  @Field(() => ContentsInput) contents!: ContentsInput;
  @Field(() => ID, { nullable: true, description: 'Needed when staff key in for the unit.' })
  signedPaperFileId!: string | null;
}

@InputType()
export class ReviseFilingInput {
  @Field(() => ID) id!: string;
  @Field(() => Int, { description: 'The revision you saw.' }) revision!: number;
  @Field(() => ContentsInput) contents!: ContentsInput;
  @Field(() => ID, { nullable: true }) signedPaperFileId!: string | null;
}

@ObjectType('AcceptedFiling')
export class AcceptedFilingType {
  @Field({ description: 'Filing number.' }) number!: string;
  @Field(() => ID) shelterId!: string;
  @Field({ description: 'The code painted on the sign.' }) shelterCode!: string;
  @Field(() => Int) version!: number;
}
