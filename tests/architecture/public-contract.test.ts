import { expect, test } from '@jest/globals';
import {
  buildSchema,
  getNamedType,
  isInputObjectType,
  isObjectType,
  type GraphQLNamedType,
  type GraphQLType,
} from 'graphql';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const schema = buildSchema(
  readFileSync(join(import.meta.dirname, '../../libs/contract/schema.graphql'), 'utf8'),
);

/** Everything an anonymous client meets on its way from a query, by path; those without a word are named. */
function undescribed(query: string): string[] {
  const field = schema.getQueryType()?.getFields()[query];
  if (!field) throw new Error(`no query ${query}`);
  const seen = new Set<string>();
  const missing: string[] = field.description ? [] : [query];
  const visit = (type: GraphQLNamedType) => {
    if (seen.has(type.name) || (!isObjectType(type) && !isInputObjectType(type))) return;
    seen.add(type.name);
    for (const { name, description, type: next } of Object.values(type.getFields())) {
      if (!description) missing.push(`${type.name}.${name}`);
      visit(getNamedType(next as GraphQLType));
    }
  };
  visit(getNamedType(field.type));
  for (const argument of field.args) {
    if (!argument.description) missing.push(`${query}(${argument.name})`);
    visit(getNamedType(argument.type));
  }
  return missing;
}

test.each(['nearestShelters', 'publicShelter'])(
  'every field of the public query %s is described',
  (query) => {
    expect(undescribed(query)).toEqual([]);
  },
);
