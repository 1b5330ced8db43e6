import type { Consequence } from '#regulation/consequences';
import type { DataSource, EntityManager } from 'typeorm';
import { carryOut } from './app.consequences.ts';
import { ENTITIES } from './app.entities.ts';
import { MIGRATIONS } from './migrations/all-migrations.ts';
import { Clock, SystemClock } from './platform/clock/clock.ts';
import type { Config } from './platform/config/config.ts';
import type { Capabilities } from './platform/database/capabilities.ts';
import { createDataSource } from './platform/database/data-source.ts';
import { openDatabase, type DatabaseLost, type OpenDatabase } from './platform/database/open-database.ts';
import { Office } from './platform/office.ts';
import { refuseHalfRestored } from './platform/backup/half-restored.ts';
import { seedReference } from './seed/seed-reference.ts';

/** The office as it really is: a database that answers, a clock, the settings. */
export class OpenOffice extends Office {
  readonly #database: OpenDatabase;

  constructor(
    readonly config: Config,
    readonly clock: Clock,
    readonly dataSource: DataSource,
    database: OpenDatabase,
  ) {
    super();
    this.#database = database;
  }

  get capabilities(): Capabilities {
    return this.#database.capabilities;
  }

  /** What the operator should be told at start. */
  get notices(): readonly string[] {
    return this.#database.notices;
  }

  carryOut(tx: EntityManager, consequences: readonly Consequence[]): Promise<void> {
    return carryOut(tx, consequences);
  }

  /** Called when the embedded database goes away under the office. */
  onLost(listener: (lost: DatabaseLost) => void): void {
    this.#database.onLost(listener);
  }

  /** Lets go of the database; what others started goes on. */
  async close(): Promise<void> {
    await this.dataSource.destroy();
    await this.#database.close();
  }
}

/** A database that answers, as it was found: neither migrated nor seeded. */
export interface FoundDatabase {
  readonly database: OpenDatabase;
  readonly dataSource: DataSource;
  /** Lets go of it. */
  close(): Promise<void>;
}

/** Opens the database and changes nothing in it. Throws DatabaseError with the cure. */
export async function openAsFound(config: Config, as: 'server' | 'command'): Promise<FoundDatabase> {
  const database = await openDatabase({ databaseUrl: config.databaseUrl, dataDir: config.dataDir, as });
  try {
    const dataSource = createDataSource(database, ENTITIES, MIGRATIONS);
    await dataSource.initialize();
    const close = async () => {
      await dataSource.destroy();
      await database.close();
    };
    return { database, dataSource, close };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Opens the database, migrates it and puts the reference data in place. Throws DatabaseError with the cure. */
export async function openOffice(
  config: Config,
  as: 'server' | 'command',
  clock: Clock = new SystemClock(),
): Promise<OpenOffice> {
  const { dataSource, database, close } = await openAsFound(config, as);
  try {
    await refuseHalfRestored(config.dataDir, dataSource);
    await prepareDatabase(dataSource);
    return new OpenOffice(config, clock, dataSource, database);
  } catch (error) {
    await close();
    throw error;
  }
}

/** Migrates to the present schema and seeds reference data; doing it again changes nothing. */
export async function prepareDatabase(dataSource: DataSource): Promise<void> {
  await dataSource.runMigrations({ transaction: 'each' });
  await seedReference(dataSource);
}
