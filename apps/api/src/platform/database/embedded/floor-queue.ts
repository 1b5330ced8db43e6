import type { Turn } from './turns.ts';
import { query, SYNC } from './wire-messages.ts';

/** What the queue needs of the engine; PGlite has it. */
export interface Engine {
  execProtocolRawStream(
    message: Uint8Array,
    options: { onRawData: (data: Uint8Array) => void },
  ): Promise<void>;
  isInTransaction(): boolean;
}

/** The engine itself failed, not a statement: nothing more will work. */
export class EngineBroken extends Error {}

/** One who talks to the engine. */
export interface Talker {
  /** Called when the talker kept the floor, silent, for too long; it has to leave. */
  floorTimedOut(): void;
}

interface Waiting {
  readonly talker: Talker;
  readonly turn: Turn;
  readonly onData: (data: Buffer) => void;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

/**
 * One session, many connections: gives one of them the floor. Turns run whole and in the order they came; a
 * connection keeps the floor while its turn is unfinished or its transaction open, and meanwhile only it is heard.
 */
export class FloorQueue {
  private readonly waiting: Waiting[] = [];
  private holder: Talker | undefined;
  private running = false;
  private silence: NodeJS.Timeout | undefined;

  /** `patienceMs`: how long a silent connection may keep the floor (an open transaction holds up everybody). */
  constructor(
    private readonly engine: Engine,
    private readonly patienceMs: number,
  ) {}

  /** Runs a turn when its time has come. Rejects only with EngineBroken. */
  run(talker: Talker, turn: Turn, onData: (data: Buffer) => void): Promise<void> {
    return new Promise((done, failed) => {
      this.waiting.push({ talker, turn, onData, done, failed });
      this.proceed();
    });
  }

  /** Ends what a talker left unfinished: its turn, its transaction, its prepared statements. */
  async leave(talker: Talker, closeStatements: Buffer): Promise<void> {
    if (this.holder === talker) await this.runSilently(talker, SYNC);
    if (this.holder === talker) await this.runSilently(talker, query('rollback'));
    if (closeStatements.length > 0) await this.runSilently(talker, Buffer.concat([closeStatements, SYNC]));
  }

  private runSilently(talker: Talker, bytes: Buffer): Promise<void> {
    return this.run(talker, { bytes, ends: true }, () => undefined);
  }

  private proceed(): void {
    if (this.running) return;
    const next = this.takeNext();
    clearTimeout(this.silence);
    if (next) void this.execute(next);
    else if (this.holder)
      this.silence = setTimeout(() => this.holder?.floorTimedOut(), this.patienceMs).unref();
  }

  private takeNext(): Waiting | undefined {
    if (!this.holder) return this.waiting.shift();
    const index = this.waiting.findIndex(({ talker }) => talker === this.holder);
    return index < 0 ? undefined : this.waiting.splice(index, 1)[0];
  }

  private async execute({ talker, turn, onData, done, failed }: Waiting): Promise<void> {
    this.running = true;
    try {
      // The engine lends a view of its own memory: copy before it goes on.
      await this.engine.execProtocolRawStream(turn.bytes, { onRawData: (data) => onData(Buffer.from(data)) });
      this.holder = turn.ends && !this.engine.isInTransaction() ? undefined : talker;
      done();
    } catch (error) {
      failed(new EngineBroken('The embedded database broke down.', { cause: error }));
    }
    // Between turns the event loop runs once, so that sockets are read and answers leave.
    setImmediate(() => {
      this.running = false;
      this.proceed();
    });
  }
}
