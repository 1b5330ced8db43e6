import { ConfigError } from '../config/config.ts';
import { DatabaseError } from '../database/database-error.ts';

/** Why a process cannot do what it was started for, said to whoever started it. */
export class StartFailure extends Error {}

/** The words for a failure that has a cure; a bug keeps its stack, since nobody knows the cure yet. */
export function explainFailure(error: unknown): string {
  if (error instanceof ConfigError || error instanceof DatabaseError || error instanceof StartFailure) {
    return error.message;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
