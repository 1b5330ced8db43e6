import type { ColumnMapping } from '#regulation/import/column-mapping';
import type { Refusal } from '#regulation/refusal';
import type { MappedRow, ProfileName } from '../profiles/profile.ts';

/** What the reading thread is given at its start. */
export interface ReadOrder {
  readonly path: string;
  /** null: guessed from the headers. */
  readonly profile: ProfileName | null;
  /** What a person says the columns mean; null: told by the headers. */
  readonly mapping: ColumnMapping | null;
}

/** A column of the file as a person sees it. */
export interface SketchedColumn {
  /** As people count: the first column is 1. */
  readonly position: number;
  readonly header: string;
  /** What it is taken for; null = nothing. */
  readonly field: string | null;
  /** What it may be, to be looked at by somebody. */
  readonly suggestion: string | null;
  readonly values: readonly string[];
}

/** How the list was understood; told before any row. */
export interface SheetHead {
  readonly profile: ProfileName;
  readonly source: string;
  /** Header of the column each field comes from. */
  readonly headers: Readonly<Record<string, string>>;
  readonly headerRow: number;
  /** Columns of the header row. */
  readonly width: number;
  readonly columns: readonly SketchedColumn[];
}

/** From the reading thread; it reads ahead a few portions of `rows`, then waits until one was taken. */
export type ReaderReport =
  | { readonly type: 'head'; readonly head: SheetHead }
  | { readonly type: 'rows'; readonly rows: readonly MappedRow[] }
  | { readonly type: 'end' }
  | {
      readonly type: 'refused';
      readonly refusals: readonly Refusal[];
      readonly columns: readonly SketchedColumn[];
    };

/** To the reading thread: one more portion of rows is wanted. */
export type ReaderRequest = 'more';
