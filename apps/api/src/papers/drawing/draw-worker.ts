import { parentPort } from 'node:worker_threads';
import type { DrawnPaper, OrderedPaper } from '../paper-order.ts';
import { makePdf } from './make-pdf.ts';

// The thread that draws papers: fonts and pictures have their own bounded memory, and no database is near.

async function draw({ id, order }: OrderedPaper): Promise<DrawnPaper> {
  try {
    return { id, ...(await makePdf(order)) };
  } catch (error) {
    return { id, failure: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

const port = parentPort;
if (!port) throw new Error('draw-worker runs as a thread');
port.on('message', (ordered: OrderedPaper) => {
  void draw(ordered).then((drawn) => {
    port.postMessage(drawn, 'bytes' in drawn ? [drawn.bytes.buffer as ArrayBuffer] : []);
  });
});
