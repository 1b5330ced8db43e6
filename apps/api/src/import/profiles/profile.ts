import type { ShelterContents } from '#regulation/registry/contents';
import type { RowFinding } from '../reading/unreadable.ts';
import type { SheetRow } from '../reading/sheet-row.ts';

export const PROFILE_NAMES = ['own', 'tw-nfa', 'gsi'] as const;
export type ProfileName = (typeof PROFILE_NAMES)[number];

/** A place as the list names its jurisdiction: by code, by name, or not at all. */
export interface NamedDivision {
  readonly code: string | null;
  readonly name: string | null;
}

/** What a row says, in the registry's words, with everything that was wrong in reading it. */
export interface MappedRow {
  readonly row: number;
  /** The list's own number for the place; the same number in a later list means the same place. */
  readonly sourceId: string;
  readonly division: NamedDivision;
  /** County level, whatever the jurisdiction is: the rest a point is compared with. */
  readonly county: string;
  readonly unitName: string | null;
  readonly contents: ShelterContents;
  readonly findings: readonly RowFinding[];
}

/** Where a field stands in the list. */
export interface Column {
  readonly index: number;
  readonly header: string;
}

export type Columns = ReadonlyMap<string, Column>;

/** How one kind of list is read. Pure: a row in, what it says out. */
export interface Profile {
  readonly name: ProfileName;
  /** Which column says what, by field; a field may be missing. */
  columns(header: readonly string[]): Columns;
  /** Fields without whose columns the list means nothing, with the header to add for each. */
  missing(columns: Columns): string[];
  /** The source a place's number belongs to: two lists may both count from 1. */
  source(columns: Columns): string;
  map(row: SheetRow, columns: Columns): MappedRow;
  /** Whether a row only shows how to fill the list in, and is not of it. */
  isExample?(row: SheetRow, columns: Columns): boolean;
}
