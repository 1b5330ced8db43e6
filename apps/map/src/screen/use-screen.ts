import { computed, nextTick, ref, shallowRef, watch, type Ref } from 'vue';
import type { ShelterDetail } from '../answer/answer.types.ts';
import { useMedia } from '../device/use-media.ts';
import { useRoute } from '../device/use-route.ts';
import { readSite } from '../map/public-site.ts';
import { settings } from '../device/settings.ts';
import { t } from '../words/use-words.ts';

export type View = 'LIST' | 'MAP';

/** What is open on the screen: which page, list or map, a sheet over it, and whether a place is being tapped. */
export function useScreen(main: Ref<HTMLElement | null>) {
  const route = useRoute();
  const isWide = useMedia('(min-width: 960px)');
  const view = ref<View>('LIST');
  const isPicking = ref(false);
  const sheet = ref<'PLACE' | 'LOCALITY' | null>(null);
  /** The shelter whose page is open, once it is known. */
  const pageShelter = shallowRef<ShelterDetail | null>(null);
  /** The shapes of its site, made once for each answer: a map draws anew what is another object. */
  const pageSite = computed(() => pageShelter.value && readSite(pageShelter.value));
  const isMapShown = computed(() => isWide.value || view.value === 'MAP');

  /** Back to the top, for eyes and for screen readers. */
  async function begin(): Promise<void> {
    view.value = 'LIST';
    isPicking.value = false;
    pageShelter.value = null;
    await nextTick();
    scrollTo(0, 0);
    main.value?.scrollTo?.(0, 0);
    main.value?.focus({ preventScroll: true });
  }

  watch(route, () => void begin());
  watch(
    () => settings.language,
    () => (document.title = [t('city'), t('title')].join(settings.language === 'en' ? ' ' : '')),
    { immediate: true },
  );

  function chooseView(next: View): void {
    // A page of its own stands over the list: the list button leads back to it.
    if (next === 'LIST' && view.value === 'LIST' && route.value.page !== 'HOME') location.hash = '#/';
    view.value = next;
  }

  function startPicking(): void {
    sheet.value = null;
    view.value = 'MAP';
    isPicking.value = true;
  }

  function stopPicking(): void {
    isPicking.value = false;
    view.value = 'LIST';
  }

  return {
    route,
    isWide,
    view,
    isPicking,
    sheet,
    pageShelter,
    pageSite,
    isMapShown,
    chooseView,
    startPicking,
    stopPicking,
  };
}
