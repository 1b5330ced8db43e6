import {
  getOperationAST,
  GraphQLError,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type ExecutionArgs,
  type GraphQLFormattedError,
  type GraphQLSchema,
  type ValidationRule,
} from 'graphql';
import type { SubscribePayload } from 'graphql-ws';
import { costFault } from '../graphql/cost-limit.ts';
import { formatError, type ReportBug } from '../graphql/format-error.ts';
import type { SocketContext } from './reader.ts';

const MOST_TOKENS = 1_000;

/** Reads what is asked on a socket within the bounds that hold for every operation; only subscriptions are heard there. */
export function understand(
  schema: GraphQLSchema,
  rules: readonly ValidationRule[],
  { query, variables, operationName }: SubscribePayload,
  contextValue: SocketContext,
): ExecutionArgs | readonly GraphQLError[] {
  const document = parsed(query);
  if (document instanceof GraphQLError) return [document];
  const faults = validate(schema, document, [...specifiedRules, ...rules]);
  if (faults.length > 0) return faults;
  const asked = getOperationAST(document, operationName);
  if (asked?.operation !== 'subscription') {
    return [new GraphQLError('Only subscriptions are answered on a socket. Send everything else by POST.')];
  }
  const tooDear = costFault(schema, document, asked, variables);
  if (tooDear) return [tooDear];
  return { schema, document, operationName, variableValues: variables, contextValue };
}

function parsed(query: string): DocumentNode | GraphQLError {
  try {
    return parse(query, { maxTokens: MOST_TOKENS });
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}

/** Errors of the question itself, in the one family that has them. */
export function asInputFaults(errors: readonly GraphQLError[]): GraphQLFormattedError[] {
  return errors.map(({ message }) => ({ message, extensions: { code: 'BAD_USER_INPUT' } }));
}

/** Errors of what was run, worded as they are over HTTP; one without a path lies in the question. */
export function wordedErrors(
  errors: readonly GraphQLError[],
  { reader }: SocketContext,
  reportBug: ReportBug,
): GraphQLFormattedError[] {
  return errors.flatMap((error) =>
    error.path ? [formatError(error.toJSON(), error, reader.language, reportBug)] : asInputFaults([error]),
  );
}
