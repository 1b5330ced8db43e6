import { GraphQLError, GraphQLScalarType } from 'graphql';

/** Coded parameters of refusals and reasons; only ever sent, never taken. */
export const JsonScalar = new GraphQLScalarType({
  name: 'JSON',
  description: 'Parameters of a coded message, by name. Read only.',
  serialize: (value) => value,
  parseValue: () => {
    throw new GraphQLError('JSON is not taken as input.', { extensions: { code: 'BAD_USER_INPUT' } });
  },
});
