import type { Consequence } from '#regulation/consequences';
import type { DataSource, EntityManager } from 'typeorm';
import type { Clock } from './clock/clock.ts';
import type { Config } from './config/config.ts';
import type { Capabilities } from './database/capabilities.ts';

/** What every use case works with: the database, the clock, the settings. Injected by its class. */
export abstract class Office {
  abstract readonly dataSource: DataSource;
  abstract readonly capabilities: Capabilities;
  abstract readonly clock: Clock;
  abstract readonly config: Config;
  /** Carries out what an act causes in other stages, in the act's own transaction. */
  abstract carryOut(tx: EntityManager, consequences: readonly Consequence[]): Promise<void>;
}
