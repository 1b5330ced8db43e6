import { graphql, type ResultOf, type VariablesOf } from '../api/graphql.ts';

export const CONTENTS = graphql(`
  fragment Contents on ShelterContents @_unmask {
    name
    aliases
    division
    address
    landmark
    position {
      longitude
      latitude
      sourceCrs
      rawLongitude
      rawLatitude
    }
    areaSquareMeters
    effectiveAreaSquareMeters
    declaredCapacity
    blockedCapacity
    capacityOverride
    facilities {
      type
      quantity
      state
      maintainer
    }
    zonePlanFileId
    contact {
      name
      phone
      phone24h
    }
    publicPhone
    suitability {
      hazard
      suitability
      assessedBy
      assessedOn
    }
    siteType
    spaceType
    grade
    durationClass
    standingKind
    petPolicy
    barrierFree
    seismicEvidence
    acceptedOn
    handedOverOn
    otherPaperFileIds
    remarks
    boundary {
      parts
      sourceCrs
    }
    entrances {
      name
      longitude
      latitude
      barrierFree
    }
    zones {
      type
      name
      areaSquareMeters
      ring
    }
    zonePlanPlacement {
      west
      south
      east
      north
    }
    capacityBasis {
      standard
      dated
      squareMetersPerPerson
    }
    exposures {
      hazard
      description
      distanceMeters
    }
    standards
    designScheme {
      item
      contained
      note
    }
    consultation {
      askedBy
      askedOn
      answeredBy
      answeredOn
      opinion
    }
    ownership
    investment
    fundingSource
    budget
    contributions {
      kind
      donor
      given
      valueYuan
      receivedOn
    }
  }
`);

export const REFUSAL = graphql(`
  fragment SaidRefusal on Refusal @_unmask {
    class
    code
    field
    article
    message
  }
`);

/** An act as the server offers it now: drives a button. */
export const SAID_ACT = graphql(
  `
    fragment SaidAct on AvailableAct @_unmask {
      act
      allowed
      article
      refusals {
        ...SaidRefusal
      }
    }
  `,
  [REFUSAL],
);

export type Contents = ResultOf<typeof CONTENTS>;

export const DRAFT_FILING = graphql(`
  mutation DraftFiling($input: DraftFilingInput!) {
    draftFiling(input: $input) {
      id
    }
  }
`);

export type ContentsInput = VariablesOf<typeof DRAFT_FILING>['input']['contents'];
