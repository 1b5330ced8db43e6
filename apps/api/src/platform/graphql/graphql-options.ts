import { ApolloArmor } from '@escape.tech/graphql-armor';
import type { ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { currentLanguage } from '../request.ts';
import { formatError, type ReportBug } from './format-error.ts';

/** What a resolver is handed. The officer is looked up once, when first asked for. */
export interface GraphqlContext {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  /** DataLoaders and other things that live as long as the request, by their maker. */
  readonly perRequest: Map<object, unknown>;
}

/** Bounds on one operation: deeper, wider or longer ones are refused before anything runs. */
const LIMITS = { depth: 10, aliases: 20, tokens: 2_000, directives: 10, cost: 8_000 } as const;

/** Apollo under Nest: POST only, no stack traces, masked bugs, bounded operations. */
export function graphqlOptions(reportBug: ReportBug, schemaFile: string | true): ApolloDriverConfig {
  const armor = new ApolloArmor({
    maxDepth: { n: LIMITS.depth, flattenFragments: true, ignoreIntrospection: true },
    maxAliases: { n: LIMITS.aliases },
    maxTokens: { n: LIMITS.tokens },
    maxDirectives: { n: LIMITS.directives },
    costLimit: { maxCost: LIMITS.cost, ignoreIntrospection: true },
    blockFieldSuggestion: { enabled: false },
  }).protect();
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
    validationRules: armor.validationRules,
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ...(armor.plugins as unknown[] as ApolloServerPlugin[]),
    ],
    context: (request: FastifyRequest, reply: FastifyReply): GraphqlContext => ({
      request,
      reply,
      perRequest: new Map(),
    }),
    formatError: (formatted, error) => formatError(formatted, error, currentLanguage(), reportBug),
  };
}
