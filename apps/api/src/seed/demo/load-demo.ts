import type { DataSource, EntityManager } from 'typeorm';
import { writeLedgerEntry } from '../../ledger/write-ledger-entry.ts';
import { inTransaction } from '../../platform/database/data-source.ts';
import { StartFailure } from '../../platform/logging/explain-failure.ts';
import type { Office } from '../../platform/office.ts';
import { CITY_CODE } from '../jurisdictions.ts';
import { chooseDemoPassword, knownDemoPassword } from './demo-password.ts';
import { createDemoPeople, DEMO_USERNAMES } from './demo-people.ts';
import { DEMO_SHELTERS } from './demo-shelters.ts';
import { DAY_MS } from './story-events.ts';
import { StoryClock, StoryOffice } from './story-office.ts';
import { tellStory } from './tell-story.ts';

/** How to get into the demo city. */
export interface DemoAccounts {
  readonly usernames: readonly string[];
  /** Null when another machine loaded the demo and printed it there. */
  readonly password: string | null;
}

const BEGINNING_DAYS_AGO = 730;
/** Any constant: one loader at a time, in whichever process. */
const LOAD_LOCK = 314_159_265;

/** Whether the demo city has been loaded; the ledger remembers it. */
export async function isDemoLoaded(database: Pick<DataSource, 'query'>): Promise<boolean> {
  const [entry] = await database.query<unknown[]>(
    `select 1 from ledger_entry where subjects @> '[{"kind": "demo"}]' limit 1`,
  );
  return entry !== undefined;
}

/**
 * Loads the demo city once, all of it or nothing. Throws StartFailure when the database already holds data of its own:
 * invented shelters are never mixed with real ones.
 */
export async function loadDemo(office: Office, passwordWish?: string): Promise<DemoAccounts> {
  if (!(await isDemoLoaded(office.dataSource))) {
    await refuseUnlessEmpty(office.dataSource);
    const password = await chooseDemoPassword(office.config, passwordWish);
    await inTransaction(office.dataSource, (tx) => load(office, tx, password));
  }
  return { usernames: DEMO_USERNAMES, password: await knownDemoPassword(office.config) };
}

async function load(office: Office, tx: EntityManager, password: string): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock($1)`, [LOAD_LOCK]);
  if (await isDemoLoaded(tx)) return;
  await refuseUnlessEmpty(tx);
  const now = office.clock.now();
  const beginning = new Date(now.getTime() - BEGINNING_DAYS_AGO * DAY_MS);
  const people = await createDemoPeople(tx, password, beginning);
  await tellStory(new StoryOffice(office, tx, new StoryClock(beginning)), people, now);
  await writeLedgerEntry(tx, {
    process: 'demo',
    act: 'loadDemoCity',
    article: null,
    at: now,
    by: null,
    appointment: null,
    jurisdictionCode: CITY_CODE,
    subjects: [{ kind: 'demo', id: 'demo-city', from: null, to: 'LOADED' }],
    details: { shelters: DEMO_SHELTERS.length },
  });
}

async function refuseUnlessEmpty(database: Pick<DataSource, 'query'>): Promise<void> {
  const [found] = await database.query<unknown[]>(
    `select 1 where exists (select 1 from person) or exists (select 1 from organisation)
                 or exists (select 1 from shelter) or exists (select 1 from filing)`,
  );
  if (!found) return;
  throw new StartFailure(
    'The database already holds data of its own, and the demo city is loaded only into an empty one. ' +
      'Start with DEMO=0 to work with that data; for the demo, name another DATA_DIR (or an empty database in DATABASE_URL).',
  );
}
