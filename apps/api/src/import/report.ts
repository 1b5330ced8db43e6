import type { Language } from '#regulation/labels';
import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { finished } from 'node:stream/promises';
import { CSV_MARK, csvCell } from '../platform/csv-cell.ts';
import { sayFinding } from './report-words.ts';
import { isOfWholeList, type WholeList } from './findings/row-log.ts';
import type { RowFinding } from './reading/unreadable.ts';

const HEADER = ['row', 'column', 'class', 'code', 'message', 'cure'];
/** Findings that are shown without opening the report. */
export const SHOWN_FINDINGS = 200;

/**
 * The report of an import as CSV with a byte-order mark, one line a finding. What is said about a field the list has no
 * column for at all is said once, at the end, with the number of rows.
 */
export class ImportReport {
  readonly shown: RowFinding[] = [];
  count = 0;
  readonly #everywhere = new Map<string, { readonly finding: RowFinding; rows: number }>();
  readonly #file: WriteStream | null;

  private constructor(
    readonly path: string | null,
    private readonly language: Language,
  ) {
    this.#file = path === null ? null : createWriteStream(path);
    // A full disk is told by add and close; an error nobody listens to would end the process.
    this.#file?.on('error', () => undefined);
    this.#write(HEADER, CSV_MARK);
  }

  /** `path` null: findings are only counted and shown. */
  static async open(path: string | null, language: Language): Promise<ImportReport> {
    if (path !== null) await mkdir(dirname(path), { recursive: true });
    return new ImportReport(path, language);
  }

  /** Throws, as close does, when the report cannot be written. */
  async add(findings: readonly RowFinding[]): Promise<void> {
    if (this.#file?.errored) throw this.#file.errored;
    for (const finding of findings) {
      if (isOfWholeList(finding)) {
        const key = `${finding.class} ${finding.code} ${finding.field}`;
        const known = this.#everywhere.get(key) ?? { finding: { ...finding, row: 0 }, rows: 0 };
        known.rows += 1;
        this.#everywhere.set(key, known);
      } else this.#say(finding);
    }
    if (this.#file?.writableNeedDrain) await once(this.#file, 'drain');
  }

  /** What is said of the list as a whole. */
  get everywhere(): WholeList['everywhere'] {
    return [...this.#everywhere.values()].map(({ finding, rows }) => ({ ...finding, rows }));
  }

  async close(): Promise<void> {
    for (const { finding, rows } of this.#everywhere.values()) this.#say(finding, rows);
    if (!this.#file) return;
    this.#file.end();
    await finished(this.#file);
  }

  #say(finding: RowFinding, rows?: number): void {
    this.count += 1;
    if (this.shown.length < SHOWN_FINDINGS) this.shown.push(finding);
    const { message, cure } = sayFinding(finding, this.language);
    const held = isHeld(finding);
    this.#write([
      finding.row === 0 ? '' : String(finding.row),
      finding.column ?? '',
      held ? 'HELD' : finding.class,
      held ? 'HELD' : finding.code,
      rows === undefined ? message : `${message} ${this.#rows(rows)}`,
      cure,
    ]);
  }

  #rows(count: number): string {
    return this.language === 'zh-CN' ? `（${count} 行）` : `(${count} rows)`;
  }

  #write(cells: readonly string[], before = ''): void {
    this.#file?.write(`${before}${cells.map(csvCell).join(',')}\r\n`);
  }
}

/** What the registry keeps without believing it: said in one word. */
export function isHeld({ code }: Pick<RowFinding, 'code'>): boolean {
  return code === 'FAR_FROM_DIVISION';
}
