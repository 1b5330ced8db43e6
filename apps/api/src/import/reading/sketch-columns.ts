import { isFindingsHeading, ownColumns, resemblingField } from '../profiles/own-columns.ts';
import { echo } from '../profiles/row-reader.ts';
import type { ColumnMapping } from '#regulation/import/column-mapping';
import type { SheetRow } from './sheet-row.ts';
import type { SketchedColumn } from './worker-messages.ts';

const LONGEST_HEADING = 100;

/** The headings of a row as they are shown and compared. */
export function headingsOf({ cells }: SheetRow): string[] {
  return cells.map((cell) =>
    [...cell.replaceAll(/[\p{Cc}\s]+/gu, ' ').trim()].slice(0, LONGEST_HEADING).join(''),
  );
}

/** Every column of a list with what it is taken for and its first values; blank ones are no columns. */
export function sketchColumns(
  header: SheetRow,
  below: readonly SheetRow[],
  mapping: ColumnMapping | null,
): SketchedColumn[] {
  const headings = headingsOf(header);
  const fieldAt = fieldsAt(headings, mapping);
  const taken = new Set(fieldAt.values());
  const width = Math.max(headings.length, ...below.map(({ cells }) => cells.length));
  const columns: SketchedColumn[] = [];
  for (let index = 0; index < width; index += 1) {
    const heading = headings[index] ?? '';
    const values = below
      .map(({ cells }) => echo((cells[index] ?? '').trim()))
      .filter((value) => value !== '');
    if ((heading === '' && values.length === 0) || isFindingsHeading(heading)) continue;
    const field = fieldAt.get(index) ?? null;
    const like = field === null && mapping === null ? resemblingField(heading) : null;
    const suggestion = like !== null && !taken.has(like) ? like : null;
    if (suggestion !== null) taken.add(suggestion);
    columns.push({ position: index + 1, header: heading, field, suggestion, values });
  }
  return columns;
}

function fieldsAt(headings: readonly string[], mapping: ColumnMapping | null): Map<number, string> {
  if (mapping) {
    return new Map(
      mapping.flatMap(({ position, field }) => (field === null ? [] : [[position - 1, field] as const])),
    );
  }
  return new Map([...ownColumns(headings)].map(([field, { index }]) => [index, field]));
}
