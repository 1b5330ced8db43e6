import { expect, test } from '@jest/globals';
import { readWholeNumber } from './whole-number.ts';

test.each([
  ['', null],
  ['  ', null],
  ['1200', 1200],
  ['１，２００', 1200],
  ['1 200', 1200],
  ['0', 0],
  ['-3', -3],
  ['12.5', Number.NaN],
  ['很多', Number.NaN],
  ['99999999999', Number.NaN],
])('%j is %p', (text, number) => {
  expect(readWholeNumber(text)).toBe(number);
});
