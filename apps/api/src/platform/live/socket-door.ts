import {
  GraphQLError,
  type ExecutionArgs,
  type ExecutionResult,
  type GraphQLSchema,
  type ValidationRule,
} from 'graphql';
import { handleProtocols, makeServer, type Context, type Server, type SubscribePayload } from 'graphql-ws';
import type { IncomingMessage, Server as HttpServer } from 'node:http';
import type { Duplex } from 'node:stream';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { WebSocketServer, type WebSocket } from 'ws';
import type { ReportBug } from '../graphql/format-error.ts';
import { preferredLanguage } from '../graphql/language.ts';
import { secondsToWait } from '../limits/request-limit.ts';
import { Admission } from './admission.ts';
import type { Feed } from './feed.ts';
import { LiveSocket } from './live-socket.ts';
import { readerOf, type Recognition, type SocketContext } from './reader.ts';
import { asInputFaults, understand, wordedErrors } from './subscription-request.ts';

/** Nothing a client says to us is longer. */
const LONGEST_MESSAGE_BYTES = 16 * 1024;
const MOST_SOCKETS_OF_A_SESSION = 10;
const MOST_SUBSCRIPTIONS_OF_A_SOCKET = 20;
const MESSAGES_A_MINUTE = 300;
/** How long a client may take to say who it is. */
const INTRODUCTION_MS = 5_000;
const STATUS_WORDS = { 403: 'Forbidden', 404: 'Not Found', 503: 'Service Unavailable' } as const;

interface Extra {
  readonly socket: LiveSocket;
  readonly request: IncomingMessage;
}
type Talk = Context<Record<string, unknown>, Extra>;

export interface SocketDoorOptions {
  readonly schema: GraphQLSchema;
  /** What an operation may not exceed. */
  readonly rules: readonly ValidationRule[];
  readonly behindProxy: boolean;
  readonly recognise: Recognition['recognise'];
  readonly reportBug: ReportBug;
  /** Opens what was asked for. The context says who asked, and where to send what there is to say. */
  readonly subscribe: (args: ExecutionArgs) => Promise<Feed | ExecutionResult>;
}

/** The door for WebSockets on /graphql: graphql-transport-ws, for officers, for subscriptions only. */
export class SocketDoor {
  readonly #options: SocketDoorOptions;
  readonly #server: Server<Extra>;
  readonly #sockets = new Set<LiveSocket>();
  readonly #admission: Admission;
  readonly #wss = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    maxPayload: LONGEST_MESSAGE_BYTES,
    handleProtocols,
    perMessageDeflate: false,
  });
  readonly #talk = new RateLimiterMemory({ points: MESSAGES_A_MINUTE, duration: 60 });
  #closed = false;

  constructor(http: HttpServer, options: SocketDoorOptions) {
    this.#options = options;
    this.#admission = new Admission(options.behindProxy);
    const { subscribe, reportBug } = options;
    this.#server = makeServer<Record<string, unknown>, Extra>({
      connectionInitWaitTimeout: INTRODUCTION_MS,
      onConnect: (talk) => this.#introduce(talk),
      onSubscribe: (talk, id, payload) => this.#understand(talk, id, payload),
      subscribe,
      onError: (_talk, _id, _payload, errors) => asInputFaults(errors),
      onNext: (_talk, _id, _payload, { contextValue }, { errors }) =>
        errors ? { errors: wordedErrors(errors, contextValue as SocketContext, reportBug) } : undefined,
    });
    http.on('upgrade', (request, socket, head) => this.#upgrade(request, socket, head));
  }

  get sockets(): ReadonlySet<LiveSocket> {
    return this.#sockets;
  }

  /** Asks every client whether it is still there. */
  ping(): void {
    for (const socket of this.#sockets) socket.ping();
  }

  /** Says goodbye to everybody and lets nobody in any more. */
  close(): void {
    this.#closed = true;
    for (const socket of this.#sockets) socket.closeFor('goingAway');
  }

  /** For those who do not say goodbye in return. */
  cutOff(): void {
    for (const socket of this.#sockets) socket.terminate();
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', () => socket.destroy());
    const refusal = this.#closed ? 503 : this.#admission.refusal(request);
    if (refusal === null) {
      this.#wss.handleUpgrade(request, socket, head, (ws) => this.#opened(ws, socket, request));
    } else {
      const words = `HTTP/1.1 ${refusal} ${STATUS_WORDS[refusal]}`;
      socket.end(`${words}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
    }
  }

  #opened(ws: WebSocket, wire: Duplex, request: IncomingMessage): void {
    const socket = new LiveSocket(ws, wire);
    const { known, gone } = this.#admission.enter(request);
    this.#sockets.add(socket);
    const closed = this.#server.opened(
      {
        protocol: socket.protocol,
        send: (text) => socket.say(text),
        close: (code = 1000, reason = '') => socket.close(code, reason),
        onMessage: (hear) => {
          ws.on('message', (data: Buffer) => void this.#hear(socket, hear, data.toString(), known));
        },
      },
      { socket, request },
    );
    // A client that breaks the rules of sockets: ws closes it.
    ws.on('error', () => undefined);
    ws.once('close', (code, reason) => {
      this.#sockets.delete(socket);
      gone();
      void closed(code, reason.toString());
    });
  }

  async #hear(
    socket: LiveSocket,
    hear: (message: string) => Promise<void>,
    message: string,
    known: () => void,
  ): Promise<void> {
    try {
      if ((await secondsToWait(this.#talk, socket.id)) > 0) return socket.closeFor('tooMany');
      await hear(message);
      if (socket.reader) known();
    } catch (error) {
      this.#options.reportBug(error);
      socket.closeFor('bug');
    }
  }

  /** Lets nobody further who is not signed in. */
  async #introduce({ connectionParams, extra: { socket, request } }: Talk): Promise<boolean> {
    const said = connectionParams?.['authorization'] ?? connectionParams?.['Authorization'];
    const authorization = typeof said === 'string' ? said : undefined;
    const actor = await this.#options.recognise(request.headers, authorization);
    if (!actor) {
      socket.closeFor('notSignedIn');
      return false;
    }
    if (this.#countOf(actor.sessionId) >= MOST_SOCKETS_OF_A_SESSION) {
      socket.closeFor('tooMany');
      return false;
    }
    socket.reader = readerOf(actor, preferredLanguage(request.headers['accept-language']));
    return true;
  }

  #countOf(sessionId: string): number {
    let count = 0;
    for (const { reader } of this.#sockets) if (reader?.sessionId === sessionId) count += 1;
    return count;
  }

  #understand({ extra: { socket }, subscriptions }: Talk, id: string, payload: SubscribePayload) {
    const { schema, rules } = this.#options;
    const { reader } = socket;
    if (!reader) throw new Error('heard before it was introduced');
    if (Object.keys(subscriptions).length > MOST_SUBSCRIPTIONS_OF_A_SOCKET) {
      return [new GraphQLError(`At most ${MOST_SUBSCRIPTIONS_OF_A_SOCKET} subscriptions on a socket.`)];
    }
    return understand(schema, rules, payload, { reader, id, send: (head, rest) => socket.send(head, rest) });
  }
}
