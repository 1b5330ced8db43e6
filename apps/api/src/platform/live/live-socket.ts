import { randomUUID } from 'node:crypto';
import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import type { Reader } from './reader.ts';
import { bytesOf, textFrame, type Bytes } from './text-frame.ts';

/** What a client that does not read may leave lying here; then it is cut off, and asks anew when it is back. */
const MOST_UNREAD_BYTES = 256 * 1024;
const NOTHING = bytesOf('');

/** Why the server closes a socket. 4401 tells a client to sign in; the others to come back in a while. */
const CLOSED = {
  goingAway: [1001, 'Going away'],
  bug: [1013, 'Internal error'],
  authorityChanged: [1012, 'Authority changed'],
  tooMany: [1013, 'Too many at once'],
  notSignedIn: [4401, 'Not signed in'],
} as const satisfies Record<string, readonly [code: number, reason: string]>;

/** A socket with a bound on what it keeps for its client. */
export class LiveSocket {
  /** Null until its client has said who it is. */
  reader: Reader | null = null;
  readonly id = randomUUID();
  readonly #ws: WebSocket;
  readonly #wire: Duplex;
  #answered = true;

  /** `wire` is what the WebSocket talks over. Nothing on it is compressed, so frames of ours may stand among its own. */
  constructor(ws: WebSocket, wire: Duplex) {
    this.#ws = ws;
    this.#wire = wire;
    ws.on('pong', () => (this.#answered = true));
  }

  get protocol(): string {
    return this.#ws.protocol;
  }

  say(text: string): void {
    this.send(bytesOf(text), NOTHING);
  }

  /** Says a text in two parts (textFrame). */
  send(head: Bytes, rest: Bytes): void {
    if (this.#ws.readyState !== this.#ws.OPEN) return;
    if (this.#wire.writableLength > MOST_UNREAD_BYTES) this.#ws.terminate();
    else this.#wire.write(textFrame(head, rest), 'latin1');
  }

  close(code: number, reason: string): void {
    this.#ws.close(code, reason);
  }

  closeFor(why: keyof typeof CLOSED): void {
    const [code, reason] = CLOSED[why];
    this.#ws.close(code, reason);
  }

  terminate(): void {
    this.#ws.terminate();
  }

  /** Asks whether the client is still there; cuts it off when it did not answer since the last time. */
  ping(): void {
    if (!this.#answered) return this.#ws.terminate();
    this.#answered = false;
    if (this.#ws.readyState === this.#ws.OPEN) this.#ws.ping();
  }
}
