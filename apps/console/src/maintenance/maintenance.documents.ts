import { graphql, type ResultOf } from '../api/graphql.ts';
import { SAID_ACT } from '../filing/contents.documents.ts';

const ARRANGEMENT = graphql(
  `
    fragment Arrangement on MaintenanceArrangement @_unmask {
      id
      stage
      ownerName
      party
      maintainerName
      saidOn
      unitPosition
      ownerPosition
      documentFileId
      signedPaperFileId
      recordedAt
      recordedByName
      organisation {
        name
      }
      determinedOn
      decisionNumber
      determinationReason
      determinationFileId
      determinedByOrganisation {
        name
      }
      endedAt
      endedReason
      availableActs {
        ...SaidAct
      }
    }
  `,
  [SAID_ACT],
);

export type Arrangement = ResultOf<typeof ARRANGEMENT>;

export const MAINTENANCE = graphql(
  `
    query Maintenance($id: ID!) {
      shelter(id: $id) {
        id
        maintenance {
          facilityType
          isFiled
          quantity
          state
          ground
          maintainerName
          inForce {
            ...Arrangement
          }
          waiting {
            ...Arrangement
          }
          past {
            ...Arrangement
          }
          availableActs {
            ...SaidAct
          }
        }
      }
    }
  `,
  [ARRANGEMENT, SAID_ACT],
);

export type Facility = NonNullable<ResultOf<typeof MAINTENANCE>['shelter']>['maintenance'][number];

export const TO_DETERMINE = graphql(`
  query MaintenanceToDetermine {
    maintenanceToDetermine(first: 8) {
      totalCount
      nodes {
        id
        facilityType
        ownerName
        saidOn
        shelter {
          code
          name
          jurisdictionCode
          unit {
            name
          }
        }
      }
    }
  }
`);

export const RECORD_AGREEMENT = graphql(`
  mutation RecordMaintenanceAgreement($input: MaintenanceAgreementInput!) {
    recordMaintenanceAgreement(input: $input) {
      id
    }
  }
`);

export const RECORD_DISAGREEMENT = graphql(`
  mutation RecordMaintenanceDisagreement($input: MaintenanceDisagreementInput!) {
    recordMaintenanceDisagreement(input: $input) {
      id
    }
  }
`);

export const DETERMINE = graphql(`
  mutation DetermineMaintenance($input: MaintenanceDeterminationInput!) {
    determineMaintenance(input: $input) {
      id
    }
  }
`);

export const END = graphql(`
  mutation EndMaintenance($id: ID!, $reason: String!) {
    endMaintenance(id: $id, reason: $reason) {
      id
    }
  }
`);
