import { graphql } from '../api/graphql.ts';

export const CHANGES = graphql(`
  subscription Changes($after: ID, $topics: [ChangeTopic!], $activationId: ID) {
    changes(after: $after, topics: $topics, activationId: $activationId) {
      id
      topic
      activationId
      shelterId
      resync
    }
  }
`);

export const CHANGES_SINCE = graphql(`
  query ChangesSince($after: ID, $topics: [ChangeTopic!], $activationId: ID) {
    changesSince(after: $after, topics: $topics, activationId: $activationId) {
      last
      notices {
        id
        topic
        activationId
        shelterId
        resync
      }
    }
  }
`);
