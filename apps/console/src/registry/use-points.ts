import { shallowRef, watch, type ShallowRef } from 'vue';
import type { ResultOf, VariablesOf } from '../api/graphql.ts';
import { ask, type Outcome } from '../api/perform.ts';
import { SHELTER_POINTS } from './registry.documents.ts';

/** 200 shelters a page: what one answer may cost. */
const MOST_PAGES = 5;

type Answer = ResultOf<typeof SHELTER_POINTS>;
export type PointedShelter = Answer['shelters']['nodes'][number];

export interface Points {
  shelters: ShallowRef<readonly PointedShelter[]>;
  /** There are more than the map shows. */
  isCut: ShallowRef<boolean>;
}

/** Where the filtered shelters lie, at most 1,000, page after page; a newer filter ends an older asking. */
export function usePoints(filter: () => VariablesOf<typeof SHELTER_POINTS>['filter']): Points {
  const shelters = shallowRef<readonly PointedShelter[]>([]);
  const isCut = shallowRef(false);
  let asking = 0;

  async function load(): Promise<void> {
    const mine = ++asking;
    const found: PointedShelter[] = [];
    let after: string | null = null;
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const outcome: Outcome<Answer> = await ask(SHELTER_POINTS, { filter: filter(), after });
      const data: Answer | null = outcome.data;
      if (!data || mine !== asking) return;
      found.push(...data.shelters.nodes);
      after = data.shelters.pageInfo.endCursor;
      isCut.value = data.shelters.pageInfo.hasNextPage;
      if (!isCut.value) break;
    }
    shelters.value = found;
  }

  watch(filter, () => void load(), { immediate: true, deep: true });
  return { shelters, isCut };
}
