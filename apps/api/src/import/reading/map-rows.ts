import { profileNamed, understand, type Understood } from '../profiles/guess-profile.ts';
import type { MappedRow, ProfileName } from '../profiles/profile.ts';
import { LIMITS } from './limits.ts';
import { isBlankRow, type SheetRow } from './sheet-row.ts';
import { fileRefusal, ListUnreadable, type RowFinding } from './unreadable.ts';
import type { SheetHead } from './worker-messages.ts';

/** Finds the header, then says what each row below it means. Throws ListUnreadable when there is no header or no row. */
export async function* mapRows(
  rows: AsyncIterable<SheetRow>,
  asked: ProfileName | null,
  told: (head: SheetHead) => void,
): AsyncGenerator<MappedRow> {
  let known: { readonly understood: Understood; readonly width: number } | null = null;
  let best: readonly string[] = [];
  let count = 0;
  for await (const row of rows) {
    if (isBlankRow(row)) continue;
    if (row.cells.length > LIMITS.columns) throw tooMany('columns', LIMITS.columns, row.cells.length);
    if (known) {
      count += 1;
      if (count > LIMITS.rows) throw tooMany('rows', LIMITS.rows, count);
      yield mapRow(row, known.understood, known.width);
      continue;
    }
    const understood = understand(row.cells, asked);
    if (understood) {
      known = { understood, width: widthOf(row.cells) };
      told(headOf(understood));
    } else if (row.cells.length > best.length) best = row.cells;
    if (!known && row.row >= LIMITS.headerWithin) throw noHeader(best, asked);
  }
  if (!known) throw best.length === 0 ? new ListUnreadable([fileRefusal('NO_ROWS')]) : noHeader(best, asked);
  if (count === 0) throw new ListUnreadable([fileRefusal('NO_ROWS')]);
}

function mapRow(row: SheetRow, { profile, columns }: Understood, width: number): MappedRow {
  const mapped = profile.map(row, columns);
  const beyond = row.cells.slice(width).filter((cell) => cell.trim() !== '').length;
  const inRange = row.cells.length >= lastIndex(columns) + 1;
  if (inRange && beyond === 0) return mapped;
  // A cell too few or too many: from there on every value stands under the wrong header.
  const shifted: RowFinding = {
    row: row.row,
    column: null,
    class: 'IMPOSSIBLE',
    rule: 'import/row',
    article: null,
    field: null,
    code: 'TOO_FEW_CELLS',
    params: { expected: width, count: row.cells.length },
  };
  return { ...mapped, findings: [shifted, ...mapped.findings] };
}

function headOf({ profile, columns }: Understood): SheetHead {
  const headers = Object.fromEntries([...columns].map(([field, { header }]) => [field, header]));
  return { profile: profile.name, source: profile.source(columns), headers };
}

function lastIndex(columns: Understood['columns']): number {
  return Math.max(...[...columns.values()].map(({ index }) => index));
}

function widthOf(cells: readonly string[]): number {
  return cells.findLastIndex((cell) => cell.trim() !== '') + 1;
}

function noHeader(header: readonly string[], asked: ProfileName | null): ListUnreadable {
  const profile = profileNamed(asked ?? 'own');
  const missing = profile.missing(profile.columns(header));
  return new ListUnreadable(missing.map((column) => fileRefusal('COLUMN_MISSING', { column })));
}

function tooMany(field: 'rows' | 'columns', limit: number, count: number): ListUnreadable {
  return new ListUnreadable([{ ...fileRefusal('TOO_MANY', { limit, count }), field }]);
}
