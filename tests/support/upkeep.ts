import { randomUUID } from 'node:crypto';
import type { Somebody } from './city.ts';
import type { TestServer } from './server.ts';

const INSPECTION = `id kind saidOn doneOn flags fulfils heads { head result note } organisation { name } recordedByName
  defects { id stage grade } evidence { fileId sha256 maker proves late retention keptUntil } campaign { title }`;
export const RECORD = `mutation ($input: InspectionInput!) { recordInspection(input: $input) { ${INSPECTION} } }`;
export const CARRY_OUT = `mutation ($input: InspectionInput!, $campaignId: ID) {
  carryOutInspection(input: $input, campaignId: $campaignId) { ${INSPECTION} } }`;
export const RECORD_DRILL = `mutation ($input: DrillInput!) { recordDrill(input: $input) {
  id saidOn doneOn flags participants summary recordedByName evidence { proves } } }`;
const DEFECT = `id stage grade effect text dueOn lateness returned responsiblePerson responsibleOrganisation { name }
  steps { act note personName organisation { name } } evidence { proves retention } availableActs { act allowed refusals { code } }`;
export const ORDER = `mutation ($input: RectificationInput!) { orderRectification(input: $input) { ${DEFECT} } }`;
export const START = `mutation ($input: DefectStepInput!) { startRepair(input: $input) { ${DEFECT} } }`;
export const REPORT = `mutation ($input: DefectStepInput!) { reportRepair(input: $input) { ${DEFECT} } }`;
export const SEND_BACK = `mutation ($input: DefectStepInput!) { returnRepair(input: $input) { ${DEFECT} } }`;
export const SIGN_OFF = `mutation ($input: DefectStepInput!) { signDefectOff(input: $input) { ${DEFECT} } }`;
export const DEFECT_OF = `query ($id: ID!) { defect(id: $id) { ${DEFECT} } }`;
export const ORDER_CAMPAIGN = `mutation ($input: CampaignInput!) { orderInspectionCampaign(input: $input) {
  id stage title departments { name } progress { shelters inspected } } }`;
export const ASK_CAMPAIGN = `mutation ($input: CampaignInput!) { askInspectionCampaign(input: $input) { id stage } }`;
export const OBLIGATIONS = `query ($filter: ObligationFilter!, $first: Int!, $after: String) {
  obligations(filter: $filter, first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor }
    nodes { duty article state dueOn lateness missedYears shelter { code } } }
  obligationCounts(filter: $filter) { duty state count } }`;

const SEVEN = ['PLAN', 'ORGANISATION', 'FACILITIES', 'SUPPLIES', 'FUNDS', 'EDUCATION_AND_DRILL', 'OTHER'];

/** All seven heads in order, as a supervision says them. */
export const ALL_IN_ORDER = SEVEN.map((head) => ({ head, result: 'IN_ORDER', note: null }));

/** What a unit that looked at its facilities and found nothing amiss would say on the tenth of March 2026. */
export function inspectionOf(shelterId: string, changes: Record<string, unknown> = {}) {
  return {
    id: randomUUID(),
    shelterId,
    inspectedOn: '2026-03-10',
    heads: [{ head: 'FACILITIES', result: 'IN_ORDER', note: '照明、供水正常' }],
    findings: [],
    evidence: [],
    note: null,
    ...changes,
  };
}

export function drillOf(shelterId: string, changes: Record<string, unknown> = {}) {
  const told = {
    heldOn: '2026-03-10',
    participants: 120,
    summary: '疏散演练，十二分钟全部到位。',
    evidence: [],
  };
  return { id: randomUUID(), shelterId, ...told, ...changes };
}

export const MAJOR = {
  head: 'FACILITIES',
  facilityType: 'WATER',
  grade: 'MAJOR',
  text: '应急供水管断裂',
  effect: 'LIMITED',
  evidence: [],
};
export const GENERAL = {
  ...MAJOR,
  grade: 'GENERAL',
  text: '标志牌褪色',
  effect: null,
  facilityType: 'SIGNS',
};

export interface DefectSeen {
  readonly id: string;
  readonly stage: string;
  readonly grade: string;
  readonly dueOn: string | null;
  readonly lateness: string | null;
  readonly returned: number;
  readonly steps: readonly { act: string; note: string | null; personName: string | null }[];
  readonly evidence: readonly { proves: string; retention: string }[];
  readonly availableActs: readonly { act: string; allowed: boolean; refusals: { code: string }[] }[];
}

/** Records an inspection with one finding, and answers the defect’s id. */
export async function givenDefect(
  server: TestServer,
  unit: Somebody,
  shelterId: string,
  finding: Record<string, unknown> = MAJOR,
): Promise<string> {
  const input = inspectionOf(shelterId, { findings: [finding] });
  const { recordInspection } = await server.do<{ recordInspection: { defects: { id: string }[] } }>(
    RECORD,
    { input },
    unit,
  );
  return recordInspection.defects[0]?.id ?? '';
}

/** The order that gives a defect to the unit of its shelter until the last of March. */
export function orderOf(id: string, changes: Record<string, unknown> = {}) {
  return { input: { id, responsiblePerson: '李师傅', dueOn: '2026-03-31', ...changes } };
}

/** A defect that was ordered, and is reported as mended by the unit. */
export async function givenMended(
  server: TestServer,
  unit: Somebody,
  officer: Somebody,
  shelterId: string,
  finding: Record<string, unknown> = MAJOR,
): Promise<string> {
  const id = await givenDefect(server, unit, shelterId, finding);
  await server.do(ORDER, orderOf(id), officer);
  await server.do(REPORT, { input: { id, note: '已更换' } }, unit);
  return id;
}

/** What the shelter says of its readiness. */
export async function readinessOf(server: TestServer, by: Somebody, id: string): Promise<string> {
  const { shelter } = await server.do<{ shelter: { readiness: string } }>(
    `query ($id: ID!) { shelter(id: $id) { readiness } }`,
    { id },
    by,
  );
  return shelter.readiness;
}

export function campaignOf(departmentIds: readonly string[], changes: Record<string, unknown> = {}) {
  return {
    id: randomUUID(),
    jurisdictionCode: '411202',
    title: '2026 年汛前检查',
    startsOn: '2026-03-01',
    endsOn: '2026-04-30',
    departmentIds,
    note: null,
    ...changes,
  };
}
