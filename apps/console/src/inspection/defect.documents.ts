import { graphql, type ResultOf, type VariablesOf } from '../api/graphql.ts';
import { SAID_ACT } from '../filing/contents.documents.ts';

export const DEFECTS = graphql(`
  query Defects($filter: DefectFilter!, $counted: DefectFilter!, $first: Int!, $after: String) {
    defects(filter: $filter, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        stage
        grade
        effect
        text
        foundOn
        dueOn
        lateness
        responsiblePerson
        responsibleOrganisation {
          name
        }
        shelter {
          code
          name
          jurisdictionCode
        }
      }
    }
    defectCounts(filter: $counted) {
      stage
      count
      late
    }
  }
`);

export type DefectFilter = VariablesOf<typeof DEFECTS>['filter'];

export const DEFECT = graphql(
  `
    query Defect($id: ID!) {
      defect(id: $id) {
        id
        stage
        grade
        head
        facilityType
        text
        effect
        origin
        foundOn
        dueOn
        lateness
        returned
        responsiblePerson
        responsibleOrganisation {
          id
          name
        }
        shelter {
          id
          code
          name
          jurisdictionCode
          readiness
          unitId
          unit {
            name
          }
        }
        steps {
          id
          act
          at
          note
          personName
          organisation {
            name
          }
        }
        evidence {
          id
          fileId
          mediaType
          method
          madeAt
          receivedAt
          maker
          proves
          late
          keptUntil
          sha256
        }
        availableActs {
          ...SaidAct
        }
      }
    }
  `,
  [SAID_ACT],
);

export type Defect = NonNullable<ResultOf<typeof DEFECT>['defect']>;

export const ORDER_RECTIFICATION = graphql(`
  mutation OrderRectification($input: RectificationInput!) {
    orderRectification(input: $input) {
      id
    }
  }
`);

export const START_REPAIR = graphql(`
  mutation StartRepair($input: DefectStepInput!) {
    startRepair(input: $input) {
      id
    }
  }
`);

export const REPORT_REPAIR = graphql(`
  mutation ReportRepair($input: DefectStepInput!) {
    reportRepair(input: $input) {
      id
    }
  }
`);

export const RETURN_REPAIR = graphql(`
  mutation ReturnRepair($input: DefectStepInput!) {
    returnRepair(input: $input) {
      id
    }
  }
`);

export const SIGN_DEFECT_OFF = graphql(`
  mutation SignDefectOff($input: DefectStepInput!) {
    signDefectOff(input: $input) {
      id
    }
  }
`);
