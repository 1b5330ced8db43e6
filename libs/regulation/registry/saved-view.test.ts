import { expect, it } from '@jest/globals';
import { MOST_VIEWS, savedViewRefusals } from './saved-view.ts';

const codes = (changes: object = {}) =>
  savedViewRefusals({ name: '待补正', query: 'due=1', others: [], ...changes }).map(
    ({ field, code }) => `${field ?? ''} ${code}`,
  );

it('has a name of its own, says something, and is one of a bounded number', () => {
  expect(codes()).toEqual([]);
  expect(codes({ name: ' ', query: '' })).toEqual(['viewName NAME_LENGTH', 'viewQuery MISSING']);
  expect(codes({ name: 'x'.repeat(41), query: 'q='.padEnd(1_001, 'x') })).toEqual([
    'viewName NAME_LENGTH',
    'viewQuery TOO_LONG',
  ]);
  expect(codes({ others: ['待补正'], name: ' 待补正 ' })).toEqual(['viewName TWICE']);
  const others = Array.from({ length: MOST_VIEWS }, (_, n) => `视图 ${n}`);
  expect(codes({ others })).toEqual(['views TOO_MANY']);
  expect(codes({ others: others.slice(1) })).toEqual([]);
});
