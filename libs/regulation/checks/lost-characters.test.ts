import { describe, expect, it } from '@jest/globals';
import { CHECK_DEFAULTS } from './check.ts';
import { sampleContents, sampleFacts } from './sample-contents.ts';
import { lostCharacters } from './lost-characters.ts';

const told = (change: Parameters<typeof sampleContents>[0], facts = sampleFacts()) =>
  lostCharacters(sampleContents(change), facts, CHECK_DEFAULTS);

describe('lost characters', () => {
  it('are named where they were lost', () => {
    expect(told({ name: '陕\ufffd公园', address: '好' })).toMatchObject([
      { class: 'ADVICE', article: null, field: 'name', code: 'LOST_CHARACTERS' },
    ]);
  });

  it('are not seen in whole texts', () => {
    expect(told({ name: '陕州公园?' })).toEqual([]);
  });
});
