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
        jurisdictions
        organisation {
          name
          disabledAt
        }
      }
      availableActs {
        act
        allowed
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

export const ENABLE_PERSON = graphql(`
  mutation EnablePerson($id: ID!) {
    enablePerson(id: $id)
  }
`);

/** The others ask for the organisations at work; here the disabled ones are shown too. */
export const ALL_ORGANISATIONS = graphql(`
  query AllOrganisations($text: String) {
    organisations(text: $text, withDisabled: true, first: 200) {
      id
      name
      kind
      jurisdictionCode
      disabledAt
      availableActs {
        act
        allowed
      }
    }
  }
`);

export const DISABLE_ORGANISATION = graphql(`
  mutation DisableOrganisation($id: ID!) {
    disableOrganisation(id: $id)
  }
`);

export const ENABLE_ORGANISATION = graphql(`
  mutation EnableOrganisation($id: ID!) {
    enableOrganisation(id: $id)
  }
`);

export const CREATE_ORGANISATION = graphql(`
  mutation CreateOrganisation($input: CreateOrganisationInput!) {
    createOrganisation(input: $input) {
      id
    }
  }
`);
