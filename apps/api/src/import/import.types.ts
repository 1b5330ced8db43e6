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

@InputType()
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
  @Field(() => Int) read!: number;
  @Field(() => Int) imported!: number;
  @Field(() => Int) created!: number;
  @Field(() => Int) updated!: number;
  @Field(() => Int) unchanged!: number;
  @Field(() => Int) refused!: number;
  @Field(() => Int, { description: 'Of the refused: kept as drafts with a doubtful position.' })
  held!: number;
}

@ObjectType('ImportFinding')
export class ImportFindingType {
  @Field(() => Int, { description: 'As a spreadsheet counts, the header being row 1; 0 = all rows.' })
  row!: number;
  @Field(() => String, { nullable: true, description: 'The header of the column.' }) column!: string | null;
  @Field({ description: 'LAW, IMPOSSIBLE, ADVICE or HELD.' }) class!: string;
  @Field() code!: string;
  @Field({ description: 'What is wrong.' }) message!: string;
  @Field({ description: 'What to do.' }) cure!: string;
}

@ObjectType('ImportSample', { description: 'A row as it would come in.' })
export class ImportSampleType {
  @Field(() => Int) row!: number;
  @Field() sourceId!: string;
  @Field({ description: 'GOOD, HELD or REFUSED.' }) verdict!: string;
  @Field() name!: string;
  @Field(() => String, { nullable: true }) jurisdictionCode!: string | null;
  @Field(() => String, { nullable: true }) unitName!: string | null;
  @Field(() => String, { nullable: true }) address!: string | null;
  @Field(() => Float, { nullable: true, description: 'WGS 84.' }) longitude!: number | null;
  @Field(() => Float, { nullable: true, description: 'WGS 84.' }) latitude!: number | null;
  @Field(() => Int, { nullable: true }) declaredCapacity!: number | null;
}

@ObjectType('ImportRun', { description: 'A list being taken in, or judged before that.' })
export class ImportRunType {
  @Field(() => ID) id!: string;
  @Field(() => ImportStateEnum) state!: ImportState;
  @Field(() => ImportProfileEnum, { nullable: true }) profile!: ProfileName | null;
  @Field() fileName!: string;
  @Field(() => Int, { nullable: true, description: 'Rows in the file; null until it has been read.' })
  total!: number | null;
  @Field(() => ImportCountsType) counts!: ImportCountsType;
  @Field(() => [RefusalType], { description: 'Why it failed or was stopped.' }) refusals!: RefusalType[];
  @Field(() => Int, { description: 'Findings in all.' }) findingCount!: number;
  @Field(() => [ImportFindingType], { description: 'The first 200; the report has them all.' })
  findings!: ImportFindingType[];
  @Field(() => ID, { nullable: true, description: 'The report, a CSV under GET /files/{id}.' })
  reportFileId!: string | null;
  @Field() startedAt!: Date;
  @Field(() => Date, { nullable: true }) endedAt!: Date | null;
  @Field(() => [ImportSampleType], { nullable: true, description: 'The first 20 rows; of a preview alone.' })
  samples!: ImportSampleType[] | null;
}
