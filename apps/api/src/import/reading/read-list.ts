import { Worker } from 'node:worker_threads';
import type { MappedRow } from '../profiles/profile.ts';
import { builtWorker } from './built-worker.ts';
import { LIMITS, megabytes } from './limits.ts';
import { ListUnreadable, unreadable } from './unreadable.ts';
import type { ReaderReport, ReaderRequest, ReadOrder, SheetHead } from './worker-messages.ts';

/** A portion of the rows of a list, each time with how the list was understood. */
export interface Portion {
  readonly head: SheetHead;
  readonly rows: readonly MappedRow[];
}

/**
 * Reads a list in a thread of its own, portion by portion, no faster than the portions are taken.
 * Throws ListUnreadable when the file as a whole cannot be taken, be it after some rows: read to the end before writing.
 */
export async function* readList(order: ReadOrder): AsyncGenerator<Portion> {
  const worker = new Worker(builtWorker(import.meta.url, './sheet-worker.js'), {
    workerData: order,
    resourceLimits: { maxOldGenerationSizeMb: LIMITS.workerMegabytes },
    execArgv: [],
  });
  const reports = new Reports(worker);
  try {
    let head: SheetHead | undefined;
    for (;;) {
      const report = await reports.next();
      switch (report.type) {
        case 'head':
          head = report.head;
          break;
        case 'rows':
          worker.postMessage('more' satisfies ReaderRequest);
          if (head) yield { head, rows: report.rows };
          break;
        case 'refused':
          throw new ListUnreadable(report.refusals, report.columns);
        case 'end':
          return;
      }
    }
  } finally {
    await worker.terminate();
  }
}

/** What the thread says, one after the other; its death is a refusal like any other. */
class Reports {
  readonly #waiting: ReaderReport[] = [];
  #wake: (() => void) | undefined;

  constructor(worker: Worker) {
    worker.on('message', (report: ReaderReport) => this.#take(report));
    worker.on('error', (error: NodeJS.ErrnoException) => {
      const { refusals } =
        error.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? unreadable('FILE_UNPACKS_TOO_LARGE', { limit: megabytes(LIMITS.unpackedBytes) })
          : unreadable('FILE_UNREADABLE');
      this.#take({ type: 'refused', refusals, columns: [] });
    });
  }

  async next(): Promise<ReaderReport> {
    if (this.#waiting.length === 0) await this.#something();
    const report = this.#waiting.shift();
    if (!report) throw unreadable('FILE_UNREADABLE');
    return report;
  }

  /** Resolves when the thread has spoken, or has been silent for too long. */
  #something(): Promise<void> {
    return new Promise((resolve) => {
      const patience = setTimeout(resolve, LIMITS.silenceMs);
      this.#wake = () => {
        clearTimeout(patience);
        resolve();
      };
    });
  }

  #take(report: ReaderReport): void {
    this.#waiting.push(report);
    this.#wake?.();
  }
}
