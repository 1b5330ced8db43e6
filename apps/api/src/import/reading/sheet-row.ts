/** One row of a list as text, before anybody has asked what it means. */
export interface SheetRow {
  /** As a spreadsheet counts: the first row is 1. */
  readonly row: number;
  readonly cells: readonly string[];
  /** Indexes of the cells that hold a formula; their value is not taken. */
  readonly formulas: readonly number[];
}

export function isBlankRow({ cells, formulas }: SheetRow): boolean {
  return formulas.length === 0 && cells.every((cell) => cell.trim() === '');
}
