import { graphql, type ResultOf } from '../api/graphql.ts';
import { SAID_ACT } from '../filing/contents.documents.ts';

export const DESK = graphql(`
  query Desk {
    publicationDesk {
      nextEditionDue
      overdue
      counts {
        state
        count
      }
      lastEdition {
        number
        label
        publishedAt
      }
    }
  }
`);

export const DESK_SHELTERS = graphql(
  `
    query DeskShelters($filter: PublicationFilter!, $first: Int!, $after: String) {
      sheltersForPublication(filter: $filter, first: $first, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          id
          code
          name
          version
          jurisdictionCode
          operationalStatus
          changedAt
          position {
            longitude
            latitude
          }
          publication {
            status
            differs
            edition
            reason
            availableActs {
              ...SaidAct
            }
          }
        }
      }
    }
  `,
  [SAID_ACT],
);

export type DeskShelter = ResultOf<typeof DESK_SHELTERS>['sheltersForPublication']['nodes'][number];

export const PUBLISH = graphql(`
  mutation Publish($ids: [ID!], $filter: PublicationFilter, $note: String) {
    publishShelters(ids: $ids, filter: $filter, note: $note) {
      label
      published
      changed
      confirmed
    }
  }
`);

export const SUSPEND = graphql(`
  mutation Suspend($id: ID!, $reason: String!) {
    suspendPublication(id: $id, reason: $reason) {
      id
    }
  }
`);

export const HIDE = graphql(`
  mutation Hide($id: ID!, $reason: String!) {
    hideShelter(id: $id, reason: $reason) {
      id
    }
  }
`);

export const WITHDRAW_SHELTER = graphql(`
  mutation WithdrawShelter($id: ID!, $reason: String!) {
    withdrawShelter(id: $id, reason: $reason) {
      id
    }
  }
`);

export const EDITIONS = graphql(`
  query Editions($after: String) {
    editions(first: 50, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        number
        label
        kind
        publishedAt
        note
        published
        changed
        confirmed
        withdrawn
      }
    }
  }
`);

export const EDITION_ITEMS = graphql(`
  query EditionItems($edition: Int!, $after: String) {
    editionItems(edition: $edition, first: 200, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        shelterId
        code
        name
        version
        change
        reason
      }
    }
  }
`);
