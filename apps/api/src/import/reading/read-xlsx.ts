import exceljs from 'exceljs';
import { checkZip } from './check-zip.ts';
import type { SheetRow } from './sheet-row.ts';
import { ListUnreadable, unreadable } from './unreadable.ts';

const READ = {
  worksheets: 'emit',
  sharedStrings: 'cache',
  // Dates are numbers; only the style of the cell tells.
  styles: 'cache',
  hyperlinks: 'ignore',
  entries: 'ignore',
} as const;

/** The rows of the first sheet of a spreadsheet. Throws ListUnreadable for what is no honest spreadsheet. */
export async function* readXlsx(path: string): AsyncGenerator<SheetRow> {
  await checkZip(path);
  try {
    for await (const sheet of new exceljs.stream.xlsx.WorkbookReader(path, READ)) {
      let width = 0;
      for await (const row of sheet) {
        const { cells, ...rest } = sheetRow(row);
        width = Math.max(width, cells.length);
        // A spreadsheet leaves blank cells at the end of a row out.
        const blank = Array.from({ length: width - cells.length }, () => '');
        yield { ...rest, cells: [...cells, ...blank] };
      }
      return;
    }
  } catch (error) {
    if (error instanceof ListUnreadable) throw error;
    throw unreadable('FILE_UNREADABLE');
  }
}

function sheetRow(row: exceljs.Row): SheetRow {
  const cells: string[] = [];
  const formulas: number[] = [];
  row.eachCell({ includeEmpty: true }, ({ value }, column) => {
    if (isFormula(value)) formulas.push(column - 1);
    cells[column - 1] = isFormula(value) ? '' : textOf(value);
  });
  return { row: row.number, cells: Array.from(cells, (cell) => cell ?? ''), formulas };
}

function isFormula(value: exceljs.CellValue): boolean {
  return typeof value === 'object' && value !== null && ('formula' in value || 'sharedFormula' in value);
}

/** A cell as the person sees it: rich text joined, dates as YYYY-MM-DD. */
function textOf(value: exceljs.CellValue): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) {
    return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  }
  if (typeof value !== 'object') return String(value);
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('text' in value) return typeof value.text === 'string' ? value.text : textOf(value.text);
  if ('error' in value) return value.error;
  return '';
}
