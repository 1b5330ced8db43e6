import { SHELTER_GRADES, SITE_TYPES, SPACE_TYPES } from '#regulation/enumerations';
import type { VariablesOf } from '../api/graphql.ts';
import type { SHELTERS } from './registry.documents.ts';

/** The part of the address after the question mark, as the router reads it. */
export type Query = Readonly<Record<string, string | null | undefined | (string | null)[]>>;

/** One value of the address, or null. */
export function given(query: Query, name: string): string | null {
  const value = query[name];
  return typeof value === 'string' && value !== '' ? value : null;
}

/** What the address narrows the registry to; a value nobody knows narrows nothing. */
export function filterOf(query: Query): VariablesOf<typeof SHELTERS>['filter'] {
  return {
    text: given(query, 'q'),
    jurisdictionCode: given(query, 'jurisdiction'),
    grades: known(query, 'grade', SHELTER_GRADES),
    siteTypes: known(query, 'site', SITE_TYPES),
    spaceTypes: known(query, 'space', SPACE_TYPES),
    correctionDue: given(query, 'due') ? true : null,
  };
}

function known<Value extends string>(query: Query, name: string, values: readonly Value[]): Value[] | null {
  const found = values.find((value) => value === given(query, name));
  return found ? [found] : null;
}
