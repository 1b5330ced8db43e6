import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import type { MappedRow } from '../profiles/profile.ts';
import { detectKind } from './detect-kind.ts';
import { mapRows } from './map-rows.ts';
import { readCsv } from './read-csv.ts';
import type { SheetRow } from './sheet-row.ts';
import { ListUnreadable, unreadable } from './unreadable.ts';
import type { ReaderReport, ReadOrder } from './worker-messages.ts';

// The thread that unpacks, decodes and parses a list and says what its rows mean. It has bounded memory and no
// database: whatever a hostile file does to it, the server only sees it end.

/** Rows handed over at a time, and how many such portions may lie waiting. */
const PORTION = 500;
const AHEAD = 4;

async function read(port: NonNullable<typeof parentPort>, order: ReadOrder): Promise<void> {
  const { path } = order;
  const say = (report: ReaderReport) => port.postMessage(report);
  let ahead = 0;
  port.on('message', () => (ahead -= 1));
  const kind = await detectKind(path);
  const sheet = kind === 'xlsx' ? await spreadsheet(path) : readCsv(path, kind === 'csv.gz');
  let rows: MappedRow[] = [];
  for await (const row of mapRows(sheet, order, (head) => say({ type: 'head', head }))) {
    rows.push(row);
    if (rows.length < PORTION) continue;
    say({ type: 'rows', rows });
    rows = [];
    ahead += 1;
    while (ahead >= AHEAD) await once(port, 'message');
  }
  if (rows.length > 0) say({ type: 'rows', rows });
  say({ type: 'end' });
}

/** The reader of spreadsheets takes longer to load than most lists to read. */
async function spreadsheet(path: string): Promise<AsyncGenerator<SheetRow>> {
  const { readXlsx } = await import('./read-xlsx.ts');
  return readXlsx(path);
}

if (parentPort) {
  const port = parentPort;
  try {
    await read(port, workerData as ReadOrder);
  } catch (error) {
    const { refusals, columns } = error instanceof ListUnreadable ? error : unreadable('FILE_UNREADABLE');
    port.postMessage({ type: 'refused', refusals, columns } satisfies ReaderReport);
  }
  port.close();
}
