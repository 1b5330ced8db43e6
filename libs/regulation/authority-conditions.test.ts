import { describe, expect, it } from '@jest/globals';
import type { Actor, Appointment } from './actor.ts';
import { mayPerform, reach, type ActName, type ActSubject, type Condition } from './authority.ts';
import type { Role } from './enumerations.ts';

const OWN = '411202';
const FOREIGN = '411203';
const UNIT = 'unit-1';
const actorAs = (role: Role): Actor => ({
  personId: 'p',
  appointments: [{ role, organisationId: UNIT, jurisdictions: [OWN] }],
});

describe('conditions', () => {
  const here: ActSubject = { jurisdictionCode: OWN, unitId: UNIT };
  const may = (role: Role, act: ActName, facts: Partial<ActSubject>) =>
    mayPerform(actorAs(role), act, { ...here, ...facts }) !== null;

  it.each([
    [
      'NOT_RECONSTRUCTION',
      'CITY_EM',
      'acceptFiling',
      { filingKind: 'CHANGE' },
      { filingKind: 'RECONSTRUCTION' },
    ],
    [
      'NOT_RECONSTRUCTION',
      'CITY_EM',
      'returnFiling',
      { filingKind: 'NEW' },
      { filingKind: 'RECONSTRUCTION' },
    ],
    ['SAME_LEVEL', 'CITY_EM', 'determineMaintenance', { level: 'CITY' }, { level: 'COUNTY' }],
    ['SAME_LEVEL', 'FILING_AUTHORITY', 'determineMaintenance', { level: 'COUNTY' }, { level: 'CITY' }],
    ['POST_MEMBER', 'COMMUNITY', 'checkIn', { postMember: true }, { postMember: false }],
    [
      'UNIT_HEAD_ONLY',
      'OPERATOR',
      'appointCommandPostMembers',
      { member: 'UNIT_HEAD' },
      { member: 'COMMUNITY_HEAD' },
    ],
    [
      'OWN_MEMBERS_ONLY',
      'OPERATOR',
      'keepStandingCommandPost',
      { member: 'UNIT_HEAD' },
      { member: 'EM_DEPARTMENT' },
    ],
    [
      'OWN_DUTY',
      'DUTY_DEPARTMENT',
      'acknowledgeDuty',
      { dutyOrganisationId: UNIT },
      { dutyOrganisationId: 'other' },
    ],
    [
      'OWN_DUTY',
      'DUTY_DEPARTMENT',
      'standDownDuty',
      { dutyOrganisationId: UNIT },
      { dutyOrganisationId: null },
    ],
    [
      'UNASSIGNED_DUTY',
      'DECIDER',
      'acknowledgeDuty',
      { dutyOrganisationId: null },
      { dutyOrganisationId: UNIT },
    ],
    [
      'AS_ORDERED',
      'OTHER_DEPARTMENT',
      'carryOutInspection',
      { orderedOrganisationIds: ['a', UNIT] },
      { orderedOrganisationIds: ['a'] },
    ],
    [
      'NOT_RESPONSIBLE',
      'FILING_AUTHORITY',
      'signDefectOff',
      { responsibleOrganisationId: 'other' },
      { responsibleOrganisationId: UNIT },
    ],
    [
      'NOT_RESPONSIBLE',
      'CITY_EM',
      'signDefectOff',
      { responsibleOrganisationId: null },
      { responsibleOrganisationId: UNIT },
    ],
    [
      'RESPONSIBLE',
      'DUTY_DEPARTMENT',
      'reportRepair',
      { responsibleOrganisationId: UNIT },
      { responsibleOrganisationId: 'other' },
    ],
    ['NOT_AN_ACTIVATION', 'CITY_EM', 'announce', { announces: 'OTHER' }, { announces: 'ACTIVATION' }],
    ['EVACUATION_ONLY', 'CITY_GOVERNMENT', 'announce', { announces: 'EVACUATION' }, { announces: 'OTHER' }],
  ] satisfies [Condition, Role, ActName, Partial<ActSubject>, Partial<ActSubject>][])(
    '%s for %s: %s',
    (_condition, role, act, holds, fails) => {
      expect(may(role, act, holds)).toBe(true);
      expect(may(role, act, fails)).toBe(false);
      expect(may(role, act, {})).toBe(false);
    },
  );

  it('asks the county for a rebuild (Art. 21)', () => {
    expect(may('FILING_AUTHORITY', 'acceptFiling', { filingKind: 'RECONSTRUCTION' })).toBe(true);
  });

  it('needs both conditions of an ordered sign-off', () => {
    const ordered = { orderedOrganisationIds: [UNIT] };
    expect(may('DUTY_DEPARTMENT', 'signDefectOff', { ...ordered, responsibleOrganisationId: UNIT })).toBe(
      false,
    );
    expect(may('DUTY_DEPARTMENT', 'signDefectOff', { ...ordered, responsibleOrganisationId: 'other' })).toBe(
      true,
    );
    expect(
      may('DUTY_DEPARTMENT', 'carryOutInspection', { ...ordered, responsibleOrganisationId: UNIT }),
    ).toBe(true);
  });
});

describe('several appointments', () => {
  const unit: Appointment = { role: 'OPERATOR', organisationId: UNIT, jurisdictions: [OWN] };
  const county: Appointment = {
    role: 'FILING_AUTHORITY',
    organisationId: 'em',
    jurisdictions: [OWN, FOREIGN],
  };
  const city: Appointment = { role: 'CITY_EM', organisationId: 'city', jurisdictions: [] };

  it('allow what any of them allows, and name the first that does', () => {
    const actor = { personId: 'p', appointments: [unit, county, city] };
    const filing = { jurisdictionCode: FOREIGN, unitId: 'unit-2', filingKind: 'NEW' as const };
    expect(mayPerform(actor, 'acceptFiling', filing)).toBe(county);
    expect(mayPerform(actor, 'acceptFiling', { ...filing, jurisdictionCode: '411281' })).toBe(city);
    expect(mayPerform(actor, 'submitFiling', { ...filing, unitId: UNIT })).toBe(unit);
    expect(reach(actor, 'submitFiling')).toEqual({
      everywhere: true,
      jurisdictions: [OWN, FOREIGN],
      units: [UNIT],
    });
  });

  it('reach nothing without any', () => {
    const nobody = { personId: 'p', appointments: [] };
    expect(mayPerform(nobody, 'readRegistry', { jurisdictionCode: OWN, unitId: null })).toBeNull();
    expect(reach(nobody, 'readRegistry')).toEqual({ everywhere: false, jurisdictions: [], units: [] });
  });
});
