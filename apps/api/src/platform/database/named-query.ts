import type { Pool, QueryResultRow } from 'pg';
import type { DataSource } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';

export interface NamedStatement {
  /** At most 63 bytes; one name, one text, for ever. */
  readonly name: string;
  readonly text: string;
}

/**
 * Runs a statement that each connection parses once and then knows by name: for the few that are asked thousands of
 * times a minute. Goes through the pool, outside any transaction; its rows are plain.
 */
export async function namedQuery<Row extends QueryResultRow>(
  dataSource: DataSource,
  { name, text }: NamedStatement,
  values: readonly unknown[],
): Promise<Row[]> {
  const pool = (dataSource.driver as PostgresDriver).master as Pool;
  const { rows } = await pool.query<Row>({ name, text, values: [...values] });
  return rows;
}
