import type { CommandPostMemberKind } from '../enumerations.ts';

/** Whose shelter it is: a county's, or a committee's in its zone. */
export type DecidingLevel = 'COUNTY' | 'COMMITTEE';

const REQUIRED: Readonly<Record<DecidingLevel, readonly CommandPostMemberKind[]>> = {
  COUNTY: ['EM_DEPARTMENT', 'COMMUNITY_HEAD', 'UNIT_HEAD'],
  COMMITTEE: ['COMMITTEE_STAFF', 'COMMUNITY_HEAD', 'UNIT_HEAD'],
};

/**
 * Art. 23: the kinds of member a command post still lacks. In a county the emergency department sits in it, in a zone the
 * committee's staff (the department is welcome there too). An incomplete post stops nothing: it is shown until it is whole.
 */
export function missingMembers(
  level: DecidingLevel,
  present: readonly CommandPostMemberKind[],
): CommandPostMemberKind[] {
  return REQUIRED[level].filter((kind) => !present.includes(kind));
}
