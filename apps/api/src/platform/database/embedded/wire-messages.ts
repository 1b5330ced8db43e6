/** The few messages of the PostgreSQL protocol (3.0) that the embedded database's front needs to read or write. */

/** A complete message from a client; `type` is its first byte as a letter, '' for those sent before sign-in. */
export interface WireMessage {
  readonly type: string;
  /** The whole message, type and length included. */
  readonly bytes: Buffer;
}

/** Longest message, and longest turn, a client may send: 256 MiB. */
export const LONGEST_MESSAGE = 256 * 1024 * 1024;

/** What a client sent breaks the protocol; the connection is closed with this message. */
export class ProtocolError extends Error {}

/** Cuts a stream of chunks into messages; each byte is copied at most once. */
export class MessageReader {
  private chunks: Buffer[] = [];
  private length = 0;

  push(chunk: Buffer): void {
    this.chunks.push(chunk);
    this.length += chunk.length;
  }

  /** The next complete message, if it has arrived. Messages before sign-in carry no type byte. */
  next(signedIn: boolean): WireMessage | undefined {
    const typeLength = signedIn ? 1 : 0;
    if (this.length < typeLength + 4) return undefined;
    const head = this.peek(typeLength + 4);
    const size = typeLength + head.readInt32BE(typeLength);
    if (size < typeLength + 4 || size > LONGEST_MESSAGE)
      throw new ProtocolError(`A message of ${size} bytes is not accepted.`);
    if (this.length < size) return undefined;
    const bytes = this.take(size);
    return { type: signedIn ? String.fromCharCode(bytes[0] ?? 0) : '', bytes };
  }

  private peek(size: number): Buffer {
    const first = this.chunks[0];
    if (first && first.length >= size) return first;
    this.chunks = [Buffer.concat(this.chunks)];
    return this.chunks[0] ?? Buffer.alloc(0);
  }

  private take(size: number): Buffer {
    const all = this.chunks.length === 1 ? this.peek(size) : Buffer.concat(this.chunks);
    const rest = all.subarray(size);
    this.chunks = rest.length > 0 ? [rest] : [];
    this.length = rest.length;
    return all.subarray(0, size);
  }
}

/** Builds a message of either side: type, length, parts. */
export function message(type: string, ...parts: Uint8Array[]): Buffer {
  const head = Buffer.alloc(5);
  head.write(type, 'latin1');
  head.writeInt32BE(4 + parts.reduce((sum, part) => sum + part.length, 0), 1);
  return Buffer.concat([head, ...parts]);
}

/** A NUL-terminated string. */
export function text(value: string): Buffer {
  return Buffer.from(`${value}\0`);
}

/** The NUL-terminated string at an offset, and where the next field begins. */
export function readText(bytes: Buffer, offset: number): { value: string; next: number } {
  const end = bytes.indexOf(0, offset);
  if (end < 0) throw new ProtocolError('A string without an end.');
  return { value: bytes.toString('utf8', offset, end), next: end + 1 };
}

/** Refuses the connection, in PostgreSQL's own shape, so that every client shows the text. */
export function fatal(code: string, words: string): Buffer {
  return message('E', text('SFATAL'), text('VFATAL'), text(`C${code}`), text(`M${words}`), Buffer.from([0]));
}

export const SYNC = message('S');
export const ASK_PASSWORD = message('R', Buffer.from([0, 0, 0, 3]));
/** "Send your rows": text format; the columns do not matter to any client we know. */
export const COPY_IN = message('G', Buffer.from([0, 0, 0]));

/** A simple query. */
export function query(sql: string): Buffer {
  return message('Q', text(sql));
}

/** Takes the messages of one type out of a complete answer. */
export function without(type: string, answer: Buffer): Buffer {
  const kept: Buffer[] = [];
  for (let at = 0; at < answer.length;) {
    const next = at + 1 + answer.readInt32BE(at + 1);
    if (answer[at] !== type.charCodeAt(0)) kept.push(answer.subarray(at, next));
    at = next;
  }
  return Buffer.concat(kept);
}
