import { graphql } from '../api/graphql.ts';

export const DUE_CORRECTIONS = graphql(`
  query DueCorrections($filter: DueCorrectionFilter!, $first: Int!, $after: String) {
    dueCorrections(filter: $filter, first: $first, after: $after) {
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
        unit {
          name
        }
        owedCorrection {
          gaps
          dueOn
          daysLeft
          light
        }
        availableActs {
          act
          allowed
        }
      }
    }
  }
`);
