import { Readable } from 'node:stream';
import { Worker } from 'node:worker_threads';
import { LIMITS } from '../reading/limits.ts';
import { builtWorker } from '../reading/built-worker.ts';
import type { FindingsWish } from './write-findings.ts';

export interface FindingsOrder extends FindingsWish {
  /** The list as it was uploaded, and what became of its rows. */
  readonly path: string;
  readonly logPath: string;
}

/** A list with its findings, made in a thread of its own as it is read; who goes away ends the thread. */
export function streamFindings(order: FindingsOrder): Readable {
  const worker = new Worker(builtWorker(import.meta.url, './findings-worker.js'), {
    workerData: order,
    resourceLimits: { maxOldGenerationSizeMb: LIMITS.workerMegabytes },
    execArgv: [],
  });
  const stream = new Readable({
    read: () => worker.postMessage('more'),
    destroy(error, done) {
      worker.terminate().then(
        () => done(error),
        () => done(error),
      );
    },
  });
  worker.on('message', (chunk: Uint8Array | null) => stream.push(chunk));
  worker.on('error', (error) => stream.destroy(error instanceof Error ? error : new Error(String(error))));
  return stream;
}
