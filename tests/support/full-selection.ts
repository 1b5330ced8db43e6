import type { TestServer } from './server.ts';

interface TypeReference {
  readonly kind: string;
  readonly name: string | null;
  readonly ofType: TypeReference | null;
}

interface Field {
  readonly name: string;
  readonly type: TypeReference;
  readonly args: readonly { name: string; type: TypeReference; defaultValue: string | null }[];
}

/** The schema as a stranger can read it. */
export interface Schema {
  readonly queries: readonly Field[];
  readonly fieldsOf: ReadonlyMap<string, readonly Field[]>;
  /** The arguments a field cannot do without, with harmless values. */
  readonly emptyArguments: (query: string) => string;
}

const TYPE = `kind name ofType { kind name ofType { kind name ofType { kind name } } }`;
const INTROSPECTION = `{ __schema { queryType { name } types { name kind fields {
  name type { ${TYPE} } args { name defaultValue type { ${TYPE} } } } } } }`;

export async function readSchema(server: TestServer): Promise<Schema> {
  const { __schema: schema } = await server.do<{
    __schema: { types: { name: string; kind: string; fields: Field[] | null }[] };
  }>(INTROSPECTION);
  const fieldsOf = new Map(schema.types.map(({ name, fields }) => [name, fields ?? []]));
  const queries = fieldsOf.get('Query') ?? [];
  const emptyArguments = (query: string) => {
    const args = queries.find(({ name }) => name === query)?.args ?? [];
    const needed = args.filter(({ type, defaultValue }) => type.kind === 'NON_NULL' && defaultValue === null);
    return needed.length === 0
      ? ''
      : `(${needed.map(({ name, type }) => `${name}: ${harmless(type)}`).join(', ')})`;
  };
  return { queries, fieldsOf, emptyArguments };
}

/** Every field below a query, as deep as types go without meeting themselves, at most five levels. */
export function fullSelection(schema: Schema, query: string): string {
  const field = schema.queries.find(({ name }) => name === query);
  if (!field) throw new Error(`no query ${query}`);
  return selection(schema, field.type, []);
}

function selection(schema: Schema, type: TypeReference, above: readonly string[]): string {
  const name = innermost(type).name ?? '';
  const fields = schema.fieldsOf.get(name) ?? [];
  if (fields.length === 0) return '';
  if (above.includes(name) || above.length >= 5) return ' { __typename }';
  const simple = fields.filter(({ args }) => args.every(({ type: { kind } }) => kind !== 'NON_NULL'));
  return ` { ${simple.map((one) => one.name + selection(schema, one.type, [...above, name])).join(' ')} }`;
}

function innermost(type: TypeReference): TypeReference {
  return type.ofType ? innermost(type.ofType) : type;
}

function harmless(type: TypeReference): string {
  if (type.kind === 'LIST' || type.ofType?.kind === 'LIST') return '[]';
  const { name } = innermost(type);
  if (name === 'Int' || name === 'Float') return '1';
  if (name === 'Boolean') return 'false';
  return '"0199aaaa-bbbb-7ccc-8ddd-eeeeeeee0000"';
}
