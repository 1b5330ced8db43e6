import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { DatabaseLost, OpenDatabase } from '../open-database.ts';
import { HOST, NAME, USER } from './address.ts';
import { DatabaseChild } from './database-child.ts';

const RESTARTS = 5;
const FIRST_PAUSE_MS = 100;

/** An embedded database this process started. */
type Owned = Pick<OpenDatabase, 'connection' | 'notices' | 'close' | 'onLost'>;

/**
 * Starts the embedded database in a process of its own. Under a server a database that died is started again at the
 * same port. Throws DatabaseError when the folder has another owner.
 */
export async function ownEmbedded(dataDir: string, kind: 'server' | 'command'): Promise<Owned> {
  const password = randomBytes(24).toString('base64url');
  const listeners: ((lost: DatabaseLost) => void)[] = [];
  const tell = (lost: DatabaseLost) => listeners.forEach((listener) => listener(lost));
  let closing = false;
  let child = await DatabaseChild.start({ dataDir, kind, password, port: 0 });
  const { port, tookOverFrom } = child;
  let back: Promise<boolean> = Promise.resolve(true);

  function watch(): void {
    child.onExit((how) => {
      if (closing) return;
      const restarting = kind === 'server';
      back = restarting ? restart() : Promise.resolve(false);
      tell({ reason: `The embedded database ended unexpectedly (${how}).`, restarting, back });
    });
  }

  async function restart(): Promise<boolean> {
    let reason = '';
    for (let attempt = 0; attempt < RESTARTS && !closing; attempt += 1) {
      await pause(FIRST_PAUSE_MS * 2 ** attempt);
      try {
        child = await DatabaseChild.start({ dataDir, kind, password, port });
        watch();
        return true;
      } catch (error) {
        reason = error instanceof Error ? error.message : String(error);
      }
    }
    if (!closing) tell({ reason, restarting: false, back: Promise.resolve(false) });
    return false;
  }

  watch();
  return {
    connection: { host: HOST, port, database: NAME, user: USER, password },
    notices:
      tookOverFrom === null
        ? []
        : [
            `The last owner of ${dataDir} (process ${tookOverFrom}) ended without closing; its lock was taken over.`,
          ],
    onLost: (listener) => void listeners.push(listener),
    close: async () => {
      closing = true;
      await back;
      await child.close();
    },
  };
}
