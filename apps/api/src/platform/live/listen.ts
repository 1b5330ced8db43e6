import pg from 'pg';
import { setTimeout as pause } from 'node:timers/promises';
import type { PgConnectionOptions } from '../database/open-database.ts';

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 5_000;

/**
 * Calls `heard` with what was said when the channel rings, on a connection of its own that comes back by itself after
 * the database was away; once each time it is there, saying nothing, for what rang meanwhile. Answers how to stop.
 */
export function listen(
  connection: PgConnectionOptions,
  channel: string,
  heard: (said?: string) => void,
): () => Promise<void> {
  const stop = new AbortController();
  const listening = keepListening(connection, channel, heard, stop.signal);
  return async () => {
    stop.abort();
    await listening;
  };
}

async function keepListening(
  connection: PgConnectionOptions,
  channel: string,
  heard: (said?: string) => void,
  stop: AbortSignal,
): Promise<void> {
  let wait = FIRST_PAUSE_MS;
  while (!stop.aborted) {
    const client = new pg.Client({ ...connection, keepAlive: true });
    const ended = new Promise<void>((resolve) => client.once('end', resolve));
    client.on('error', () => undefined); // its end follows
    client.on('notification', ({ payload }) => heard(payload));
    const leave = () => void client.end().catch(() => undefined);
    stop.addEventListener('abort', leave);
    try {
      await client.connect();
      await client.query(`listen ${channel}`);
      wait = FIRST_PAUSE_MS;
      heard();
      await ended;
    } catch {
      leave(); // not there yet, or gone again: the changes are polled until it is back
    }
    stop.removeEventListener('abort', leave);
    await pause(wait, undefined, { signal: stop }).catch(() => undefined);
    wait = Math.min(wait * 2, LONGEST_PAUSE_MS);
  }
}
