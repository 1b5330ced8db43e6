import type { Language } from '#regulation/labels';
import exceljs from 'exceljs';
import type { Writable } from 'node:stream';
import { defused } from '../../platform/csv-cell.ts';
import { FINDINGS_HEADINGS } from '../profiles/own-columns.ts';
import { sayFinding } from '../report-words.ts';
import type { SheetRow } from '../reading/sheet-row.ts';
import type { LoggedFinding, LoggedRow, LogHead, WholeList } from './row-log.ts';

/** A cell of a spreadsheet holds so many characters. */
const LONGEST_CELL = 32_000;
const LONGEST_WORDS = 2_000;

const WORDS = {
  'zh-CN': {
    sheet: '导入清单',
    whole: '全表说明',
    heads: ['涉及行数', '发现', '处理办法'],
    preview: '可导入',
    GOOD: '已导入',
    HELD: '位置存疑，未导入',
    REFUSED: '不导入',
    left: '未处理',
  },
  en: {
    sheet: 'List',
    whole: 'Of the whole list',
    heads: ['Rows', 'What was found', 'What to do'],
    preview: 'Comes in',
    GOOD: 'Imported',
    HELD: 'Position in doubt, held',
    REFUSED: 'Stays out',
    left: 'Not reached',
  },
} as const;

export interface FindingsWish {
  readonly language: Language;
  /** Of a preview nothing has come in yet. */
  readonly preview: boolean;
}

/** The rows of a list as they were given, in order, with what became of each behind them, as a spreadsheet. */
export async function writeFindings(
  rows: AsyncIterable<SheetRow>,
  log: AsyncGenerator<LogHead | LoggedRow | WholeList>,
  { language, preview }: FindingsWish,
  sink: Writable & { readonly room: () => Promise<void> },
): Promise<void> {
  const words = WORDS[language];
  const book = new exceljs.stream.xlsx.WorkbookWriter({ stream: sink, useStyles: true });
  const { headerRow, width } = (await log.next()).value as LogHead;
  const sheet = book.addWorksheet(words.sheet, { views: [{ state: 'frozen', ySplit: headerRow }] });
  sheet.columns = [
    ...Array.from({ length: width }, () => ({ width: 14 })),
    { width: 18 },
    { width: 70, style: { alignment: { wrapText: true, vertical: 'top' } } },
  ];
  const found = new LogCursor(log);
  for await (const row of rows) {
    const put = (told: readonly string[]) => {
      const own = Array.from({ length: width }, (_cell, index) => cellOf(row.cells[index] ?? ''));
      // Cells beyond the last heading come after what is told: nothing of the row is lost.
      const beyond = row.cells.slice(width).map(cellOf);
      const written = sheet.getRow(row.row);
      written.values = [...own, ...told, ...beyond];
      if (row.row === headerRow) written.font = { bold: true };
      written.commit();
    };
    if (row.row < headerRow) put([]);
    else if (row.row === headerRow) put(FINDINGS_HEADINGS[language]);
    else {
      const logged = await found.at(row.row);
      const state = logged && (logged.verdict === 'GOOD' && preview ? words.preview : words[logged.verdict]);
      // A blank row, or the example of the template, is of no list; after a stop the rest was not reached.
      const unknown = found.ended ? words.left : '';
      put([state ?? (isBlank(row) ? '' : unknown), logged ? say(logged.findings, language) : '']);
    }
    await sink.room();
  }
  sheet.commit();
  writeWhole(book, await found.whole(), language);
  await book.commit();
}

/** Goes along the log as the rows go by. */
class LogCursor {
  #next: LoggedRow | null = null;
  #whole: WholeList['everywhere'] = [];
  ended = false;

  constructor(private readonly log: AsyncGenerator<LogHead | LoggedRow | WholeList>) {}

  async at(row: number): Promise<LoggedRow | null> {
    while (!this.ended && (this.#next?.row ?? 0) < row) await this.#step();
    return this.#next?.row === row && !this.ended ? this.#next : null;
  }

  async whole(): Promise<WholeList['everywhere']> {
    while (!this.ended) await this.#step();
    return this.#whole;
  }

  async #step(): Promise<void> {
    const { value, done } = await this.log.next();
    if (done) this.ended = true;
    else if ('everywhere' in value) {
      this.#whole = value.everywhere;
      this.ended = true;
    } else if ('verdict' in value) this.#next = value;
  }
}

function writeWhole(
  book: exceljs.stream.xlsx.WorkbookWriter,
  everywhere: WholeList['everywhere'],
  language: Language,
): void {
  if (everywhere.length === 0) return;
  const { whole, heads } = WORDS[language];
  const sheet = book.addWorksheet(whole);
  sheet.columns = heads.map((header, index) => ({ header, width: [12, 60, 60][index] ?? 20 }));
  for (const finding of everywhere) {
    const { message, cure } = sayFinding(finding, language);
    sheet.addRow([finding.rows, defused(message), defused(cure)]).commit();
  }
  sheet.commit();
}

/** Each finding on a line of its own: the column, what is wrong, what to do. */
function say(findings: readonly LoggedFinding[], language: Language): string {
  const lines = findings.map((finding) => {
    const { message, cure } = sayFinding(finding, language);
    const told = language === 'zh-CN' ? `${message}${cure}` : `${message} ${cure}`;
    if (finding.column === null) return told;
    return language === 'zh-CN' ? `【${finding.column}】${told}` : `[${finding.column}] ${told}`;
  });
  return defused(lines.join('\n')).slice(0, LONGEST_WORDS);
}

/** A number where it was one to the letter; a telephone number keeps its zero, a formula is none. */
function cellOf(text: string): string | number {
  const number = Number(text);
  if (text !== '' && Math.abs(number) < 1e15 && String(number) === text) return number;
  return defused(text).slice(0, LONGEST_CELL);
}

function isBlank({ cells }: SheetRow): boolean {
  return cells.every((cell) => cell.trim() === '');
}
