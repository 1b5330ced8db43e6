import type { FilingKind, Role } from './enumerations.ts';

/** How far an act reaches for a role. */
export type Reach = 'OWN_UNIT' | 'OWN_JURISDICTION' | 'ALL';

/** What must be known of the subject besides its place. What is not known is never taken as given. */
export type Condition =
  | 'NOT_RECONSTRUCTION'
  | 'SAME_LEVEL'
  | 'POST_MEMBER'
  | 'UNIT_HEAD_ONLY'
  | 'OWN_MEMBERS_ONLY'
  | 'OWN_DUTY'
  | 'UNASSIGNED_DUTY'
  | 'AS_ORDERED'
  | 'NOT_RESPONSIBLE'
  | 'RESPONSIBLE'
  | 'NOT_AN_ACTIVATION'
  | 'EVACUATION_ONLY';

export interface Grant {
  reach: Reach;
  conditions: readonly Condition[];
  /** Note 1: for the unit, which is named and whose signed paper is attached (`filing/on-behalf.ts`). */
  onBehalf: boolean;
}

export interface ActGrants {
  article: number | null;
  source?: string;
  grants: Partial<Record<Role, Grant>>;
}

/** The shelter, filing or duty an act is about; each condition reads its own field, and an absent one denies. */
export interface ActSubject {
  jurisdictionCode: string;
  unitId: string | null;
  filingKind?: FilingKind;
  keyedBy?: string | null;
  /** The level whose facility it is (Art. 17: the department of the same level). */
  level?: 'CITY' | 'COUNTY';
  /** The actor sits in the command post of this shelter. */
  postMember?: boolean;
  /** Which member of a command post is named or changed. */
  member?: 'EM_DEPARTMENT' | 'COMMITTEE_STAFF' | 'COMMUNITY_HEAD' | 'UNIT_HEAD';
  /** The organisation the duty is assigned to; null = UNASSIGNED. */
  dutyOrganisationId?: string | null;
  /** Organisations ordered to take part in the inspection. */
  orderedOrganisationIds?: readonly string[];
  /** The organisation responsible for the defect. */
  responsibleOrganisationId?: string | null;
  /** What is announced. */
  announces?: 'ACTIVATION' | 'EVACUATION' | 'OTHER';
}

export const grant = (reach: Reach, ...conditions: Condition[]): Grant => ({
  reach,
  conditions,
  onBehalf: false,
});
export const onBehalf = (reach: Reach, ...conditions: Condition[]): Grant => ({
  reach,
  conditions,
  onBehalf: true,
});
