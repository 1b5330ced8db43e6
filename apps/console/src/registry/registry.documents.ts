import { graphql, type ResultOf } from '../api/graphql.ts';
import { CONTENTS, SAID_ACT } from '../filing/contents.documents.ts';

export const SHELTERS = graphql(`
  query Shelters($filter: ShelterFilter!, $first: Int!, $after: String) {
    shelters(filter: $filter, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        code
        name
        jurisdictionCode
        grade
        usableCapacity
        operationalStatus
        changedAt
        correctionDue
        unit {
          name
        }
        publication {
          status
          differs
        }
      }
    }
  }
`);

export type ListedShelter = ResultOf<typeof SHELTERS>['shelters']['nodes'][number];

export const SHELTER_POINTS = graphql(`
  query ShelterPoints($filter: ShelterFilter!, $after: String) {
    shelters(filter: $filter, first: 200, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        code
        name
        operationalStatus
        position {
          longitude
          latitude
        }
      }
    }
  }
`);

export const SHELTER = graphql(
  `
    query Shelter($code: String!) {
      shelter(code: $code) {
        id
        code
        name
        version
        jurisdictionCode
        unitId
        operationalStatus
        readiness
        usableCapacity
        placesOut
        correctionDue
        filedAt
        changedAt
        demo
        unit {
          name
        }
        publication {
          status
          differs
          edition
          publishedVersion
          reason
          updatedAt
          availableActs {
            ...SaidAct
          }
        }
        availableActs {
          ...SaidAct
        }
        obligations {
          duty
          state
          dueOn
          lateness
          missedYears
        }
        recordingActs {
          ...SaidAct
        }
        contents {
          ...Contents
        }
        versions {
          version
          origin
          reason
          recordedAt
          recordedByName
          contents {
            ...Contents
          }
        }
      }
    }
  `,
  [CONTENTS, SAID_ACT],
);

export type Shelter = NonNullable<ResultOf<typeof SHELTER>['shelter']>;

export const CORRECT_SHELTER = graphql(`
  mutation CorrectShelter($id: ID!, $version: Int!, $contents: ContentsInput!, $reason: String!) {
    correctShelter(id: $id, version: $version, contents: $contents, reason: $reason) {
      code
      version
    }
  }
`);
