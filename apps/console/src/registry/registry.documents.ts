import { graphql, type ResultOf } from '../api/graphql.ts';
import { NOTICE } from '../my-work/corrections.documents.ts';
import { LEAVING } from '../deregistration/deregistration.documents.ts';
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
        lastConfirmedAt
        stale
        changedAt
        correctionDue
        deregisteredAt
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
        stale
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
        lastConfirmedAt
        stale
        readiness
        usableCapacity
        placesOut
        correctionDue
        filedAt
        deregisteredAt
        deregistration {
          ...Leaving
        }
        changedAt
        demo
        papers {
          kind
          href
        }
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
          filing {
            id
            number
            kind
            papers {
              kind
              href
            }
          }
          reason
          recordedAt
          recordedByName
          notice {
            ...ToldNotice
          }
          contents {
            ...Contents
          }
        }
      }
    }
  `,
  [CONTENTS, SAID_ACT, NOTICE, LEAVING],
);

export const SHELTER_VERSION = graphql(
  `
    query ShelterVersion($code: String!, $version: Int!, $other: Int!) {
      shelter(code: $code) {
        code
        name
        version
        versions {
          version
          recordedAt
        }
        shown: versionAt(version: $version) {
          version
          origin
          filing {
            id
            number
            kind
          }
          reason
          recordedAt
          recordedByName
          papers {
            kind
            href
          }
          notice {
            ...ToldNotice
          }
          contents {
            ...Contents
          }
        }
        other: versionAt(version: $other) {
          version
          contents {
            ...Contents
          }
        }
      }
    }
  `,
  [CONTENTS, NOTICE],
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

export const SAVED_VIEWS = graphql(`
  query SavedViews {
    savedViews {
      id
      name
      query
    }
  }
`);

export type SavedView = ResultOf<typeof SAVED_VIEWS>['savedViews'][number];

export const KEEP_VIEW = graphql(`
  mutation KeepView($input: SavedViewInput!) {
    keepView(input: $input) {
      id
    }
  }
`);

export const DROP_VIEW = graphql(`
  mutation DropView($id: ID!) {
    dropView(id: $id) {
      id
    }
  }
`);
