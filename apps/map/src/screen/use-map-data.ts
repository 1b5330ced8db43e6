import { computed, onScopeDispose, ref, shallowRef, watch, type Ref } from 'vue';
import type { ListedShelter } from '../answer/answer.types.ts';
import type { Nearest } from '../answer/use-nearest.ts';
import { loadPublicList, type MapShelter } from '../map/public-list.ts';

/** What the map draws: the published list (once somebody wants it), what the last answer says of them laid over it. */
export function useMapData(nearest: Ref<Nearest>) {
  const list = shallowRef<readonly MapShelter[]>([]);
  const chosenCode = ref<string | null>(null);
  const gone = new AbortController();
  let wanted = false;

  async function load(): Promise<void> {
    if (wanted) return;
    wanted = true;
    list.value = await loadPublicList(gone.signal);
    // Without a network it is worth another try when somebody looks again.
    wanted = list.value.length > 0;
  }

  const known = computed<Map<string, MapShelter>>(() => {
    const all = new Map(list.value.map((shelter) => [shelter.code, shelter]));
    if (nearest.value.kind !== 'ANSWERED') return all;
    const { shelters, passedOver } = nearest.value.answer;
    for (const { shelter } of [...shelters, ...passedOver]) all.set(shelter.code, shelter);
    return all;
  });
  const shelters = computed(() => [...known.value.values()]);
  const chosen = computed<MapShelter | null>(() => {
    if (chosenCode.value !== null) return known.value.get(chosenCode.value) ?? null;
    return nearest.value.kind === 'ANSWERED' ? (nearest.value.answer.shelters[0]?.shelter ?? null) : null;
  });

  // Another question, another nearest: what was tapped before no longer counts.
  watch(
    () => nearest.value.kind,
    (kind) => {
      if (kind === 'ASKING') chosenCode.value = null;
    },
  );
  onScopeDispose(() => gone.abort());
  return { shelters, chosen, chosenCode, load: () => void load(), listed: list };
}

/** The shelter of a page as the map draws it. */
export function asMapShelter(shelter: ListedShelter): MapShelter {
  const { code, name, address, location, operationalStatus } = shelter;
  return { code, name, address, location, operationalStatus };
}
