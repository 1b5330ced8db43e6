import type { VariablesOf } from '../api/graphql.ts';
import type { DESK_SHELTERS } from './publication.documents.ts';

export type DeskState = NonNullable<VariablesOf<typeof DESK_SHELTERS>['filter']['states']>[number];

/** What the desk lays side by side: work first, then what stands. */
export const DESK_VIEWS = {
  work: ['NEW', 'CHANGED', 'LEAVING'],
  current: ['CURRENT'],
  taken: ['SUSPENDED', 'HIDDEN', 'WITHDRAWN'],
  not: ['NOT_PUBLISHABLE'],
} as const satisfies Record<string, readonly DeskState[]>;

export type DeskView = keyof typeof DESK_VIEWS;
export const DESK_VIEW_NAMES = Object.keys(DESK_VIEWS) as DeskView[];

/** The view a word of the address names; the work when it names none. */
export function viewNamed(word: unknown): DeskView {
  return DESK_VIEW_NAMES.find((view) => view === word) ?? 'work';
}
