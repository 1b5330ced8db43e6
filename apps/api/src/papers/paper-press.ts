import { existsSync } from 'node:fs';
import { sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { ActRefused } from '../platform/refused.ts';
import type { DrawnPaper, PaperOrder } from './paper-order.ts';

/** One is drawn at a time (0.3 s); as many more may wait as somebody will wait for. */
const MOST_WAITING = 20;
const PATIENCE_MS = 60_000;
/** The thread holds fonts; it goes when nobody prints. */
const IDLE_MS = 60_000;
const MEGABYTES = 384;

export interface PrintedPaper {
  readonly bytes: Uint8Array;
  /** Code points no font has, drawn as 〓 and listed at the foot. */
  readonly lacking: readonly number[];
}

/** Draws papers one after the other in a thread of its own: the night's answers do not wait for one. */
export class PaperPress {
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;
  #worker: Worker | undefined;
  #idle: NodeJS.Timeout | undefined;
  #ids = 0;

  /** Throws ActRefused TOO_BUSY when too many wait; what nobody waits for any more is not drawn. */
  async print(order: PaperOrder, isAwaited: () => boolean): Promise<PrintedPaper> {
    if (this.#waiting >= MOST_WAITING) throw tooBusy();
    this.#waiting += 1;
    const turn = this.#last.then(() => {
      if (!isAwaited()) throw tooBusy();
      return this.#draw(order);
    });
    this.#last = turn.catch(() => undefined);
    try {
      return await turn;
    } finally {
      this.#waiting -= 1;
    }
  }

  async close(): Promise<void> {
    clearTimeout(this.#idle);
    await this.#worker?.terminate();
    this.#worker = undefined;
  }

  async #draw(order: PaperOrder): Promise<PrintedPaper> {
    clearTimeout(this.#idle);
    const worker = (this.#worker ??= start());
    const id = (this.#ids += 1);
    try {
      const drawn = await answerOf(worker, id, order);
      if ('failure' in drawn) throw new Error(`a ${order.kind} could not be drawn: ${drawn.failure}`);
      this.#idle = setTimeout(() => void this.close(), IDLE_MS).unref();
      return drawn;
    } catch (error) {
      // Dead, silent or confused: the next paper gets a fresh one.
      await this.close();
      throw error;
    }
  }
}

function tooBusy(): ActRefused {
  return new ActRefused([{ rule: 'paper-press', article: null, field: null, code: 'TOO_BUSY', params: {} }]);
}

function answerOf(worker: Worker, id: number, order: PaperOrder): Promise<DrawnPaper> {
  return new Promise((resolve, reject) => {
    const patience = setTimeout(
      () => end(() => reject(new Error(`a ${order.kind} took longer than ${PATIENCE_MS} ms`))),
      PATIENCE_MS,
    );
    const answered = (drawn: DrawnPaper) => drawn.id === id && end(() => resolve(drawn));
    const failed = (error: Error) => end(() => reject(error));
    const gone = () => end(() => reject(new Error('the drawing thread ended')));
    const end = (settle: () => void) => {
      clearTimeout(patience);
      worker.off('message', answered).off('error', failed).off('exit', gone);
      settle();
    };
    worker.on('message', answered).on('error', failed).on('exit', gone);
    worker.postMessage({ id, order });
  });
}

function start(): Worker {
  const worker = new Worker(entry(), {
    resourceLimits: { maxOldGenerationSizeMb: MEGABYTES },
    execArgv: [],
  });
  // Nobody stays for a thread that waits for work; who waits for a paper holds a request.
  worker.unref();
  // Between two papers nobody listens; an error is told to whoever prints next.
  worker.on('error', () => undefined);
  return worker;
}

/** The built thread; code that runs from its sources (tests) uses the build as well. */
function entry(): string {
  const here = fileURLToPath(new URL('./drawing/draw-worker.js', import.meta.url));
  const source = `${sep}apps${sep}api${sep}src${sep}`;
  const path = import.meta.url.endsWith('.ts') ? here.replace(source, `${sep}dist${source}`) : here;
  if (existsSync(path)) return path;
  throw new Error(`The server is not built: ${path} is missing. Run "npm run build:api".`);
}
