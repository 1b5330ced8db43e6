import { graphql, type ResultOf } from '../api/graphql.ts';
import { SAID_ACT } from '../filing/contents.documents.ts';

export const BOARD = graphql(
  `
    query Board($id: ID!) {
      activation(id: $id) {
        id
        revision
        legalBasis
        planLabel
        closedAt
        closingReason
        endedAt
        event {
          id
        }
        availableActs {
          ...SaidAct
        }
      }
      activationBoard(activationId: $id) {
        activationId
        number
        stage
        exercise
        eventName
        hazard
        jurisdictionCode
        decidedAt
        asOf
        occupied
        uncounted
        counts {
          status
          count
        }
        duties {
          kind
          inPlace
          late
          degraded
          unassigned
          total
        }
        rows {
          activationShelterId
          shelterId
          code
          name
          status
          usable
          occupied
          available
          decidedAt
          gateOpenAt
          staffedAt
          lastReportAt
          temporary
          yielded
          postMissing
          stationOpen
          position {
            longitude
            latitude
          }
          cells {
            dutyId
            kind
            stage
            lateness
            organisation
            due
            changedAt
            lacking
          }
        }
      }
    }
  `,
  [SAID_ACT],
);

export type Board = NonNullable<ResultOf<typeof BOARD>['activationBoard']>;
export type BoardRow = Board['rows'][number];
export type BoardCell = BoardRow['cells'][number];
