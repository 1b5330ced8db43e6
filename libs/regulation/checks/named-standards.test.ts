import { describe, expect, it } from '@jest/globals';
import { CHECK_DEFAULTS } from './check.ts';
import { namedStandards } from './named-standards.ts';
import { sampleContents, sampleFacts } from './sample-contents.ts';

const told = (change: Parameters<typeof sampleContents>[0] = {}, facts = sampleFacts()) =>
  namedStandards(sampleContents(change), facts, CHECK_DEFAULTS);

describe('the standards of Art. 13', () => {
  it('are asked for once the works are accepted', () => {
    expect(told({ acceptedOn: '2025-01-02' })).toMatchObject([
      { class: 'ADVICE', field: 'standards', code: 'NO_STANDARD_NAMED' },
    ]);
    expect(told({ acceptedOn: '2025-01-02', standards: ['GB 51143-2015'] })).toEqual([]);
    expect(told()).toEqual([]);
  });
});
