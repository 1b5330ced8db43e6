import { describe, expect, it } from '@jest/globals';
import { fourEyes } from './four-eyes.ts';

describe('four eyes', () => {
  it('refuse whoever keyed it, as practice', () => {
    expect(fourEyes('p1', 'p1', false)).toEqual([
      { rule: 'filing/four-eyes', article: null, field: null, code: 'KEYED_BY_SELF', params: {} },
    ]);
  });

  it('are content with another person, with a single officer, and with nobody on record', () => {
    expect(fourEyes('p1', 'p2', false)).toEqual([]);
    expect(fourEyes('p1', 'p1', true)).toEqual([]);
    expect(fourEyes(null, 'p1', false)).toEqual([]);
  });
});
