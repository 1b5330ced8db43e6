import { stringifyDocument } from '@urql/core';
import { createClient, type Client } from 'graphql-ws';
import type { ResultOf } from '../api/graphql.ts';
import { CHANGES } from './live.documents.ts';
import type { Watch } from './watch.ts';

/** The server closes so when nobody is signed in any more. */
const NOT_SIGNED_IN = 4401;
/** A connection that says nothing to a ping for so long is dead, whatever the system says. */
const PING_EVERY_MS = 10_000;
const PONG_WITHIN_MS = 5_000;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 10_000;

export interface SocketEvents {
  readonly up: () => void;
  readonly down: () => void;
  /** It will not come back by itself: somebody in between closed it for good. */
  readonly gaveUp: () => void;
  readonly sessionEnded: () => void;
}

/** The one socket of this window; it comes back by itself. Loaded when a page is there to need it. */
export class LiveSocket {
  readonly #client: Client;

  constructor({ up, down, gaveUp, sessionEnded }: SocketEvents) {
    let pongDue: ReturnType<typeof setTimeout> | undefined;
    const client = createClient({
      url: new URL('/graphql', location.href.replace(/^http/, 'ws')).href,
      lazy: false,
      keepAlive: PING_EVERY_MS,
      connectionAckWaitTimeout: PONG_WITHIN_MS,
      retryAttempts: Number.POSITIVE_INFINITY,
      shouldRetry: (event) => codeOf(event) !== NOT_SIGNED_IN,
      retryWait: waitLonger,
      onNonLazyError: (error) => {
        if (codeOf(error) !== NOT_SIGNED_IN) gaveUp();
      },
      on: {
        connected: up,
        ping: (received) => {
          if (!received) pongDue = setTimeout(() => client.terminate(), PONG_WITHIN_MS);
        },
        pong: (received) => {
          if (received) clearTimeout(pongDue);
        },
        closed: (event) => {
          clearTimeout(pongDue);
          down();
          if (codeOf(event) === NOT_SIGNED_IN) sessionEnded();
        },
      },
    });
    this.#client = client;
  }

  /** Subscribes; answers how to stop. */
  subscribe(watch: Watch): () => void {
    const payload = {
      query: stringifyDocument(CHANGES),
      // Written out anew at every reconnection: from where it left off.
      get variables() {
        return watch.variables;
      },
    };
    return this.#client.subscribe<ResultOf<typeof CHANGES>>(payload, {
      next: ({ data }) => data && watch.hear([data.changes]),
      error: () => undefined,
      complete: () => undefined,
    });
  }

  async close(): Promise<void> {
    await this.#client.dispose();
  }
}

function codeOf(event: unknown): number | undefined {
  return event instanceof CloseEvent ? event.code : undefined;
}

/** Not all at once: a server that comes back is not overrun. */
async function waitLonger(retries: number): Promise<void> {
  const wait = Math.min(FIRST_WAIT_MS * 2 ** retries, LONGEST_WAIT_MS) * (0.5 + Math.random());
  await new Promise((resolve) => setTimeout(resolve, wait));
}
