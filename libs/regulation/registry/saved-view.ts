import type { Refusal } from '../refusal.ts';

/** Practice: more than a page of them would be a list to search in itself. */
export const MOST_VIEWS = 20;
const LONGEST_NAME = 40;
const LONGEST_QUERY = 1_000;

/** A view of the registry that somebody names, beside the others of the same person. */
export interface ToldView {
  readonly name: string;
  /** The filters, as the address of the page writes them. */
  readonly query: string;
  /** Names of the person's other views. */
  readonly others: readonly string[];
}

/** A view has a name of its own and says something; a person keeps a bounded number of them. */
export function savedViewRefusals({ name, query, others }: ToldView): Refusal[] {
  const told = name.trim();
  const count = others.length + 1;
  return [
    ...(told === '' || told.length > LONGEST_NAME
      ? [refusal('viewName', 'NAME_LENGTH', { most: LONGEST_NAME })]
      : []),
    ...(others.includes(told) ? [refusal('viewName', 'TWICE', { value: told })] : []),
    ...(query === '' ? [refusal('viewQuery', 'MISSING', {})] : []),
    ...(query.length > LONGEST_QUERY
      ? [refusal('viewQuery', 'TOO_LONG', { limit: LONGEST_QUERY, length: query.length })]
      : []),
    ...(count > MOST_VIEWS ? [refusal('views', 'TOO_MANY', { limit: MOST_VIEWS, count })] : []),
  ];
}

function refusal(field: string, code: Refusal['code'], params: Refusal['params']): Refusal {
  return { rule: 'registry/saved-view', article: null, field, code, params };
}
