import { timingSafeEqual } from 'node:crypto';
import type { Socket } from 'node:net';
import { EngineBroken, type FloorQueue, type Talker } from './floor-queue.ts';
import { Turns, type Turn } from './turns.ts';
import {
  ASK_PASSWORD,
  fatal,
  MessageReader,
  ProtocolError,
  readText,
  type WireMessage,
} from './wire-messages.ts';

const PROTOCOL_3 = 3;
const CANCEL_REQUEST = 80_877_102;
const SSL_REQUEST = 80_877_103;
const GSS_REQUEST = 80_877_104;
/** A client that does not even read the goodbye is cut off. */
const GOODBYE_MS = 1_000;

/** One client of the embedded database, from its first byte to its last. */
export class WireConnection implements Talker {
  private readonly reader = new MessageReader();
  private readonly turns = new Turns();
  private startup: Buffer | undefined;
  private signedIn = false;

  constructor(
    private readonly socket: Socket,
    private readonly queue: FloorQueue,
    private readonly password: string,
  ) {
    // A client that vanishes is no error; reading ends and the rest is rolled back.
    socket.on('error', () => socket.destroy());
  }

  /** Serves the client until it goes. Rejects only with EngineBroken. */
  async converse(): Promise<void> {
    try {
      // Whoever breaks the protocol is told so before the socket is destroyed.
      for await (const chunk of this.socket.iterator({ destroyOnReturn: false })) {
        this.reader.push(chunk as Buffer);
        for (let next = this.read(); next; next = this.read()) await this.receive(next);
      }
    } catch (error) {
      if (error instanceof EngineBroken) throw error;
      if (!this.socket.destroyed)
        this.dismiss('08P01', error instanceof Error ? error.message : 'Broken protocol.');
    }
    await this.queue.leave(this, this.turns.names.closeAll());
  }

  /** Ends the connection with a reason the client can show. */
  dismiss(code: string, words: string): void {
    const destroy = () => this.socket.destroy();
    if (!this.socket.writable) return void destroy();
    this.socket.end(fatal(code, words), destroy);
    setTimeout(destroy, GOODBYE_MS).unref();
  }

  floorTimedOut(): void {
    this.dismiss('25P03', 'A transaction was left open and idle, holding up everybody; it is rolled back.');
  }

  private read(): WireMessage | undefined {
    return this.socket.destroyed ? undefined : this.reader.next(this.startup !== undefined);
  }

  private async receive(received: WireMessage): Promise<void> {
    if (this.startup === undefined) return this.greet(received.bytes);
    if (received.type === 'X') return void this.socket.destroy();
    if (!this.signedIn) return this.signIn(this.startup, received);
    const step = this.turns.take(received);
    if (step === undefined) return;
    if ('run' in step) await this.run(step.run);
    else this.socket.write(step.answer);
  }

  private greet(bytes: Buffer): void {
    const code = bytes.length >= 8 ? bytes.readInt32BE(4) : 0;
    if (code === SSL_REQUEST || code === GSS_REQUEST) {
      this.socket.write('N');
    } else if (code === CANCEL_REQUEST) {
      this.socket.destroy(); // there is no second process that could interrupt the first
    } else if (code >> 16 === PROTOCOL_3) {
      this.startup = bytes;
      this.socket.write(ASK_PASSWORD);
    } else {
      throw new ProtocolError('Only protocol 3 of PostgreSQL is spoken here.');
    }
  }

  private async signIn(startup: Buffer, received: WireMessage): Promise<void> {
    const given = received.type === 'p' ? Buffer.from(readText(received.bytes, 5).value) : Buffer.alloc(0);
    const wanted = Buffer.from(this.password);
    if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) {
      return this.dismiss(
        '28P01',
        'This is not the password of the embedded database (it stands in its lock file).',
      );
    }
    this.signedIn = true;
    await this.run({ bytes: startup, ends: true });
  }

  private async run(turn: Turn): Promise<void> {
    if (turn.rewrite) {
      const answer: Buffer[] = [];
      await this.queue.run(this, turn, (data) => answer.push(data));
      this.write(turn.rewrite(Buffer.concat(answer)));
      return;
    }
    this.socket.cork();
    await this.queue.run(this, turn, (data) => this.write(data));
    this.socket.uncork();
  }

  private write(data: Buffer): void {
    if (this.socket.writable) this.socket.write(data);
  }
}
