import { graphql, type ResultOf } from '../api/graphql.ts';

export const MY_DUTIES = graphql(`
  query MyDuties($filter: DutyFilter!, $first: Int!, $after: String) {
    duties(filter: $filter, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        kind
        stage
        lateness
        activationShelterId
        acknowledgeDue
        inPlaceDue
        degradedReason
        organisation {
          name
        }
        site {
          name
          address
          status
          occupied
          activationNumber
          exercise
        }
        availableActs {
          act
          allowed
          refusals {
            message
          }
        }
      }
    }
  }
`);

export type Duty = ResultOf<typeof MY_DUTIES>['duties']['nodes'][number];

export const ACKNOWLEDGE = graphql(`
  mutation Acknowledge($ids: [ID!]!) {
    acknowledgeDuty(ids: $ids) {
      id
    }
  }
`);

export const IN_PLACE = graphql(`
  mutation InPlace($ids: [ID!]!) {
    reportDutyInPlace(ids: $ids) {
      id
    }
  }
`);

export const DEGRADED = graphql(`
  mutation ReportDegraded($ids: [ID!]!, $reason: String!) {
    reportDutyDegraded(ids: $ids, reason: $reason) {
      id
    }
  }
`);

export const STAND_DOWN_DUTY = graphql(`
  mutation StandDownDuty($ids: [ID!]!) {
    standDownDuty(ids: $ids) {
      id
    }
  }
`);

export const ROSTER = graphql(`
  query Roster($jurisdictionCode: String!) {
    dutyRoster(jurisdictionCode: $jurisdictionCode) {
      mayKeep
      rows {
        dutyKind
        organisation {
          id
          name
        }
        inForceFrom
        inForceUntil
        acknowledgeMinutes
        inPlaceMinutes
      }
      history {
        dutyKind
        organisation {
          id
          name
        }
        inForceFrom
        inForceUntil
      }
    }
  }
`);

export type RosterRow = ResultOf<typeof ROSTER>['dutyRoster']['rows'][number];

export const KEEP_ROSTER = graphql(`
  mutation KeepRoster($input: DutyRosterInput!) {
    keepDutyRoster(input: $input) {
      jurisdictionCode
    }
  }
`);

export const SET_TARGET = graphql(`
  mutation SetTarget($input: DutyTargetInput!) {
    setDutyTarget(input: $input) {
      jurisdictionCode
    }
  }
`);

export const RECORD_PLAN = graphql(`
  mutation RecordPlan($input: EmergencyPlanInput!) {
    recordEmergencyPlan(input: $input) {
      id
    }
  }
`);
