import type { Somebody } from './city.ts';
import type { TestServer } from './server.ts';

export const PUBLISH = `mutation ($ids: [ID!], $filter: PublicationFilter, $note: String) {
  publishShelters(ids: $ids, filter: $filter, note: $note) { number label kind published changed confirmed withdrawn note }
}`;
export const SUSPEND = `mutation ($id: ID!, $reason: String!) {
  suspendPublication(id: $id, reason: $reason) { publication { status } }
}`;
export const HIDE = `mutation ($id: ID!, $reason: String!) {
  hideShelter(id: $id, reason: $reason) { publication { status } }
}`;
export const WITHDRAW_SHELTER = `mutation ($id: ID!, $reason: String!) {
  withdrawShelter(id: $id, reason: $reason) { publication { status } }
}`;

export interface PublishedEdition {
  readonly number: number;
  readonly label: string;
  readonly kind: string;
  readonly published: number;
  readonly changed: number;
  readonly confirmed: number;
  readonly withdrawn: number;
}

/** Publishes the shelters in one edition. */
export async function givenEdition(
  server: TestServer,
  city: Somebody,
  ids: readonly string[],
): Promise<PublishedEdition> {
  const { publishShelters } = await server.do<{ publishShelters: PublishedEdition }>(PUBLISH, { ids }, city);
  return publishShelters;
}

export interface ItemOfEdition {
  readonly code: string;
  readonly name: string;
  readonly usableCapacity: number | null;
  readonly position: { readonly longitude: number; readonly latitude: number } | null;
  readonly version: number | null;
  readonly saidIn: string;
  readonly change: string;
  readonly reason: string | null;
}

/** What an edition said itself, or all it held, as somebody reads it. */
export async function readItems(
  server: TestServer,
  edition: number,
  by: Somebody,
  part: 'SAID' | 'HELD',
): Promise<{ readonly totalCount: number; readonly nodes: readonly ItemOfEdition[] }> {
  const { editionItems } = await server.do<{
    editionItems: { totalCount: number; nodes: ItemOfEdition[] };
  }>(
    `query ($edition: Int!, $part: EditionPart!) { editionItems(edition: $edition, part: $part, first: 200) { totalCount nodes {
       code name usableCapacity position { longitude latitude } version versionNow statusNow saidIn change reason } } }`,
    { edition, part },
    by,
  );
  return editionItems;
}
