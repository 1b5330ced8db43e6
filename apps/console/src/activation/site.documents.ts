import { graphql, type ResultOf } from '../api/graphql.ts';
import { SAID_ACT } from '../filing/contents.documents.ts';

/** The unit's or the command post's view of one opened shelter. */
export const SITE = graphql(
  `
    query Site($id: ID!) {
      activationShelter(id: $id) {
        id
        activationId
        orderNumber
        exercise
        status
        decidedAt
        answeredAt
        gateOpenAt
        staffedAt
        partlyUsable
        damagedAt
        closingAt
        releasedAt
        yieldedTo
        overrideReason
        occupied
        lastReportAt
        shelter {
          id
          code
          name
          address
          jurisdictionCode
          unitId
          usableCapacity
        }
        commandPost {
          missing
          members {
            id
            kind
            name
            phone
          }
        }
        volunteerStation {
          place
          openedAt
          headName
          phone
          volunteers
        }
        reports {
          id
          facts
          happenedAt
          receivedAt
          clockOff
          note
        }
        availableActs {
          ...SaidAct
        }
      }
    }
  `,
  [SAID_ACT],
);

export type Site = NonNullable<ResultOf<typeof SITE>['activationShelter']>;

export const MY_OPEN_SHELTERS = graphql(`
  query MyOpenShelters($first: Int!) {
    myOpenShelters(first: $first) {
      id
      status
      exercise
      decidedAt
      answeredAt
      gateOpenAt
      staffedAt
      lastReportAt
      orderNumber
      shelter {
        id
        code
        name
      }
    }
  }
`);

export const REPORT = graphql(`
  mutation ReportStatus($input: ShelterStatusInput!) {
    reportShelterStatus(input: $input) {
      id
      status
    }
  }
`);

export const APPOINT = graphql(`
  mutation Appoint($id: ID!, $seat: PostSeatInput!) {
    appointCommandPostMember(activationShelterId: $id, seat: $seat) {
      id
    }
  }
`);

export const END_MEMBER = graphql(`
  mutation EndMember($id: ID!) {
    endCommandPostMember(id: $id) {
      id
    }
  }
`);

export const RUN_STATION = graphql(`
  mutation RunStation($input: VolunteerStationInput!) {
    runVolunteerStation(input: $input) {
      id
    }
  }
`);

export const STAND_DOWN = graphql(`
  mutation StandDown($id: ID!) {
    standShelterDown(id: $id) {
      id
      status
      releasedAt
    }
  }
`);

export const STANDING_POST = graphql(`
  query StandingPost($shelterId: ID!) {
    standingCommandPost(shelterId: $shelterId) {
      id
      kind
      name
      phone
      organisationId
      personId
    }
  }
`);

export const KEEP_STANDING_POST = graphql(`
  mutation KeepStandingPost($shelterId: ID!, $members: [PostSeatInput!]!) {
    keepStandingCommandPost(shelterId: $shelterId, members: $members) {
      id
    }
  }
`);
