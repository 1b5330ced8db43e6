import { ApolloArmor } from '@escape.tech/graphql-armor';

/** Bounds on one operation: deeper, wider or longer ones are refused before anything runs. */
const LIMITS = { depth: 10, aliases: 20, tokens: 2_000, directives: 10 } as const;

/** The bounds as rules and plugins, for HTTP and for sockets. */
export const OPERATION_BOUNDS = new ApolloArmor({
  maxDepth: { n: LIMITS.depth, flattenFragments: true, ignoreIntrospection: true },
  maxAliases: { n: LIMITS.aliases },
  maxTokens: { n: LIMITS.tokens },
  maxDirectives: { n: LIMITS.directives },
  costLimit: { enabled: false }, // it counts no page size that comes in a variable: see cost-limit.ts
  blockFieldSuggestion: { enabled: false },
}).protect();
