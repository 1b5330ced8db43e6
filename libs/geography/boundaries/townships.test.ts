import { expect, it } from '@jest/globals';
import { countyBoundaries } from './boundaries.ts';
import { TOWNSHIPS } from './townships.ts';

it('lists 81 townships, each once, in order of code', () => {
  const codes = TOWNSHIPS.map(({ code }) => code);
  expect(codes).toHaveLength(81);
  expect(codes).toEqual([...new Set(codes)].sort());
});

it('puts each into the county its code begins with; only the development zone has no boundary', () => {
  const counties = new Set(countyBoundaries().map(({ code }) => code));
  for (const { code, name, countyCode } of TOWNSHIPS) {
    expect(code).toMatch(/^\d{9}$/);
    expect(code.startsWith(countyCode)).toBe(true);
    expect(name).not.toBe('');
  }
  expect(TOWNSHIPS.filter(({ countyCode }) => !counties.has(countyCode)).map(({ name }) => name)).toEqual([
    '向阳街道',
  ]);
});
