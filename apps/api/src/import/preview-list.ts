import type { Actor } from '#regulation/actor';
import type { Language } from '#regulation/labels';
import type { Office } from '../platform/office.ts';
import type { ColumnMapping } from '#regulation/import/column-mapping';
import type { ColumnSource, ImportCounts } from './import-run.entity.ts';
import { batches, prepareBench, type ImportOrder, type Progress } from './import-list.ts';
import type { ProfileName } from './profiles/profile.ts';
import { readHead } from './reading/read-head.ts';
import { recallMapping } from './remember-mapping.ts';
import { ImportReport } from './report.ts';
import { NO_ROWS_YET } from './run-record.ts';
import type { SketchedColumn } from './reading/worker-messages.ts';
import { judgeRows, placeRows, type JudgedRow } from './taking/judge-rows.ts';
import { findKnown, keyOf, type Known } from './taking/known-places.ts';

const SAMPLES = 20;

export interface ImportPreview {
  readonly profile: ProfileName;
  readonly counts: ImportCounts;
  readonly total: number;
  readonly report: ImportReport;
  readonly columns: readonly SketchedColumn[];
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
  const bench = await prepareBench(office, actor, order, order.createJurisdictions ? 'PRETEND' : 'NEVER');
  const report = await ImportReport.open(order.reportPath, order.language);
  const counts = { ...NO_ROWS_YET };
  const samples: JudgedRow[] = [];
  try {
    for await (const batch of batches(order)) {
      const placed = placeRows(bench, batch);
      const known = await findKnown(office.dataSource, placed, false);
      const rows = await judgeRows(office.dataSource, bench, placed, known, office.clock.now());
      samples.push(...rows.slice(0, SAMPLES - samples.length));
      await report.add(rows.flatMap(({ findings }) => findings));
      for (const row of rows) count(counts, row, known);
      progress(counts, bench.survey.total);
    }
  } finally {
    await report.close();
  }
  const { head, total } = bench.survey;
  return { profile: head.profile, counts, total, report, columns: head.columns, samples };
}

/** What to take the columns for when nobody says: as the organisation last did under these headings. */
export async function meantColumns(
  office: Office,
  actor: Actor,
  order: Pick<PreviewOrder, 'path' | 'profile' | 'mapping'>,
): Promise<{ readonly mapping: ColumnMapping | null; readonly by: ColumnSource }> {
  if (order.mapping) return { mapping: order.mapping, by: 'CHOSEN' };
  const columns = await readHead(order);
  const mapping = columns.length === 0 ? null : await recallMapping(office, actor, columns);
  return { mapping, by: mapping ? 'REMEMBERED' : 'HEADINGS' };
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
