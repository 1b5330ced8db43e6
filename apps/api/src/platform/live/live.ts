import { createSourceEventStream, type ExecutionArgs, type ExecutionResult } from 'graphql';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyRequest } from 'fastify';
import type { Office } from '../office.ts';
import { changesFor, lastNumber } from '../outbox/read-changes.ts';
import { relayChanges } from '../outbox/relay.ts';
import { scopeOf, type Selection } from '../outbox/scope.ts';
import { Unauthenticated } from '../refused.ts';
import type { LaterChangesType } from './changes.types.ts';
import { FanOut, noticesOf } from './fan-out.ts';
import { Feed } from './feed.ts';
import type { Reader, Recognition, SocketContext } from './reader.ts';
import type { SocketDoor } from './socket-door.ts';

/** How long those who are told goodbye may take to answer. */
const FAREWELL_MS = 500;

/** Live updates of this process: numbers what was committed, and tells it to whoever subscribed here. */
export class Live {
  /** Who rings when this process has numbered changes: it has read them itself already. */
  readonly ringer = randomUUID();
  readonly #fanOut: FanOut;
  #door: SocketDoor | null = null;
  #turn: Promise<void> = Promise.resolve();

  constructor(
    private readonly office: Office,
    readonly recognition: Recognition,
  ) {
    this.#fanOut = new FanOut(office);
  }

  get subscribers(): number {
    return this.#fanOut.subscribers;
  }

  letInBy(door: SocketDoor): void {
    this.#door = door;
  }

  /** Numbers all that is committed and tells it; done when every frame is handed over. Turns never overlap. */
  turn(): Promise<void> {
    this.#turn = this.#turn.catch(() => undefined).then(() => this.#takeTurn());
    return this.#turn;
  }

  /** Closes the sockets of sessions that have ended; those whose authority changed come back with the new one. */
  async recheckSessions(): Promise<void> {
    const sockets = [...(this.#door?.sockets ?? [])].filter(({ reader }) => reader !== null);
    if (sockets.length === 0) return;
    const sessionIds = [...new Set(sockets.flatMap(({ reader }) => reader?.sessionId ?? []))];
    const actors = await this.recognition.stillSignedIn(sessionIds);
    for (const socket of sockets) {
      const actor = actors.get(socket.reader?.sessionId ?? '');
      if (!actor) socket.closeFor('notSignedIn');
      else if (JSON.stringify(scopeOf(actor)) !== JSON.stringify(socket.reader?.scope))
        socket.closeFor('authorityChanged');
    }
  }

  ping(): void {
    this.#door?.ping();
  }

  /** What a resolver answers a subscriber with. */
  feed({ scope }: Reader, selection: Selection, after: number | null): Feed {
    return new Feed(scope, selection, after);
  }

  /** Runs the resolver of a subscription and lets its feed take part. */
  readonly subscribe = async (args: ExecutionArgs): Promise<Feed | ExecutionResult> => {
    const stream = await createSourceEventStream(args);
    if (!(Symbol.asyncIterator in stream)) return stream;
    if (!(stream instanceof Feed)) throw new Error('a subscription answered something else than a feed');
    // The first one of all: what was told before anybody listened is not told again.
    if (this.#fanOut.cursor === null) await this.turn();
    const { id, send } = args.contextValue as SocketContext;
    await this.#fanOut.join(stream, args, id, send);
    return stream;
  };

  /** The same for who asks from time to time. */
  async later(
    request: FastifyRequest,
    selection: Selection,
    after: number | null,
  ): Promise<LaterChangesType> {
    const actor = this.recognition.actorOf(request);
    if (!actor) throw new Unauthenticated();
    const { dataSource, config } = this.office;
    if (after === null) return { last: String(await lastNumber(dataSource)), notices: [] };
    const later = await changesFor(dataSource, scopeOf(actor), selection, after, config.liveReplay + 1);
    return { last: String(later.head), notices: noticesOf(later, config.liveReplay) };
  }

  /** Says goodbye to everybody; what comes later is told when they are back. */
  async close(): Promise<void> {
    const door = this.#door;
    if (!door) return;
    door.close();
    const patience = AbortSignal.timeout(FAREWELL_MS);
    while (door.sockets.size > 0 && !patience.aborted) await pause(20);
    door.cutOff();
    await this.#turn.catch(() => undefined);
  }

  async #takeTurn(): Promise<void> {
    for (;;) {
      const { cursor, empty } = this.#fanOut;
      const { head, whole, changes, all } = await relayChanges(this.office, cursor ?? 0, this.ringer);
      if (cursor === null || empty) this.#fanOut.standAt(head);
      else if (!whole) await this.#fanOut.tellToResync(head);
      else await this.#fanOut.tell(changes);
      if (all) return;
    }
  }
}
