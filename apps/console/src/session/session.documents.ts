import { graphql } from '../api/graphql.ts';

export const ME = graphql(`
  query Me {
    me {
      personId
      username
      displayName
      appointments {
        role
        organisationId
        jurisdictions
      }
    }
    jurisdictions(first: 500) {
      code
      name
      nameEn
      level
    }
  }
`);

export const SIGN_IN = graphql(`
  mutation SignIn($username: String!, $password: String!) {
    signIn(username: $username, password: $password) {
      expiresAt
    }
  }
`);

export const SIGN_OUT = graphql(`
  mutation SignOut {
    signOut
  }
`);

export const SIGN_OUT_EVERYWHERE = graphql(`
  mutation SignOutEverywhere {
    signOutEverywhere
  }
`);

export const FIRST_RUN = graphql(`
  mutation FirstRun($token: String!, $username: String!, $displayName: String!, $password: String!) {
    createFirstAdministrator(
      token: $token
      username: $username
      displayName: $displayName
      password: $password
    )
  }
`);

export const MY_SESSIONS = graphql(`
  query MySessions {
    mySessions {
      id
      createdAt
      lastSeenAt
      device
      current
    }
  }
`);

export const END_SESSION = graphql(`
  mutation EndSession($id: ID!) {
    endSession(id: $id)
  }
`);

export const CHANGE_PASSWORD = graphql(`
  mutation ChangePassword($current: String!, $next: String!) {
    changePassword(current: $current, next: $next)
  }
`);
