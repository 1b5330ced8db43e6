import * as values from '#regulation/enumerations';
import type { Enumeration } from '#regulation/labels';
import * as site from '#regulation/site/words';
import { word } from '../i18n/words.ts';

/** The choices of an enumeration in its own order, worded. */
export function optionsOf<Value extends string>(
  enumeration: Enumeration,
  from: readonly Value[],
): { value: Value; label: string }[] {
  return from.map((value) => ({ value, label: word(enumeration, value) }));
}

export const KINDS = {
  siteType: ['SiteType', values.SITE_TYPES],
  spaceType: ['SpaceType', values.SPACE_TYPES],
  grade: ['ShelterGrade', values.SHELTER_GRADES],
  durationClass: ['DurationClass', values.DURATION_CLASSES],
  standingKind: ['StandingKind', values.STANDING_KINDS],
  petPolicy: ['PetPolicy', values.PET_POLICIES],
  barrierFree: ['Trinary', values.TRINARIES],
  ownership: ['Ownership', site.OWNERSHIPS],
  investment: ['Investment', site.INVESTMENTS],
  fundingSource: ['FundingSource', site.FUNDING_SOURCES],
} as const satisfies Record<string, readonly [Enumeration, readonly string[]]>;

export type KindField = keyof typeof KINDS;
