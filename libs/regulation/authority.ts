import { coversJurisdiction, type Actor, type Appointment } from './actor.ts';
import {
  grant,
  onBehalf,
  type ActGrants,
  type ActSubject,
  type Condition,
  type Grant,
} from './act-grants.ts';

export type { ActSubject, Condition } from './act-grants.ts';

const unit = grant('OWN_UNIT');
const own = grant('OWN_JURISDICTION');
const all = grant('ALL');
const postMember = grant('OWN_JURISDICTION', 'POST_MEMBER');
const asOrdered = grant('OWN_JURISDICTION', 'AS_ORDERED');
const signsOffAsOrdered = grant('OWN_JURISDICTION', 'AS_ORDERED', 'NOT_RESPONSIBLE');
const answersForIt = grant('OWN_JURISDICTION', 'RESPONSIBLE');
/** Art. 14: the unit files; staff may key it on its behalf. */
const byUnitOrOnBehalf = {
  OPERATOR: unit,
  FILING_AUTHORITY: onBehalf('OWN_JURISDICTION'),
  CITY_EM: onBehalf('ALL'),
};
/** The same, but a rebuild: the city keys none (Art. 21). */
const byFiler = {
  ...byUnitOrOnBehalf,
  CITY_EM: onBehalf('ALL', 'NOT_RECONSTRUCTION'),
};
/** Art. 21 gives a rebuild to the county or committee. */
const reviewers = { FILING_AUTHORITY: own, CITY_EM: grant('ALL', 'NOT_RECONSTRUCTION') };
const byCityEm = { CITY_EM: all };
const byBothEm = { FILING_AUTHORITY: own, CITY_EM: all };
const byDecider = { DECIDER: own };
const byDuty = {
  DECIDER: grant('OWN_JURISDICTION', 'UNASSIGNED_DUTY'),
  DUTY_DEPARTMENT: grant('OWN_JURISDICTION', 'OWN_DUTY'),
};
const atTheGate = { OPERATOR: unit, COMMUNITY: postMember, FILING_AUTHORITY: postMember };
const byUnit = { OPERATOR: unit };
/** Art. 26 binds the unit; a temporary place has no account of its own, so its authority may key what the unit says. */
const byUnitOrForIt = { OPERATOR: unit, FILING_AUTHORITY: onBehalf('OWN_JURISDICTION') };
/** Who mends: the unit of the shelter, or the body the defect was given to. */
const byWhoMends = { OPERATOR: unit, DUTY_DEPARTMENT: answersForIt, OTHER_DEPARTMENT: answersForIt };
/** Never by the one responsible for the defect. */
const byWhoSignsOff = {
  FILING_AUTHORITY: grant('OWN_JURISDICTION', 'NOT_RESPONSIBLE'),
  CITY_EM: grant('ALL', 'NOT_RESPONSIBLE'),
  DUTY_DEPARTMENT: signsOffAsOrdered,
  OTHER_DEPARTMENT: signsOffAsOrdered,
};
const byAdmin = { ADMIN: all };

const law = (article: number, grants: ActGrants['grants']): ActGrants => ({ article, grants });
const practice = (source: string, grants: ActGrants['grants']): ActGrants => ({
  article: null,
  source,
  grants,
});

/**
 * Who may do what: every act, every role, how far. What is not written here is not allowed.
 * An activation (Art. 22) is decided by the county government or committee alone: neither CITY_EM nor CITY_GOVERNMENT.
 */
export const ACTS = {
  draftFiling: law(14, byFiler),
  editFiling: law(14, byFiler),
  submitFiling: law(14, byFiler),
  returnFiling: law(14, reviewers),
  acceptFiling: law(14, reviewers),
  withdrawFiling: practice('what was asked may be taken back', byFiler),
  correctShelter: law(18, byBothEm),
  acknowledgeCorrection: practice('Art. 18: the unit is told what was corrected without it', byUnit),
  giveRebuildNotice: law(21, { OPERATOR: unit, FILING_AUTHORITY: onBehalf('OWN_JURISDICTION') }),
  fileAsBuilt: law(21, { OPERATOR: unit, FILING_AUTHORITY: onBehalf('OWN_JURISDICTION') }),
  askDeregistration: practice('the unit asks, the authority decides', byUnit),
  deregisterShelter: practice('the authority that keeps the record closes it', byBothEm),
  recordMaintenanceAgreement: law(17, byUnitOrOnBehalf),
  recordMaintenanceDisagreement: law(17, byUnitOrOnBehalf),
  endMaintenance: practice('a facility changes hands, or the entry was a mistake', byUnitOrOnBehalf),
  determineMaintenance: law(17, {
    FILING_AUTHORITY: grant('OWN_JURISDICTION', 'SAME_LEVEL'),
    CITY_EM: grant('ALL', 'SAME_LEVEL'),
  }),
  importList: law(18, { OPERATOR: unit, ...byBothEm }),
  createJurisdictions: practice('lists from elsewhere name divisions of their own', byCityEm),
  takeTemporaryPlace: law(14, byUnitOrOnBehalf),

  proposePublication: practice('the county proposes what the city publishes', { FILING_AUTHORITY: own }),
  publishShelters: law(18, byCityEm),
  suspendPublication: law(18, byCityEm),
  hideShelter: law(18, byCityEm),
  withdrawShelter: law(18, byCityEm),

  recordEvent: law(22, { ...byBothEm, ...byDecider }),
  startExercise: law(7, { ...byBothEm, ...byDecider }),
  proposeActivation: practice('whoever sees the need says so', { ...byBothEm, ...byDecider }),
  requestDecision: practice('a recorded request, never a decision', { ...byBothEm, CITY_GOVERNMENT: all }),
  decideActivation: law(22, byDecider),
  amendActivation: practice('who decides may amend', byDecider),
  closeActivation: practice('who decides may close', byDecider),
  orderEvacuation: law(22, { DECIDER: own, CITY_GOVERNMENT: all }),
  openAtOnce: practice('urgency: the unit opens, the decision is made good afterwards', byUnit),
  reportShelterStatus: law(22, { OPERATOR: unit, COMMUNITY: postMember }),
  reportStandDown: practice('the unit reports that the shelter is empty', byUnit),
  standShelterDown: practice('shelters are released one by one', byDecider),
  proposeAnnouncement: practice('the county proposes', { FILING_AUTHORITY: own }),
  announce: law(22, {
    CITY_EM: grant('ALL', 'NOT_AN_ACTIVATION'),
    DECIDER: own,
    CITY_GOVERNMENT: grant('ALL', 'EVACUATION_ONLY'),
  }),

  appointCommandPostMembers: law(23, {
    OPERATOR: grant('OWN_UNIT', 'UNIT_HEAD_ONLY'),
    FILING_AUTHORITY: own,
    DECIDER: own,
  }),
  acknowledgeDuty: law(24, byDuty),
  reportDutyInPlace: law(24, byDuty),
  reportDutyDegraded: law(24, byDuty),
  standDownDuty: law(24, byDuty),
  runVolunteerStation: law(25, { COMMUNITY: postMember, DECIDER: own }),
  checkIn: practice('registration of evacuees at the gate', atTheGate),
  checkOut: practice('registration of evacuees at the gate', atTheGate),
  countOccupants: practice('head counts', atTheGate),
  transferEvacuees: practice('transfers between shelters', atTheGate),
  evacuateShelter: practice('a damaged shelter is emptied in one act', { ...atTheGate, ...byDecider }),
  resolveGateConflict: practice('the command post settles what two gates said', {
    ...atTheGate,
    ...byDecider,
  }),

  recordSummary: law(26, byUnitOrForIt),
  recordRepair: law(26, byUnitOrForIt),
  recordAftermath: law(26, byUnitOrForIt),
  recordInspection: law(27, byUnit),
  recordDrill: law(20, byUnit),
  askInspectionCampaign: practice('Art. 7: the city guides and co-ordinates, it asks', byCityEm),
  orderInspectionCampaign: law(27, byDecider),
  carryOutInspection: law(27, { ...byBothEm, DUTY_DEPARTMENT: asOrdered, OTHER_DEPARTMENT: asOrdered }),
  orderRectification: practice('hazard ledger: responsible body, person and deadline are named', {
    OPERATOR: unit,
    ...byBothEm,
    DUTY_DEPARTMENT: asOrdered,
    OTHER_DEPARTMENT: asOrdered,
  }),
  startRepair: practice('hazard ledger: closed loop', byWhoMends),
  reportRepair: practice('hazard ledger: closed loop', byWhoMends),
  returnRepair: practice('hazard ledger: what is not mended goes back', byWhoSignsOff),
  signDefectOff: law(27, byWhoSignsOff),

  keepDutyRoster: law(24, { ...byBothEm, ...byDecider }),
  keepStandingCommandPost: law(23, {
    OPERATOR: grant('OWN_UNIT', 'OWN_MEMBERS_ONLY'),
    ...byBothEm,
    ...byDecider,
  }),
  keepEmergencyPlan: law(7, { ...byBothEm, ...byDecider }),

  readRegistry: practice('nothing outside the own jurisdiction is readable unless published', {
    OPERATOR: unit,
    COMMUNITY: own,
    FILING_AUTHORITY: own,
    DECIDER: own,
    CITY_EM: all,
    CITY_GOVERNMENT: all,
    DUTY_DEPARTMENT: own,
    OTHER_DEPARTMENT: own,
  }),
  readFilings: law(14, {
    OPERATOR: unit,
    FILING_AUTHORITY: own,
    DECIDER: own,
    CITY_EM: all,
    CITY_GOVERNMENT: all,
  }),
  keepPeople: practice('administration of the system', byAdmin),
  keepOrganisations: practice('administration of the system', byAdmin),
  keepSettings: practice('administration of the system', byAdmin),
} as const satisfies Record<string, ActGrants>;

export type ActName = keyof typeof ACTS;
export const ACT_NAMES = Object.keys(ACTS) as ActName[];

/** The first appointment of the actor that allows the act on this subject, else null. Unknown conditions deny. */
export function mayPerform(actor: Actor, act: ActName, subject: ActSubject): Appointment | null {
  return actor.appointments.find((appointment) => allows(appointment, act, subject)) ?? null;
}

/** Where an actor may perform an act at all, for filters; conditions of the single subject are judged by `mayPerform`. */
export function reach(
  actor: Actor,
  act: ActName,
): { everywhere: boolean; jurisdictions: string[]; units: string[] } {
  const jurisdictions = new Set<string>();
  const units = new Set<string>();
  let everywhere = false;
  for (const appointment of actor.appointments) {
    const given = grantOf(act, appointment);
    if (given?.reach === 'ALL') everywhere = true;
    if (given?.reach === 'OWN_JURISDICTION')
      for (const code of appointment.jurisdictions) jurisdictions.add(code);
    if (given?.reach === 'OWN_UNIT') units.add(appointment.organisationId);
  }
  return { everywhere, jurisdictions: [...jurisdictions], units: [...units] };
}

function allows(appointment: Appointment, act: ActName, subject: ActSubject): boolean {
  const given = grantOf(act, appointment);
  return (
    given !== undefined &&
    reaches(given, appointment, subject) &&
    given.conditions.every((condition) => holds(condition, appointment, subject))
  );
}

function grantOf(act: ActName, appointment: Appointment): Grant | undefined {
  const grants: ActGrants['grants'] = ACTS[act].grants;
  return grants[appointment.role];
}

function reaches(given: Grant, appointment: Appointment, subject: ActSubject): boolean {
  switch (given.reach) {
    case 'ALL':
      return true;
    case 'OWN_JURISDICTION':
      return coversJurisdiction(appointment, subject.jurisdictionCode);
    case 'OWN_UNIT':
      return subject.unitId !== null && subject.unitId === appointment.organisationId;
  }
}

function holds(condition: Condition, appointment: Appointment, subject: ActSubject): boolean {
  switch (condition) {
    case 'NOT_RECONSTRUCTION':
      return subject.filingKind !== undefined && subject.filingKind !== 'RECONSTRUCTION';
    case 'SAME_LEVEL':
      return subject.level === (appointment.role === 'CITY_EM' ? 'CITY' : 'COUNTY');
    case 'POST_MEMBER':
      return subject.postMember === true;
    case 'UNIT_HEAD_ONLY':
    case 'OWN_MEMBERS_ONLY':
      return subject.member === 'UNIT_HEAD';
    case 'OWN_DUTY':
      return subject.dutyOrganisationId === appointment.organisationId;
    case 'UNASSIGNED_DUTY':
      return subject.dutyOrganisationId === null;
    case 'AS_ORDERED':
      return subject.orderedOrganisationIds?.includes(appointment.organisationId) === true;
    case 'NOT_RESPONSIBLE':
      return (
        subject.responsibleOrganisationId !== undefined &&
        subject.responsibleOrganisationId !== appointment.organisationId
      );
    case 'RESPONSIBLE':
      return subject.responsibleOrganisationId === appointment.organisationId;
    case 'NOT_AN_ACTIVATION':
      return subject.announces !== undefined && subject.announces !== 'ACTIVATION';
    case 'EVACUATION_ONLY':
      return subject.announces === 'EVACUATION';
  }
}
