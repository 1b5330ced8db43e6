import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { setPersonStage } from '../../apps/api/src/administration/set-stage.ts';
import { officerNamed } from '../../apps/api/src/cli/officer-named.ts';
import { appoint } from '../../apps/api/src/identity/create-person.ts';
import { completeContents } from '../support/contents.ts';
import { givenPeople, PASSWORD, signedIn, type Somebody } from '../support/city.ts';
import { databaseKinds } from '../support/databases.ts';
import { DRAFT, givenDraft, givenFile, SUBMIT } from '../support/filing.ts';
import { startServer, type TestServer } from '../support/server.ts';

const SIGN_IN = `mutation ($username: String!) { signIn(username: $username, password: "${PASSWORD}") { token } }`;
const PERSON = {
  disable: `mutation ($id: ID!) { disablePerson(id: $id) }`,
  enable: `mutation ($id: ID!) { enablePerson(id: $id) }`,
};
const ORGANISATION = {
  disable: `mutation ($id: ID!) { disableOrganisation(id: $id) }`,
  enable: `mutation ($id: ID!) { enableOrganisation(id: $id) }`,
};
const NOBODY = '0198c0de-0000-7000-8000-000000000000';
const OTHERS = ['unit1', 'hubinEm', 'lingbaoEm', 'city', 'citygov', 'hubinGov', 'health'] as const;

describe.each(databaseKinds())('people and organisations on %s', (kind) => {
  let server: TestServer;
  let people: Record<(typeof OTHERS)[number] | 'unit2' | 'community1' | 'admin', Somebody>;
  beforeAll(async () => {
    server = await startServer(kind);
    people = await givenPeople(server, [...OTHERS, 'unit2', 'community1', 'admin']);
  });
  afterAll(() => server.close());

  const whoIs = async (token: string) =>
    (await server.do<{ me: { username: string } | null }>(`{ me { username } }`, {}, { token })).me
      ?.username ?? null;
  const mayEnter = async (username: string) => (await server.refusals(SIGN_IN, { username })).length === 0;
  const by = (act: string, id: string, somebody: Somebody = people.admin) =>
    server.refusals(act, { id }, somebody);
  const ledgerOf = (id: string) =>
    server.office.dataSource.query<{ act: string; from: string; to: string }[]>(
      `select act, subjects->0->>'from' as from, subjects->0->>'to' as to from ledger_entry
       where subjects->0->>'id' = $1 order by seq`,
      [id],
    );

  test('only the administrator disables and enables, people and organisations', async () => {
    const { personId, organisationId } = people.unit2;
    for (const name of OTHERS) {
      for (const act of Object.values(PERSON))
        expect(await by(act, personId, people[name])).toEqual(['NO_AUTHORITY']);
      for (const act of Object.values(ORGANISATION))
        expect(await by(act, organisationId, people[name])).toEqual(['NO_AUTHORITY']);
    }
    expect(await server.refusals(ORGANISATION.disable, { id: organisationId })).toEqual(['UNAUTHENTICATED']);
    expect(await by(PERSON.disable, NOBODY)).toEqual(['NOT_FOUND']);
    expect(await by(ORGANISATION.enable, NOBODY)).toEqual(['NOT_FOUND']);
    expect(await ledgerOf(organisationId)).toEqual([]);
    expect(await mayEnter('unit2')).toBe(true);
  });

  test('a person is disabled, then let in again; twice is once; the ledger keeps both', async () => {
    const { personId, token } = people.community1;
    expect(await by(PERSON.disable, personId)).toEqual([]);
    expect(await by(PERSON.disable, personId)).toEqual([]);
    expect([await whoIs(token), await mayEnter('community1')]).toEqual([null, false]);
    expect(await by(PERSON.enable, personId)).toEqual([]);
    expect(await by(PERSON.enable, personId)).toEqual([]);
    // The old session stays ended: who was signed out signs in again.
    expect([await whoIs(token), await mayEnter('community1')]).toEqual([null, true]);
    expect(await ledgerOf(personId)).toEqual([
      { act: 'disablePerson', from: 'ACTIVE', to: 'DISABLED' },
      { act: 'enablePerson', from: 'DISABLED', to: 'ACTIVE' },
    ]);
  });

  test('a disabled organisation signs its people out at once and keeps its history', async () => {
    const { organisationId, token, username } = people.unit1;
    const { id } = await givenDraft(server, people.unit1, '411202');
    expect(await by(ORGANISATION.disable, organisationId)).toEqual([]);
    expect(await by(ORGANISATION.disable, organisationId)).toEqual([]);
    expect([await whoIs(token), await mayEnter(username)]).toEqual([null, false]);
    expect(await by(SUBMIT, id, people.unit1)).toEqual(['UNAUTHENTICATED']);
    expect(await officerNamed(server.office.dataSource, username)).toBeNull();
    const { filing } = await server.do<{ filing: object }>(
      `query ($id: ID!) { filing(id: $id) { stage unit { name disabledAt } } }`,
      { id },
      people.hubinEm,
    );
    expect(filing).toEqual({
      stage: 'DRAFT',
      unit: { name: '湖滨公园管理处', disabledAt: server.clock.now().toISOString() },
    });

    expect(await by(ORGANISATION.enable, organisationId)).toEqual([]);
    expect(await mayEnter(username)).toBe(true);
    expect(await by(SUBMIT, id, { ...people.unit1, token: await signedIn(server, username) })).toEqual([]);
    expect(await ledgerOf(organisationId)).toEqual([
      { act: 'disableOrganisation', from: 'ACTIVE', to: 'DISABLED' },
      { act: 'enableOrganisation', from: 'DISABLED', to: 'ACTIVE' },
    ]);
  });

  test('who has another office keeps the session, and loses the authority of the disabled one', async () => {
    const { personId, token, organisationId } = people.unit2;
    const { health } = people;
    await server.office.dataSource.transaction((tx) =>
      appoint(tx, personId, {
        role: 'DUTY_DEPARTMENT',
        organisationId: health.organisationId,
        jurisdictions: ['411202'],
      }),
    );
    const OFFICES = `{ me { appointments { role organisation { name } } } }`;
    await by(ORGANISATION.disable, organisationId);
    expect(await server.do(OFFICES, {}, { token })).toEqual({
      me: { appointments: [{ role: 'DUTY_DEPARTMENT', organisation: { name: '湖滨区卫生健康委' } }] },
    });
    const input = { jurisdictionCode: '411282', unitId: organisationId, contents: completeContents(null) };
    expect(await server.refusals(DRAFT, { input }, { token })).toContain('NO_AUTHORITY');
    await by(ORGANISATION.enable, organisationId);
    expect(await server.refusals(DRAFT, { input }, { token })).not.toContain('NO_AUTHORITY');
  });

  test('nothing new begins for a disabled organisation, and lists leave it out unless asked', async () => {
    const { organisationId } = people.unit2;
    await by(ORGANISATION.disable, organisationId);
    const signedPaperFileId = await givenFile(server, people.lingbaoEm);
    const contents = completeContents(null);
    const input = { jurisdictionCode: '411282', unitId: organisationId, signedPaperFileId, contents };
    expect(await server.refusals(DRAFT, { input }, people.lingbaoEm)).toContain('ORGANISATION_DISABLED');
    const person = {
      username: 'late-comer',
      displayName: '后来',
      password: PASSWORD,
      appointments: [{ role: 'OPERATOR', organisationId, jurisdictions: ['411282'] }],
    };
    const CREATE = `mutation ($input: CreatePersonInput!) { createPerson(input: $input) }`;
    expect(await server.refusals(CREATE, { input: person }, people.admin)).toEqual(['ORGANISATION_DISABLED']);
    const listed = async (withDisabled: boolean) => {
      const { organisations } = await server.do<{ organisations: { id: string; availableActs: object[] }[] }>(
        `query ($withDisabled: Boolean!) { organisations(jurisdictionCode: "411282", text: "体育中心", withDisabled: $withDisabled) {
           id availableActs { act allowed } } }`,
        { withDisabled },
        people.admin,
      );
      return organisations;
    };
    expect(await listed(false)).toEqual([]);
    expect(await listed(true)).toEqual([
      { id: organisationId, availableActs: [{ act: 'enableOrganisation', allowed: true }] },
    ]);
    await by(ORGANISATION.enable, organisationId);
    expect(await listed(false)).toHaveLength(1);
  });

  test('the last administrator stays, as a person and as an organisation', async () => {
    const { personId, organisationId } = people.admin;
    expect(await by(PERSON.disable, personId)).toEqual(['LAST_ADMINISTRATOR']);
    expect(await by(ORGANISATION.disable, organisationId)).toEqual(['LAST_ADMINISTRATOR']);
    expect(await whoIs(people.admin.token)).toBe('admin');
    await server.office.dataSource.transaction((tx) =>
      appoint(tx, people.city.personId, { role: 'ADMIN', organisationId, jurisdictions: ['411200'] }),
    );
    // Two who were recognised, and disable one another at once: one of them stays. Proves something on PostgreSQL.
    const { dataSource } = server.office;
    const [one, other] = [await officerNamed(dataSource, 'admin'), await officerNamed(dataSource, 'city')];
    if (!one || !other) throw new Error('an administrator is missing');
    for (let round = 0; round < 8; round += 1) {
      const ends = await Promise.allSettled([
        setPersonStage(server.office, one, 'disablePerson', other.personId),
        setPersonStage(server.office, other, 'disablePerson', one.personId),
      ]);
      expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      await setPersonStage(server.office, one, 'enablePerson', one.personId);
      await setPersonStage(server.office, one, 'enablePerson', other.personId);
    }
  });
});
