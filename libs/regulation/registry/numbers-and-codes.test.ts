import { describe, expect, it } from '@jest/globals';
import { filingNumber } from '../filing/filing-number.ts';
import { SHELTER_GRADES } from '../enumerations.ts';
import { shelterCode } from './shelter-code.ts';

describe('codes on signs', () => {
  it('carry place, grade and a running number of at least four digits', () => {
    expect(SHELTER_GRADES.map((grade) => shelterCode('HB', grade, 7))).toEqual([
      'HBP0007',
      'HBM0007',
      'HBC0007',
      'HBT0007',
      'HBV0007',
      'HBX0007',
    ]);
    expect(shelterCode('411202', 'COUNTY', 12_345)).toBe('411202C12345');
  });
});

describe('filing numbers', () => {
  it('carry place, year and a running number without upper limit', () => {
    expect(filingNumber('411202', 2026, 1)).toBe('411202-2026-0001');
    expect(filingNumber('SFQ', 2026, 1_000_000)).toBe('SFQ-2026-1000000');
    expect(filingNumber('SFQ', 1000, 1)).toBe('SFQ-1000-0001');
    expect(filingNumber('SFQ', 9999, 9999)).toBe('SFQ-9999-9999');
  });

  it.each([26, 999, 10_000, 2026.5, Number.NaN])('know no year %d', (year) => {
    expect(() => filingNumber('HB', year, 1)).toThrow(/year must have four digits/);
  });
});

it.each([0, -1, 1.5, Number.NaN, Infinity])('no running number is %d', (running) => {
  expect(() => shelterCode('HB', 'COUNTY', running)).toThrow(/whole number >= 1/);
});
