import type { Actor, Appointment } from '#regulation/actor';
import type { Role } from '#regulation/enumerations';
import { randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { findOrCreateOrganisation } from '../../identity/create-organisation.ts';
import { appoint, createPerson } from '../../identity/create-person.ts';
import type { Officer } from '../../identity/officer.ts';
import type { OrganisationKind } from '../../identity/organisation.entity.ts';
import { CITY_CODE, JURISDICTIONS } from '../jurisdictions.ts';
import { DEMO_UNITS } from './demo-shelters.ts';

const FILING = JURISDICTIONS.filter(({ code }) => code !== CITY_CODE).map(({ code }) => code);

interface Account {
  readonly displayName: string;
  readonly organisation: readonly [name: string, kind: OrganisationKind, jurisdiction: string];
  readonly roles: readonly Role[];
  /** Default: where the organisation is. */
  readonly jurisdictions?: readonly string[];
}

const countyEm = (name: string, code: string): Account => ({
  displayName: `${name}应急局值班员（演示）`,
  organisation: [`${name}应急管理局（演示）`, 'EM_DEPARTMENT', code],
  roles: ['FILING_AUTHORITY', 'DUTY_DEPARTMENT'],
});
const countyGovernment = (name: string, code: string): Account => ({
  displayName: `${name}政府值班领导（演示）`,
  organisation: [`${name}人民政府（演示）`, 'GOVERNMENT', code],
  roles: ['DECIDER'],
});
const dutyBody = (name: string): Account => ({
  displayName: `${name}值班员（演示）`,
  organisation: [`三门峡市${name}（演示）`, 'DUTY_BODY', CITY_CODE],
  roles: ['DUTY_DEPARTMENT'],
  jurisdictions: FILING,
});

/** The accounts that are printed at start, by user name. */
const ACCOUNTS: Readonly<Record<string, Account>> = {
  city: {
    displayName: '市应急局值班员（演示）',
    organisation: ['三门峡市应急管理局（演示）', 'EM_DEPARTMENT', CITY_CODE],
    roles: ['CITY_EM'],
  },
  citygov: {
    displayName: '市政府值班领导（演示）',
    organisation: ['三门峡市人民政府（演示）', 'GOVERNMENT', CITY_CODE],
    roles: ['CITY_GOVERNMENT'],
  },
  'hubin-em': countyEm('湖滨区', '411202'),
  'hubin-gov': countyGovernment('湖滨区', '411202'),
  'lingbao-em': countyEm('灵宝市', '411282'),
  'lingbao-gov': countyGovernment('灵宝市', '411282'),
  sfq: {
    displayName: '示范区管委会值班员（演示）',
    organisation: ['城乡一体化示范区管委会（演示）', 'COMMITTEE', 'SMX-SFQ'],
    roles: ['FILING_AUTHORITY', 'DUTY_DEPARTMENT', 'DECIDER'],
  },
  unit1: {
    displayName: '晨光教育集团安全员（演示）',
    organisation: [DEMO_UNITS.unit1.name, 'UNIT', '411202'],
    roles: ['OPERATOR'],
  },
  community1: {
    displayName: '湖滨街道社区负责人（演示）',
    organisation: ['湖滨街道晨光社区（演示）', 'COMMUNITY', '411202'],
    roles: ['COMMUNITY'],
  },
  health: dutyBody('卫生健康委'),
  police: dutyBody('公安局'),
  water: dutyBody('供水公司'),
  urban: dutyBody('城市管理局'),
  power: dutyBody('供电公司'),
  telecom: dutyBody('通信公司'),
  admin: {
    displayName: '系统管理员（演示）',
    organisation: ['系统管理（演示）', 'OTHER', CITY_CODE],
    roles: ['ADMIN'],
  },
};

export const DEMO_USERNAMES: readonly string[] = Object.keys(ACCOUNTS);

/** Whose hands the demo's past went through: the accounts, and for each unit a clerk who has left and cannot sign in. */
export interface DemoPeople {
  readonly officers: Readonly<Record<string, Officer>>;
  readonly clerks: Readonly<Record<string, Officer>>;
  /** Organisations of the units, by their key. */
  readonly unitIds: Readonly<Record<string, string>>;
}

/** Makes the demo's organisations and people, with one password for all that may sign in. */
export async function createDemoPeople(tx: EntityManager, password: string, now: Date): Promise<DemoPeople> {
  const officers: Record<string, Officer> = {};
  for (const [username, { displayName, organisation, roles, jurisdictions }] of Object.entries(ACCOUNTS)) {
    const [name, kind, jurisdictionCode] = organisation;
    const organisationId = await findOrCreateOrganisation(tx, { name, kind, jurisdictionCode }, now);
    const appointments = roles.map((role) => ({
      role,
      organisationId,
      jurisdictions: jurisdictions ?? [jurisdictionCode],
    }));
    officers[username] = await createOfficer(tx, { username, displayName, password }, appointments, now);
  }
  const unitIds: Record<string, string> = {};
  const clerks: Record<string, Officer> = {};
  for (const [key, { name, jurisdiction }] of Object.entries(DEMO_UNITS)) {
    const unit = { name, kind: 'UNIT', jurisdictionCode: jurisdiction } as const;
    const organisationId = await findOrCreateOrganisation(tx, unit, now);
    unitIds[key] = organisationId;
    const person = {
      username: `left-${key}`,
      displayName: '已离任经办人（演示）',
      password: randomBytes(24).toString('base64url'),
    };
    const appointments = [{ role: 'OPERATOR', organisationId, jurisdictions: [jurisdiction] }] as const;
    clerks[key] = await createOfficer(tx, person, appointments, now);
  }
  const left = Object.values(clerks).map(({ personId }) => personId);
  await tx.query(`update person set stage = 'DISABLED', disabled_at = $2 where id = any($1)`, [left, now]);
  return { officers, clerks, unitIds };
}

async function createOfficer(
  tx: EntityManager,
  person: { username: string; displayName: string; password: string },
  appointments: readonly Appointment[],
  now: Date,
): Promise<Officer> {
  const personId = await createPerson(tx, person, now, { anyPassword: true });
  for (const appointment of appointments) await appoint(tx, personId, appointment);
  const actor: Actor = { personId, appointments };
  return { ...actor, username: person.username, displayName: person.displayName, sessionId: 'demo' };
}
