import { NearDuplicateType } from './near-duplicate.types.ts';
import type { DeadlineLight, FilingKind, FilingStage } from '#regulation/enumerations';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { OrganisationType } from '../identity/identity.types.ts';
import { connectionOf } from '../platform/graphql/connection.ts';
import { DeadlineLightEnum, FilingKindEnum, FilingStageEnum } from '../platform/graphql/enums.ts';
import { FILING_ORDERS } from './filing.queries.ts';
import { AvailableActType, RefusalType } from '../platform/graphql/refusal.types.ts';
import { ContentsInput, ShelterContentsType } from '../registry/contents.types.ts';
import { PaperType } from '../registry/papers.types.ts';

export const FilingOrderEnum = Object.fromEntries(FILING_ORDERS.map((order) => [order, order]));
registerEnumType(FilingOrderEnum, {
  name: 'FilingOrder',
  description:
    'NEWEST: begun last first. LONGEST_WAITING: unchanged for longest first, the order of the review queue.',
});

@ObjectType('ReturnReason', { description: 'One thing to be mended.' })
@InputType('ReturnReasonInput', { description: 'One thing to be mended.' })
export class ReturnReasonType {
  @Field(() => String, { nullable: true, description: 'The field it is about; null for the whole.' })
  field!: string | null;
  @Field({ description: 'What is to be mended, in the officer’s words.' }) text!: string;
}

@ObjectType('LastReturn', { description: 'How a filing was given back last.' })
export class LastReturnType {
  @Field(() => Int, { description: 'Counts the returns of this filing from 1.' }) turn!: number;
  @Field({ description: 'When.' }) returnedAt!: Date;
  @Field(() => String, { nullable: true, description: 'The authority; null of old returns.' })
  authority!: string | null;
  @Field(() => [ReturnReasonType], { description: 'Everything that was to be mended.' })
  reasons!: ReturnReasonType[];
  @Field(() => ShelterContentsType, {
    nullable: true,
    description: 'What it said then, to compare with; null of old returns.',
  })
  contents!: ShelterContentsType | null;
}

@ObjectType('FilingAcceptance', { description: 'With what a filing was accepted.' })
export class FilingAcceptanceType {
  @Field(() => [RefusalType], { description: 'The advice that was open then, as it read then.' })
  advice!: RefusalType[];
  @Field(() => String, {
    nullable: true,
    description: 'Why it was accepted all the same, in the officer’s words; null when nothing was said.',
  })
  reason!: string | null;
}

@ObjectType('OnFile', { description: 'A shelter as it is on file now.' })
export class OnFileType {
  @Field({ description: 'The code on its sign.' }) code!: string;
  @Field(() => Int, { description: 'Its latest version.' }) version!: number;
  @Field(() => ShelterContentsType, { description: 'What that version says.' })
  contents!: ShelterContentsType;
}

@InputType({ description: 'A change of a shelter on file.' })
export class DraftChangeInput {
  @Field(() => ID, {
    nullable: true,
    description: 'A UUID of your own making: sent again after a lost answer, it names the same draft.',
  })
  id!: string | null;
  @Field(() => ID, { description: 'The shelter that is to be changed.' }) shelterId!: string;
}

@ObjectType('Filing', { description: 'A filing (备案, Art. 14, 21).' })
export class FilingType {
  @Field(() => ID, { description: 'Names the filing for ever.' }) id!: string;
  @Field(() => FilingKindEnum, {
    description:
      'What is asked: a new shelter, a rebuild, a change, a deregistration, or an imported record.',
  })
  kind!: FilingKind;
  @Field(() => FilingStageEnum, { description: 'Where it stands.' }) stage!: FilingStage;
  @Field({ description: 'Whose filing authority decides it.' }) jurisdictionCode!: string;
  @Field(() => ID, { description: 'The owner or manager that files.' }) unitId!: string;
  @Field(() => ID, { nullable: true, description: 'The shelter on file, once there is one.' }) shelterId!:
    string | null;
  @Field(() => Int, { nullable: true, description: 'Of a change: the version on file it was begun on.' })
  baseVersion!: number | null;
  @Field(() => OnFileType, {
    nullable: true,
    description: 'The shelter as it is on file now, to compare with; null before it is on file.',
  })
  onFile!: OnFileType | null;
  @Field(() => String, { nullable: true, description: 'Filing number, once filed.' }) number!: string | null;
  @Field(() => Int, { description: 'Counts saved changes; send it back when you save or accept.' })
  revision!: number;
  @Field({ description: 'Keyed in by staff for the unit.' }) onBehalf!: boolean;
  @Field({ description: 'Imported with a doubtful position: look before anything else.' }) held!: boolean;
  @Field(() => ID, { nullable: true, description: 'The paper the unit signed.' }) signedPaperFileId!:
    string | null;
  @Field(() => ShelterContentsType, { description: 'What it says of the shelter.' })
  contents!: ShelterContentsType;
  @Field(() => [ReturnReasonType], {
    nullable: true,
    description: 'Why it was given back; null unless it was.',
  })
  returnReasons!: ReturnReasonType[] | null;
  @Field(() => LastReturnType, {
    nullable: true,
    description: 'How it was given back last, also after it was handed in again; null when it never was.',
  })
  lastReturn!: LastReturnType | null;
  @Field(() => String, {
    nullable: true,
    description: 'What the unit said along with it when it was last handed in; null when nothing.',
  })
  submitNote!: string | null;
  @Field(() => FilingAcceptanceType, {
    nullable: true,
    description: 'With what advice left open, and why; null before that, and where nobody reviewed it.',
  })
  acceptance!: FilingAcceptanceType | null;
  @Field({ description: 'When it was begun.' }) createdAt!: Date;
  @Field({ description: 'When it was last saved or moved.' }) changedAt!: Date;
  @Field(() => String, { nullable: true, description: 'Who saved it last; null of an imported record.' })
  savedByName!: string | null;
  @Field(() => Date, { nullable: true, description: 'When it was last handed in.' })
  submittedAt!: Date | null;
  @Field(() => String, {
    nullable: true,
    description: 'By when it is to be decided, civil date; null unless it waits for that.',
  })
  reviewDueOn!: string | null;
  @Field(() => DeadlineLightEnum, { nullable: true, description: 'How that day stands; null without one.' })
  reviewLight!: DeadlineLight | null;
  @Field(() => Date, { nullable: true, description: 'When it was accepted, returned or withdrawn.' })
  decidedAt!: Date | null;
  @Field(() => OrganisationType, { description: 'The owner or manager.' }) unit!: OrganisationType;
  @Field(() => [RefusalType], { description: 'What the checks say of it now, of every class.' })
  findings!: RefusalType[];
  @Field(() => [NearDuplicateType], {
    description: 'Places that may be this one, nearest first, at most 10; as far as you may read them.',
  })
  nearDuplicates!: NearDuplicateType[];
  @Field(() => [AvailableActType], { description: 'What you may do with it now.' })
  availableActs!: AvailableActType[];
  @Field(() => [PaperType], { description: 'What can be printed of it now.' }) papers!: PaperType[];
}

export const FilingConnection = connectionOf('FilingConnection', () => FilingType);

@InputType({ description: 'Narrows the list; what is left out does not narrow.' })
export class FilingFilter {
  @Field(() => [FilingStageEnum], { nullable: true, description: 'Only these stages.' })
  stages?: FilingStage[];
  @Field(() => String, { nullable: true, description: 'Only this jurisdiction.' }) jurisdictionCode?: string;
  @Field(() => String, { nullable: true, description: 'Part of the name, or the filing number.' })
  text?: string;
  @Field(() => Boolean, { nullable: true, description: 'Only those held for a doubtful position.' })
  held?: boolean;
  @Field(() => Boolean, { nullable: true, description: 'Only those whose review is past its deadline.' })
  reviewLate?: boolean;
}

@InputType({ description: 'A new filing.' })
export class DraftFilingInput {
  @Field(() => ID, {
    nullable: true,
    description: 'A UUID of your own making: sent again after a lost answer, it names the same draft.',
  })
  id!: string | null;
  @Field({ description: 'The jurisdiction the shelter lies in.' }) jurisdictionCode!: string;
  @Field(() => ID, { description: 'The owner or manager that files.' }) unitId!: string;
  @Field(() => ContentsInput, { description: 'What is known so far.' }) contents!: ContentsInput;
  @Field(() => ID, { nullable: true, description: 'Needed when staff key in for the unit.' })
  signedPaperFileId!: string | null;
}

@InputType({ description: 'A draft as it shall read now.' })
export class ReviseFilingInput {
  @Field(() => ID, { description: 'The filing.' }) id!: string;
  @Field(() => Int, { description: 'The revision you saw.' }) revision!: number;
  @Field(() => ContentsInput, { description: 'All of it, as it shall read now.' }) contents!: ContentsInput;
  @Field(() => ID, {
    nullable: true,
    description: 'The paper the unit signed; left out, there is none.',
  })
  signedPaperFileId!: string | null;
}

@ObjectType('AcceptedFiling', { description: 'What came on file.' })
export class AcceptedFilingType {
  @Field({ description: 'Filing number.' }) number!: string;
  @Field(() => ID, { description: 'The shelter now on file.' }) shelterId!: string;
  @Field({ description: 'The code painted on the sign.' }) shelterCode!: string;
  @Field(() => Int, { description: 'The version now on file.' }) version!: number;
}
