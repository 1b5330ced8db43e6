import { graphql } from '../api/graphql.ts';

export const PEOPLE = graphql(`
  query People($after: String) {
    people(first: 200, after: $after) {
      id
      username
      displayName
      disabledAt
      appointments {
        role
        organisationId
        jurisdictions
      }
    }
  }
`);

export const CREATE_PERSON = graphql(`
  mutation CreatePerson($input: CreatePersonInput!) {
    createPerson(input: $input)
  }
`);

export const DISABLE_PERSON = graphql(`
  mutation DisablePerson($id: ID!) {
    disablePerson(id: $id)
  }
`);

export const CREATE_ORGANISATION = graphql(`
  mutation CreateOrganisation($input: CreateOrganisationInput!) {
    createOrganisation(input: $input) {
      id
    }
  }
`);
