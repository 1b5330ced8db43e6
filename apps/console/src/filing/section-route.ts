import { computed, type ComputedRef } from 'vue';
import { useRoute, useRouter, type RouteLocationRaw } from 'vue-router';
import { SECTION_NAMES, type SectionName } from './sections.ts';

/** Where one is in a filing: a section, the answers to be checked, or the list of all (null). */
export type Place = SectionName | 'check' | null;

/** What a link to a place says besides: the field to stand on, and that one came from the answers. */
export interface Way {
  field?: string | null;
  fromCheck?: boolean;
}

export interface SectionRoute {
  place: ComputedRef<Place>;
  field: ComputedRef<string | null>;
  fromCheck: ComputedRef<boolean>;
  linkTo: (place: Place, way?: Way) => RouteLocationRaw;
  go: (place: Place, way?: Way) => Promise<unknown>;
}

/** The place in a filing as the address says it, so that back, forward, reload and links work. */
export function useSectionRoute(): SectionRoute {
  const route = useRoute();
  const router = useRouter();
  const asked = (name: string): string | null => {
    const value = route.query[name];
    return typeof value === 'string' ? value : null;
  };
  const place = computed<Place>(() => {
    const section = asked('section');
    return section === 'check' ? 'check' : (SECTION_NAMES.find((name) => name === section) ?? null);
  });
  const linkTo = (to: Place, { field, fromCheck }: Way = {}): RouteLocationRaw => ({
    path: route.path,
    query: {
      ...(to ? { section: to } : {}),
      ...(field ? { field } : {}),
      ...(fromCheck ? { from: 'check' } : {}),
    },
  });
  return {
    place,
    field: computed(() => asked('field')),
    fromCheck: computed(() => asked('from') === 'check'),
    linkTo,
    go: (to, way) => router.push(linkTo(to, way)),
  };
}
