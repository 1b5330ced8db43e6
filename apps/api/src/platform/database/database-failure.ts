import { QueryFailedError } from 'typeorm';

/** Two transactions met; the database undid one of them: 40001 serialisation, 40P01 deadlock. */
const CONFLICTS = new Set(['40001', '40P01']);
/** The connection went, with or without the database: SQLSTATE first, then what the socket says. */
const LOSSES = new Set(['57P01', '57P03', '08006', '08003', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE']);

/** What stopped a query: a conflict with another one, a lost connection, or the query itself. */
export type Failure = 'CONFLICT' | 'LOST' | 'OTHER';

export function failureOf(error: unknown): Failure {
  const code = errorField(error, 'code');
  if (code !== undefined && CONFLICTS.has(code)) return 'CONFLICT';
  if (code !== undefined && LOSSES.has(code)) return 'LOST';
  const lost =
    error instanceof Error && /connection terminated|not queryable|already released/i.test(error.message);
  return lost ? 'LOST' : 'OTHER';
}

/** A field of the error that the driver gave, wrapped by TypeORM or not. */
export function errorField(error: unknown, field: 'code' | 'constraint'): string | undefined {
  const source: unknown = error instanceof QueryFailedError ? error.driverError : error;
  if (typeof source !== 'object' || source === null) return undefined;
  const value: unknown = Reflect.get(source, field);
  return typeof value === 'string' ? value : undefined;
}
