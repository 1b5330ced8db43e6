import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { SystemClock } from '../../clock/clock.ts';
import { DatabaseError } from '../database-error.ts';
import { OwnerLock } from './owner-lock.ts';
import type { OpenOrder, ProcessReport } from './process-messages.ts';
import { startEmbedded } from './start-embedded.ts';

// A process of its own for the embedded database, so that a long query never stops the server. It owns the data
// folder while it lives, and ends when its parent goes, however that went.

/** When the whole service is told to stop, the server first finishes with its database: it gets this long. */
const LAST_WORDS_MS = 2_000;
const FAREWELL_MS = 500;

/** Resolves when the message has left: the process may end right after. */
async function report(message: ProcessReport): Promise<void> {
  await new Promise<void>((sent) => {
    if (process.connected) process.send?.(message, undefined, undefined, () => sent());
    else sent();
  });
}

async function own({ dataDir, kind, password, port }: OpenOrder, told: Promise<unknown>): Promise<void> {
  const since = new SystemClock().now().toISOString();
  const lock = await OwnerLock.take(dataDir, { kind, since, password });
  try {
    const onBroken = (error: unknown) => {
      process.stderr.write(`The embedded database broke down: ${String(error)}\n`);
      process.exit(1); // its lock stays behind and is taken over by whoever comes next
    };
    const embedded = await startEmbedded({ folder: join(dataDir, 'database'), port, password, onBroken });
    await lock.publish(embedded.port);
    await report({
      type: 'ready',
      port: embedded.port,
      tookOverFrom: lock.tookOverFrom?.process.pid ?? null,
    });
    await told;
    // The command's own connections are just being closed; those that stay are of other commands.
    if (kind === 'command') await Promise.race([embedded.empty(), pause(FAREWELL_MS)]);
    if (kind === 'command' && embedded.clients > 0) {
      await report({ type: 'lingering' });
      await embedded.empty();
    }
    await embedded.close();
  } finally {
    await lock.release();
  }
}

async function refuse(error: unknown): Promise<void> {
  if (error instanceof DatabaseError) {
    await report({ type: 'refused', code: error.code, params: error.params, words: error.message });
    return;
  }
  const reason = error instanceof Error ? error.message : String(error);
  const words = `The embedded database could not be started: ${reason}`;
  await report({ type: 'refused', code: 'EMBEDDED_FAILED', params: { reason }, words });
}

// Ctrl-C in a terminal reaches this process too; the parent decides when the database ends.
for (const signal of ['SIGINT', 'SIGHUP'] as const) process.on(signal, () => undefined);
const told = new Promise<void>((resolve) => {
  process.once('disconnect', resolve);
  process.on('message', (order) => order === 'close' && resolve());
  process.once('SIGTERM', () => setTimeout(resolve, process.connected ? LAST_WORDS_MS : 0));
});
const [order] = (await once(process, 'message')) as [OpenOrder];
await own(order, told).catch(refuse);
process.exit();
