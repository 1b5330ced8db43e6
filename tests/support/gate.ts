import { randomUUID } from 'node:crypto';
import { givenActivation, givenShelters, reported, type OpenedShelter } from './activation.ts';
import type { Somebody } from './city.ts';
import type { TestServer } from './server.ts';

const NUMBERS = `activationShelterId code status usable occupied available asOf staying counted`;
export const CHECK_IN = `mutation ($input: CheckInInput!) { checkIn(input: $input) { ${NUMBERS} } }`;
export const CHECK_OUT = `mutation ($input: CheckOutInput!) { checkOut(input: $input) { ${NUMBERS} } }`;
export const COUNT = `mutation ($input: CountInput!) { countOccupants(input: $input) { ${NUMBERS} } }`;
export const SYNC = `mutation ($entries: [GateEntryInput!]!, $deviceNow: DateTime) {
  syncGate(entries: $entries, deviceNow: $deviceNow) { key repeated refusals { code field } }
}`;
export const TRANSFER = `mutation ($input: TransferInput!) { transferEvacuees(input: $input) { ${NUMBERS} } }`;
export const EVACUATE = `mutation ($input: EvacuateShelterInput!) { evacuateShelter(input: $input) { ${NUMBERS} } }`;
export const RESOLVE = `mutation ($id: ID!, $resolution: String!) {
  resolveGateConflict(id: $id, resolution: $resolution) { conflicts { id } }
}`;
export const GATE = `query ($id: ID!) { gate(activationShelterId: $id) { ${NUMBERS}
  headCount { counted inside difference at }
  conflicts { id kind persons otherCode }
  targets { code status available }
  availableActs { act allowed refusals { code } }
  stays(first: 20, inside: false) { totalCount nodes { id persons inside groups { group persons } cardCode checkedInAt checkedOutAt
    clockOff syncedOffline overRoom overrideReason transferredFrom } }
  entries(first: 20) { id kind persons stayId transferId happenedAt receivedAt clockOff syncedOffline reason }
} }`;

export interface Gate {
  readonly activationShelterId: string;
  readonly code: string;
  readonly status: string;
  readonly usable: number | null;
  readonly occupied: number | null;
  readonly available: number | null;
  readonly asOf: string | null;
  readonly staying: number;
  readonly counted: number;
}

interface StayFacts {
  readonly id: string;
  readonly persons: number;
  readonly inside: number;
  readonly groups: readonly { group: string; persons: number }[];
  readonly cardCode: string | null;
  readonly checkedInAt: string;
  readonly checkedOutAt: string | null;
  readonly clockOff: boolean;
  readonly syncedOffline: boolean;
  readonly overRoom: boolean;
  readonly overrideReason: string | null;
  readonly transferredFrom: string | null;
}

export interface WholeGate extends Gate {
  readonly headCount: { counted: number; inside: number | null; difference: number | null } | null;
  readonly conflicts: readonly { id: string; kind: string; persons: number; otherCode: string | null }[];
  readonly targets: readonly { code: string; status: string; available: number | null }[];
  readonly availableActs: readonly { act: string; allowed: boolean }[];
  readonly stays: { readonly totalCount: number; readonly nodes: readonly StayFacts[] } | null;
  readonly entries: readonly { id: string; kind: string; persons: number; reason: string | null }[] | null;
}

/** Opened shelters with their gates open and staffed, with so many places each. */
export async function givenGates(
  server: TestServer,
  unit: Somebody,
  decider: Somebody,
  places: readonly (number | null)[],
  name: string,
): Promise<OpenedShelter[]> {
  const shelters = await givenShelters(server, unit, places.length, name);
  for (const [index, { id }] of shelters.entries())
    await server.office.dataSource.query(`update shelter set usable_capacity = $2 where id = $1`, [
      id,
      places[index],
    ]);
  const { activation } = await givenActivation(
    server,
    decider,
    shelters.map(({ id }) => id),
  );
  const gates = shelters.flatMap(({ id }) =>
    activation.shelters.nodes.filter(({ shelterId }) => shelterId === id),
  );
  for (const { id } of gates) await reported(server, unit, id, ['GATE_OPEN', 'STAFFED']);
  return gates;
}

/** A fresh entry; `more` says the rest. */
export function entryAt(gateId: string, persons: number, more: Record<string, unknown> = {}) {
  return { key: randomUUID(), activationShelterId: gateId, persons, ...more };
}

export async function checkedIn(
  server: TestServer,
  by: Somebody,
  gateId: string,
  persons: number,
  more: Record<string, unknown> = {},
): Promise<Gate & { readonly stayId: string }> {
  const input = entryAt(gateId, persons, more);
  const { checkIn } = await server.do<{ checkIn: Gate }>(CHECK_IN, { input }, by);
  return { ...checkIn, stayId: input.key };
}

export async function counted(
  server: TestServer,
  by: Somebody,
  gateId: string,
  kind: 'COUNT_IN' | 'COUNT_OUT' | 'HEAD_COUNT',
  persons: number,
  more: Record<string, unknown> = {},
): Promise<Gate> {
  const input = entryAt(gateId, persons, { kind, ...more });
  const { countOccupants } = await server.do<{ countOccupants: Gate }>(COUNT, { input }, by);
  return countOccupants;
}

/** The whole gate as somebody sees it. */
export async function gateOf(server: TestServer, by: Somebody, id: string): Promise<WholeGate> {
  const { gate } = await server.do<{ gate: WholeGate | null }>(GATE, { id }, by);
  if (!gate) throw new Error(`no gate ${id}`);
  return gate;
}
