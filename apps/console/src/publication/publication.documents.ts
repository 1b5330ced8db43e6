import { graphql, type ResultOf } from '../api/graphql.ts';
import { CONTENTS, SAID_ACT } from '../filing/contents.documents.ts';

export const DESK = graphql(`
  query Desk {
    publicationDesk {
      nextEditionDue
      overdue
      stale
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
          changedAt
          lastConfirmedAt
          stale
          publication {
            status
            deskState
            differs
            edition
            publishedVersion
            publicChanges
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

export const DESK_POINTS = graphql(`
  query DeskPoints($filter: PublicationFilter!, $after: String) {
    sheltersForPublication(filter: $filter, first: 200, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        code
        name
        position {
          longitude
          latitude
        }
        publication {
          deskState
          publicChanges
          position {
            longitude
            latitude
          }
        }
      }
    }
  }
`);

export const PUBLISHED_CONTENTS = graphql(
  `
    query PublishedContents($code: String!, $version: Int!) {
      shelter(code: $code) {
        version
        contents {
          ...Contents
        }
        versionAt(version: $version) {
          version
          contents {
            ...Contents
          }
        }
      }
    }
  `,
  [CONTENTS],
);

export const EDITION = graphql(`
  query Edition($number: Int!) {
    edition(number: $number) {
      number
      label
      kind
      publishedAt
      publishedByName
      note
      published
      changed
      confirmed
      withdrawn
    }
    said: editionItems(edition: $number, part: SAID, first: 1) {
      totalCount
    }
    held: editionItems(edition: $number, part: HELD, first: 1) {
      totalCount
    }
  }
`);

export const EDITION_ITEMS = graphql(`
  query EditionItems($edition: Int!, $part: EditionPart!, $after: String) {
    editionItems(edition: $edition, part: $part, first: 100, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        shelterId
        code
        name
        address
        usableCapacity
        version
        versionNow
        statusNow
        saidIn
        change
        reason
      }
    }
  }
`);

export type EditionItem = ResultOf<typeof EDITION_ITEMS>['editionItems']['nodes'][number];

export const EDITION_POINTS = graphql(`
  query EditionPoints($edition: Int!, $part: EditionPart!, $after: String) {
    editionItems(edition: $edition, part: $part, first: 200, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        shelterId
        code
        name
        change
        position {
          longitude
          latitude
        }
      }
    }
  }
`);
