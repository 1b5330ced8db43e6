import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { RefusalType } from '../platform/graphql/refusal.types.ts';
import type { ImportState } from './import-run.entity.ts';
import type { ProfileName } from './profiles/profile.ts';

/** GraphQL names cannot have the hyphens of the command line. */
export const ImportProfileEnum = { OWN: 'own', TW_NFA: 'tw-nfa', GSI: 'gsi' } as const satisfies Record<
  string,
  ProfileName
>;
registerEnumType(ImportProfileEnum, {
  name: 'ImportProfile',
  description: 'The kind of list: the registry’s own template, or a published one.',
});

export const ImportStateEnum = {
  PREVIEW: 'PREVIEW',
  RUNNING: 'RUNNING',
  DONE: 'DONE',
  CANCELLED: 'CANCELLED',
  FAILED: 'FAILED',
} as const satisfies { [State in ImportState]: State };
registerEnumType(ImportStateEnum, { name: 'ImportState', description: 'How far an import is.' });

@InputType({ description: 'What to take in, and how.' })
export class ImportInput {
  @Field(() => ID, { description: 'An uploaded .csv, .csv.gz or .xlsx.' }) fileId!: string;
  @Field(() => ImportProfileEnum, { nullable: true, description: 'Default: told by the headers.' })
  profile?: ProfileName | null;
  @Field({ defaultValue: false, description: 'Make the divisions the file names; for the city alone.' })
  createJurisdictions!: boolean;
}

@ObjectType('ImportCounts', {
  description: 'read = imported + refused; imported = created + updated + unchanged.',
})
export class ImportCountsType {
  @Field(() => Int, { description: 'Rows in the list.' }) read!: number;
  @Field(() => Int, { description: 'Rows that are in the registry now.' }) imported!: number;
  @Field(() => Int, { description: 'Of the imported: new.' }) created!: number;
  @Field(() => Int, { description: 'Of the imported: changed by this list.' }) updated!: number;
  @Field(() => Int, { description: 'Of the imported: already so.' }) unchanged!: number;
  @Field(() => Int, { description: 'Rows left out; the report says why.' }) refused!: number;
  @Field(() => Int, { description: 'Of the refused: kept as drafts with a doubtful position.' })
  held!: number;
}

@ObjectType('ImportFinding', { description: 'What was found in a row.' })
export class ImportFindingType {
  @Field(() => Int, { description: 'As a spreadsheet counts, the header being row 1; 0 = all rows.' })
  row!: number;
  @Field(() => String, { nullable: true, description: 'The header of the column.' }) column!: string | null;
  @Field({ description: 'LAW, IMPOSSIBLE, ADVICE or HELD.' }) class!: string;
  @Field({ description: 'Stable code.' }) code!: string;
  @Field({ description: 'What is wrong.' }) message!: string;
  @Field({ description: 'What to do.' }) cure!: string;
}

@ObjectType('ImportSample', { description: 'A row as it would come in.' })
export class ImportSampleType {
  @Field(() => Int, { description: 'As a spreadsheet counts, the header being row 1.' }) row!: number;
  @Field({ description: 'What names the row at its source.' }) sourceId!: string;
  @Field({ description: 'GOOD, HELD or REFUSED.' }) verdict!: string;
  @Field({ description: 'Name of the shelter.' }) name!: string;
  @Field(() => String, { nullable: true, description: 'Where it belongs; null when that was not found.' })
  jurisdictionCode!: string | null;
  @Field(() => String, { nullable: true, description: 'The owner or manager, by name.' }) unitName!:
    string | null;
  @Field(() => String, { nullable: true, description: 'In words.' }) address!: string | null;
  @Field(() => Float, { nullable: true, description: 'WGS 84.' }) longitude!: number | null;
  @Field(() => Float, { nullable: true, description: 'WGS 84.' }) latitude!: number | null;
  @Field(() => Int, { nullable: true, description: 'Persons; null = not known.' }) declaredCapacity!:
    number | null;
}

@ObjectType('ImportRun', { description: 'A list being taken in, or judged before that.' })
export class ImportRunType {
  @Field(() => ID, { description: 'Names the run.' }) id!: string;
  @Field(() => ImportStateEnum, { description: 'How far it is.' }) state!: ImportState;
  @Field(() => ImportProfileEnum, {
    nullable: true,
    description: 'The kind of list; null until it is told by the headers.',
  })
  profile!: ProfileName | null;
  @Field({ description: 'As it was uploaded.' }) fileName!: string;
  @Field(() => Int, { nullable: true, description: 'Rows in the file; null until it has been read.' })
  total!: number | null;
  @Field(() => ImportCountsType, { description: 'Rows so far.' }) counts!: ImportCountsType;
  @Field(() => [RefusalType], { description: 'Why it failed or was stopped.' }) refusals!: RefusalType[];
  @Field(() => Int, { description: 'Findings in all.' }) findingCount!: number;
  @Field(() => [ImportFindingType], { description: 'The first 200; the report has them all.' })
  findings!: ImportFindingType[];
  @Field(() => ID, { nullable: true, description: 'The report, a CSV under GET /files/{id}.' })
  reportFileId!: string | null;
  @Field({ description: 'When it began.' }) startedAt!: Date;
  @Field(() => Date, { nullable: true, description: 'When it was done, stopped or failed.' })
  endedAt!: Date | null;
  @Field(() => [ImportSampleType], { nullable: true, description: 'The first 20 rows; of a preview alone.' })
  samples!: ImportSampleType[] | null;
}
