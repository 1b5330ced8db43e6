import { StatementNames } from './statement-names.ts';
import {
  COPY_IN,
  LONGEST_MESSAGE,
  message,
  ProtocolError,
  readText,
  text,
  without,
  type WireMessage,
} from './wire-messages.ts';

/** What a connection says in one go: run whole, so that no other connection gets a word in between. */
export interface Turn {
  readonly bytes: Buffer;
  /** False after a Flush: the client goes on, and the session's unnamed statement and portal must stay its own. */
  readonly ends: boolean;
  /** Set when the whole answer has to be rewritten before it goes out. */
  readonly rewrite?: (answer: Buffer) => Buffer;
}

/** What to do after a message: run a turn, answer at once, or wait for more. */
export type Step = { run: Turn } | { answer: Buffer } | undefined;

/**
 * Gathers the messages of one signed-in connection into turns: up to Sync, Flush or a simple query. A simple
 * COPY FROM STDIN is swallowed whole (the embedded engine cannot wait for rows), its rows handed over in one turn.
 */
export class Turns {
  readonly names = new StatementNames();
  private gathered: Buffer[] = [];
  private size = 0;
  private copying = false;

  /** Takes in the next message. Throws ProtocolError for what no client may send here. */
  take(received: WireMessage): Step {
    if (this.copying) return this.takeCopied(received);
    switch (received.type) {
      case 'Q':
        return this.takeQuery(received.bytes);
      case 'P':
        this.gather(this.names.rename(refuseCopy(received)));
        return undefined;
      case 'B':
      case 'C':
      case 'D':
      case 'E':
        this.gather(this.names.rename(received));
        return undefined;
      case 'S':
      case 'F':
        this.gather(received.bytes);
        return { run: this.turn(true) };
      case 'H':
        this.gather(received.bytes);
        return { run: this.turn(false) };
      case 'c':
      case 'd':
      case 'f':
        return undefined; // left over from a COPY that was refused
      default:
        throw new ProtocolError(`Message type "${received.type}" is not understood.`);
    }
  }

  private takeQuery(bytes: Buffer): Step {
    this.gather(bytes);
    const { value: sql } = readText(bytes, 5);
    if (isCopyIn(sql)) {
      this.copying = true;
      return { answer: COPY_IN };
    }
    if (/\bfrom\s+stdin\b/i.test(sql)) this.gather(NO_ROWS);
    return { run: this.turn(true) };
  }

  private takeCopied(received: WireMessage): Step {
    if (received.type === 'H' || received.type === 'S') return undefined;
    if (received.type === 'd') {
      if (this.size <= LONGEST_MESSAGE) this.gather(received.bytes);
      return undefined;
    }
    if (received.type !== 'c' && received.type !== 'f')
      throw new ProtocolError('A COPY must be ended first.');
    this.copying = false;
    if (this.size > LONGEST_MESSAGE) {
      this.gathered.length = 1;
      this.gather(message('f', text('more than 256 MiB in one COPY; send it in parts')));
    } else {
      this.gather(received.bytes);
    }
    this.gather(NO_ROWS);
    return { run: { ...this.turn(true), rewrite: (answer) => without('G', answer) } };
  }

  private gather(bytes: Buffer): void {
    this.gathered.push(bytes);
    this.size += bytes.length;
    if (this.size > LONGEST_MESSAGE && !this.copying)
      throw new ProtocolError('More than 256 MiB in one turn.');
  }

  private turn(ends: boolean): Turn {
    const bytes = Buffer.concat(this.gathered);
    this.gathered = [];
    this.size = 0;
    return { bytes, ends };
  }
}

/** Ends a COPY further on in the same query, for which the engine would wait for ever; otherwise it is ignored. */
const NO_ROWS = message('f', text('on the embedded database a COPY FROM STDIN has to be a query of its own'));

/** Whether the SQL begins with COPY ... FROM STDIN (COPY of a query can only go out). */
function isCopyIn(sql: string): boolean {
  return /^(?:\s|--[^\n]*\n|\/\*[\s\S]*?\*\/)*copy\s+(?!\()[^;]*?\bfrom\s+stdin\b/i.test(sql);
}

/** A prepared COPY FROM STDIN would leave the engine waiting for ever: it is made to fail by its own means. */
function refuseCopy(parse: WireMessage): WireMessage {
  const name = readText(parse.bytes, 5);
  if (!isCopyIn(readText(parse.bytes, name.next).value)) return parse;
  const sql = `do $$ begin raise exception using errcode = 'feature_not_supported',
    message = 'COPY FROM STDIN cannot be prepared on the embedded database; send it as a simple query'; end $$`;
  return { type: 'P', bytes: message('P', text(name.value), text(sql), Buffer.from([0, 0])) };
}
