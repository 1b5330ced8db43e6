import { ConfigError } from '../platform/config/config.ts';
import { DatabaseError } from '../platform/database/database-error.ts';
import { StartFailure } from '../platform/logging/explain-failure.ts';

const BUG = 1;
const REFUSED = 2;

/** 2 for what has a cure that was told and changed nothing, and for wrong arguments; 1 for a bug. */
export function exitCodeOf(error: unknown): number {
  const wrongArguments =
    error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
  const told =
    error instanceof StartFailure || error instanceof DatabaseError || error instanceof ConfigError;
  return told || wrongArguments ? REFUSED : BUG;
}
