import type { ShelterGrade } from '../enumerations.ts';

/** Grades whose own level is the city's; the city is the highest body that works with this registry. */
export const CITY_GRADES: readonly ShelterGrade[] = ['PROVINCIAL', 'MUNICIPAL'];

/**
 * Art. 17: the department "of the same level", or the committee. Townships and villages have no such department; their
 * county's stands in. A grade nobody told counts as the county's or committee's: it files the shelter (Art. 14), and
 * can put the grade right first (Art. 18). So nothing waits for ever because a box was left empty.
 */
export function levelOf(grade: ShelterGrade): 'CITY' | 'COUNTY' {
  return CITY_GRADES.includes(grade) ? 'CITY' : 'COUNTY';
}
