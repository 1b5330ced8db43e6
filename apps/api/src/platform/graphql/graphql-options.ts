import type { ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { currentLanguage } from '../request.ts';
import { costLimit } from './cost-limit.ts';
import { formatError, type ReportBug } from './format-error.ts';
import { OPERATION_BOUNDS } from './operation-bounds.ts';

/** What a resolver is handed. The officer is looked up once, when first asked for. */
export interface GraphqlContext {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  /** DataLoaders and other things that live as long as the request, by their maker. */
  readonly perRequest: Map<object, unknown>;
}

/** Apollo under Nest: POST only, no stack traces, masked bugs, bounded operations. */
export function graphqlOptions(reportBug: ReportBug, schemaFile: string | true): ApolloDriverConfig {
  return {
    driver: ApolloDriver,
    path: '/graphql',
    autoSchemaFile: schemaFile,
    sortSchema: true,
    graphiql: false,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    csrfPrevention: true,
    autoTransformHttpErrors: false,
    allowBatchedHttpRequests: false,
    validationRules: OPERATION_BOUNDS.validationRules,
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      costLimit(),
      ...(OPERATION_BOUNDS.plugins as unknown[] as ApolloServerPlugin[]),
    ],
    context: (request: FastifyRequest, reply: FastifyReply): GraphqlContext => ({
      request,
      reply,
      perRequest: new Map(),
    }),
    formatError: (formatted, error) => formatError(formatted, error, currentLanguage(), reportBug),
  };
}
