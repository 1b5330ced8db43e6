import { graphql, type ResultOf } from '../api/graphql.ts';
import { REFUSAL } from '../filing/contents.documents.ts';

const RUN_FIELDS = graphql(
  `
    fragment RunFields on ImportRun @_unmask {
      id
      state
      profile
      fileName
      total
      counts {
        read
        imported
        created
        updated
        unchanged
        refused
        held
      }
      refusals {
        ...SaidRefusal
      }
      columnsBy
      columns {
        position
        header
        field
        suggestion
        values
      }
      findingCount
      findings {
        row
        column
        class
        code
        message
        cure
      }
      reportFileId
      hasFindingsFile
      startedAt
      endedAt
    }
  `,
  [REFUSAL],
);

export type Run = ResultOf<typeof RUN_FIELDS>;

export const PREVIEW_IMPORT = graphql(
  `
    mutation PreviewImport($input: ImportInput!) {
      previewImport(input: $input) {
        ...RunFields
        samples {
          row
          sourceId
          verdict
          name
          jurisdictionCode
          unitName
          address
          longitude
          latitude
          declaredCapacity
        }
      }
    }
  `,
  [RUN_FIELDS],
);

export type Column = Run['columns'][number];
export type Targets = ResultOf<typeof IMPORT_RUNS>['importTargets'];

export type Preview = ResultOf<typeof PREVIEW_IMPORT>['previewImport'];

export const START_IMPORT = graphql(`
  mutation StartImport($input: ImportInput!) {
    startImport(input: $input) {
      id
    }
  }
`);

export const CANCEL_IMPORT = graphql(`
  mutation CancelImport($id: ID!) {
    cancelImport(id: $id) {
      id
    }
  }
`);

export const IMPORT_RUN = graphql(
  `
    query ImportRun($id: ID!) {
      importRun(id: $id) {
        ...RunFields
      }
    }
  `,
  [RUN_FIELDS],
);

export const IMPORT_RUNS = graphql(`
  query ImportRuns {
    importRuns(first: 20) {
      id
      state
      fileName
      startedAt
      counts {
        read
        imported
        refused
        held
      }
    }
    importTargets {
      field
      required
    }
  }
`);
