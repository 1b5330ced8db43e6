import type { ApolloServerPlugin, GraphQLRequestListener } from '@apollo/server';
import { Plugin } from '@nestjs/apollo';
import { Kind } from 'graphql';
import type { GraphqlContext } from '../graphql/graphql-options.ts';
import { OPERATION } from './log-requests.ts';

/** Notes what an operation does, by its first root field: the schema bounds those, clients' own names nothing does. */
@Plugin()
export class NameOperation implements ApolloServerPlugin<GraphqlContext> {
  async requestDidStart(): Promise<GraphQLRequestListener<GraphqlContext>> {
    return {
      didResolveOperation: async ({ operation, contextValue }) => {
        const first = operation?.selectionSet.selections[0];
        contextValue.request[OPERATION] = first?.kind === Kind.FIELD ? first.name.value : 'fragment';
      },
    };
  }
}
