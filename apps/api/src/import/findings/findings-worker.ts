import { once } from 'node:events';
import { Writable } from 'node:stream';
import { parentPort, workerData } from 'node:worker_threads';
import { detectKind } from '../reading/detect-kind.ts';
import { readCsv } from '../reading/read-csv.ts';
import { readXlsx } from '../reading/read-xlsx.ts';
import { readLog } from './row-log.ts';
import type { FindingsOrder } from './stream-findings.ts';
import { writeFindings } from './write-findings.ts';

// The thread that gives a list back with its findings: parsing and packing a hundred thousand rows is no work for the
// thread that answers requests. It sends no more than is asked for.

if (parentPort) {
  const port = parentPort;
  const { path, logPath, ...wish } = workerData as FindingsOrder;
  let wanted = 0;
  port.on('message', () => (wanted += 1));
  const room = async () => {
    while (wanted <= 0) await once(port, 'message');
  };
  const sink = Object.assign(
    new Writable({
      write(chunk: Buffer, _encoding, done) {
        room().then(() => {
          wanted -= 1;
          port.postMessage(Uint8Array.from(chunk));
          done();
        }, done);
      },
    }),
    { room },
  );
  const kind = await detectKind(path);
  const rows = kind === 'xlsx' ? readXlsx(path) : readCsv(path, kind === 'csv.gz');
  await writeFindings(rows, readLog(logPath), wish, sink);
  port.postMessage(null);
  port.close();
}
