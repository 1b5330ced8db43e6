import type { Language } from '#regulation/labels';
import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentOfficer } from '../identity/current-officer.ts';
import type { Officer } from '../identity/officer.ts';
import { page } from '../platform/graphql/page.ts';
import { Office } from '../platform/office.ts';
import { CurrentLanguage } from '../platform/graphql/current-language.ts';
import { BackgroundImports, type JudgedList, type ListOrder } from './background-imports.ts';
import { cancelImport } from './cancel-import.ts';
import type { ImportRun } from './import-run.entity.ts';
import { findRun, findRuns } from './import.queries.ts';
import { ImportInput, ImportRunType, ImportTargetType, type ImportSampleType } from './import.types.ts';
import { OWN_FIELDS, REQUIRED_FIELDS } from './profiles/own-columns.ts';
import type { ProfileName } from './profiles/profile.ts';
import { sayFinding } from './report-words.ts';
import { isHeld } from './report.ts';
import { endLostRuns } from './run-record.ts';
import type { JudgedRow } from './taking/judge-rows.ts';

@Resolver()
export class ImportResolver {
  constructor(
    private readonly office: Office,
    private readonly imports: BackgroundImports,
  ) {}

  @Query(() => ImportRunType, {
    nullable: true,
    description: 'How far an import is; ask again every second.',
  })
  async importRun(
    @CurrentOfficer() officer: Officer,
    @Args('id', { type: () => ID, description: 'The run.' }) id: string,
    @CurrentLanguage() language: Language,
  ): Promise<ImportRunType | null> {
    await endLostRuns(this.office);
    const run = await findRun(this.office.dataSource, officer, id);
    return run && shown(run, language);
  }

  @Query(() => [ImportRunType], { description: 'Imports, newest first: your own; the city sees all.' })
  async importRuns(
    @CurrentOfficer() officer: Officer,
    @Args('first', { type: () => Int, defaultValue: 20, description: 'At most 100.' }) first: number,
    @CurrentLanguage() language: Language,
  ): Promise<ImportRunType[]> {
    await endLostRuns(this.office);
    const runs = await findRuns(this.office.dataSource, officer, page(first, 100));
    return runs.map((run) => shown(run, language));
  }

  @Query(() => [ImportTargetType], { description: 'The fields a column of a list can be given to.' })
  importTargets(@CurrentOfficer() _officer: Officer): ImportTargetType[] {
    return OWN_FIELDS.map((field) => ({ field, required: REQUIRED_FIELDS.includes(field) }));
  }

  @Mutation(() => ImportRunType, { description: 'Judges an uploaded list; nothing of it is written.' })
  async previewImport(
    @CurrentOfficer() officer: Officer,
    @Args('input', { description: 'The list, and how to read it.' }) input: ImportInput,
    @CurrentLanguage() language: Language,
  ): Promise<ImportRunType> {
    const { runId, ...judged } = await this.imports.preview(officer, orderOf(input, language));
    return shown(await this.#run(officer, runId), language, judged);
  }

  @Mutation(() => ImportRunType, {
    description: 'Begins to import an uploaded list; follow it by importRun.',
  })
  async startImport(
    @CurrentOfficer() officer: Officer,
    @Args('input', { description: 'The list, and how to read it.' }) input: ImportInput,
    @CurrentLanguage() language: Language,
  ): Promise<ImportRunType> {
    const runId = await this.imports.start(officer, orderOf(input, language));
    return shown(await this.#run(officer, runId), language);
  }

  @Mutation(() => ImportRunType, {
    description: 'Stops an import after its present batch; what is in stays in.',
  })
  async cancelImport(
    @CurrentOfficer() officer: Officer,
    @Args('id', { type: () => ID, description: 'The run.' }) id: string,
    @CurrentLanguage() language: Language,
  ): Promise<ImportRunType> {
    await cancelImport(this.office, officer, id);
    return shown(await this.#run(officer, id), language);
  }

  async #run(officer: Officer, id: string): Promise<ImportRun> {
    const run = await findRun(this.office.dataSource, officer, id);
    if (!run) throw new Error(`import run ${id} vanished`);
    return run;
  }
}

function orderOf(input: ImportInput, language: Language): ListOrder {
  const { fileId, profile, mapping, createJurisdictions } = input;
  const columns = mapping?.map(({ position, header, field }) => ({ position, header, field: field ?? null }));
  return { fileId, profile: profile ?? null, mapping: columns ?? null, createJurisdictions, language };
}

function shown(
  run: ImportRun,
  language: Language,
  judged: Omit<JudgedList, 'runId'> | null = null,
): ImportRunType {
  const findings = run.findings.map((finding) => ({
    row: finding.row,
    column: finding.column,
    class: isHeld(finding) ? 'HELD' : finding.class,
    code: finding.code,
    ...sayFinding(finding, language),
  }));
  return {
    ...run,
    findings,
    hasFindingsFile: run.rowsFileId !== null,
    profile: run.profile as ProfileName | null,
    refusals: run.refusals,
    columns: judged
      ? judged.columns.map((column) => ({ ...column }))
      : run.columns.map((column) => ({ ...column, suggestion: null, values: [] })),
    samples: judged && judged.samples.map(sampleOf),
  };
}

function sampleOf({ row, sourceId, verdict, place, unitName, contents }: JudgedRow): ImportSampleType {
  const { name, address, position, declaredCapacity } = contents;
  return {
    row,
    sourceId,
    verdict,
    name,
    unitName,
    address,
    declaredCapacity,
    jurisdictionCode: place?.code ?? null,
    longitude: position?.longitude ?? null,
    latitude: position?.latitude ?? null,
  };
}
