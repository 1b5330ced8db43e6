import { columnsGone } from '#regulation/import/column-mapping';
import { profileNamed, understand, understandMapped, type Understood } from '../profiles/guess-profile.ts';
import { mappedColumns, ownColumns } from '../profiles/own-columns.ts';
import { fileRefusal, ListUnreadable } from './unreadable.ts';
import type { SheetRow } from './sheet-row.ts';
import { headingsOf, sketchColumns } from './sketch-columns.ts';
import type { ReadOrder, SketchedColumn } from './worker-messages.ts';

/** Rows below the header whose values are shown. */
export const SAMPLED = 3;

export interface FoundHeader {
  readonly row: number;
  readonly understood: Understood;
  readonly width: number;
  /** Of a list whose columns anybody may name; empty for the published ones. */
  readonly columns: readonly SketchedColumn[];
}

type Wish = Pick<ReadOrder, 'profile' | 'mapping'>;

/**
 * Which of the first rows is the header, and what it says. Throws ListUnreadable, with the columns as far as they can
 * be told, so that a person may say what they mean.
 */
export function findHeader(
  candidates: readonly SheetRow[],
  rows: readonly SheetRow[],
  wish: Wish,
): FoundHeader {
  const { profile, mapping } = wish;
  if (mapping) return findMapped(candidates, rows, mapping);
  for (const header of candidates) {
    const understood = understand(header.cells, profile);
    if (!understood) continue;
    const columns = understood.profile.name === 'own' ? sketchColumns(header, below(rows, header), null) : [];
    return { row: header.row, understood, width: widthOf(header), columns };
  }
  const likely = likeliest(candidates);
  const asked = profileNamed(profile ?? 'own');
  const missing = asked.missing(asked.columns(likely.cells));
  const columns = asked.name === 'own' ? sketchColumns(likely, below(rows, likely), null) : [];
  throw columnsMissing(missing, columns);
}

function findMapped(
  candidates: readonly SheetRow[],
  rows: readonly SheetRow[],
  mapping: NonNullable<Wish['mapping']>,
): FoundHeader {
  const gone = candidates.map((header) => ({ header, gone: columnsGone(mapping, headingsOf(header)) }));
  const [best] = gone.toSorted((a, b) => a.gone.length - b.gone.length);
  if (!best) throw new Error('a header is looked for in no rows');
  const { header } = best;
  if (best.gone.length > 0) {
    throw new ListUnreadable(best.gone, sketchColumns(header, below(rows, header), null));
  }
  const columns = sketchColumns(header, below(rows, header), mapping);
  const understood = understandMapped(mapping);
  if (!understood) throw columnsMissing(profileNamed('own').missing(mappedColumns(mapping)), columns);
  const last = Math.max(...mapping.map(({ position }) => position));
  return { row: header.row, understood, width: Math.max(widthOf(header), last), columns };
}

/** The row most of whose cells are known headings; of equals the fullest, then the first. */
function likeliest(candidates: readonly SheetRow[]): SheetRow {
  const weighed = candidates.map((row) => ({ row, known: ownColumns(row.cells).size, full: filled(row) }));
  const [best] = weighed.toSorted((a, b) => b.known - a.known || b.full - a.full);
  if (!best) throw new Error('a header is looked for in no rows');
  return best.row;
}

function below(rows: readonly SheetRow[], header: SheetRow): SheetRow[] {
  return rows.filter(({ row }) => row > header.row).slice(0, SAMPLED);
}

function filled({ cells }: SheetRow): number {
  return cells.filter((cell) => cell.trim() !== '').length;
}

function widthOf({ cells }: SheetRow): number {
  return cells.findLastIndex((cell) => cell.trim() !== '') + 1;
}

function columnsMissing(missing: readonly string[], columns: readonly SketchedColumn[]): ListUnreadable {
  return new ListUnreadable(
    missing.map((column) => fileRefusal('COLUMN_MISSING', { column })),
    columns,
  );
}
