import type { Somebody } from './city.ts';
import { givenShelter } from './public-shelters.ts';
import type { TestServer } from './server.ts';

export const RECORD_EVENT = `mutation ($input: EventInput!) { recordEvent(input: $input) { id exercise jurisdictions } }`;
export const PROPOSE = `mutation ($eventId: ID!, $jurisdictionCode: String!) {
  proposeActivation(eventId: $eventId, jurisdictionCode: $jurisdictionCode) {
    id stage proposal { proposed reasons { code message } shelter { id code } } }
}`;
export const CANCEL_PROPOSAL = `mutation ($id: ID!) { cancelProposal(id: $id) { stage } }`;
export const REQUEST_DECISION = `mutation ($input: RequestDecisionInput!) { requestDecision(input: $input) { id answeredAt } }`;
export const DECIDE = `mutation ($input: DecideActivationInput!) { decideActivation(input: $input) {
  advice { code article params }
  activation { id number stage exercise legalBasis planLabel revision shelterCount decidedAt
    shelters(first: 100) { nodes { id shelterId status orderNumber shelter { code name } } } }
} }`;
export const AMEND = `mutation ($input: AmendActivationInput!) { amendActivation(input: $input) {
  advice { code } activation { id revision shelters(first: 100) { nodes { id shelterId status orderNumber shelter { code name } } } }
} }`;
export const CLOSE = `mutation ($id: ID!, $reason: String!) { closeActivation(id: $id, reason: $reason) { stage closingReason } }`;
export const STAND_DOWN = `mutation ($id: ID!) { standShelterDown(id: $id) { status releasedAt } }`;
export const REPORT = `mutation ($input: ShelterStatusInput!) { reportShelterStatus(input: $input) {
  status answeredAt gateOpenAt staffedAt partlyUsable damagedAt lastReportAt reports { id facts clockOff happenedAt note }
} }`;
export const APPOINT = `mutation ($id: ID!, $seat: PostSeatInput!) {
  appointCommandPostMember(activationShelterId: $id, seat: $seat) { commandPost { missing members { id kind name } } }
}`;
export const KEEP_POST = `mutation ($shelterId: ID!, $members: [PostSeatInput!]!) {
  keepStandingCommandPost(shelterId: $shelterId, members: $members) { id kind name phone personId }
}`;
export const STATION = `mutation ($input: VolunteerStationInput!) { runVolunteerStation(input: $input) {
  volunteerStation { place headName volunteers openedAt }
} }`;
export const KEEP_ROSTER = `mutation ($input: DutyRosterInput!) { keepDutyRoster(input: $input) {
  rows { dutyKind organisation { id name } inForceFrom inForceUntil } history { dutyKind inForceFrom inForceUntil }
} }`;
export const SET_TARGET = `mutation ($input: DutyTargetInput!) { setDutyTarget(input: $input) {
  rows { dutyKind acknowledgeMinutes inPlaceMinutes }
} }`;
export const RECORD_PLAN = `mutation ($input: EmergencyPlanInput!) { recordEmergencyPlan(input: $input) { id title version inForceFrom } }`;
export const ACKNOWLEDGE = `mutation ($ids: [ID!]!) { acknowledgeDuty(ids: $ids) { id stage acknowledgedAt } }`;
export const IN_PLACE = `mutation ($ids: [ID!]!) { reportDutyInPlace(ids: $ids) { id stage inPlaceAt lateness } }`;
export const DEGRADED = `mutation ($ids: [ID!]!, $reason: String!) { reportDutyDegraded(ids: $ids, reason: $reason) { id stage degradedReason } }`;
export const STAND_DOWN_DUTY = `mutation ($ids: [ID!]!) { standDownDuty(ids: $ids) { id stage } }`;
export const DUTIES = `query ($filter: DutyFilter!) { duties(filter: $filter, first: 100) { nodes {
  id kind stage lateness jurisdictionCode activationShelterId organisation { id name } site { code status } acknowledgeDue inPlaceDue
  availableActs { act allowed refusals { code } }
} } }`;
export const BOARD = `query ($id: ID!) { activationBoard(activationId: $id) {
  number stage exercise occupied uncounted counts { status count } duties { kind inPlace late degraded unassigned total }
  rows { activationShelterId code status usable occupied available temporary yielded postMissing stationOpen
    cells { dutyId kind stage lateness organisation due lacking } }
} }`;

export interface OpenedShelter {
  readonly id: string;
  readonly shelterId: string;
  readonly status: string;
  readonly orderNumber: string;
  readonly shelter: { readonly code: string; readonly name: string };
}

export interface DecidedActivation {
  readonly advice: readonly { code: string; article: number | null; params: Record<string, unknown> }[];
  readonly activation: {
    readonly id: string;
    readonly number: string;
    readonly stage: string;
    readonly exercise: boolean;
    readonly legalBasis: string;
    readonly planLabel: string | null;
    readonly revision: number;
    readonly shelterCount: number;
    readonly decidedAt: string;
    readonly shelters: { readonly nodes: readonly OpenedShelter[] };
  };
}

/** An event as somebody types it in the night. */
export function eventInput(changes: Record<string, unknown> = {}) {
  return { name: '湖滨区 5.2 级地震', hazard: 'EARTHQUAKE', jurisdictionCodes: ['411202'], ...changes };
}

/** An event on record. */
export async function givenEvent(
  server: TestServer,
  by: Somebody,
  changes: Record<string, unknown> = {},
): Promise<string> {
  const { recordEvent } = await server.do<{ recordEvent: { id: string } }>(
    RECORD_EVENT,
    { input: eventInput(changes) },
    by,
  );
  return recordEvent.id;
}

/** What a decider signs: an event of its own and the shelters. */
export function decisionInput(shelterIds: readonly string[], changes: Record<string, unknown> = {}) {
  return {
    event: eventInput(),
    jurisdictionCode: '411202',
    shelters: shelterIds.map((shelterId) => ({ shelterId })),
    ...changes,
  };
}

/** A live activation. */
export async function givenActivation(
  server: TestServer,
  decider: Somebody,
  shelterIds: readonly string[],
  changes: Record<string, unknown> = {},
): Promise<DecidedActivation> {
  const { decideActivation } = await server.do<{ decideActivation: DecidedActivation }>(
    DECIDE,
    { input: decisionInput(shelterIds, changes) },
    decider,
  );
  return decideActivation;
}

/** So many shelters of a unit on file, some hundred metres apart. */
export async function givenShelters(
  server: TestServer,
  unit: Somebody,
  count: number,
  name = '场所',
): Promise<{ id: string; code: string }[]> {
  const shelters = [];
  for (let n = 0; n < count; n += 1) {
    const [longitude, latitude] = [111.19 + n * 0.003, 34.78];
    const position = {
      longitude,
      latitude,
      sourceCrs: 'WGS84' as const,
      rawLongitude: longitude,
      rawLatitude: latitude,
    };
    shelters.push(await givenShelter(server, unit, { name: `${name} ${n + 1}`, position }));
  }
  return shelters;
}

/** Reports facts of an opened shelter. */
export async function reported(
  server: TestServer,
  by: Somebody,
  activationShelterId: string,
  facts: readonly string[],
  more: Record<string, unknown> = {},
): Promise<{ status: string; reports: { id: string; clockOff: boolean }[] }> {
  const { reportShelterStatus } = await server.do<{
    reportShelterStatus: { status: string; reports: { id: string; clockOff: boolean }[] };
  }>(REPORT, { input: { activationShelterId, facts, ...more } }, by);
  return reportShelterStatus;
}
