import { message, ProtocolError, readText, text, type WireMessage } from './wire-messages.ts';

let lastAlias = 0;

/**
 * Prepared statements of one connection. Behind the socket stands a single session, where two connections' statements
 * of the same name would collide, so each named statement gets an alias that no other connection has.
 */
export class StatementNames {
  private readonly aliases = new Map<string, string>();

  /** The same message with the statement's alias in place of its name. */
  rename({ type, bytes }: WireMessage): Buffer {
    if (type === 'P') return this.replace(bytes, 5);
    if (type === 'B') return this.replace(bytes, readText(bytes, 5).next);
    if ((type === 'D' || type === 'C') && bytes[5] === STATEMENT) return this.replace(bytes, 6);
    return bytes;
  }

  /** Messages that close every statement of the connection. */
  closeAll(): Buffer {
    return Buffer.concat(
      [...this.aliases.values()].map((alias) => message('C', Buffer.from([STATEMENT]), text(alias))),
    );
  }

  private replace(bytes: Buffer, offset: number): Buffer {
    const { value, next } = readText(bytes, offset);
    if (value === '') return bytes;
    const type = bytes[0];
    if (type === undefined) throw new ProtocolError('An empty message.');
    return message(
      String.fromCharCode(type),
      bytes.subarray(5, offset),
      text(this.alias(value)),
      bytes.subarray(next),
    );
  }

  private alias(name: string): string {
    let alias = this.aliases.get(name);
    if (alias === undefined) {
      lastAlias += 1;
      alias = `s${lastAlias}`;
      this.aliases.set(name, alias);
    }
    return alias;
  }
}

const STATEMENT = 'S'.charCodeAt(0);
