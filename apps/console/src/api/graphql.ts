import { initGraphQLTada } from 'gql.tada';
import type { introspection } from '../../../../libs/contract/graphql-env.d.ts';

/** Writes a document; its types come from the committed schema. */
export const graphql = initGraphQLTada<{
  introspection: introspection;
  disableMasking: true;
  scalars: { DateTime: string; JSON: Record<string, string | number> };
}>();

export type { ResultOf, VariablesOf } from 'gql.tada';
