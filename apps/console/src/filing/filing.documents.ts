import { graphql, type ResultOf } from '../api/graphql.ts';
import { CONTENTS, REFUSAL, SAID_ACT } from './contents.documents.ts';

const FILING_FIELDS = graphql(
  `
    fragment FilingFields on Filing @_unmask {
      id
      kind
      stage
      number
      revision
      onBehalf
      held
      jurisdictionCode
      unitId
      unit {
        id
        name
      }
      shelterId
      baseVersion
      onFile {
        code
        version
        contents {
          ...Contents
        }
      }
      signedPaperFileId
      contents {
        ...Contents
      }
      returnReasons {
        field
        text
      }
      lastReturn {
        turn
        returnedAt
        authority
        reasons {
          field
          text
        }
        contents {
          ...Contents
        }
      }
      submitNote
      acceptance {
        reason
        advice {
          ...SaidRefusal
        }
      }
      createdAt
      changedAt
      savedByName
      submittedAt
      reviewDueOn
      reviewLight
      decidedAt
      papers {
        kind
        href
      }
      findings {
        ...SaidRefusal
      }
      availableActs {
        ...SaidAct
      }
    }
  `,
  [CONTENTS, REFUSAL, SAID_ACT],
);

export type Filing = ResultOf<typeof FILING_FIELDS>;

export const FILING = graphql(
  `
    query Filing($id: ID!) {
      filing(id: $id) {
        ...FilingFields
      }
    }
  `,
  [FILING_FIELDS],
);

/** Asked for apart: the filing itself does not wait for the search around it. */
export const NEAR_DUPLICATES = graphql(`
  query NearDuplicates($id: ID!) {
    filing(id: $id) {
      id
      nearDuplicates {
        kind
        id
        code
        name
        address
        unitName
        siteType
        spaceType
        areaSquareMeters
        declaredCapacity
        longitude
        latitude
        meters
        resemblance
      }
    }
  }
`);

export const DRAFT_CHANGE = graphql(`
  mutation DraftChange($input: DraftChangeInput!) {
    draftChange(input: $input) {
      id
    }
  }
`);

export const REVISE_FILING = graphql(
  `
    mutation ReviseFiling($input: ReviseFilingInput!) {
      reviseFiling(input: $input) {
        ...FilingFields
      }
    }
  `,
  [FILING_FIELDS],
);

export const SUBMIT_FILING = graphql(`
  mutation SubmitFiling($id: ID!, $submitNote: String) {
    submitFiling(id: $id, submitNote: $submitNote) {
      id
    }
  }
`);

export const RETURN_FILING = graphql(`
  mutation ReturnFiling($id: ID!, $reasons: [ReturnReasonInput!]!) {
    returnFiling(id: $id, reasons: $reasons) {
      id
    }
  }
`);

export const ACCEPT_FILING = graphql(`
  mutation AcceptFiling($id: ID!, $revision: Int!, $adviceReason: String) {
    acceptFiling(id: $id, revision: $revision, adviceReason: $adviceReason) {
      number
      shelterCode
      version
    }
  }
`);

export type Accepted = ResultOf<typeof ACCEPT_FILING>['acceptFiling'];

export const WITHDRAW_FILING = graphql(`
  mutation WithdrawFiling($id: ID!) {
    withdrawFiling(id: $id) {
      id
    }
  }
`);

export const FILINGS = graphql(`
  query Filings($filter: FilingFilter!, $order: FilingOrder!, $first: Int!, $after: String) {
    filings(filter: $filter, order: $order, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        kind
        stage
        number
        held
        onBehalf
        jurisdictionCode
        changedAt
        submittedAt
        reviewDueOn
        reviewLight
        unit {
          name
        }
        contents {
          name
          division
        }
      }
    }
  }
`);

export type ListedFiling = ResultOf<typeof FILINGS>['filings']['nodes'][number];

export const ORGANISATIONS = graphql(`
  query Organisations($jurisdictionCode: String, $text: String) {
    organisations(jurisdictionCode: $jurisdictionCode, text: $text, first: 200) {
      id
      name
      kind
      jurisdictionCode
    }
  }
`);
