import { expect, test } from '@jest/globals';
import { buildSchema, isEnumType, isInputObjectType, isObjectType, isSpecifiedScalarType } from 'graphql';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const schema = readFileSync(join(import.meta.dirname, '../../libs/contract/schema.graphql'), 'utf8');

/** Every type, field, argument and input without a word about it, by path: for officers as for the public. */
function undescribed(text: string): string[] {
  const missing: string[] = [];
  const ask = (path: string, { description }: { readonly description?: string | null | undefined }) => {
    if (!description?.trim()) missing.push(path);
  };
  const read = buildSchema(text);
  const roots = [read.getQueryType(), read.getMutationType(), read.getSubscriptionType()];
  for (const type of Object.values(read.getTypeMap())) {
    if (type.name.startsWith('__') || isSpecifiedScalarType(type)) continue;
    if (!roots.some((root) => root?.name === type.name)) ask(type.name, type);
    if (isEnumType(type) || (!isObjectType(type) && !isInputObjectType(type))) continue;
    for (const field of Object.values(type.getFields())) {
      ask(`${type.name}.${field.name}`, field);
      if ('args' in field)
        for (const argument of field.args) ask(`${type.name}.${field.name}(${argument.name})`, argument);
    }
  }
  return missing;
}

test('every type, field, argument and input of the contract is described', () => {
  expect(undescribed(schema)).toEqual([]);
});

test('a word that is missing is found, wherever it is', () => {
  const planted = `
    """What there is."""
    type Query { plain(bare: Int): Answer }
    type Answer { "Said." said: Int  unsaid: Int }
    "What is sent." input Ask { silent: Int }
    enum Mood { GOOD }`;
  expect(undescribed(planted)).toEqual([
    'Query.plain',
    'Query.plain(bare)',
    'Answer',
    'Answer.unsaid',
    'Ask.silent',
    'Mood',
  ]);
});
