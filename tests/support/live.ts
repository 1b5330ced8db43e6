import { createClient, type Client } from 'graphql-ws';
import { once } from 'node:events';
import WebSocket from 'ws';
import type { Somebody } from './city.ts';
import type { TestServer } from './server.ts';
import { until } from './until.ts';

export interface Notice {
  readonly id: string;
  readonly topic: string | null;
  readonly jurisdictionCode: string | null;
  readonly activationId: string | null;
  readonly shelterId: string | null;
  readonly resync: boolean;
}

export const CHANGES = `subscription ($after: ID, $topics: [ChangeTopic!], $activationId: ID) {
  changes(after: $after, topics: $topics, activationId: $activationId) {
    id topic jurisdictionCode activationId shelterId resync
  }
}`;
export const CHANGES_SINCE = `query ($after: ID, $topics: [ChangeTopic!], $activationId: ID) {
  changesSince(after: $after, topics: $topics, activationId: $activationId) {
    last notices { id topic jurisdictionCode activationId shelterId resync }
  }
}`;

export interface Wish {
  readonly after?: string;
  readonly topics?: readonly string[];
  readonly activationId?: string;
}

const BEGINNING = new WeakMap<TestServer, Promise<void>>();

/** Somebody who watches, as a client does. */
export class Subscriber {
  /** Resolves with code and reason when the server, or the client, ends the connection. */
  readonly closed: Promise<{ code: number; reason: string }>;
  readonly #notices: Notice[] = [];
  readonly #client: Client;
  readonly #sockets: WebSocket[] = [];

  constructor(
    private readonly server: TestServer,
    private readonly by: Somebody,
  ) {
    const sockets = this.#sockets;
    class Watched extends WebSocket {
      constructor(url: string, protocols: string[]) {
        super(url, protocols);
        sockets.push(this);
      }
    }
    this.#client = createClient({
      url: `${this.server.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: Watched,
      connectionParams: { authorization: `Bearer ${this.by.token}` },
      retryAttempts: 0,
      onNonLazyError: () => undefined,
    });
    this.closed = new Promise((resolve) => {
      this.#client.on('closed', (event) => {
        const { code, reason } = event as { code: number; reason: string };
        resolve({ code, reason });
      });
    });
  }

  /** Subscribes, and is told what it missed. One begins after the other, for it shows in their number. */
  begin(wish: Wish): Promise<void> {
    const begun = (BEGINNING.get(this.server) ?? Promise.resolve()).then(() => this.#begin(wish));
    BEGINNING.set(
      this.server,
      begun.catch(() => undefined),
    );
    return begun;
  }

  async #begin(wish: Wish): Promise<void> {
    const { live } = this.server;
    const before = live.subscribers;
    this.#client.subscribe<{ changes: Notice }>(
      { query: CHANGES, variables: { ...wish } },
      {
        next: ({ data }) => data && this.#notices.push(data.changes),
        error: () => undefined, // `closed` tells it
        complete: () => undefined,
      },
    );
    await until('subscribed', () => Promise.resolve(live.subscribers > before));
  }

  /** Lets live updates take a turn; answers what has arrived since the last time, all of it. */
  async heard(): Promise<Notice[]> {
    await this.server.live.turn();
    const [socket] = this.#sockets;
    if (socket?.readyState === WebSocket.OPEN) {
      socket.ping();
      await once(socket, 'pong'); // comes after every frame sent before it
    }
    return this.#notices.splice(0);
  }

  /** Waits until so many have arrived by themselves; for a server whose live updates keep going (`keepLive`). */
  async arrived(count: number): Promise<Notice[]> {
    await until(`heard ${count} changes`, () => Promise.resolve(this.#notices.length >= count));
    return this.#notices.splice(0);
  }

  async close(): Promise<void> {
    await this.#client.dispose();
    await this.closed;
  }
}

/** Somebody subscribed to changes; close it when done. */
export async function givenSubscriber(
  server: TestServer,
  by: Somebody,
  wish: Wish = {},
): Promise<Subscriber> {
  const subscriber = new Subscriber(server, by);
  await subscriber.begin(wish);
  return subscriber;
}
