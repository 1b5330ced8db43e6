import type { Actor } from '#regulation/actor';
import type { ColumnMapping } from '#regulation/import/column-mapping';
import type { Language } from '#regulation/labels';
import { join } from 'node:path';
import type { Office } from '../platform/office.ts';
import type { ImportCounts } from './import-run.entity.ts';
import type { MappedRow, ProfileName } from './profiles/profile.ts';
import { readList } from './reading/read-list.ts';
import type { ReadOrder } from './reading/worker-messages.ts';
import { RowLog } from './findings/row-log.ts';
import { ImportReport } from './report.ts';
import { rememberMapping } from './remember-mapping.ts';
import { keepColumns, NO_ROWS_YET, touchRun } from './run-record.ts';
import { columnsOf } from './taking/columns-of.ts';
import { findPlaces, type MissingDivisions } from './taking/divisions.ts';
import { said, type Bench } from './taking/judge-rows.ts';
import { findOwner, homeOf } from './taking/own-unit.ts';
import { surveyList, type Survey } from './taking/survey-list.ts';
import { takeBatch } from './taking/take-batch.ts';

/** Rows of one transaction: large enough to be quick, small enough that others get their turn. */
const BATCH = 500;

export interface ImportOrder {
  readonly runId: string;
  readonly path: string;
  readonly profile: ProfileName | null;
  /** What a person says the columns mean; null: told by the headers. */
  readonly mapping: ColumnMapping | null;
  readonly createJurisdictions: boolean;
  readonly language: Language;
}

export interface ImportOutcome {
  readonly profile: ProfileName;
  readonly counts: ImportCounts;
  readonly cancelled: boolean;
  readonly report: ImportReport;
  /** Shelters on file that the rows are now, for publishing them. */
  readonly shelterIds: readonly string[];
}

export type Progress = (counts: ImportCounts, total: number) => void;

/** Where the report of a run lies. */
export function reportPath(office: Office, runId: string): string {
  return join(office.config.dataDir, 'imports', `${runId}.csv`);
}

/** Where what becomes of each row is written until it is kept. */
export function rowsPath(office: Office, runId: string): string {
  return join(office.config.dataDir, 'imports', `${runId}.rows.gz`);
}

/**
 * Takes a list in, batch by batch: an authority's rows go on file as MIGRATED, an owner's become drafts. What is in
 * stays in when it is stopped; running it again completes it.
 * Throws ListUnreadable or ActRefused before any row is written, when the list as a whole is refused.
 */
export async function importList(
  office: Office,
  actor: Actor,
  order: ImportOrder,
  progress: Progress = () => undefined,
): Promise<ImportOutcome> {
  const bench = await prepareBench(office, actor, order, order.createJurisdictions ? 'CREATE' : 'NEVER');
  await keepColumns(office, order.runId, bench.survey.head.columns, order.mapping ? 'CHOSEN' : 'HEADINGS');
  if (order.mapping) await rememberMapping(office, actor, order.mapping);
  const report = await ImportReport.open(reportPath(office, order.runId), order.language);
  const log = await RowLog.open(rowsPath(office, order.runId), bench.survey.head);
  try {
    return await takeAll(office, bench, order, { report, log }, progress);
  } finally {
    await report.close();
    await log.close(report);
  }
}

/** Reads the list through, and finds out whose it is and where its rows belong. */
export async function prepareBench(
  office: Office,
  actor: Actor,
  { path, profile, mapping }: ReadOrder,
  missing: MissingDivisions,
): Promise<Bench> {
  const owner = await findOwner(office.dataSource, actor);
  const survey = await surveyList({ path, profile, mapping });
  const places = await findPlaces(office, actor, survey.divisions, { home: homeOf(actor, owner), missing });
  return {
    actor,
    survey,
    places,
    owner,
    columnOf: columnsOf(survey.head),
    firstRows: new Map(),
    firstUnits: new Map(),
  };
}

async function takeAll(
  office: Office,
  bench: Bench,
  order: ImportOrder,
  { report, log }: { readonly report: ImportReport; readonly log: RowLog },
  progress: Progress,
): Promise<ImportOutcome> {
  const { head, total } = bench.survey;
  const shelterIds: string[] = [];
  let counts = NO_ROWS_YET;
  let cancelled = await touchRun(office.dataSource, order.runId, office.clock.now(), {
    profile: head.profile,
    total,
    counts,
  });
  for await (const mapped of batches(bench.survey, order)) {
    if (cancelled) break;
    const batch = await takeBatch(office, bench, order.runId, mapped, counts);
    counts = batch.counts;
    cancelled = batch.cancelAsked;
    shelterIds.push(...batch.taken.shelterIds);
    const overtaken = new Set(batch.taken.overtaken.map(({ row }) => row));
    const rows = batch.rows.map((row) =>
      overtaken.has(row.row)
        ? { ...row, findings: [...row.findings, said(bench, row, 'ADVICE', 'name', 'CHANGED_MEANWHILE')] }
        : row,
    );
    await report.add(rows.flatMap(({ findings }) => findings));
    await log.add(rows);
    progress(counts, total);
  }
  return { profile: head.profile, counts, cancelled: cancelled && counts.read < total, report, shelterIds };
}

/** The rows of the list again, in the portions in which they are written. */
export async function* batches(survey: Survey, order: ReadOrder): AsyncGenerator<readonly MappedRow[]> {
  if (survey.rows) {
    for (let from = 0; from < survey.rows.length; from += BATCH) yield survey.rows.slice(from, from + BATCH);
    return;
  }
  const { path, profile, mapping } = order;
  let batch: MappedRow[] = [];
  for await (const { rows } of readList({ path, profile, mapping })) {
    batch.push(...rows);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
