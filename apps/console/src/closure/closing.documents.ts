import { graphql, type ResultOf, type VariablesOf } from '../api/graphql.ts';
import { SAID_ACT } from '../filing/contents.documents.ts';

export const CLOSING_TASKS = graphql(`
  query ClosingTasks($filter: ClosingTaskFilter!, $first: Int!, $after: String) {
    closingTasks(filter: $filter, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        kind
        stage
        activationId
        activationNumber
        eventName
        exercise
        openedAt
        doneAt
        doneByName
        organisation {
          name
        }
        shelter {
          code
          name
          jurisdictionCode
        }
      }
    }
  }
`);

export const OWED_CLOSING = graphql(`
  query OwedClosing {
    closingTasks(filter: { stages: [OPEN] }, first: 1) {
      totalCount
    }
  }
`);

export const CLOSING_TASK = graphql(
  `
    query ClosingTask($id: ID!) {
      closingTask(id: $id) {
        id
        kind
        stage
        activationId
        activationNumber
        eventName
        exercise
        openedAt
        text
        draft
        doneAt
        doneByName
        organisation {
          name
        }
        shelter {
          id
          code
          name
          jurisdictionCode
        }
        availableActs {
          ...SaidAct
        }
      }
    }
  `,
  [SAID_ACT],
);

export type ClosingTask = NonNullable<ResultOf<typeof CLOSING_TASK>['closingTask']>;

export const RECORD_SUMMARY = graphql(`
  mutation RecordSummary($input: ClosingRecordInput!) {
    recordSummary(input: $input) {
      id
    }
  }
`);

export const RECORD_REPAIR = graphql(`
  mutation RecordRepair($input: ClosingRepairInput!) {
    recordRepair(input: $input) {
      id
    }
  }
`);

export const RECORD_AFTERMATH = graphql(`
  mutation RecordAftermath($input: ClosingRecordInput!) {
    recordAftermath(input: $input) {
      id
    }
  }
`);

export type RepairInput = VariablesOf<typeof RECORD_REPAIR>['input'];
