import type { Understood } from '../profiles/guess-profile.ts';
import type { MappedRow } from '../profiles/profile.ts';
import { findHeader, SAMPLED, type FoundHeader } from './find-header.ts';
import { LIMITS } from './limits.ts';
import { isBlankRow, type SheetRow } from './sheet-row.ts';
import { fileRefusal, ListUnreadable, type RowFinding } from './unreadable.ts';
import type { ReadOrder, SheetHead } from './worker-messages.ts';

/** Finds the header, then says what each row below it means. Throws ListUnreadable when there is no header or no row. */
export async function* mapRows(
  rows: AsyncGenerator<SheetRow>,
  wish: Pick<ReadOrder, 'profile' | 'mapping'>,
  told: (head: SheetHead) => void,
): AsyncGenerator<MappedRow> {
  const filled = filledRows(rows);
  const first = await firstRows(filled);
  const late = first.findIndex(({ row }) => row >= LIMITS.headerWithin);
  const candidates = late < 0 ? first : first.slice(0, late + 1);
  if (candidates.length === 0) throw new ListUnreadable([fileRefusal('NO_ROWS')]);
  const header = findHeader(candidates, first, wish);
  told(headOf(header));
  let count = 0;
  for await (const row of following(first, filled)) {
    const { profile, columns } = header.understood;
    if (row.row <= header.row || profile.isExample?.(row, columns)) continue;
    count += 1;
    if (count > LIMITS.rows) throw tooMany('rows', LIMITS.rows, count);
    yield mapRow(row, header.understood, header.width);
  }
  if (count === 0) throw new ListUnreadable([fileRefusal('NO_ROWS')], header.columns);
}

/** Rows that say anything, none of them wider than a list can be. */
async function* filledRows(rows: AsyncGenerator<SheetRow>): AsyncGenerator<SheetRow> {
  for await (const row of rows) {
    if (isBlankRow(row)) continue;
    if (row.cells.length > LIMITS.columns) throw tooMany('columns', LIMITS.columns, row.cells.length);
    yield row;
  }
}

/** Those among which the header must be, and the few below it whose values are shown. */
async function firstRows(rows: AsyncGenerator<SheetRow>): Promise<SheetRow[]> {
  const first: SheetRow[] = [];
  for (let late = 0; late <= SAMPLED;) {
    const next = await rows.next();
    if (next.done) break;
    first.push(next.value);
    if (next.value.row >= LIMITS.headerWithin) late += 1;
  }
  return first;
}

async function* following(first: readonly SheetRow[], rest: AsyncGenerator<SheetRow>) {
  yield* first;
  yield* rest;
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

function headOf({ row, width, understood: { profile, columns: found }, columns }: FoundHeader): SheetHead {
  const headers = Object.fromEntries([...found].map(([field, { header }]) => [field, header]));
  return { profile: profile.name, source: profile.source(found), headers, headerRow: row, width, columns };
}

function lastIndex(columns: Understood['columns']): number {
  return Math.max(...[...columns.values()].map(({ index }) => index));
}

function tooMany(field: 'rows' | 'columns', limit: number, count: number): ListUnreadable {
  return new ListUnreadable([{ ...fileRefusal('TOO_MANY', { limit, count }), field }]);
}
