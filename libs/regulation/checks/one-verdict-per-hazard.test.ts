import { describe, expect, it } from '@jest/globals';
import { CHECK_DEFAULTS } from './check.ts';
import { sampleContents, sampleFacts } from './sample-contents.ts';
import { oneVerdictPerHazard } from './one-verdict-per-hazard.ts';

const told = (change: Parameters<typeof sampleContents>[0], facts = sampleFacts()) =>
  oneVerdictPerHazard(sampleContents(change), facts, CHECK_DEFAULTS);

describe('one verdict per hazard', () => {
  const verdict = (hazard: 'FIRE' | 'FLOOD') =>
    ({ hazard, suitability: 'SUITABLE', assessedBy: null, assessedOn: null }) as const;

  it('names the second', () => {
    expect(told({ suitability: [verdict('FIRE'), verdict('FLOOD'), verdict('FIRE')] })).toMatchObject([
      { class: 'IMPOSSIBLE', field: 'suitability.2.hazard', code: 'TWICE', params: { hazard: 'FIRE' } },
    ]);
  });

  it('is silent about different hazards', () => {
    expect(told({ suitability: [verdict('FIRE'), verdict('FLOOD')] })).toEqual([]);
    expect(told({ suitability: [] })).toEqual([]);
  });
});
