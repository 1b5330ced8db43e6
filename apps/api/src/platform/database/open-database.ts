import type { ClientConfig } from 'pg';
import { EMBEDDED, POSTGRES, type Capabilities } from './capabilities.ts';
import { checkPostgres } from './check-postgres.ts';
import { ownEmbedded } from './embedded/own-embedded.ts';
import { attachToOwner } from './embedded/attach-to-owner.ts';

/** What a PostgreSQL client needs to connect; handed as it is to `pg` and to TypeORM. */
export type PgConnectionOptions = Pick<
  ClientConfig,
  'connectionString' | 'host' | 'port' | 'database' | 'user' | 'password' | 'application_name'
>;

/** As a server calls itself towards PostgreSQL (pg_stat_activity). */
export const SERVER_NAME = 'shelter-registry server';
const COMMAND_NAME = 'shelter-registry command';

/** The database went away under its users. */
export interface DatabaseLost {
  readonly reason: string;
  /** True while it is being started again at the same address; queries fail until then. */
  readonly restarting: boolean;
  /** Settles when it answers again (true) or has been given up (false). */
  readonly back: Promise<boolean>;
}

/** A database that answers, whichever of the two kinds it is. */
export interface OpenDatabase {
  readonly connection: PgConnectionOptions;
  readonly capabilities: Capabilities;
  /** True for a command that uses the embedded database of a running server. */
  readonly attached: boolean;
  /** What the operator should be told at start, in English; usually nothing. */
  readonly notices: readonly string[];
  /** Ends what this process started; a database of others goes on. */
  close(): Promise<void>;
  /** Called when an embedded database is lost. A PostgreSQL server's health is its own business. */
  onLost(listener: (lost: DatabaseLost) => void): void;
}

/** Which database, and who asks: a server owns an embedded database, a command may use the server's. */
export interface DatabaseRequest {
  readonly databaseUrl?: string | undefined;
  /** Folder of the embedded database and its lock; made when absent. */
  readonly dataDir: string;
  readonly as: 'server' | 'command';
}

/** Opens the database, starting the embedded one when there is no URL. Throws DatabaseError with the cure. */
export async function openDatabase({ databaseUrl, dataDir, as }: DatabaseRequest): Promise<OpenDatabase> {
  if (databaseUrl !== undefined) {
    const connection = {
      connectionString: databaseUrl,
      application_name: as === 'server' ? SERVER_NAME : COMMAND_NAME,
    };
    await checkPostgres(connection);
    return {
      connection,
      capabilities: POSTGRES,
      attached: false,
      notices: [],
      close: async () => {},
      onLost: () => {},
    };
  }
  const attached = as === 'command' ? await attachToOwner(dataDir) : undefined;
  const embedded = attached ?? (await ownEmbedded(dataDir, as));
  return { ...embedded, capabilities: EMBEDDED, attached: attached !== undefined };
}
