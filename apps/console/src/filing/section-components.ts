import { defineAsyncComponent, type Component } from 'vue';
import { SECTION_NAMES, sectionOf, type SectionName } from './sections.ts';

/** The boxes of each section, fetched when a page first shows them. */
export const SECTION_COMPONENTS = Object.fromEntries(
  SECTION_NAMES.map((name) => [name, defineAsyncComponent(sectionOf(name).load)]),
) as Record<SectionName, Component>;
