import type { ShelterGrade } from '../enumerations.ts';
import { runningNumber } from './running-number.ts';

/** The letter painted on signs for ever: the grade at the time, never changed later. */
export const GRADE_LETTERS = {
  PROVINCIAL: 'P',
  MUNICIPAL: 'M',
  COUNTY: 'C',
  TOWNSHIP: 'T',
  VILLAGE: 'V',
  UNKNOWN: 'X',
} as const satisfies Record<ShelterGrade, string>;

/** Shelter code: local code, grade letter, running number of at least four digits. Immutable once given. Running >= 1. */
export function shelterCode(localCode: string, grade: ShelterGrade, running: number): string {
  return `${localCode}${GRADE_LETTERS[grade]}${runningNumber(running)}`;
}
