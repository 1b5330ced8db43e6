import { readMapArea } from '#geography/map-area';
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
    deregistered: given(query, 'gone') ? true : null,
    area: readMapArea(given(query, 'area')),
  };
}

/** Which of the two a phone shows: the list, unless the address asks for the map. */
export function shownOf(query: Query): 'list' | 'map' {
  return given(query, 'show') === 'map' ? 'map' : 'list';
}

/** What narrows the list, apart from the page turned to and the shelter chosen; always in the same order. */
export function narrowing(query: Query): string {
  const said = NARROWING.flatMap((name) => {
    const value = given(query, name);
    return value === null ? [] : [[name, value]];
  });
  return new URLSearchParams(said).toString();
}

const NARROWING = ['q', 'jurisdiction', 'grade', 'site', 'space', 'due', 'gone', 'area'] as const;

function known<Value extends string>(query: Query, name: string, values: readonly Value[]): Value[] | null {
  const found = values.find((value) => value === given(query, name));
  return found ? [found] : null;
}
