import type { Refusal } from '../api/problem.ts';
import type { MessageKey } from '../i18n/words.ts';
import { isAdvice } from '../parts/findings.ts';

/** The sections of the filing form in their order, and the fields that each answers for. */
export const SECTIONS = {
  basics: ['name', 'aliases', 'siteType', 'spaceType', 'standingKind', 'grade', 'durationClass'],
  place: ['position', 'longitude', 'latitude', 'crs', 'division', 'address', 'landmark'],
  capacity: [
    'areaSquareMeters',
    'effectiveAreaSquareMeters',
    'declaredCapacity',
    'blockedCapacity',
    'capacityOverride',
  ],
  facilities: ['facilities'],
  papers: ['zonePlanFileId', 'otherPaperFileIds', 'signedPaperFileId', 'fileIds'],
  contact: ['contact', 'publicPhone'],
  hazards: ['suitability', 'seismicEvidence'],
  further: ['acceptedOn', 'handedOverOn', 'petPolicy', 'barrierFree', 'remarks'],
} as const;

export type SectionName = keyof typeof SECTIONS;

export const SECTION_TITLES: Record<SectionName, MessageKey> = {
  basics: 'section.basics',
  place: 'section.place',
  capacity: 'section.capacity',
  facilities: 'section.facilities',
  papers: 'section.papers',
  contact: 'section.contact',
  hazards: 'section.hazards',
  further: 'section.further',
};

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
  const fields: readonly string[] = SECTIONS[section];
  const mine = findings.filter(
    (finding) => finding.field !== null && !isAdvice(finding) && fields.includes(rootOf(finding.field)),
  );
  const count = (test: (finding: Refusal) => boolean): number => mine.filter(test).length;
  return {
    missing: count((finding) => finding.class === 'LAW'),
    returned: count((finding) => finding.class === 'RETURN'),
    wrong: count((finding) => finding.class !== 'LAW' && finding.class !== 'RETURN'),
  };
}

function rootOf(path: string): string {
  return path.split(/[.[]/)[0] ?? path;
}
