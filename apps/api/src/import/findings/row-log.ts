import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { finished } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type { RowFinding } from '../reading/unreadable.ts';
import type { Verdict } from '../taking/judge-rows.ts';

/** What became of a row, in codes: the words are made when somebody asks, in their language. */
export interface LoggedRow {
  readonly row: number;
  readonly verdict: Verdict;
  readonly findings: readonly LoggedFinding[];
}

export type LoggedFinding = Pick<RowFinding, 'column' | 'class' | 'code' | 'field' | 'params'>;

/** The last line: what holds for the whole list, each with its number of rows. */
export interface WholeList {
  readonly everywhere: readonly (LoggedFinding & { readonly rows: number })[];
}

export interface LogHead {
  readonly headerRow: number;
  readonly width: number;
}

/** Whether a finding is about a field the list has no column for: said once of the list, not of every row. */
export function isOfWholeList({ field, column, class: kind }: LoggedFinding): boolean {
  return field !== null && column === null && kind !== 'IMPOSSIBLE';
}

/** Writes what became of each row, packed, a line each; as much as is being written is in memory. */
export class RowLog {
  readonly #lines = createGzip();
  readonly #written: Promise<void>;

  private constructor(readonly path: string) {
    this.#written = finished(this.#lines.pipe(createWriteStream(path)));
    // A full disk is told by close; a rejection nobody waits for would end the process.
    this.#written.catch(() => undefined);
  }

  static async open(path: string, head: LogHead): Promise<RowLog> {
    await mkdir(dirname(path), { recursive: true });
    const log = new RowLog(path);
    await log.#write(head);
    return log;
  }

  async add(rows: readonly LoggedRow[]): Promise<void> {
    const lines = rows.map(({ row, verdict, findings }): LoggedRow => {
      const own = findings.filter((finding) => !isOfWholeList(finding)).map(plain);
      return { row, verdict, findings: own };
    });
    await this.#write(...lines);
  }

  async close(whole: WholeList): Promise<void> {
    await this.#write({ everywhere: whole.everywhere.map((one) => ({ ...plain(one), rows: one.rows })) });
    this.#lines.end();
    await this.#written;
  }

  async #write(...lines: readonly (LogHead | LoggedRow | WholeList)[]): Promise<void> {
    const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
    if (!this.#lines.write(text)) await once(this.#lines, 'drain');
  }
}

/** The lines of a log: its head, then the rows in the order of the list, then what holds for all. */
export async function* readLog(path: string): AsyncGenerator<LogHead | LoggedRow | WholeList> {
  const lines = createInterface({ input: createReadStream(path).pipe(createGunzip()) });
  for await (const line of lines) yield JSON.parse(line) as LogHead | LoggedRow | WholeList;
}

function plain({ column, class: kind, code, field, params }: LoggedFinding): LoggedFinding {
  return { column, class: kind, code, field, params };
}
