import type { PublicationStatus } from '#regulation/enumerations';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf } from '../platform/graphql/connection.ts';
import { PublicationStatusEnum } from '../platform/graphql/enums.ts';
import { AvailableActType } from '../platform/graphql/refusal.types.ts';
import { PositionType } from '../registry/shelter.types.ts';
import { DESK_STATES, type DeskState } from './publication.queries.ts';

const DeskStateEnum = Object.fromEntries(DESK_STATES.map((state) => [state, state])) as {
  [State in DeskState]: State;
};
registerEnumType(DeskStateEnum, {
  name: 'DeskState',
  description: 'What the next edition would say of a shelter.',
});

@ObjectType('Publication', { description: 'What the public sees of a shelter.' })
export class PublicationType {
  @Field(() => PublicationStatusEnum, { description: 'Whether the public sees it.' })
  status!: PublicationStatus;
  @Field(() => DeskStateEnum, { description: 'What the next edition would say of it.' })
  deskState!: DeskState;
  @Field(() => String, {
    nullable: true,
    description: 'The edition that last changed what the public sees of it.',
  })
  edition!: string | null;
  @Field(() => Int, {
    nullable: true,
    description: 'The version the public sees, or saw before it was suspended.',
  })
  publishedVersion!: number | null;
  @Field({ description: 'The file has moved on since it was published.' }) differs!: boolean;
  @Field(() => [String], {
    description: 'Public fields in which the file differs from what the public sees or last saw.',
  })
  publicChanges!: string[];
  @Field(() => PositionType, {
    nullable: true,
    description: 'Where the public sees it, or last saw it; null when it never did.',
  })
  position!: PositionType | null;
  @Field(() => String, { nullable: true, description: 'Why it was taken from the public eye.' })
  reason!: string | null;
  @Field({ description: 'When that last changed.' }) updatedAt!: Date;
  @Field(() => [AvailableActType], { description: 'What you may do with its publication now.' })
  availableActs!: AvailableActType[];
}

@ObjectType('EditionItem', { description: 'What an edition said of one shelter.' })
export class EditionItemType {
  @Field(() => ID, { description: 'The shelter.' }) shelterId!: string;
  @Field({ description: 'Painted on its sign.' }) code!: string;
  @Field({ description: 'As the public saw it then.' }) name!: string;
  @Field(() => String, { nullable: true, description: 'As the public saw it then.' })
  address!: string | null;
  @Field(() => Int, { nullable: true, description: 'Places, as the public saw it then; null = not known.' })
  usableCapacity!: number | null;
  @Field(() => PositionType, { nullable: true, description: 'Where the public saw it then.' })
  position!: PositionType | null;
  @Field(() => Int, { nullable: true, description: 'The version the public saw; null when it saw none.' })
  version!: number | null;
  @Field(() => Int, { description: 'The version on file now.' }) versionNow!: number;
  @Field(() => PublicationStatusEnum, { description: 'Whether the public sees it now.' })
  statusNow!: PublicationStatus;
  @Field({ description: 'Label of the edition that said so: this one, or an older one that still held.' })
  saidIn!: string;
  @Field({ description: 'PUBLISHED, CHANGED, CONFIRMED, SUSPENDED, HIDDEN or WITHDRAWN.' }) change!: string;
  @Field(() => String, { nullable: true, description: 'Why it was taken from the public eye.' }) reason!:
    string | null;
}

export const EditionItemConnection = connectionOf('EditionItemConnection', () => EditionItemType);

@ObjectType('Edition', { description: 'A dated edition of what the public sees (Art. 18).' })
export class EditionType {
  @Field(() => Int, { description: 'Counts from 1 without holes.' }) number!: number;
  @Field({ description: 'Date and number: how files and answers name it.' }) label!: string;
  @Field({ description: 'REGULAR, or WITHDRAWAL when something was only taken back.' }) kind!: string;
  @Field({ description: 'When it came out.' }) publishedAt!: Date;
  @Field(() => String, { nullable: true, description: 'What the city said of it.' }) note!: string | null;
  @Field(() => Int, { description: 'Shelters new to the public.' }) published!: number;
  @Field(() => Int, { description: 'Shelters the public sees otherwise now.' }) changed!: number;
  @Field(() => Int, { description: 'Published again as they were.' }) confirmed!: number;
  @Field(() => Int, { description: 'Shelters taken from the public eye.' }) withdrawn!: number;
}

export const EditionConnection = connectionOf('EditionConnection', () => EditionType);

@ObjectType('DeskCount', { description: 'How many shelters stand in one state.' })
export class DeskCountType {
  @Field(() => DeskStateEnum, { description: 'What the next edition would say.' }) state!: DeskState;
  @Field(() => Int, { description: 'Shelters in this state.' }) count!: number;
}

@ObjectType('PublicationDesk', { description: 'Where publishing stands.' })
export class PublicationDeskType {
  @Field(() => EditionType, { nullable: true, description: 'Null before the first.' })
  lastEdition!: EditionType | null;
  @Field(() => String, {
    nullable: true,
    description: 'Day the next regular edition is due; null = at once.',
  })
  nextEditionDue!: string | null;
  @Field({ description: 'The regular edition should be out by now.' }) overdue!: boolean;
  @Field(() => Int, { description: 'Published shelters not confirmed for long, within your reach.' })
  stale!: number;
  @Field(() => [DeskCountType], { description: 'Shelters in each state, within your reach.' })
  counts!: DeskCountType[];
}

@InputType({ description: 'Narrows the list; what is left out does not narrow.' })
export class PublicationFilter {
  @Field(() => [DeskStateEnum], { nullable: true, description: 'Only these states.' }) states?: DeskState[];
  @Field(() => String, { nullable: true, description: 'Only this jurisdiction.' }) jurisdictionCode?: string;
  @Field(() => String, { nullable: true, description: 'Part of a name, an address or a code.' })
  text?: string;
  @Field(() => Boolean, { nullable: true, description: 'Only those not confirmed for long.' })
  stale?: boolean;
}
