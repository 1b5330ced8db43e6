import { describe, expect, it } from '@jest/globals';
import { CHECK_DEFAULTS } from './check.ts';
import { oneAnswerPerItem } from './one-answer-per-item.ts';
import { sampleContents, sampleFacts } from './sample-contents.ts';
import type { DesignItem } from '../site/words.ts';

const told = (change: Parameters<typeof sampleContents>[0] = {}, facts = sampleFacts()) =>
  oneAnswerPerItem(sampleContents(change), facts, CHECK_DEFAULTS);

const answer = (item: DesignItem) => ({ item, contained: 'YES' as const, note: null });

describe('an item of the scheme', () => {
  it('is answered once', () => {
    expect(told({ designScheme: [answer('OVERVIEW'), answer('ROUTES_AND_SIGNS')] })).toEqual([]);
    expect(
      told({ designScheme: [answer('OVERVIEW'), answer('ROUTES_AND_SIGNS'), answer('OVERVIEW')] }),
    ).toMatchObject([
      { class: 'IMPOSSIBLE', field: 'designScheme.2.item', code: 'TWICE', params: { value: 'OVERVIEW' } },
    ]);
  });
});
