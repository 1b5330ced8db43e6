import { randomUUID } from 'node:crypto';
import type { PersonName, Somebody } from './city.ts';
import { givenShelter } from './public-shelters.ts';
import type { TestServer } from './server.ts';
import { upload } from './upload.ts';

const ROW = `id stage ownerName party maintainerName saidOn decisionNumber determinedOn endedReason
  organisation { name } determinedByOrganisation { name } availableActs { act allowed }`;
export const AGREE = `mutation ($input: MaintenanceAgreementInput!) { recordMaintenanceAgreement(input: $input) { ${ROW} } }`;
export const DISAGREE = `mutation ($input: MaintenanceDisagreementInput!) { recordMaintenanceDisagreement(input: $input) { ${ROW} } }`;
export const DETERMINE = `mutation ($input: MaintenanceDeterminationInput!) { determineMaintenance(input: $input) { ${ROW} } }`;
export const END = `mutation ($id: ID!, $reason: String!) { endMaintenance(id: $id, reason: $reason) { ${ROW} } }`;
export const STAND = `query ($id: ID!) { shelter(id: $id) { maintenance { facilityType isFiled state ground maintainerName
  inForce { ${ROW} } waiting { ${ROW} } past { ${ROW} } availableActs { act allowed refusals { code } } } } }`;
const MINE = `query { maintenanceToDetermine { totalCount nodes { id facilityType shelter { name } } } }`;
const PDF = Buffer.from('%PDF-1.4\n%%EOF\n');

interface Row {
  readonly id: string;
  readonly stage: string;
  readonly maintainerName: string | null;
  readonly decisionNumber: string | null;
  readonly endedReason: string | null;
  readonly availableActs: readonly { act: string; allowed: boolean }[];
}
interface Facility {
  readonly facilityType: string;
  readonly isFiled: boolean;
  readonly ground: string;
  readonly maintainerName: string | null;
  readonly inForce: Row | null;
  readonly waiting: Row | null;
  readonly past: readonly Row[];
  readonly availableActs: readonly { act: string; allowed: boolean; refusals: { code: string }[] }[];
}

/** A facility as the file names it. */
export const facility = (type: string, maintainer: string | null = null) =>
  ({ type, quantity: 1, state: 'WORKING', maintainer }) as never;

/** What tests of Art. 17 do again and again, on one server. */
export function maintenanceDesk(server: TestServer, people: Record<PersonName, Somebody>) {
  const shelterOf = (name: string, changes: object = {}, unit = people.unit1, jurisdiction = '411202') =>
    givenShelter(
      server,
      unit,
      { name, grade: 'COUNTY', facilities: [facility('WATER'), facility('POWER', '湖滨供电所')], ...changes },
      jurisdiction,
    );
  const paperOf = async (by: Somebody): Promise<string> => {
    const { fileId } = await upload(server, '协议.pdf', Buffer.concat([PDF, Buffer.from(randomUUID())]), {
      authorization: `Bearer ${by.token}`,
    });
    return fileId ?? '';
  };
  const about = (shelterId: string, changes: object = {}) => ({
    id: randomUUID(),
    shelterId,
    facilityType: 'WATER',
    ownerName: '湖滨供水公司',
    ...changes,
  });
  const agreement = async (shelterId: string, by: Somebody, changes: object = {}) => ({
    input: {
      ...about(shelterId),
      agreedOn: '2026-03-01',
      party: 'OWNER',
      documentFileId: await paperOf(by),
      ...changes,
    },
  });
  const disagreement = (shelterId: string, changes: object = {}) => ({
    input: {
      ...about(shelterId),
      disagreedOn: '2026-03-05',
      unitPosition: '由供水公司维护。',
      ownerPosition: '由公园维护。',
      ...changes,
    },
  });
  const determination = (shelterId: string, changes: object = {}) => ({
    input: {
      shelterId,
      facilityType: 'WATER',
      party: 'UNIT',
      determinedOn: '2026-03-10',
      decisionNumber: '湖应急〔2026〕3号',
      reason: '日常由公园使用。',
      ...changes,
    },
  });
  const standOf = async (id: string, by: Somebody): Promise<Facility[]> =>
    (await server.do<{ shelter: { maintenance: Facility[] } }>(STAND, { id }, by)).shelter.maintenance;
  const waterOf = async (id: string, by = people.unit1): Promise<Facility> => {
    const found = (await standOf(id, by)).find(({ facilityType }) => facilityType === 'WATER');
    if (!found) throw new Error('no water');
    return found;
  };
  const mine = async (by: Somebody) =>
    (
      await server.do<{ maintenanceToDetermine: { nodes: { shelter: { name: string } }[] } }>(MINE, {}, by)
    ).maintenanceToDetermine.nodes.map(({ shelter }) => shelter.name);
  const entriesOf = async (id: string) =>
    (
      await server.office.dataSource.query<{ act: string; role: string }[]>(
        `select act, role from ledger_entry where process = 'maintenance_arrangement' and subjects @> $1 order by seq`,
        [JSON.stringify([{ id }])],
      )
    ).map(({ act, role }) => `${act} ${role}`);
  return {
    shelterOf,
    paperOf,
    about,
    agreement,
    disagreement,
    determination,
    standOf,
    waterOf,
    mine,
    entriesOf,
  };
}
