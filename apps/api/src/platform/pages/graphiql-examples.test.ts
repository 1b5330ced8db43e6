import { expect, test } from '@jest/globals';
import { buildSchema, parse, validate } from 'graphql';
import { readFileSync } from 'node:fs';
import { EXAMPLES } from './graphiql-examples.ts';

test('every example can be asked of the schema', () => {
  const schema = buildSchema(readFileSync('libs/contract/schema.graphql', 'utf8'));
  for (const { query } of EXAMPLES) expect(validate(schema, parse(query))).toEqual([]);
});
