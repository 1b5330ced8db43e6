import type { EntityManager } from 'typeorm';
import type { SequenceState, TableShape } from './backup-format.ts';

/** TypeORM's own record of what ran: restored by running it, never copied. */
export const MIGRATIONS_TABLE = 'migrations';

/** Anything that answers SQL. */
export type Asked = Pick<EntityManager, 'query'>;

/** Not what an extension brought along, such as spatial_ref_sys. */
const OURS = (catalog: 'pg_class' | 'pg_proc', row: string) =>
  `not exists (select 1 from pg_depend where classid = '${catalog}'::regclass and objid = ${row}.oid and deptype = 'e')`;

/** The tables of this schema and their columns, by name; the record of migrations is left out. */
export async function ownTables(database: Asked): Promise<TableShape[]> {
  return database.query<TableShape[]>(
    `select relation.relname as name,
       array_agg(attribute.attname::text order by attribute.attnum) filter (where attribute.attgenerated = '') as columns
     from pg_class relation
     join pg_attribute attribute on attribute.attrelid = relation.oid and attribute.attnum > 0 and not attribute.attisdropped
     where relation.relnamespace = current_schema()::regnamespace and relation.relkind = 'r'
       and relation.relname <> $1 and ${OURS('pg_class', 'relation')}
     group by relation.relname order by relation.relname`,
    [MIGRATIONS_TABLE],
  );
}

/** Counters of those tables: where each stands. */
export async function ownSequences(database: Asked): Promise<SequenceState[]> {
  return database.query<SequenceState[]>(
    `select sequence.sequencename as name, coalesce(sequence.last_value, sequence.start_value)::text as last,
       sequence.last_value is not null as called
     from pg_sequences sequence
     where sequence.schemaname = current_schema() and not exists (
       select 1 from pg_depend
       where classid = 'pg_class'::regclass and objid = to_regclass(quote_ident(sequence.sequencename))::oid
         and (deptype = 'e' or (deptype in ('a', 'i') and refobjid = to_regclass($1)::oid)))
     order by 1`,
    [MIGRATIONS_TABLE],
  );
}

/** Functions the migrations made, as DROP names them. */
export async function ownFunctions(database: Asked): Promise<string[]> {
  const rows = await database.query<{ name: string }[]>(
    `select routine.oid::regprocedure::text as name from pg_proc routine
     join pg_language language on language.oid = routine.prolang
     where routine.pronamespace = current_schema()::regnamespace and language.lanname in ('plpgsql', 'sql')
       and ${OURS('pg_proc', 'routine')}`,
  );
  return rows.map(({ name }) => name);
}

/** Names of the migrations that ran, in their order; none when the database has no schema yet. */
export async function ranMigrations(database: Asked): Promise<string[]> {
  const [found] = await database.query<unknown[]>(`select 1 where to_regclass($1) is not null`, [
    MIGRATIONS_TABLE,
  ]);
  if (!found) return [];
  const rows = await database.query<{ name: string }[]>(
    `select name from ${MIGRATIONS_TABLE} order by timestamp`,
  );
  return rows.map(({ name }) => name);
}

/** A name as SQL takes it. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
