import { isBlankText } from '#regulation/quantities';
import { readWord, valuesOf, type ValueOf, type Word } from './own-words.ts';
import { echo, type RowReader } from './row-reader.ts';

/** Between the entries of a cell that may hold several. */
export const BETWEEN = /[、,，;；\n/|]+/u;

/** One of the words of a kind, or null when there is none or it is told as unknown. */
export function word<W extends Word>(reader: RowReader, field: string, kind: W): ValueOf<W> | null {
  const text = reader.text(field);
  if (text === null) return null;
  return known(reader, field, kind, text);
}

/** The same for one entry of a cell. */
export function known<W extends Word>(
  reader: RowReader,
  field: string,
  kind: W,
  text: string,
): ValueOf<W> | null {
  const value = readWord(kind, text);
  if (value === null && !isBlankText(text)) {
    reader.tell('IMPOSSIBLE', field, 'UNKNOWN_VALUE', {
      value: echo(text),
      enumeration: kind,
      allowed: valuesOf(kind).join(','),
    });
  }
  return value;
}

/** 2022年1月24日, 2022/1/24, 2022.1.24 as 2022-01-24; anything else as it stands, for the checks to refuse. */
export function date(reader: RowReader, field: string): string | null {
  const text = reader.text(field);
  if (text === null || isBlankText(text)) return null;
  const [, year, month = '', day = ''] =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?: 00:00:00)?$/u.exec(text) ?? [];
  return year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text;
}
