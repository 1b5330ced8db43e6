/** What a cell of a table for people holds; unknown is nothing. */
export type Cell = string | number | boolean | null;

/** RFC 4180 with the mark that spreadsheets need to see UTF-8. */
export const CSV_MARK = '\ufeff';

/** A cell as text. What a spreadsheet would take for a formula gets an apostrophe before it; numbers stay numbers. */
export function csvCell(value: Cell): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const text = defused(value);
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Text that no spreadsheet takes for a formula. */
export function defused(text: string): string {
  return /^[\s]*[=+\-@\t\r]/u.test(text) ? `'${text}` : text;
}
