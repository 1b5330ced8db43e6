import type { Refusal } from '#regulation/refusal';
import type { MappedRow, ProfileName } from '../profiles/profile.ts';

/** What the reading thread is given at its start. */
export interface ReadOrder {
  readonly path: string;
  /** null: guessed from the headers. */
  readonly profile: ProfileName | null;
}

/** How the list was understood; told before any row. */
export interface SheetHead {
  readonly profile: ProfileName;
  readonly source: string;
  /** Header of the column each field comes from. */
  readonly headers: Readonly<Record<string, string>>;
}

/** From the reading thread; it reads ahead a few portions of `rows`, then waits until one was taken. */
export type ReaderReport =
  | { readonly type: 'head'; readonly head: SheetHead }
  | { readonly type: 'rows'; readonly rows: readonly MappedRow[] }
  | { readonly type: 'end' }
  | { readonly type: 'refused'; readonly refusals: readonly Refusal[] };

/** To the reading thread: one more portion of rows is wanted. */
export type ReaderRequest = 'more';
