import * as words from '../enumerations.ts';
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
];
