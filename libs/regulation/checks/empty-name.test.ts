import { describe, expect, it } from '@jest/globals';
import { CHECK_DEFAULTS } from './check.ts';
import { sampleContents, sampleFacts } from './sample-contents.ts';
import { emptyName } from './empty-name.ts';

const told = (change: Parameters<typeof sampleContents>[0], facts = sampleFacts()) =>
  emptyName(sampleContents(change), facts, CHECK_DEFAULTS);

describe('the name', () => {
  it.each(['', ' ', '\u3000\t'])('%j is none', (name) => {
    expect(told({ name })).toMatchObject([{ class: 'IMPOSSIBLE', field: 'name', code: 'EMPTY' }]);
  });

  it('is there', () => {
    expect(told({ name: ' 园 ' })).toEqual([]);
  });
});
