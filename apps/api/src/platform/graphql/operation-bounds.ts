import { ApolloArmor } from '@escape.tech/graphql-armor';

/** Bounds on one operation: deeper, wider or longer ones are refused before anything runs. */
const LIMITS = { depth: 10, aliases: 20, tokens: 2_000, directives: 10, cost: 8_000 } as const;

/** The bounds as rules and plugins, for HTTP and for sockets. */
export const OPERATION_BOUNDS = new ApolloArmor({
  maxDepth: { n: LIMITS.depth, flattenFragments: true, ignoreIntrospection: true },
  maxAliases: { n: LIMITS.aliases },
  maxTokens: { n: LIMITS.tokens },
  maxDirectives: { n: LIMITS.directives },
  costLimit: { maxCost: LIMITS.cost, ignoreIntrospection: true },
  blockFieldSuggestion: { enabled: false },
}).protect();
