import type { Somebody } from './city.ts';
import type { TestServer } from './server.ts';
import { until } from './until.ts';

const ANSWER = `{ id deregisteredAt deregistration { latest { id stage } } }`;
export const ASK = `mutation ($shelterId: ID!, $reason: String!) {
  askDeregistration(shelterId: $shelterId, reason: $reason) ${ANSWER} }`;
export const TAKE_BACK = `mutation ($id: ID!) { takeBackDeregistration(id: $id) ${ANSWER} }`;
export const DECLINE = `mutation ($id: ID!, $reason: String!) { declineDeregistration(id: $id, reason: $reason) ${ANSWER} }`;
export const DEREGISTER = `mutation ($shelterId: ID!, $reason: String!, $requestId: ID) {
  deregisterShelter(shelterId: $shelterId, reason: $reason, requestId: $requestId) ${ANSWER} }`;
const STANDING = `query ($id: ID!) { shelter(id: $id) {
  code deregisteredAt availableActs { act } versions { version } versionAt(version: 1) { contents { name } }
  deregistration {
    latest { id stage askedReason askedAt decidedReason decidedAt unit { name } organisation { name } availableActs { act } }
    availableActs { act allowed refusals { code message } }
  }
} }`;
const REQUESTS = `query ($filter: DeregistrationFilter!, $first: Int!, $after: String) {
  deregistrationRequests(filter: $filter, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } nodes { id stage shelter { code } }
  } }`;
const LIST = `query ($filter: ShelterFilter!) { shelters(filter: $filter) { nodes { id } } }`;
const NEAREST = `query { nearestShelters(near: { longitude: 111.1951, latitude: 34.7812 }, first: 50) {
  shelters { shelter { code } } passedOver { shelter { code } } } }`;

interface Standing {
  readonly code: string;
  readonly deregisteredAt: string | null;
  readonly availableActs: readonly { readonly act: string }[];
  readonly versions: readonly unknown[];
  readonly versionAt: { readonly contents: { readonly name: string } } | null;
  readonly deregistration: {
    readonly latest: { readonly id: string; readonly stage: string } | null;
    readonly availableActs: readonly {
      readonly act: string;
      readonly allowed: boolean;
      readonly refusals: readonly { readonly code: string }[];
    }[];
  };
}

export interface RequestPage {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: readonly {
    readonly id: string;
    readonly stage: string;
    readonly shelter: { readonly code: string };
  }[];
}

/** What a shelter's page says of its deregistration. */
export async function standingOf(server: TestServer, id: string, by: Somebody): Promise<Standing> {
  return (await server.do<{ shelter: Standing }>(STANDING, { id }, by)).shelter;
}

/** A page of requests and deregistrations. */
export async function requestsOf(
  server: TestServer,
  by: Somebody,
  filter: Record<string, unknown> = {},
  first = 50,
  after: string | null = null,
): Promise<RequestPage> {
  const { deregistrationRequests } = await server.do<{ deregistrationRequests: RequestPage }>(
    REQUESTS,
    { filter, first, after },
    by,
  );
  return deregistrationRequests;
}

/** A request that waits; answers its id. */
export async function givenRequest(
  server: TestServer,
  shelterId: string,
  unit: Somebody,
  reason = '场地另作他用',
): Promise<string> {
  const { askDeregistration } = await server.do<{
    askDeregistration: { deregistration: { latest: { id: string } } };
  }>(ASK, { shelterId, reason }, unit);
  return askDeregistration.deregistration.latest.id;
}

/** What the ledger says of a shelter's deregistration, in order. */
export function entriesOf(
  server: TestServer,
  shelterId: string,
): Promise<{ act: string; role: string; article: number | null }[]> {
  return server.office.dataSource.query(
    `select act, role, article from ledger_entry
     where process = 'deregistration' and details->>'shelterId' = $1 order by seq`,
    [shelterId],
  );
}

/** Whether the public is told of a shelter at all. */
export async function isSeen(server: TestServer, code: string): Promise<boolean> {
  return JSON.stringify((await server.call(NEAREST)).data).includes(code);
}

/** Whether the registry lists a shelter. */
export async function isListed(
  server: TestServer,
  id: string,
  by: Somebody,
  filter: Record<string, unknown>,
): Promise<boolean> {
  const { shelters } = await server.do<{ shelters: { nodes: { id: string }[] } }>(LIST, { filter }, by);
  return shelters.nodes.some((shelter) => shelter.id === id);
}

/** Lets several stand in line for a shelter, in this order, and then lets them go. PostgreSQL only. */
export async function inLineFor<Answer>(
  { office: { dataSource } }: TestServer,
  shelterId: string,
  works: readonly (() => Promise<Answer>)[],
): Promise<Answer[]> {
  const inLine = async (count: number) => {
    const [row] = await dataSource.query<{ count: number }[]>(
      `select count(*)::int as count from pg_stat_activity
       where datname = current_database() and wait_event_type = 'Lock'`,
    );
    return row?.count === count;
  };
  const holder = dataSource.createQueryRunner();
  await holder.startTransaction();
  await holder.query(`select 1 from shelter where id = $1 for update`, [shelterId]);
  const begun: Promise<Answer>[] = [];
  for (const work of works) {
    begun.push(work());
    await until(`${begun.length} in line`, () => inLine(begun.length));
  }
  await holder.commitTransaction();
  await holder.release();
  return Promise.all(begun);
}
