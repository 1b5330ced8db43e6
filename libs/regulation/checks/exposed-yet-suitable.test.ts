import { describe, expect, it } from '@jest/globals';
import { CHECK_DEFAULTS } from './check.ts';
import { exposedYetSuitable } from './exposed-yet-suitable.ts';
import { sampleContents, sampleFacts } from './sample-contents.ts';
import type { Suitability } from '../enumerations.ts';

const told = (change: Parameters<typeof sampleContents>[0] = {}, facts = sampleFacts()) =>
  exposedYetSuitable(sampleContents(change), facts, CHECK_DEFAULTS);

const assessed = (suitability: Suitability) => [
  { hazard: 'FLOOD' as const, suitability, assessedBy: null, assessedOn: null },
];
const exposures = [
  { hazard: 'FIRE' as const, description: null, distanceMeters: null },
  { hazard: 'FLOOD' as const, description: '青龙涧河', distanceMeters: 30 },
];

describe('a site in the way of the hazard', () => {
  it('is hardly a refuge from it', () => {
    expect(told({ exposures, suitability: assessed('SUITABLE') })).toMatchObject([
      { class: 'ADVICE', field: 'exposures.1', code: 'EXPOSED_YET_SUITABLE', params: { hazard: 'FLOOD' } },
    ]);
  });

  it.each(['CONDITIONAL', 'UNSUITABLE', 'NOT_ASSESSED'] as const)('may say it is %s', (suitability) => {
    expect(told({ exposures, suitability: assessed(suitability) })).toEqual([]);
  });
});
