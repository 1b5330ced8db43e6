import { defineAsyncComponent, type Component } from 'vue';
import { SECTION_NAMES, sectionOf, type SectionName } from './sections.ts';

/** The boxes of each section, fetched when a page first shows them. */
export const SECTION_COMPONENTS = Object.fromEntries(
  SECTION_NAMES.map((name) => [name, defineAsyncComponent(sectionOf(name).load)]),
) as Record<SectionName, Component>;

/** The boxes of one section. */
export async function loadSection(name: SectionName): Promise<Component> {
  const { default: component } = await sectionOf(name).load();
  return component;
}

/** Fetches them all, and the maps, while there is a network: afterwards every section opens without one. */
export async function loadAllSections(): Promise<void> {
  await Promise.allSettled([
    ...SECTION_NAMES.map(loadSection),
    import('../map/ShelterMap.vue'),
    import('../map/SiteMap.vue'),
  ]);
}
