import { describe, expect, it } from '@jest/globals';
import type { Actor } from './actor.ts';
import { ACT_NAMES, ACTS, mayPerform, reach, type ActName, type ActSubject } from './authority.ts';
import type { ActGrants, Grant } from './act-grants.ts';
import { ROLES, type Role } from './enumerations.ts';

/**
 * The acts × roles table as the domain tells it, written a second time by hand: U own unit, J own jurisdiction, A all,
 * a lower-case letter when a further condition must hold. A role that is not named may not.
 */
const SPECIFICATION: Record<ActName, Partial<Record<Role, 'U' | 'J' | 'A' | 'u' | 'j' | 'a'>>> = {
  draftFiling: { OPERATOR: 'U', FILING_AUTHORITY: 'J', CITY_EM: 'a' },
  editFiling: { OPERATOR: 'U', FILING_AUTHORITY: 'J', CITY_EM: 'a' },
  submitFiling: { OPERATOR: 'U', FILING_AUTHORITY: 'J', CITY_EM: 'a' },
  returnFiling: { FILING_AUTHORITY: 'J', CITY_EM: 'a' },
  acceptFiling: { FILING_AUTHORITY: 'J', CITY_EM: 'a' },
  withdrawFiling: { OPERATOR: 'U', FILING_AUTHORITY: 'J', CITY_EM: 'a' },
  correctShelter: { FILING_AUTHORITY: 'J', CITY_EM: 'A' },
  acknowledgeCorrection: { OPERATOR: 'U' },
  giveRebuildNotice: { OPERATOR: 'U', FILING_AUTHORITY: 'J' },
  fileAsBuilt: { OPERATOR: 'U', FILING_AUTHORITY: 'J' },
  askDeregistration: { OPERATOR: 'U' },
  deregisterShelter: { FILING_AUTHORITY: 'J', CITY_EM: 'A' },
  recordMaintenanceAgreement: { OPERATOR: 'U', FILING_AUTHORITY: 'J', CITY_EM: 'A' },
  recordMaintenanceDisagreement: { OPERATOR: 'U', FILING_AUTHORITY: 'J', CITY_EM: 'A' },
  endMaintenance: { OPERATOR: 'U', FILING_AUTHORITY: 'J', CITY_EM: 'A' },
  determineMaintenance: { FILING_AUTHORITY: 'j', CITY_EM: 'a' },
  importList: { OPERATOR: 'U', FILING_AUTHORITY: 'J', CITY_EM: 'A' },
  createJurisdictions: { CITY_EM: 'A' },
  takeTemporaryPlace: { OPERATOR: 'U', FILING_AUTHORITY: 'J', CITY_EM: 'A' },
  proposePublication: { FILING_AUTHORITY: 'J' },
  publishShelters: { CITY_EM: 'A' },
  suspendPublication: { CITY_EM: 'A' },
  hideShelter: { CITY_EM: 'A' },
  withdrawShelter: { CITY_EM: 'A' },
  recordEvent: { FILING_AUTHORITY: 'J', CITY_EM: 'A', DECIDER: 'J' },
  startExercise: { FILING_AUTHORITY: 'J', CITY_EM: 'A', DECIDER: 'J' },
  proposeActivation: { FILING_AUTHORITY: 'J', CITY_EM: 'A', DECIDER: 'J' },
  requestDecision: { FILING_AUTHORITY: 'J', CITY_EM: 'A', CITY_GOVERNMENT: 'A' },
  decideActivation: { DECIDER: 'J' },
  amendActivation: { DECIDER: 'J' },
  closeActivation: { DECIDER: 'J' },
  orderEvacuation: { DECIDER: 'J', CITY_GOVERNMENT: 'A' },
  openAtOnce: { OPERATOR: 'U' },
  reportShelterStatus: { OPERATOR: 'U', COMMUNITY: 'j' },
  reportStandDown: { OPERATOR: 'U' },
  standShelterDown: { DECIDER: 'J' },
  proposeAnnouncement: { FILING_AUTHORITY: 'J' },
  announce: { CITY_EM: 'a', DECIDER: 'J', CITY_GOVERNMENT: 'a' },
  appointCommandPostMembers: { OPERATOR: 'u', FILING_AUTHORITY: 'J', DECIDER: 'J' },
  acknowledgeDuty: { DECIDER: 'j', DUTY_DEPARTMENT: 'j' },
  reportDutyInPlace: { DECIDER: 'j', DUTY_DEPARTMENT: 'j' },
  reportDutyDegraded: { DECIDER: 'j', DUTY_DEPARTMENT: 'j' },
  standDownDuty: { DECIDER: 'j', DUTY_DEPARTMENT: 'j' },
  runVolunteerStation: { COMMUNITY: 'j', DECIDER: 'J' },
  checkIn: { OPERATOR: 'U', COMMUNITY: 'j', FILING_AUTHORITY: 'j' },
  checkOut: { OPERATOR: 'U', COMMUNITY: 'j', FILING_AUTHORITY: 'j' },
  countOccupants: { OPERATOR: 'U', COMMUNITY: 'j', FILING_AUTHORITY: 'j' },
  transferEvacuees: { OPERATOR: 'U', COMMUNITY: 'j', FILING_AUTHORITY: 'j' },
  evacuateShelter: { OPERATOR: 'U', COMMUNITY: 'j', FILING_AUTHORITY: 'j', DECIDER: 'J' },
  resolveGateConflict: { OPERATOR: 'U', COMMUNITY: 'j', FILING_AUTHORITY: 'j', DECIDER: 'J' },
  recordSummary: { OPERATOR: 'U', FILING_AUTHORITY: 'J' },
  recordRepair: { OPERATOR: 'U', FILING_AUTHORITY: 'J' },
  recordAftermath: { OPERATOR: 'U', FILING_AUTHORITY: 'J' },
  recordInspection: { OPERATOR: 'U' },
  recordDrill: { OPERATOR: 'U' },
  askInspectionCampaign: { CITY_EM: 'A' },
  orderInspectionCampaign: { DECIDER: 'J' },
  carryOutInspection: { FILING_AUTHORITY: 'J', CITY_EM: 'A', DUTY_DEPARTMENT: 'j', OTHER_DEPARTMENT: 'j' },
  orderRectification: {
    OPERATOR: 'U',
    FILING_AUTHORITY: 'J',
    CITY_EM: 'A',
    DUTY_DEPARTMENT: 'j',
    OTHER_DEPARTMENT: 'j',
  },
  startRepair: { OPERATOR: 'U', DUTY_DEPARTMENT: 'j', OTHER_DEPARTMENT: 'j' },
  reportRepair: { OPERATOR: 'U', DUTY_DEPARTMENT: 'j', OTHER_DEPARTMENT: 'j' },
  returnRepair: { FILING_AUTHORITY: 'j', CITY_EM: 'a', DUTY_DEPARTMENT: 'j', OTHER_DEPARTMENT: 'j' },
  signDefectOff: { FILING_AUTHORITY: 'j', CITY_EM: 'a', DUTY_DEPARTMENT: 'j', OTHER_DEPARTMENT: 'j' },
  keepDutyRoster: { FILING_AUTHORITY: 'J', CITY_EM: 'A', DECIDER: 'J' },
  keepStandingCommandPost: { OPERATOR: 'u', FILING_AUTHORITY: 'J', CITY_EM: 'A', DECIDER: 'J' },
  keepEmergencyPlan: { FILING_AUTHORITY: 'J', CITY_EM: 'A', DECIDER: 'J' },
  readRegistry: {
    OPERATOR: 'U',
    COMMUNITY: 'J',
    FILING_AUTHORITY: 'J',
    DECIDER: 'J',
    CITY_EM: 'A',
    CITY_GOVERNMENT: 'A',
    DUTY_DEPARTMENT: 'J',
    OTHER_DEPARTMENT: 'J',
  },
  readFilings: { OPERATOR: 'U', FILING_AUTHORITY: 'J', DECIDER: 'J', CITY_EM: 'A', CITY_GOVERNMENT: 'A' },
  keepPeople: { ADMIN: 'A' },
  keepOrganisations: { ADMIN: 'A' },
  keepSettings: { ADMIN: 'A' },
};

const OWN = '411202';
const FOREIGN = '411203';
const UNIT = 'unit-1';
const actorAs = (role: Role, organisationId = UNIT): Actor => ({
  personId: 'p',
  appointments: [{ role, organisationId, jurisdictions: [OWN] }],
});
const PLACES = [
  { jurisdictionCode: OWN, unitId: UNIT },
  { jurisdictionCode: OWN, unitId: 'unit-2' },
  { jurisdictionCode: OWN, unitId: null },
  { jurisdictionCode: FOREIGN, unitId: UNIT },
  { jurisdictionCode: FOREIGN, unitId: 'unit-2' },
  { jurisdictionCode: FOREIGN, unitId: null },
];
/** Facts under which every condition of an act that a role may have holds. */
const factsFor = (role: Role, act: ActName): Partial<ActSubject> => ({
  filingKind: 'NEW',
  level: role === 'CITY_EM' ? 'CITY' : 'COUNTY',
  postMember: true,
  member: 'UNIT_HEAD',
  dutyOrganisationId: role === 'DECIDER' ? null : UNIT,
  orderedOrganisationIds: [UNIT],
  responsibleOrganisationId: act === 'startRepair' || act === 'reportRepair' ? UNIT : 'somebody else',
  announces: 'EVACUATION',
});

/** What the table allows a role in a place: with every condition met, and with none of the facts known. */
const allowedBy = (cell: string | undefined, place: (typeof PLACES)[number]) => {
  const reached =
    cell !== undefined &&
    { U: place.unitId === UNIT, J: place.jurisdictionCode === OWN, A: true }[
      cell.toUpperCase() as 'U' | 'J' | 'A'
    ];
  return { met: reached, unknown: reached && cell === cell.toUpperCase() };
};

// One test an act, not one a cell: a changed rule is then tried by sixty tests, not by a thousand.
describe('acts × roles', () => {
  it.each(ACT_NAMES)('%s by every role, in every place', (act) => {
    const told = (cells: (role: Role, place: (typeof PLACES)[number]) => object) =>
      ROLES.map((role) => [role, PLACES.map((place) => cells(role, place))]);
    const allowed = (role: Role, subject: ActSubject) => mayPerform(actorAs(role), act, subject);
    const judged = told((role, place) => ({
      met: allowed(role, { ...place, ...factsFor(role, act) }) !== null,
      unknown: allowed(role, place) !== null,
    }));
    expect(judged).toEqual(told((role, place) => allowedBy(SPECIFICATION[act][role], place)));
  });

  it('names the appointment that allows it', () => {
    const actor = actorAs('DECIDER');
    expect(mayPerform(actor, 'decideActivation', { jurisdictionCode: OWN, unitId: null })).toBe(
      actor.appointments[0],
    );
  });

  it.each(ACT_NAMES)('reach of %s by every role', (act) => {
    const cellOf = (role: Role) => SPECIFICATION[act][role]?.toUpperCase();
    expect(ROLES.map((role) => [role, reach(actorAs(role), act)])).toEqual(
      ROLES.map((role) => [
        role,
        {
          everywhere: cellOf(role) === 'A',
          jurisdictions: cellOf(role) === 'J' ? [OWN] : [],
          units: cellOf(role) === 'U' ? [UNIT] : [],
        },
      ]),
    );
  });

  it.each(ACT_NAMES)('%s cites an article from 1 to 29, or names its practice', (act) => {
    const row: ActGrants = ACTS[act];
    expect(row.article === null).toBe(row.source !== undefined);
    if (row.article === null) expect(row.source).toMatch(/\S/);
    else expect([7, 14, 17, 18, 20, 21, 22, 23, 24, 25, 26, 27]).toContain(row.article);
  });

  it('lets staff file on behalf of a unit, and marks it', () => {
    const onBehalf = ACT_NAMES.flatMap((act) =>
      Object.entries(ACTS[act].grants as Partial<Record<Role, Grant>>)
        .filter(([, given]) => given.onBehalf)
        .map(([role]) => `${act} ${role}`),
    );
    const filings = ['draftFiling', 'editFiling', 'submitFiling', 'withdrawFiling', 'takeTemporaryPlace'];
    const maintenance = ['recordMaintenanceAgreement', 'recordMaintenanceDisagreement', 'endMaintenance'];
    expect(onBehalf.sort()).toEqual(
      [
        ...[...filings, ...maintenance].flatMap((act) => [`${act} FILING_AUTHORITY`, `${act} CITY_EM`]),
        'giveRebuildNotice FILING_AUTHORITY',
        'fileAsBuilt FILING_AUTHORITY',
        'recordSummary FILING_AUTHORITY',
        'recordRepair FILING_AUTHORITY',
        'recordAftermath FILING_AUTHORITY',
      ].sort(),
    );
  });

  it('keeps an activation from the city, and evacuees from the administrator', () => {
    const here = { jurisdictionCode: OWN, unitId: UNIT };
    for (const role of ['CITY_EM', 'CITY_GOVERNMENT', 'ADMIN', 'FILING_AUTHORITY'] as const) {
      expect(mayPerform(actorAs(role), 'decideActivation', here)).toBeNull();
    }
    const byAdmin = ACT_NAMES.filter((act) => 'ADMIN' in ACTS[act].grants);
    expect(byAdmin).toEqual(['keepPeople', 'keepOrganisations', 'keepSettings']);
  });
});
