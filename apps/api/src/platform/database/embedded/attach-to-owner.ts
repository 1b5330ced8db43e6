import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { DatabaseLost, OpenDatabase } from '../open-database.ts';
import { HOST, NAME, USER } from './address.ts';
import { findOwner, type Owner } from './owner-lock.ts';

const POLL_MS = 100;
/** A first start takes about eight seconds. */
const PATIENCE_MS = 60_000;

type Lease = Pick<OpenDatabase, 'connection' | 'notices' | 'close' | 'onLost'>;

/** Uses the embedded database of a running owner; undefined when the folder has none. */
export async function attachToOwner(dataDir: string): Promise<Lease | undefined> {
  for (let waited = 0; waited < PATIENCE_MS; waited += POLL_MS) {
    const owner = await findOwner(dataDir);
    if (owner === undefined) return undefined;
    const lease = await takeLease(owner);
    if (lease) return lease;
    await pause(POLL_MS); // it is still opening, or just closing
  }
  return undefined;
}

/** One idle connection: it keeps a command's database from closing under us, and tells when the database goes. */
async function takeLease({ port, password }: Owner): Promise<Lease | undefined> {
  if (port === null) return undefined;
  const connection = { host: HOST, port, database: NAME, user: USER, password };
  const lease = new pg.Client(connection);
  const listeners: ((lost: DatabaseLost) => void)[] = [];
  let closing = false;
  lease.on('error', () => undefined);
  lease.on('end', () => {
    const lost = {
      reason: 'The server whose embedded database was in use has gone.',
      restarting: false,
      back: Promise.resolve(false),
    };
    if (!closing) listeners.forEach((listener) => listener(lost));
  });
  try {
    await lease.connect();
  } catch {
    return undefined;
  }
  return {
    connection,
    notices: [],
    onLost: (listener) => void listeners.push(listener),
    close: async () => {
      closing = true;
      await lease.end();
    },
  };
}
