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
