import { computed, onScopeDispose, ref, shallowRef, watch, type Ref } from 'vue';
import type { Situation } from '#regulation/enumerations';
import { isStale } from '#regulation/publication/eligibility';
import { deviceNow } from '../device/clock.ts';
import { hearStaleHours, publicTerms } from '../answer/public-terms.ts';
import type { Nearest } from '../answer/use-nearest.ts';
import { loadPublicList, type MapShelter, type PublicPlace } from '../map/public-list.ts';
import type { PublicSite } from '../map/public-site.ts';

/** What the map draws: the published list (once somebody wants it), what the last answer says of them laid over it. */
export function useMapData(nearest: Ref<Nearest>) {
  const list = shallowRef<readonly PublicPlace[]>([]);
  const chosenCode = ref<string | null>(null);
  const gone = new AbortController();
  let wanted = false;

  async function load(): Promise<void> {
    if (wanted) return;
    wanted = true;
    const { places, staleAfterHours } = await loadPublicList(gone.signal);
    hearStaleHours(staleAfterHours);
    list.value = places;
    // Without a network it is worth another try when somebody looks again.
    wanted = list.value.length > 0;
  }

  const situation = computed(() =>
    nearest.value.kind === 'ANSWERED' ? nearest.value.answer.situation : 'QUIET',
  );
  const first = computed(() =>
    nearest.value.kind === 'ANSWERED' ? (nearest.value.answer.shelters[0]?.shelter.code ?? null) : null,
  );
  const known = computed<Map<string, MapShelter>>(() => {
    const all = new Map(
      list.value.map((shelter) => [shelter.code, asMapShelter(shelter, situation.value, shelter.site)]),
    );
    if (nearest.value.kind !== 'ANSWERED') return all;
    const { shelters, passedOver } = nearest.value.answer;
    for (const { shelter } of [...shelters, ...passedOver])
      all.set(shelter.code, asMapShelter(shelter, situation.value, all.get(shelter.code)?.site ?? null));
    return all;
  });
  const shelters = computed(() => [...known.value.values()]);
  const chosen = computed<MapShelter | null>(() => {
    const code = chosenCode.value ?? first.value;
    return code === null ? null : (known.value.get(code) ?? null);
  });

  // Another question, another nearest: what was tapped before no longer counts.
  watch(
    () => nearest.value.kind,
    (kind) => {
      if (kind === 'ASKING') chosenCode.value = null;
    },
  );
  onScopeDispose(() => gone.abort());
  return { shelters, chosen, chosenCode, situation, load: () => void load(), listed: list };
}

/** A shelter as the map draws it. */
export function asMapShelter(
  shelter: Omit<PublicPlace, 'division' | 'site'>,
  situation: Situation,
  site: PublicSite | null,
): MapShelter {
  const { code, name, address, location, operationalStatus, lastConfirmedAt } = shelter;
  const confirmedAt = lastConfirmedAt === null ? null : Date.parse(lastConfirmedAt);
  const stale = isStale(confirmedAt, { at: deviceNow(), situation }, publicTerms);
  return { code, name, address, location, operationalStatus, lastConfirmedAt, isStale: stale, site };
}
