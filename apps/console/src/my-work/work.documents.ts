import { graphql } from '../api/graphql.ts';

export const WORK = graphql(`
  query Work($reads: Boolean!, $registers: Boolean!) {
    draft: filings(filter: { stages: [DRAFT] }, first: 1) @include(if: $reads) {
      totalCount
    }
    submitted: filings(filter: { stages: [SUBMITTED] }, first: 1) @include(if: $reads) {
      totalCount
    }
    returned: filings(filter: { stages: [RETURNED] }, first: 1) @include(if: $reads) {
      totalCount
    }
    filed: filings(filter: { stages: [FILED] }, first: 1) @include(if: $reads) {
      totalCount
    }
    held: filings(filter: { held: true }, first: 1) @include(if: $reads) {
      totalCount
    }
    shelters(first: 1) @include(if: $registers) {
      totalCount
    }
    overdue: obligations(filter: { states: [OVERDUE] }, first: 1) @include(if: $registers) {
      totalCount
    }
    openDefects: defects(filter: { stages: [FOUND, ORDERED, IN_REPAIR, REINSPECTION] }, first: 1)
      @include(if: $registers) {
      totalCount
    }
    myDefects: defects(filter: { mine: true }, first: 1) @include(if: $registers) {
      totalCount
    }
    due: dueCorrections(first: 5) @include(if: $registers) {
      totalCount
      nodes {
        id
        code
        name
        jurisdictionCode
        correctionDue
        unit {
          name
        }
      }
    }
  }
`);
