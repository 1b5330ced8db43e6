import type { ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import type { Language } from '#regulation/labels';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { costLimit } from './cost-limit.ts';
import type { ReportBug } from './format-error.ts';
import { preferredLanguage } from './language.ts';
import { OPERATION_BOUNDS } from './operation-bounds.ts';
import { tellErrors } from './tell-errors.ts';

/** What a resolver is handed. The officer is looked up once, when first asked for. */
export interface GraphqlContext {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly language: Language;
  /** DataLoaders and other things that live as long as the request, by their maker. */
  readonly perRequest: Map<object, unknown>;
}

/** Apollo under Nest: POST only, no stack traces, masked bugs, bounded operations. */
export function graphqlOptions(reportBug: ReportBug, schemaFile: string | true): ApolloDriverConfig {
  const { plugin, formatError } = tellErrors(reportBug);
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
      plugin,
      ...(OPERATION_BOUNDS.plugins as unknown[] as ApolloServerPlugin[]),
    ],
    context: (request: FastifyRequest, reply: FastifyReply): GraphqlContext => ({
      request,
      reply,
      language: preferredLanguage(request.headers['accept-language']),
      perRequest: new Map(),
    }),
    formatError,
  };
}
