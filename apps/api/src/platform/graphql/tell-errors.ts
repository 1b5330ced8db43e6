import type { ApolloServerPlugin } from '@apollo/server';
import type { ApolloDriverConfig } from '@nestjs/apollo';
import { formatError, type ReportBug } from './format-error.ts';
import type { GraphqlContext } from './graphql-options.ts';

/**
 * Words errors for whoever asked. The server's hook for it is handed no request, so each error is noted with its request
 * first; one from before there is a request has no words of ours.
 */
export function tellErrors(reportBug: ReportBug): {
  plugin: ApolloServerPlugin<GraphqlContext>;
  formatError: NonNullable<ApolloDriverConfig['formatError']>;
} {
  const askedBy = new WeakMap<object, GraphqlContext>();
  return {
    plugin: {
      requestDidStart: async () => ({
        didEncounterErrors: async ({ errors, contextValue }) => {
          for (const error of errors) askedBy.set(error, contextValue);
        },
      }),
    },
    formatError: (formatted, error) => {
      const context = askedBy.get(error as object);
      return formatError(formatted, error, context?.language ?? 'zh-CN', (bug) =>
        reportBug(bug, context?.request.id),
      );
    },
  };
}
