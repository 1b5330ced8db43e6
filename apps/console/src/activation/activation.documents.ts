import { graphql, type ResultOf } from '../api/graphql.ts';

const EVENT = graphql(`
  fragment EventFacts on HazardEvent @_unmask {
    id
    name
    hazard
    level
    exercise
    jurisdictions
    area
    peopleAffected
    occurredAt
    recordedAt
  }
`);

const HEAD = graphql(
  `
    fragment ActivationHead on Activation @_unmask {
      id
      number
      stage
      exercise
      jurisdictionCode
      shelterCount
      proposedAt
      decidedAt
      endedAt
      revision
      event {
        ...EventFacts
      }
    }
  `,
  [EVENT],
);

export const ACTIVATIONS = graphql(
  `
    query Activations($after: String, $first: Int!) {
      activations(first: $first, after: $after) {
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          ...ActivationHead
        }
      }
      decisionRequests(first: $first) {
        id
        jurisdictionCode
        askedAt
        reason
        answeredAt
        organisation {
          id
          name
        }
        event {
          ...EventFacts
        }
      }
      hazardEvents(first: $first) {
        nodes {
          ...EventFacts
        }
      }
    }
  `,
  [HEAD, EVENT],
);

export type ActivationHead = ResultOf<typeof HEAD>;
export type EventFacts = ResultOf<typeof EVENT>;
export type DecisionRequest = ResultOf<typeof ACTIVATIONS>['decisionRequests'][number];

/** At most so many shelters of a proposal are shown, the proposed ones first; more weigh too much for one question. */
export const MOST_PROPOSED = 250;

/** An event on record, and what was proposed for it in a jurisdiction. */
export const EVENT_WITH_PROPOSAL = graphql(
  `
    query EventWithProposal($eventId: ID!, $jurisdictionCode: String!) {
      hazardEvent(id: $eventId) {
        ...EventFacts
      }
      activations(filter: { eventId: $eventId, jurisdictionCode: $jurisdictionCode }, first: 5) {
        nodes {
          id
          stage
          number
        }
      }
    }
  `,
  [EVENT],
);

export const PROPOSAL = graphql(`
  query Proposal($id: ID!, $first: Int!) {
    activation(id: $id) {
      id
      stage
      proposal(first: $first) {
        proposed
        reasons {
          code
          message
        }
        shelter {
          id
          code
          name
          usableCapacity
          operationalStatus
          position {
            longitude
            latitude
          }
        }
      }
    }
  }
`);

export type Proposal = NonNullable<ResultOf<typeof PROPOSAL>['activation']>;
export type ProposalItem = Proposal['proposal'][number];

export const RECORD_EVENT = graphql(
  `
    mutation RecordEvent($input: EventInput!) {
      recordEvent(input: $input) {
        ...EventFacts
      }
    }
  `,
  [EVENT],
);

export const PROPOSE = graphql(`
  mutation Propose($eventId: ID!, $jurisdictionCode: String!) {
    proposeActivation(eventId: $eventId, jurisdictionCode: $jurisdictionCode) {
      id
      stage
    }
  }
`);

export const CANCEL_PROPOSAL = graphql(`
  mutation CancelProposal($id: ID!) {
    cancelProposal(id: $id) {
      id
    }
  }
`);

export const REQUEST_DECISION = graphql(`
  mutation RequestDecision($input: RequestDecisionInput!) {
    requestDecision(input: $input) {
      id
    }
  }
`);

const DECIDED = graphql(`
  fragment Decided on DecidedActivation @_unmask {
    advice {
      code
      field
      article
      message
      class
    }
    activation {
      id
      number
      shelterCount
      exercise
    }
  }
`);

export const DECIDE = graphql(
  `
    mutation Decide($input: DecideActivationInput!) {
      decideActivation(input: $input) {
        ...Decided
      }
    }
  `,
  [DECIDED],
);

export type Decided = ResultOf<typeof DECIDED>;

export const AMEND = graphql(
  `
    mutation Amend($input: AmendActivationInput!) {
      amendActivation(input: $input) {
        ...Decided
      }
    }
  `,
  [DECIDED],
);

export const CLOSE = graphql(`
  mutation Close($id: ID!, $reason: String!) {
    closeActivation(id: $id, reason: $reason) {
      id
      stage
    }
  }
`);

export const PLANS = graphql(`
  query Plans($jurisdictionCode: String!) {
    emergencyPlans(jurisdictionCode: $jurisdictionCode) {
      id
      title
      version
      fileId
      inForceFrom
    }
  }
`);

/** At most so many of a county or an activation are asked for at once. */
export const MOST_SHELTERS = 500;

/** What an activation has opened already: what is added to. */
export const OPENED = graphql(`
  query Opened($id: ID!, $first: Int!) {
    activation(id: $id) {
      id
      revision
      number
      exercise
      jurisdictionCode
      shelters(first: $first) {
        nodes {
          shelterId
          releasedAt
        }
      }
    }
  }
`);

/** Everything a jurisdiction has, when nobody proposed. */
export const LISTED_SHELTERS = graphql(`
  query ListedShelters($jurisdictionCode: String!, $first: Int!) {
    shelters(filter: { jurisdictionCode: $jurisdictionCode }, first: $first) {
      nodes {
        id
        code
        name
        usableCapacity
        operationalStatus
        position {
          longitude
          latitude
        }
      }
    }
  }
`);
