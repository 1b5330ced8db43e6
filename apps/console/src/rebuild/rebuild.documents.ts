import { graphql, type ResultOf, type VariablesOf } from '../api/graphql.ts';
import { SAID_ACT } from '../filing/contents.documents.ts';

const NOTICE_FIELDS = graphql(
  `
    fragment NoticeFields on RebuildNotice @_unmask {
      id
      stage
      kind
      scope
      startsOn
      endsOn
      effect
      placesOut
      fileIds
      jurisdictionCode
      givenAt
      recordedByName
      organisation {
        name
      }
      onBehalf
      givenLate
      finishLight
      endedAt
      reason
      asBuilt {
        id
        stage
        number
      }
      shelter {
        id
        code
        name
        usableCapacity
      }
      restorations {
        id
        stage
        text
      }
      availableActs {
        ...SaidAct
      }
    }
  `,
  [SAID_ACT],
);

export type Notice = ResultOf<typeof NOTICE_FIELDS>;

export const NOTICES_OF = graphql(
  `
    query NoticesOf($shelterId: ID!) {
      rebuildNotices(filter: { shelterId: $shelterId }, first: 20) {
        nodes {
          ...NoticeFields
        }
      }
    }
  `,
  [NOTICE_FIELDS],
);

export const NOTICE = graphql(
  `
    query Notice($id: ID!) {
      rebuildNotice(id: $id) {
        ...NoticeFields
      }
    }
  `,
  [NOTICE_FIELDS],
);

export const NOTICES = graphql(`
  query Notices($filter: RebuildNoticeFilter!, $first: Int!, $after: String) {
    rebuildNotices(filter: $filter, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        stage
        kind
        scope
        startsOn
        endsOn
        effect
        placesOut
        givenLate
        finishLight
        jurisdictionCode
        shelter {
          code
          name
        }
      }
    }
  }
`);

export const OPEN_NOTICES = graphql(`
  query OpenNotices {
    open: rebuildNotices(filter: { stages: [NOTIFIED] }, first: 1) {
      totalCount
    }
    overdue: rebuildNotices(filter: { overdue: true }, first: 1) {
      totalCount
    }
  }
`);

export const GIVE_NOTICE = graphql(`
  mutation GiveNotice($input: GiveRebuildNoticeInput!) {
    giveRebuildNotice(input: $input) {
      id
    }
  }
`);

export const AMEND_NOTICE = graphql(`
  mutation AmendNotice($input: AmendRebuildNoticeInput!) {
    amendRebuildNotice(input: $input) {
      id
    }
  }
`);

export const CALL_OFF = graphql(`
  mutation CallOff($id: ID!, $reason: String!) {
    callOffRebuild(id: $id, reason: $reason) {
      id
    }
  }
`);

export const FILE_AS_BUILT = graphql(`
  mutation FileAsBuilt($input: FileAsBuiltInput!) {
    fileAsBuilt(input: $input) {
      id
    }
  }
`);

export type ToldNotice = Omit<VariablesOf<typeof GIVE_NOTICE>['input'], 'id' | 'shelterId'>;
