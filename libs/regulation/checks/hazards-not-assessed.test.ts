import { describe, expect, it } from '@jest/globals';
import { CHECK_DEFAULTS } from './check.ts';
import { sampleContents, sampleFacts } from './sample-contents.ts';
import { hazardsNotAssessed } from './hazards-not-assessed.ts';

const told = (change: Parameters<typeof sampleContents>[0], facts = sampleFacts()) =>
  hazardsNotAssessed(sampleContents(change), facts, CHECK_DEFAULTS);

describe('hazards', () => {
  const verdict = (suitability: 'NOT_ASSESSED' | 'UNSUITABLE') =>
    ({ hazard: 'FIRE', suitability, assessedBy: null, assessedOn: null }) as const;

  it('none assessed is worth a word', () => {
    expect(told({ suitability: [] })).toMatchObject([
      { class: 'ADVICE', field: 'suitability', code: 'HAZARDS_NOT_ASSESSED' },
    ]);
    expect(told({ suitability: [verdict('NOT_ASSESSED')] })).toHaveLength(1);
  });

  it('one assessed is enough, whatever the verdict', () => {
    expect(told({ suitability: [verdict('NOT_ASSESSED'), verdict('UNSUITABLE')] })).toEqual([]);
  });
});
