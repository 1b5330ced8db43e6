import type { Consequence } from '#regulation/consequences';
import type { DataSource, EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock/clock.ts';
import type { Config } from '../../platform/config/config.ts';
import type { Capabilities } from '../../platform/database/capabilities.ts';
import { Office } from '../../platform/office.ts';

/** A clock that stands where the story is. */
export class StoryClock extends Clock {
  constructor(private at: Date) {
    super();
  }

  moveTo(at: Date): void {
    this.at = at;
  }

  now(): Date {
    return this.at;
  }
}

/** An office whose use cases all work inside one open transaction: the whole story is told, or none of it. */
export class StoryOffice extends Office {
  readonly config: Config;
  readonly capabilities: Capabilities;
  readonly dataSource: DataSource;

  constructor(
    private readonly office: Office,
    tx: EntityManager,
    readonly clock: StoryClock,
  ) {
    super();
    this.config = office.config;
    this.capabilities = office.capabilities;
    this.dataSource = within(tx);
  }

  carryOut(tx: EntityManager, consequences: readonly Consequence[]): Promise<void> {
    return this.office.carryOut(tx, consequences);
  }
}

/** The data source of a transaction, with every query made in it and every transaction a savepoint of it. */
function within(tx: EntityManager): DataSource {
  const inner = Object.create(tx.connection) as DataSource;
  return Object.defineProperties(inner, {
    manager: { value: tx },
    query: { value: (statement: string, parameters?: unknown[]) => tx.query(statement, parameters) },
  });
}
