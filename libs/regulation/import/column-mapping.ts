import type { Refusal } from '../refusal.ts';

/** What a person says a column of a list means; null = it is left out. */
export interface MappedColumn {
  /** As people count: the first column is 1. */
  readonly position: number;
  /** What stands in the header row; empty where nothing does. */
  readonly header: string;
  readonly field: string | null;
}

export type ColumnMapping = readonly MappedColumn[];

/** Practice: a column means one thing and a field comes from one column. All faults at once. */
export function checkMapping(mapping: ColumnMapping, fields: ReadonlySet<string>): Refusal[] {
  const refusals: Refusal[] = [];
  const columnOf = new Map<string, number>();
  const seen = new Set<number>();
  for (const { position, field } of mapping) {
    if (seen.has(position)) refusals.push(refused('mapping', 'COLUMN_TWICE', { position }));
    seen.add(position);
    if (field === null) continue;
    const first = columnOf.get(field);
    if (!fields.has(field)) refusals.push(refused('mapping', 'UNKNOWN_TARGET', { position, value: field }));
    else if (first === undefined) columnOf.set(field, position);
    else refusals.push(refused(field, 'MAPPED_TWICE', { position, first }));
  }
  return refusals;
}

/** Columns that are no longer where the mapping says. */
export function columnsGone(mapping: ColumnMapping, headings: readonly string[]): Refusal[] {
  return mapping
    .filter(({ position, header }) => (headings[position - 1] ?? '') !== header)
    .map(({ position, header }) => refused('file', 'COLUMN_GONE', { position, column: header }));
}

function refused(field: string, code: Refusal['code'], params: Refusal['params']): Refusal {
  return { rule: 'import/columns', article: null, field, code, params };
}
