import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import {
  DataSource,
  type DataSourceOptions,
  type EntityManager,
  type QueryRunner,
  type ReplicationMode,
} from 'typeorm';
import { errorField, failureOf } from './database-failure.ts';
import { ReadableNames } from './naming.ts';
import type { OpenDatabase, PgConnectionOptions } from './open-database.ts';

type ClassList = Exclude<DataSourceOptions['migrations'], undefined>;

const POOL = {
  postgres: { poolSize: 8, connectTimeoutMS: 10_000 },
  // One speaks at a time; a few more keep their questions ready. A long import makes the others wait.
  embedded: { poolSize: 4, connectTimeoutMS: 120_000 },
} as const;

const ATTEMPTS = 5;
/** First pause before a retry, doubled each time; an embedded database is back after about three seconds. */
const FIRST_PAUSE_MS = { CONFLICT: 10, LOST: 500 } as const;

/** The transaction in whose midst the present code runs. */
const current = new AsyncLocalStorage<{ readonly dataSource: DataSource; open: boolean }>();

/** A query outside the open transaction was awaited within it. */
export class OutsideTransaction extends Error {
  constructor() {
    super(
      'A query through the pool was made inside a transaction: it would not see the transaction, and on the embedded ' +
        'database it would wait for itself for ever. Use the transaction that was handed in (tx).',
    );
  }
}

class GuardedDataSource extends DataSource {
  override createQueryRunner(mode?: ReplicationMode): QueryRunner {
    const around = current.getStore();
    if (around?.open && around.dataSource === this) throw new OutsideTransaction();
    return super.createQueryRunner(mode);
  }
}

/** TypeORM over an open database; not yet initialised, changes no schema by itself. */
export function createDataSource(
  { connection, capabilities }: Pick<OpenDatabase, 'connection' | 'capabilities'>,
  entities: Exclude<DataSourceOptions['entities'], undefined>,
  migrations: ClassList,
): DataSource {
  return new GuardedDataSource({
    type: 'postgres',
    extra: connection,
    ...POOL[capabilities.kind],
    // The pool drops a lost connection by itself; whoever needs it next gets a new one, or an error.
    poolErrorHandler: () => undefined,
    entities,
    migrations,
    namingStrategy: new ReadableNames(),
    synchronize: false,
    migrationsRun: false,
    installExtensions: false,
    uuidExtension: 'pgcrypto',
    logging: false,
  });
}

/** How the data source connects: for a connection of one's own beside the pool. */
export function connectionOf({ options }: DataSource): PgConnectionOptions {
  return 'extra' in options ? (options.extra as PgConnectionOptions) : {};
}

/**
 * Runs work in one transaction; all its queries go through `tx`, any other throws OutsideTransaction. Work declared
 * idempotent (it may run again, even after a commit whose answer was lost) is tried up to five times.
 */
export async function inTransaction<T>(
  dataSource: DataSource,
  work: (tx: EntityManager) => Promise<T>,
  { idempotent = false }: { readonly idempotent?: boolean } = {},
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await runOnce(dataSource, work);
    } catch (error) {
      const failure = failureOf(error);
      if (!idempotent || failure === 'OTHER' || attempt === ATTEMPTS) throw error;
      await pause(FIRST_PAUSE_MS[failure] * 2 ** (attempt - 1) * (0.75 + Math.random() / 2));
    }
  }
}

let open = 0;

async function runOnce<T>(dataSource: DataSource, work: (tx: EntityManager) => Promise<T>): Promise<T> {
  const here = { dataSource, open: true };
  open += 1;
  try {
    return await dataSource.transaction((tx) => current.run(here, () => work(tx)));
  } finally {
    // What work started and left running may use the pool again.
    here.open = false;
    open -= 1;
    // Node 20 follows every promise of the process from the first transaction on, a fifth of all work; here it ends.
    if (open === 0) current.disable();
  }
}

/** Whether a unique constraint, known by its name, refused the row. */
export function isUniqueViolation(error: unknown, constraint: string): boolean {
  return errorField(error, 'code') === '23505' && errorField(error, 'constraint') === constraint;
}
