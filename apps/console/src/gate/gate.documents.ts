import { graphql, type ResultOf } from '../api/graphql.ts';

/** The gate: its numbers, who is inside, what was written down last. */
export const GATE = graphql(`
  query GatePage($id: ID!) {
    gate(activationShelterId: $id) {
      activationShelterId
      code
      name
      exercise
      status
      releasedAt
      usable
      occupied
      available
      asOf
      staying
      counted
      headCount {
        counted
        inside
        difference
        at
      }
      conflicts {
        id
        kind
        persons
        otherCode
        otherName
        foundAt
      }
      availableActs {
        act
        allowed
      }
      stays(first: 20) {
        totalCount
        nodes {
          id
          persons
          inside
          cardCode
          checkedInAt
        }
      }
      entries(first: 10) {
        id
        kind
        persons
        stayId
        transferId
        happenedAt
        syncedOffline
      }
    }
  }
`);

export const CHECK_IN = graphql(`
  mutation GateCheckIn($input: CheckInInput!) {
    checkIn(input: $input) {
      activationShelterId
    }
  }
`);

export const CHECK_OUT = graphql(`
  mutation GateCheckOut($input: CheckOutInput!) {
    checkOut(input: $input) {
      activationShelterId
    }
  }
`);

export const COUNT = graphql(`
  mutation GateCount($input: CountInput!) {
    countOccupants(input: $input) {
      activationShelterId
    }
  }
`);

export const SYNC_GATE = graphql(`
  mutation SyncGate($entries: [GateEntryInput!]!, $deviceNow: DateTime) {
    syncGate(entries: $entries, deviceNow: $deviceNow) {
      key
      repeated
      refusals {
        code
        field
        article
        message
      }
    }
  }
`);

export const RESOLVE_CONFLICT = graphql(`
  mutation ResolveGateConflict($id: ID!, $resolution: String!) {
    resolveGateConflict(id: $id, resolution: $resolution) {
      activationShelterId
    }
  }
`);

export const MY_GATES = graphql(`
  query MyGates {
    myOpenShelters(first: 50) {
      id
      status
      shelter {
        code
        name
      }
    }
  }
`);

export type GateSeen = NonNullable<ResultOf<typeof GATE>['gate']>;
export type StaySeen = NonNullable<GateSeen['stays']>['nodes'][number];
export type EntrySeen = NonNullable<GateSeen['entries']>[number];
export type ConflictSeen = GateSeen['conflicts'][number];
