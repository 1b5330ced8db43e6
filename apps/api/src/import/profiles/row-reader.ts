import { readDegrees, type Axis } from '#geography/coordinates';
import { isBlankText, readNumber } from '#regulation/quantities';
import type { RefusalCode, Refusal } from '#regulation/refusal';
import type { CheckClass } from '#regulation/enumerations';
import type { ShelterContents } from '#regulation/registry/contents';
import { LIMITS } from '../reading/limits.ts';
import type { RowFinding } from '../reading/unreadable.ts';
import type { SheetRow } from '../reading/sheet-row.ts';
import type { Columns } from './profile.ts';

type Position = NonNullable<ShelterContents['position']>;

const FULL_WIDTH_DIGITS = /[\uff10-\uff19]/gu;
/** Put before = + - @ by careful exporters, so that no spreadsheet takes a phone number for a formula. */
const DEFUSED = /^'(?=[=+\-@])/u;
/** A question mark among Chinese characters stands for one that an older encoding did not know. */
const LOST = /[\p{Script=Han}○]\?|\?[\p{Script=Han}○]/u;

/** Reads one row field by field and keeps what was wrong, each time naming the column. */
export class RowReader {
  readonly findings: RowFinding[] = [];

  constructor(
    private readonly source: SheetRow,
    private readonly columns: Columns,
  ) {}

  get row(): number {
    return this.source.row;
  }

  /** The text of a field, or null when the list says nothing. Line breaks become blanks unless it may have `lines`. */
  text(field: string, { lines = false } = {}): string | null {
    const cell = this.#cell(field);
    if (cell === null) return null;
    const text = (lines ? cell.replaceAll(/\r\n?/gu, '\n') : cell.replaceAll(/\s*[\r\n\t]+\s*/gu, ' '))
      .replaceAll('\0', '\ufffd')
      .replaceAll(FULL_WIDTH_DIGITS, (digit) => digit.normalize('NFKC'))
      .replace(DEFUSED, '')
      .trim();
    if (text === '') return null;
    if (LOST.test(text)) this.tell('ADVICE', field, 'LOST_CHARACTERS');
    return text;
  }

  /** A number in any usual writing; what is none is told and read as unknown. */
  number(field: string, read: (text: string) => number | null = readNumber): number | null {
    const text = this.text(field);
    if (text === null || isBlankText(text)) return null;
    const value = read(text);
    if (value === null) this.tell('IMPOSSIBLE', field, 'NOT_A_NUMBER', { value: echo(text) });
    return value;
  }

  /** Persons; 0 in a list is room nobody counted and becomes unknown. */
  persons(field: string, read: (text: string) => number | null): number | null {
    const value = this.number(field, read);
    if (value !== 0) return value;
    this.tell('ADVICE', field, 'ZERO_CAPACITY');
    return null;
  }

  /** Degrees in any usual writing; null when there are none or they cannot be read. */
  degrees(axis: Axis): number | null {
    const field = `position.${axis}`;
    const text = this.text(field);
    if (text === null || isBlankText(text)) return null;
    const { value, fault } = readDegrees(text, axis);
    if (fault === null) return value;
    // Out of range as it stands, but a number: the checks know better what is wrong with the pair.
    const number = readNumber(text);
    if (fault === 'OUT_OF_RANGE' && number !== null) return number;
    this.tell('IMPOSSIBLE', field, 'NOT_A_NUMBER', { value: echo(text) });
    return null;
  }

  /** The pair of both axes through `place`; half a position is told, none is none. */
  position(place: (longitude: number, latitude: number) => Position): Position | null {
    const [longitude, latitude] = [this.degrees('longitude'), this.degrees('latitude')];
    if (longitude !== null && latitude !== null) return place(longitude, latitude);
    const told = this.findings.some(({ field }) => field?.startsWith('position.'));
    if ((longitude !== null || latitude !== null) && !told) {
      this.tell('IMPOSSIBLE', `position.${longitude === null ? 'longitude' : 'latitude'}`, 'EMPTY');
    }
    return null;
  }

  /** Keeps a finding; `at` names the column when several say the same field. */
  tell(
    kind: CheckClass,
    field: string,
    code: RefusalCode,
    params: Refusal['params'] = {},
    at: string = field,
  ): void {
    this.findings.push({
      row: this.source.row,
      column: this.columns.get(at)?.header ?? null,
      class: kind,
      rule: 'import/row',
      article: null,
      field,
      code,
      params,
    });
  }

  #cell(field: string): string | null {
    const column = this.columns.get(field);
    if (!column) return null;
    if (this.source.formulas.includes(column.index)) {
      this.tell('IMPOSSIBLE', field, 'FORMULA_CELL');
      return null;
    }
    const cell = this.source.cells[column.index] ?? '';
    if (cell.length <= LIMITS.cellCharacters) return cell;
    this.tell('IMPOSSIBLE', field, 'TOO_LONG', { limit: LIMITS.cellCharacters, length: cell.length });
    return null;
  }
}

export function echo(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
