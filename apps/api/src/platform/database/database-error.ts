/** Why a database could not be opened; `code` and `params` let the message be worded in another language. */
export type DatabaseErrorCode =
  | 'FOLDER_IN_USE'
  | 'FOLDER_IN_USE_ELSEWHERE'
  | 'NOT_BUILT'
  | 'EMBEDDED_FAILED'
  | 'UNREACHABLE'
  | 'POSTGRESQL_TOO_OLD'
  | 'NOT_UTF8'
  | 'POSTGIS_MISSING'
  | 'POSTGIS_TOO_OLD';

/** A database that cannot be used, said with its cure. */
export class DatabaseError extends Error {
  constructor(
    readonly code: DatabaseErrorCode,
    readonly params: Readonly<Record<string, string | number>>,
    words: string,
    cause?: unknown,
  ) {
    super(words, cause === undefined ? undefined : { cause });
  }
}
