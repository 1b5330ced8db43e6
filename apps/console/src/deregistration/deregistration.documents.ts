import { graphql, type ResultOf } from '../api/graphql.ts';
import { SAID_ACT } from '../filing/contents.documents.ts';

/** What the page of a shelter says of leaving the register. */
export const LEAVING = graphql(
  `
    fragment Leaving on ShelterDeregistration @_unmask {
      latest {
        id
        stage
        askedReason
        askedAt
        decidedReason
        decidedAt
        unit {
          name
        }
        organisation {
          name
        }
      }
      availableActs {
        ...SaidAct
      }
    }
  `,
  [SAID_ACT],
);

export type Leaving = ResultOf<typeof LEAVING>;

export const DEREGISTRATIONS = graphql(`
  query Deregistrations($filter: DeregistrationFilter!, $first: Int!, $after: String) {
    deregistrationRequests(filter: $filter, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        stage
        jurisdictionCode
        askedReason
        decidedReason
        changedAt
        unit {
          name
        }
        shelter {
          code
          name
        }
      }
    }
  }
`);

export const TO_DECIDE = graphql(`
  query DeregistrationsToDecide {
    deregistrationRequests(filter: { stages: [ASKED] }, first: 1) {
      totalCount
    }
  }
`);

export const ASK = graphql(`
  mutation AskDeregistration($shelterId: ID!, $reason: String!) {
    askDeregistration(shelterId: $shelterId, reason: $reason) {
      id
    }
  }
`);

export const TAKE_BACK = graphql(`
  mutation TakeBackDeregistration($id: ID!) {
    takeBackDeregistration(id: $id) {
      id
    }
  }
`);

export const DECLINE = graphql(`
  mutation DeclineDeregistration($id: ID!, $reason: String!) {
    declineDeregistration(id: $id, reason: $reason) {
      id
    }
  }
`);

export const DEREGISTER = graphql(`
  mutation DeregisterShelter($shelterId: ID!, $reason: String!, $requestId: ID) {
    deregisterShelter(shelterId: $shelterId, reason: $reason, requestId: $requestId) {
      id
    }
  }
`);
