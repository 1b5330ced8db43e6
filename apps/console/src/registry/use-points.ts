import type { ResultOf, VariablesOf } from '../api/graphql.ts';
import { ask } from '../api/perform.ts';
import { useAllPages, type AllPages } from '../api/use-all-pages.ts';
import { SHELTER_POINTS } from './registry.documents.ts';

/** 200 shelters a page: what one answer may cost. */
const MOST_PAGES = 5;

type PointedShelter = ResultOf<typeof SHELTER_POINTS>['shelters']['nodes'][number];

/** Where the filtered shelters lie, at most 1,000. */
export function usePoints(
  filter: () => VariablesOf<typeof SHELTER_POINTS>['filter'],
): AllPages<PointedShelter> {
  return useAllPages(filter, MOST_PAGES, async (after) => {
    const { data } = await ask(SHELTER_POINTS, { filter: filter(), after });
    return data?.shelters ?? null;
  });
}
