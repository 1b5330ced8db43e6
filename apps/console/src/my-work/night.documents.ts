import { graphql } from '../api/graphql.ts';

/** What the first page says of the night. */
export const NIGHT_WORK = graphql(`
  query NightWork($duties: Boolean!, $reports: Boolean!, $requests: Boolean!, $first: Int!) {
    live: activations(filter: { stages: [LIVE, STANDING_DOWN] }, first: $first) {
      totalCount
      nodes {
        id
        number
        exercise
        stage
        jurisdictionCode
        shelterCount
        proposedAt
        decidedAt
        endedAt
        revision
        event {
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
      }
    }
    duties(filter: { mine: true, stages: [ASSIGNED, ACKNOWLEDGED, DEGRADED] }, first: 1)
      @include(if: $duties) {
      totalCount
    }
    unanswered: duties(filter: { mine: true, stages: [ASSIGNED] }, first: 1) @include(if: $duties) {
      totalCount
    }
    myOpenShelters(first: $first) @include(if: $reports) {
      id
    }
    decisionRequests(first: $first) @include(if: $requests) {
      id
      answeredAt
    }
  }
`);
