import type { ApolloServerPlugin } from '@apollo/server';
import {
  getNamedType,
  GraphQLError,
  isInterfaceType,
  isObjectType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/** What the fields of an operation weigh: a leaf, a branch, and how much heavier each level below a branch is. */
const LEAF = 1;
const BRANCH = 2;
const BELOW = 1.5;

type Variables = Readonly<Record<string, unknown>>;

/** The weight under these variables. `known` keeps each fragment's, so that one spread often is weighed once. */
type Weight = (variables: Variables, known: Map<string, number>) => number;

/** The most an operation may cost. */
const MOST = 15_000;
const weights = new WeakMap<OperationDefinitionNode, Weight>();

/**
 * What is against an operation that would fetch too much. A list weighs its rows times its page size, wherever that is
 * said: in the query, in a variable, or by the default of the field. An operation is taken apart once and weighed at
 * each request.
 */
export function costFault(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables | null | undefined,
): GraphQLError | null {
  const weight = weights.get(operation) ?? weigh(schema, document, operation);
  weights.set(operation, weight);
  const cost = Math.ceil(weight(variables ?? {}, new Map()));
  if (cost <= MOST) return null;
  return new GraphQLError(
    `The query costs ${cost}, ${MOST} is the most. Ask for fewer fields or smaller pages.`,
    { extensions: { code: 'GRAPHQL_VALIDATION_FAILED', http: { status: 400 } } },
  );
}

/** The same for everything that comes over HTTP. */
export function costLimit(): ApolloServerPlugin {
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ schema, document, operation, request }) => {
        const fault = operation && costFault(schema, document, operation, request.variables);
        if (fault) throw fault;
      },
    }),
  };
}

/** Makes the weight of a valid operation (valid: without circles of fragments). */
function weigh(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): Weight {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  const made = new Map<string, Weight>();

  const ofSet = ({ selections }: SelectionSetNode, type: GraphQLNamedType | undefined): Weight => {
    const parts = selections.map((selection): Weight => {
      if (selection.kind === Kind.FIELD) return ofField(selection, type);
      if (selection.kind === Kind.FRAGMENT_SPREAD) return ofFragment(selection.name.value);
      const condition = selection.typeCondition;
      return ofSet(selection.selectionSet, condition ? schema.getType(condition.name.value) : type);
    });
    return (variables, known) => parts.reduce((sum, part) => sum + part(variables, known), 0);
  };

  const ofField = (node: FieldNode, type: GraphQLNamedType | undefined): Weight => {
    if (node.name.value === '__schema' || node.name.value === '__type') return () => 0;
    if (!node.selectionSet) return () => LEAF;
    const field = fieldOf(type, node.name.value);
    const inner = ofSet(node.selectionSet, field && getNamedType(field.type));
    const rows = rowsOf(node, field, operation);
    return (variables, known) => (BRANCH + BELOW * inner(variables, known)) * rows(variables);
  };

  const ofFragment = (name: string): Weight => {
    const ready = made.get(name);
    if (ready) return ready;
    const fragment = fragments.get(name);
    const inner = fragment
      ? ofSet(fragment.selectionSet, schema.getType(fragment.typeCondition.name.value))
      : () => 0;
    const weight: Weight = (variables, known) => {
      const cost = known.get(name) ?? inner(variables, known);
      known.set(name, cost);
      return cost;
    };
    made.set(name, weight);
    return weight;
  };

  return ofSet(operation.selectionSet, schema.getRootType(operation.operation) ?? undefined);
}

function fieldOf(
  type: GraphQLNamedType | undefined,
  name: string,
): GraphQLField<unknown, unknown> | undefined {
  return isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
}

/** How many rows a list was asked for; 1 for what is no list. */
function rowsOf(
  node: FieldNode,
  field: GraphQLField<unknown, unknown> | undefined,
  operation: OperationDefinitionNode,
): (variables: Variables) => number {
  const value = node.arguments?.find(({ name }) => name.value === 'first')?.value;
  const unsaid = field?.args.find(({ name }) => name === 'first')?.defaultValue;
  if (value?.kind === Kind.INT) return () => atLeastOne(Number(value.value));
  if (value?.kind !== Kind.VARIABLE) return () => atLeastOne(unsaid);
  const name = value.name.value;
  const declared = operation.variableDefinitions?.find(({ variable }) => variable.name.value === name);
  const fallback = declared?.defaultValue?.kind === Kind.INT ? Number(declared.defaultValue.value) : unsaid;
  return (variables) => atLeastOne(variables[name] ?? fallback);
}

function atLeastOne(rows: unknown): number {
  return typeof rows === 'number' && rows > 1 ? rows : 1;
}
