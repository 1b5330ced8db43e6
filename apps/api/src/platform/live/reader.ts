import type { Actor } from '#regulation/actor';
import type { Language } from '#regulation/labels';
import type { FastifyRequest } from 'fastify';
import type { IncomingHttpHeaders } from 'node:http';
import { scopeOf, type Scope } from '../outbox/scope.ts';
import type { Bytes } from './text-frame.ts';

/** Somebody signed in, as far as live changes must know. */
export interface SignedInActor extends Actor {
  readonly sessionId: string;
}

/** What live updates ask of the identity above them. */
export interface Recognition {
  /** Who opens a socket: by the session cookie, else by what the client gave as authorization. */
  readonly recognise: (
    headers: IncomingHttpHeaders,
    authorization: string | undefined,
  ) => Promise<SignedInActor | null>;
  /** Who asks over HTTP. */
  readonly actorOf: (request: FastifyRequest) => Actor | null;
  /** Who of these sessions is still signed in, with what authority now. */
  readonly stillSignedIn: (sessionIds: readonly string[]) => Promise<ReadonlyMap<string, Actor>>;
}

/** The one who reads at the end of a socket. */
export interface Reader {
  readonly sessionId: string;
  readonly scope: Scope;
  readonly language: Language;
}

export function readerOf(actor: SignedInActor, language: Language): Reader {
  return { sessionId: actor.sessionId, scope: scopeOf(actor), language };
}

/** What a resolver is handed on a socket, in place of a request. */
export interface SocketContext {
  readonly reader: Reader;
  /** Under which the client knows its subscription. */
  readonly id: string;
  /** Says a text to it, in two parts. */
  readonly send: (head: Bytes, rest: Bytes) => void;
}
