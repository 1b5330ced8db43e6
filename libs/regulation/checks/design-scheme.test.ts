import { describe, expect, it } from '@jest/globals';
import { CHECK_DEFAULTS } from './check.ts';
import { designScheme } from './design-scheme.ts';
import { sampleContents, sampleFacts } from './sample-contents.ts';
import type { Trinary } from '../enumerations.ts';
import { DESIGN_ITEMS, type DesignItem } from '../site/words.ts';

const told = (change: Parameters<typeof sampleContents>[0] = {}, facts = sampleFacts()) =>
  designScheme(sampleContents(change), facts, CHECK_DEFAULTS);

const answer = (item: DesignItem, contained: Trinary = 'YES') => ({ item, contained, note: null });

describe('the design scheme', () => {
  it('is asked about what it is not said to contain', () => {
    const answers = DESIGN_ITEMS.slice(1).map((item) => answer(item));
    expect(told({ designScheme: [...answers, answer('OVERVIEW', 'NO')] })).toMatchObject([
      { class: 'ADVICE', field: 'designScheme', code: 'SCHEME_INCOMPLETE', params: { items: 'OVERVIEW' } },
    ]);
    expect(told({ designScheme: answers.slice(1).concat(answer('OVERVIEW', 'UNKNOWN')) })).toMatchObject([
      { params: { items: 'OVERVIEW,TYPE_AND_ROLE' } },
    ]);
  });

  it('has the seven contents of Art. 10', () => {
    expect(DESIGN_ITEMS).toHaveLength(7);
    expect(told({ designScheme: DESIGN_ITEMS.map((item) => answer(item)) })).toEqual([]);
  });

  it('is not asked for when nobody speaks of it', () => {
    expect(told()).toEqual([]);
  });
});
