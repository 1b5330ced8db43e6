import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { RefusalType } from '../platform/graphql/refusal.types.ts';
import type { ColumnSource, ImportState } from './import-run.entity.ts';
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

export const ColumnSourceEnum = {
  HEADINGS: 'HEADINGS',
  REMEMBERED: 'REMEMBERED',
  CHOSEN: 'CHOSEN',
} as const satisfies { [Source in ColumnSource]: Source };
registerEnumType(ColumnSourceEnum, {
  name: 'ImportColumnSource',
  description:
    'Who said what the columns mean: their headings, your organisation the last time, or the person.',
});

@InputType({ description: 'What a column of the list means.' })
export class ImportColumnInput {
  @Field(() => Int, { description: 'The first column is 1.' }) position!: number;
  @Field({ description: 'What stands in the header row, as the preview gave it.' }) header!: string;
  @Field(() => String, { nullable: true, description: 'One of importTargets; null leaves the column out.' })
  field?: string | null;
}

@InputType({ description: 'What to take in, and how.' })
export class ImportInput {
  @Field(() => ID, { description: 'An uploaded .csv, .csv.gz or .xlsx.' }) fileId!: string;
  @Field(() => ImportProfileEnum, { nullable: true, description: 'Default: told by the headers.' })
  profile?: ProfileName | null;
  @Field(() => [ImportColumnInput], {
    nullable: true,
    description: 'What the columns mean, for lists in no fixed form. Default: told by the headers.',
  })
  mapping?: ImportColumnInput[] | null;
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

@ObjectType('ImportTarget', { description: 'A field a column can be given to.' })
export class ImportTargetType {
  @Field({ description: 'Its path.' }) field!: string;
  @Field({ description: 'Whether a list means nothing without it; a position may also be one column.' })
  required!: boolean;
}

@ObjectType('ImportColumn', { description: 'A column of a list and what it is taken for.' })
export class ImportColumnType {
  @Field(() => Int, { description: 'The first column is 1.' }) position!: number;
  @Field({ description: 'What stands in the header row; empty where nothing does.' }) header!: string;
  @Field(() => String, { nullable: true, description: 'What it is taken for; null = left out.' })
  field!: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'What it may be: a guess, taken for nothing until somebody says so; of a preview alone.',
  })
  suggestion!: string | null;
  @Field(() => [String], { description: 'Its first values; of a preview alone.' }) values!: readonly string[];
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
  @Field(() => [ImportColumnType], {
    description: 'Its columns and what they were taken for; none where the columns are fixed.',
  })
  columns!: ImportColumnType[];
  @Field(() => ColumnSourceEnum, { description: 'Who said what the columns mean.' })
  columnsBy!: ColumnSource;
  @Field(() => [RefusalType], { description: 'Why it failed or was stopped.' })
  refusals!: readonly RefusalType[];
  @Field(() => Int, { description: 'Findings in all.' }) findingCount!: number;
  @Field(() => [ImportFindingType], { description: 'The first 200; the report has them all.' })
  findings!: ImportFindingType[];
  @Field(() => ID, { nullable: true, description: 'The report, a CSV under GET /files/{id}.' })
  reportFileId!: string | null;
  @Field({
    description: 'Whether GET /exports/import-findings/{id}.xlsx gives the list back with its findings.',
  })
  hasFindingsFile!: boolean;
  @Field({ description: 'When it began.' }) startedAt!: Date;
  @Field(() => Date, { nullable: true, description: 'When it was done, stopped or failed.' })
  endedAt!: Date | null;
  @Field(() => [ImportSampleType], { nullable: true, description: 'The first 20 rows; of a preview alone.' })
  samples!: ImportSampleType[] | null;
}
