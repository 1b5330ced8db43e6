import type { Role } from '#regulation/enumerations';
import { findOrCreateOrganisation } from '../../apps/api/src/identity/create-organisation.ts';
import { appoint, createPerson } from '../../apps/api/src/identity/create-person.ts';
import type { OrganisationKind } from '../../apps/api/src/identity/organisation.entity.ts';
import type { TestServer } from './server.ts';

const PASSWORD = 'correct-horse-battery';

export interface Somebody {
  readonly token: string;
  readonly personId: string;
  readonly organisationId: string;
  readonly username: string;
}

/** Who stands for what in tests: name → role, organisation, its kind, its jurisdiction. */
const PEOPLE = {
  city: ['CITY_EM', '三门峡市应急管理局', 'EM_DEPARTMENT', '411200'],
  citygov: ['CITY_GOVERNMENT', '三门峡市人民政府', 'GOVERNMENT', '411200'],
  hubinEm: ['FILING_AUTHORITY', '湖滨区应急管理局', 'EM_DEPARTMENT', '411202'],
  hubinEm2: ['FILING_AUTHORITY', '湖滨区应急管理局', 'EM_DEPARTMENT', '411202'],
  hubinGov: ['DECIDER', '湖滨区人民政府', 'GOVERNMENT', '411202'],
  lingbaoEm: ['FILING_AUTHORITY', '灵宝市应急管理局', 'EM_DEPARTMENT', '411282'],
  lingbaoGov: ['DECIDER', '灵宝市人民政府', 'GOVERNMENT', '411282'],
  zone: ['FILING_AUTHORITY', '示范区管委会', 'COMMITTEE', 'SMX-SFQ'],
  unit1: ['OPERATOR', '湖滨公园管理处', 'UNIT', '411202'],
  unit2: ['OPERATOR', '灵宝体育中心', 'UNIT', '411282'],
  unit3: ['OPERATOR', '湖滨区第二小学', 'UNIT', '411202'],
  community1: ['COMMUNITY', '车站街道社区', 'COMMUNITY', '411202'],
  health: ['DUTY_DEPARTMENT', '湖滨区卫生健康委', 'DUTY_BODY', '411202'],
  planning: ['OTHER_DEPARTMENT', '湖滨区自然资源局', 'OTHER', '411202'],
  admin: ['ADMIN', '系统管理', 'OTHER', '411200'],
} as const satisfies Record<string, readonly [Role, string, OrganisationKind, string]>;

export type PersonName = keyof typeof PEOPLE;
export const PERSON_NAMES = Object.keys(PEOPLE) as PersonName[];

export function roleOf(name: PersonName): Role {
  return PEOPLE[name][0];
}

/** Makes the people and signs each of them in. */
export async function givenPeople<Name extends PersonName>(
  server: TestServer,
  names: readonly Name[],
): Promise<Record<Name, Somebody>> {
  const people: Partial<Record<Name, Somebody>> = {};
  for (const name of names) people[name] = await givenPerson(server, name);
  return people as Record<Name, Somebody>;
}

async function givenPerson(server: TestServer, name: PersonName): Promise<Somebody> {
  const [role, organisation, kind, jurisdictionCode] = PEOPLE[name];
  const { dataSource, clock } = server.office;
  const username = name.toLowerCase();
  const made = await dataSource.transaction(async (tx) => {
    const now = clock.now();
    const organisationId = await findOrCreateOrganisation(
      tx,
      { name: organisation, kind, jurisdictionCode },
      now,
    );
    const personId = await createPerson(tx, { username, displayName: name, password: PASSWORD }, now);
    await appoint(tx, personId, { role, organisationId, jurisdictions: [jurisdictionCode] });
    return { personId, organisationId };
  });
  return { ...made, username, token: await signedIn(server, username) };
}

/** A fresh session for somebody who exists. */
export async function signedIn(server: TestServer, username: string): Promise<string> {
  const { signIn } = await server.do<{ signIn: { token: string } }>(
    `mutation ($username: String!, $password: String!) { signIn(username: $username, password: $password) { token } }`,
    { username, password: PASSWORD },
  );
  return signIn.token;
}

export { PASSWORD };
