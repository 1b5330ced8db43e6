import { graphql, type ResultOf, type VariablesOf } from '../api/graphql.ts';
import { SAID_ACT } from '../filing/contents.documents.ts';

export const OBLIGATIONS = graphql(
  `
    query Obligations($filter: ObligationFilter!, $counted: ObligationFilter!, $first: Int!, $after: String) {
      obligations(filter: $filter, first: $first, after: $after) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          duty
          state
          dueOn
          lateness
          missedYears
          shelter {
            id
            code
            name
            jurisdictionCode
            unit {
              name
            }
            recordingActs {
              ...SaidAct
            }
          }
        }
      }
      obligationCounts(filter: $counted) {
        duty
        state
        count
      }
    }
  `,
  [SAID_ACT],
);

export type Obligation = ResultOf<typeof OBLIGATIONS>['obligations']['nodes'][number];
export type ObligationFilter = VariablesOf<typeof OBLIGATIONS>['filter'];

export const INSPECTION_DESK = graphql(
  `
    query InspectionDesk {
      inspectionDesk {
        clocks {
          duty
          jurisdictionCode
          state
          dueOn
          lastAt
        }
        availableActs {
          ...SaidAct
        }
      }
    }
  `,
  [SAID_ACT],
);

export const CAMPAIGNS = graphql(
  `
    query Campaigns($after: String) {
      inspectionCampaigns(first: 20, after: $after) {
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          id
          jurisdictionCode
          stage
          title
          startsOn
          endsOn
          note
          departments {
            id
            name
          }
          progress {
            shelters
            inspected
          }
          availableActs {
            ...SaidAct
          }
        }
      }
    }
  `,
  [SAID_ACT],
);

export type Campaign = ResultOf<typeof CAMPAIGNS>['inspectionCampaigns']['nodes'][number];

export const ORDER_CAMPAIGN = graphql(`
  mutation OrderCampaign($input: CampaignInput!) {
    orderInspectionCampaign(input: $input) {
      id
    }
  }
`);

export const ASK_CAMPAIGN = graphql(`
  mutation AskCampaign($input: CampaignInput!) {
    askInspectionCampaign(input: $input) {
      id
    }
  }
`);

export const BODIES = graphql(`
  query Bodies($jurisdictionCode: String, $text: String) {
    organisations(jurisdictionCode: $jurisdictionCode, text: $text, first: 50) {
      id
      name
      kind
    }
  }
`);

/** What one needs to record a deed at a shelter. */
export const SUBJECT = graphql(
  `
    query Subject($code: String!) {
      shelter(code: $code) {
        id
        code
        name
        jurisdictionCode
        readiness
        unit {
          name
        }
        recordingActs {
          ...SaidAct
        }
      }
      inspectionCampaigns(first: 50) {
        nodes {
          id
          jurisdictionCode
          stage
          title
          endsOn
        }
      }
    }
  `,
  [SAID_ACT],
);

export const RECORD_INSPECTION = graphql(`
  mutation RecordInspection($input: InspectionInput!) {
    recordInspection(input: $input) {
      id
    }
  }
`);

export const CARRY_OUT_INSPECTION = graphql(`
  mutation CarryOutInspection($input: InspectionInput!, $campaignId: ID) {
    carryOutInspection(input: $input, campaignId: $campaignId) {
      id
    }
  }
`);

export type InspectionInput = VariablesOf<typeof RECORD_INSPECTION>['input'];

export const RECORD_DRILL = graphql(`
  mutation RecordDrill($input: DrillInput!) {
    recordDrill(input: $input) {
      id
    }
  }
`);

/** Everything that the year left on file of a shelter. */
export const ARCHIVE = graphql(`
  query Archive($id: ID!) {
    inspections(filter: { shelterId: $id }, first: 50) {
      totalCount
      nodes {
        id
        kind
        doneOn
        flags
        fulfils
        note
        recordedByName
        organisation {
          name
        }
        heads {
          head
          result
          note
        }
        defects {
          id
          text
          stage
        }
        evidence {
          id
          fileId
          method
          proves
        }
      }
    }
    drills(filter: { shelterId: $id }, first: 50) {
      totalCount
      nodes {
        id
        doneOn
        flags
        participants
        summary
        activationId
        organisation {
          name
        }
        evidence {
          id
          fileId
          method
          proves
        }
      }
    }
    defects(filter: { shelterId: $id }, first: 50) {
      totalCount
      nodes {
        id
        stage
        grade
        text
        dueOn
        lateness
      }
    }
  }
`);

export type ArchivedInspection = ResultOf<typeof ARCHIVE>['inspections']['nodes'][number];
