import type { Actor } from '#regulation/actor';
import type { Language } from '#regulation/labels';
import type { Office } from '../platform/office.ts';
import type { ColumnMapping } from '#regulation/import/column-mapping';
import type { ColumnSource, ImportCounts } from './import-run.entity.ts';
import { batches, prepareBench, type ImportOrder, type Progress } from './import-list.ts';
import type { ProfileName } from './profiles/profile.ts';
import { ListUnreadable } from './reading/unreadable.ts';
import { isSameMeaning, recallMapping } from './remember-mapping.ts';
import { RowLog } from './findings/row-log.ts';
import { ImportReport } from './report.ts';
import { NO_ROWS_YET } from './run-record.ts';
import type { SketchedColumn } from './reading/worker-messages.ts';
import { judgeRows, placeRows, type Bench, type JudgedRow } from './taking/judge-rows.ts';
import { findKnown, keyOf, type Known } from './taking/known-places.ts';

const SAMPLES = 20;

export interface ImportPreview {
  readonly profile: ProfileName;
  readonly counts: ImportCounts;
  readonly total: number;
  readonly report: ImportReport;
  readonly columns: readonly SketchedColumn[];
  readonly columnsBy: ColumnSource;
  /** The first rows as they would come in. */
  readonly samples: readonly JudgedRow[];
}

export interface PreviewOrder extends Pick<
  ImportOrder,
  'path' | 'profile' | 'mapping' | 'createJurisdictions'
> {
  readonly language: Language;
  /** Where to write all findings; null: only the first are kept. */
  readonly reportPath: string | null;
  /** Where to write what would become of each row; null: nowhere. */
  readonly rowsPath: string | null;
}

/**
 * Judges a list without writing anything. Throws ListUnreadable or ActRefused when the list as a whole is refused.
 * Divisions that an import would make are counted as known.
 */
export async function previewList(
  office: Office,
  actor: Actor,
  order: PreviewOrder,
  progress: Progress = () => undefined,
): Promise<ImportPreview> {
  const { bench, mapping, by } = await readAsMeant(office, actor, order);
  const report = await ImportReport.open(order.reportPath, order.language);
  const log = order.rowsPath === null ? null : await RowLog.open(order.rowsPath, bench.survey.head);
  const counts = { ...NO_ROWS_YET };
  const samples: JudgedRow[] = [];
  try {
    for await (const batch of batches(bench.survey, { ...order, mapping })) {
      const placed = placeRows(bench, batch);
      const known = await findKnown(office.dataSource, placed, false);
      const rows = await judgeRows(office.dataSource, bench, placed, known, office.clock.now());
      samples.push(...rows.slice(0, SAMPLES - samples.length));
      await report.add(rows.flatMap(({ findings }) => findings));
      await log?.add(rows);
      for (const row of rows) count(counts, row, known);
      progress(counts, bench.survey.total);
    }
  } finally {
    await report.close();
    await log?.close(report);
  }
  const { head, total } = bench.survey;
  return { profile: head.profile, counts, total, report, columns: head.columns, columnsBy: by, samples };
}

/** A list read through once, and what its columns were taken for. */
interface MeantList {
  readonly bench: Bench;
  readonly mapping: ColumnMapping | null;
  readonly by: ColumnSource;
}

/** When nobody says what the columns mean: as the organisation last did under these headings, else as they say. */
async function readAsMeant(office: Office, actor: Actor, order: PreviewOrder): Promise<MeantList> {
  const missing = order.createJurisdictions ? 'PRETEND' : 'NEVER';
  const read = (mapping: ColumnMapping | null) => prepareBench(office, actor, { ...order, mapping }, missing);
  if (order.mapping) return { bench: await read(order.mapping), mapping: order.mapping, by: 'CHOSEN' };
  const told = await read(null).catch((error: unknown) => {
    if (error instanceof ListUnreadable) return error;
    throw error;
  });
  const columns = told instanceof ListUnreadable ? told.columns : told.survey.head.columns;
  const mapping = columns.length === 0 ? null : await recallMapping(office, actor, columns);
  if (mapping && !isSameMeaning(mapping, columns))
    return { bench: await read(mapping), mapping, by: 'REMEMBERED' };
  if (told instanceof ListUnreadable) throw told;
  return { bench: told, mapping: null, by: 'HEADINGS' };
}

function count(counts: ImportCounts, row: JudgedRow, known: Known): void {
  counts.read += 1;
  if (row.verdict !== 'GOOD') {
    counts.refused += 1;
    if (row.verdict === 'HELD') counts.held += 1;
    return;
  }
  counts.imported += 1;
  const before = known.shelters.get(keyOf(row)) ?? known.filings.get(keyOf(row));
  if (!before) counts.created += 1;
  else if (before.same) counts.unchanged += 1;
  else counts.updated += 1;
}
