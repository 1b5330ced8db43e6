import type { SketchedColumn } from './worker-messages.ts';
import type { Finding, Refusal, RefusalCode } from '#regulation/refusal';

/** The file as a whole cannot be taken: nothing of it was. */
export class ListUnreadable extends Error {
  readonly refusals: readonly Refusal[];
  /** Its columns as far as they could be told. */
  readonly columns: readonly SketchedColumn[];
  constructor(refusals: readonly Refusal[], columns: readonly SketchedColumn[] = []) {
    super(`The list cannot be read: ${refusals.map(({ code }) => code).join(', ')}`);
    this.refusals = refusals;
    this.columns = columns;
  }
}

/** One reason against the whole file. */
export function fileRefusal(code: RefusalCode, params: Refusal['params'] = {}): Refusal {
  return { rule: 'import/file', article: null, field: 'file', code, params };
}

export function unreadable(code: RefusalCode, params: Refusal['params'] = {}): ListUnreadable {
  return new ListUnreadable([fileRefusal(code, params)]);
}

/** What is said of one cell or row of a list. */
export interface RowFinding extends Finding {
  /** The row as a spreadsheet counts it, the header being row 1 (0 = all rows). */
  row: number;
  /** The header of the column; null when it is about the row. */
  column: string | null;
}
