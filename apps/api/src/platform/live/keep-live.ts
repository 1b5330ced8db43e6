import { setTimeout as pause } from 'node:timers/promises';
import { connectionOf } from '../database/data-source.ts';
import type { Office } from '../office.ts';
import { onChangesCommitted } from '../outbox/bell.ts';
import { BELL } from '../outbox/relay.ts';
import { listen } from './listen.ts';
import type { Live } from './live.ts';

/** Without a bell: what other processes left, where there is no LISTEN or while it is away. */
const POLL_MS = 1_000;
/** However often the bell rings: at most twenty turns a second. */
const BETWEEN_TURNS_MS = 50;
/** How long an ended session may still hear of changes. */
const RECHECK_MS = 10_000;
const PING_MS = 15_000;

/**
 * Keeps live updates going as long as the office is open: a turn when something is committed here, when another process
 * rings, and every second. A failure is told once and tried again; it never ends the server. Answers how to stop.
 */
export function keepLive(
  office: Office,
  live: Live,
  onFailure: (error: unknown) => void,
): () => Promise<void> {
  const bell = new Bell();
  const stopHearing = onChangesCommitted(office.dataSource, () => bell.ring());
  const stopListening = office.capabilities.listen
    ? listen(connectionOf(office.dataSource), BELL, (ringer) => {
        if (ringer !== live.ringer) bell.ring();
      })
    : async () => {};
  const failures = new Failures(onFailure);
  let stopped = false;
  const turning = (async () => {
    while (!stopped) {
      await failures.toldOnce(() => live.turn());
      await pause(BETWEEN_TURNS_MS);
      await bell.rungWithin(POLL_MS);
    }
  })();
  const recheck = setInterval(() => void failures.toldOnce(() => live.recheckSessions()), RECHECK_MS);
  const ping = setInterval(() => live.ping(), PING_MS);
  return async () => {
    stopped = true;
    clearInterval(recheck);
    clearInterval(ping);
    stopHearing();
    bell.ring();
    await Promise.all([turning, stopListening()]);
  };
}

/** Rung by anybody, heard by one; rings that come while nobody waits count as one. */
class Bell {
  #rung = false;
  #heard: () => void = () => undefined;

  ring(): void {
    this.#rung = true;
    this.#heard();
  }

  async rungWithin(milliseconds: number): Promise<void> {
    if (!this.#rung) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, milliseconds);
        timer.unref();
        this.#heard = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.#heard = () => undefined;
    this.#rung = false;
  }
}

/** While the database is away every turn fails alike: said once, and again only after it went well. */
class Failures {
  #failing = false;
  readonly #tell: (error: unknown) => void;

  constructor(tell: (error: unknown) => void) {
    this.#tell = tell;
  }

  async toldOnce(work: () => Promise<void>): Promise<void> {
    try {
      await work();
      this.#failing = false;
    } catch (error) {
      if (!this.#failing) this.#tell(error);
      this.#failing = true;
    }
  }
}
