import type { Office } from '../platform/office.ts';
import { sealLedger } from './seal-ledger.ts';

const EVERY_MS = 2_000;

/**
 * Seals the ledger at once and every two seconds, as long as the office is open. A failure is told and tried again; it never ends
 * the server. Answers how to stop: what was committed until then is sealed first, unless the database is gone.
 */
export function keepSealing(office: Office, onFailure: (error: unknown) => void): () => Promise<void> {
  let stopped = false;
  const seal = async () => {
    try {
      while ((await sealLedger(office)) > 0);
    } catch (error) {
      onFailure(error);
    }
  };
  let turn = seal();
  const timer = setInterval(() => {
    if (!stopped) turn = turn.then(seal);
  }, EVERY_MS);
  timer.unref();
  return async () => {
    stopped = true;
    clearInterval(timer);
    turn = turn.then(seal);
    await turn;
  };
}
