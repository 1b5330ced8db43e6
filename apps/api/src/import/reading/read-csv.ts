import { parse, type Options } from 'csv-parse';
import { Readable } from 'node:stream';
import { decodeText, detectEncoding } from './encoding.ts';
import { plainBytes } from './inflate.ts';
import { LIMITS } from './limits.ts';
import type { SheetRow } from './sheet-row.ts';
import { ListUnreadable, unreadable } from './unreadable.ts';

const DELIMITERS = [',', ';', '\t'];
/** ="0398" is how spreadsheets keep a leading zero in CSV: a text, not a formula. */
const QUOTED_TEXT = /^="([^"]*)"$/u;

/** The rows of a CSV file, unpacked and decoded on the way; one at a time is in memory. */
export async function* readCsv(path: string, gzip: boolean): AsyncGenerator<SheetRow> {
  const encoding = await detectEncoding(plainBytes(path, gzip));
  const bytes = plainBytes(path, gzip);
  const [first, text] = await peek(decodeText(bytes, encoding));
  const parser = parse(options(first));
  const source = Readable.from(text);
  source.once('error', (error: Error) => parser.destroy(error));
  source.pipe(parser);
  let row = 0;
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      row += 1;
      yield sheetRow(row, record);
    }
  } catch (error) {
    if (error instanceof ListUnreadable) throw error;
    throw unreadable('FILE_UNREADABLE', { row: row + 1 });
  } finally {
    bytes.destroy();
  }
}

function options(first: string): Options {
  const line = first.slice(0, first.search(/[\r\n]|$/u));
  const count = (delimiter: string) => line.split(delimiter).length;
  return {
    bom: true,
    delimiter: DELIMITERS.toSorted((a, b) => count(b) - count(a))[0] ?? ',',
    relax_column_count: true,
    relax_quotes: true,
    // A quote that is never closed makes one endless record of all the rest.
    max_record_size: LIMITS.cellCharacters * LIMITS.columns,
  };
}

function sheetRow(row: number, record: string[]): SheetRow {
  const formulas: number[] = [];
  const cells = record.map((cell, index) => {
    if (!cell.startsWith('=')) return cell;
    const quoted = QUOTED_TEXT.exec(cell);
    if (!quoted) formulas.push(index);
    return quoted?.[1] ?? '';
  });
  return { row, cells, formulas };
}

/** The first piece, and all pieces from the first on. */
async function peek(pieces: AsyncGenerator<string>): Promise<[string, AsyncGenerator<string>]> {
  const first = await pieces.next();
  async function* all(): AsyncGenerator<string> {
    if (first.done) return;
    yield first.value;
    yield* pieces;
  }
  return [first.done ? '' : first.value, all()];
}
