import { describe, expect, it } from '@jest/globals';
import { checkMapping, columnsGone } from './column-mapping.ts';

const FIELDS = new Set(['name', 'address']);
const column = (position: number, field: string | null, header = `列${position}`) => ({
  position,
  header,
  field,
});
const codes = (refusals: readonly { code: string; field: string | null }[]) =>
  refusals.map(({ code, field }) => `${code} ${field ?? ''}`);

describe('which column of a list means what', () => {
  it('one column a field; left out as often as you like', () => {
    expect(checkMapping([column(1, 'name'), column(2, null), column(3, null)], FIELDS)).toEqual([]);
  });

  it('tells every fault: unknown field, field twice, column twice', () => {
    const mapping = [column(1, 'name'), column(2, 'naem'), column(3, 'name'), column(1, null)];
    expect(codes(checkMapping(mapping, FIELDS))).toEqual([
      'UNKNOWN_TARGET mapping',
      'MAPPED_TWICE name',
      'COLUMN_TWICE mapping',
    ]);
  });

  it('names the columns that are gone or headed otherwise; where nothing stood nothing may stand', () => {
    expect(columnsGone([column(1, 'name'), column(2, null, '')], ['列1'])).toEqual([]);
    const gone = columnsGone([column(1, 'name'), column(2, null), column(4, null)], ['列1', '改', '']);
    expect(gone.map(({ params }) => params['position'])).toEqual([2, 4]);
  });
});
