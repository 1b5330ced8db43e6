import * as words from '../enumerations.ts';
import type { ShelterContents } from '../registry/contents.ts';
import * as site from '../site/words.ts';
import type { Finding } from '../refusal.ts';
import { echo, impossible, type Check } from './check.ts';

/** A value that is not in its list; empty when it is. For every edge where values arrive as text. */
export function unknownValue(field: string, value: string, allowed: readonly string[]): Finding[] {
  if (allowed.includes(value)) return [];
  return [
    impossible('known-values', field, 'UNKNOWN_VALUE', { value: echo(value), allowed: allowed.join(', ') }),
  ];
}

/** Every enumerated value of the contents is one the registry knows. */
export const knownValues: Check = (contents) => [
  ...unknownValue('siteType', contents.siteType, words.SITE_TYPES),
  ...unknownValue('spaceType', contents.spaceType, words.SPACE_TYPES),
  ...unknownValue('grade', contents.grade, words.SHELTER_GRADES),
  ...unknownValue('durationClass', contents.durationClass, words.DURATION_CLASSES),
  ...unknownValue('standingKind', contents.standingKind, words.STANDING_KINDS),
  ...unknownValue('petPolicy', contents.petPolicy, words.PET_POLICIES),
  ...unknownValue('barrierFree', contents.barrierFree, words.TRINARIES),
  ...contents.facilities.flatMap(({ type, state }, index) => [
    ...unknownValue(`facilities.${index}.type`, type, words.FACILITY_TYPES),
    ...unknownValue(`facilities.${index}.state`, state, words.FACILITY_STATES),
  ]),
  ...contents.suitability.flatMap(({ hazard, suitability }, index) => [
    ...unknownValue(`suitability.${index}.hazard`, hazard, words.HAZARD_TYPES),
    ...unknownValue(`suitability.${index}.suitability`, suitability, words.SUITABILITIES),
  ]),
  ...ofTheSite(contents),
];

function ofTheSite(contents: ShelterContents): Finding[] {
  return [
    ...unknownValue('ownership', contents.ownership, site.OWNERSHIPS),
    ...unknownValue('investment', contents.investment, site.INVESTMENTS),
    ...unknownValue('fundingSource', contents.fundingSource, site.FUNDING_SOURCES),
    ...contents.zones.flatMap(({ type }, index) =>
      unknownValue(`zones.${index}.type`, type, site.ZONE_TYPES),
    ),
    ...contents.entrances.flatMap(({ barrierFree }, index) =>
      unknownValue(`entrances.${index}.barrierFree`, barrierFree, words.TRINARIES),
    ),
    ...contents.exposures.flatMap(({ hazard }, index) =>
      unknownValue(`exposures.${index}.hazard`, hazard, words.HAZARD_TYPES),
    ),
    ...contents.contributions.flatMap(({ kind }, index) =>
      unknownValue(`contributions.${index}.kind`, kind, site.CONTRIBUTION_KINDS),
    ),
    ...contents.designScheme.flatMap(({ item, contained }, index) => [
      ...unknownValue(`designScheme.${index}.item`, item, site.DESIGN_ITEMS),
      ...unknownValue(`designScheme.${index}.contained`, contained, words.TRINARIES),
    ]),
  ];
}
