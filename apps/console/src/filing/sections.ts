import type { Component } from 'vue';
import type { Refusal } from '../api/problem.ts';
import type { MessageKey } from '../i18n/words.ts';
import { isAdvice } from '../parts/findings.ts';
import type { ContentsInput } from './contents.documents.ts';

/** What a reader is told one by one: a field of the contents, or a part of the contact. */
export type AnswerPath = Exclude<keyof ContentsInput, 'contact'> | `contact.${'name' | 'phone' | 'phone24h'}`;

/** Where a section stands in the list of them. */
export type SectionGroup = 'site' | 'room' | 'papers' | 'further';

interface Section {
  title: MessageKey;
  group: SectionGroup;
  /** The answers it asks for, in their order. */
  fields: readonly AnswerPath[];
  /** Further paths by which a finding may name something that is asked here. */
  alsoNamed?: readonly string[];
  /** Answers among them that only an office gives; asked of nobody else. */
  officeOnly?: readonly AnswerPath[];
  /** Its boxes: a component with `v-model` of the whole form. */
  load: () => Promise<{ default: Component }>;
}

/** The sections of a filing in their order: all that a page knows of them. */
export const SECTIONS = {
  basics: {
    title: 'section.basics',
    group: 'site',
    fields: ['name', 'aliases', 'siteType', 'spaceType', 'grade', 'durationClass', 'standingKind'],
    load: () => import('./sections/BasicsSection.vue'),
  },
  place: {
    title: 'section.place',
    group: 'site',
    fields: ['position', 'division', 'address', 'landmark'],
    alsoNamed: ['longitude', 'latitude', 'crs'],
    load: () => import('./sections/PlaceSection.vue'),
  },
  layout: {
    title: 'ground.layout',
    group: 'site',
    fields: ['boundary', 'zones', 'entrances', 'zonePlanPlacement'],
    load: () => import('./sections/LayoutSection.vue'),
  },
  capacity: {
    title: 'section.capacity',
    group: 'room',
    fields: [
      'areaSquareMeters',
      'effectiveAreaSquareMeters',
      'declaredCapacity',
      'blockedCapacity',
      'capacityOverride',
      'capacityBasis',
    ],
    officeOnly: ['capacityOverride'],
    load: () => import('./sections/CapacitySection.vue'),
  },
  facilities: {
    title: 'section.facilities',
    group: 'room',
    fields: ['facilities'],
    load: () => import('./sections/FacilitiesSection.vue'),
  },
  papers: {
    title: 'section.papers',
    group: 'papers',
    fields: ['zonePlanFileId', 'otherPaperFileIds'],
    // The paper that the unit signed, when an office keys the filing in for it.
    alsoNamed: ['signedPaperFileId', 'fileIds'],
    load: () => import('./sections/PapersSection.vue'),
  },
  contact: {
    title: 'section.contact',
    group: 'papers',
    fields: ['contact.name', 'contact.phone', 'contact.phone24h', 'publicPhone'],
    load: () => import('./sections/ContactSection.vue'),
  },
  hazards: {
    title: 'section.hazards',
    group: 'further',
    fields: ['suitability', 'exposures', 'seismicEvidence'],
    load: () => import('./sections/HazardsSection.vue'),
  },
  design: {
    title: 'ground.design',
    group: 'further',
    fields: ['standards', 'designScheme', 'consultation'],
    load: () => import('./sections/DesignSection.vue'),
  },
  money: {
    title: 'ground.money',
    group: 'further',
    fields: ['ownership', 'investment', 'fundingSource', 'budget', 'contributions'],
    load: () => import('./sections/MoneySection.vue'),
  },
  further: {
    title: 'section.further',
    group: 'further',
    fields: ['acceptedOn', 'handedOverOn', 'barrierFree', 'petPolicy', 'remarks'],
    load: () => import('./sections/FurtherSection.vue'),
  },
} as const satisfies Record<string, Section>;

export type SectionName = keyof typeof SECTIONS;

export const SECTION_NAMES = Object.keys(SECTIONS) as SectionName[];

/** The entry of a section, with all that an entry may have. */
export function sectionOf(name: SectionName): Section {
  return SECTIONS[name];
}

/** Which section asks for what a path names; null = none, it is about the filing as a whole. */
export function sectionAsking(path: string | null): SectionName | null {
  const root = path && rootOf(path);
  return SECTION_NAMES.find((name) => root !== null && namesIn(name).includes(root)) ?? null;
}

export interface SectionState {
  /** Gaps the law asks to fill. */
  missing: number;
  /** Values that cannot be. */
  wrong: number;
  /** Reasons it was returned for. */
  returned: number;
}

/** What is still to do in a section. */
export function stateOf(section: SectionName, findings: readonly Refusal[]): SectionState {
  const mine = findings.filter((finding) => !isAdvice(finding) && sectionAsking(finding.field) === section);
  const count = (test: (finding: Refusal) => boolean): number => mine.filter(test).length;
  return {
    missing: count((finding) => finding.class === 'LAW'),
    returned: count((finding) => finding.class === 'RETURN'),
    wrong: count((finding) => finding.class !== 'LAW' && finding.class !== 'RETURN'),
  };
}

function namesIn(name: SectionName): string[] {
  const { fields, alsoNamed = [] } = sectionOf(name);
  return [...fields.map(rootOf), ...alsoNamed];
}

function rootOf(path: string): string {
  return path.split(/[.[]/)[0] ?? path;
}
