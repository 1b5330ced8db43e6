import { graphql, type ResultOf } from '../api/graphql.ts';

/** How a correction ex officio was told to the unit. */
export const NOTICE = graphql(`
  fragment ToldNotice on CorrectionNotice @_unmask {
    shelterId
    version
    readAt
    readByName
    organisation {
      name
    }
    availableActs {
      act
      allowed
    }
  }
`);

export type ToldNotice = ResultOf<typeof NOTICE>;

export const UNREAD_CORRECTIONS = graphql(`
  query UnreadCorrections($first: Int!) {
    unreadCorrections(first: $first) {
      totalCount
      nodes {
        shelterId
        version
        toldAt
        reason
        changedFields
        organisation {
          name
        }
        shelter {
          code
          name
        }
        availableActs {
          act
          allowed
        }
      }
    }
  }
`);

export const ACKNOWLEDGE_CORRECTION = graphql(`
  mutation AcknowledgeCorrection($shelterId: ID!, $version: Int!) {
    acknowledgeCorrection(shelterId: $shelterId, version: $version) {
      version
      readAt
    }
  }
`);
