import { describe, expect, it } from '@jest/globals';
import type { ShelterContents } from '../registry/contents.ts';
import { CHECK_DEFAULTS } from './check.ts';
import { knownValues, unknownValue } from './known-values.ts';
import { sampleContents, sampleFacts } from './sample-contents.ts';

describe('known values', () => {
  it('are told with what is allowed', () => {
    expect(unknownValue('hazard', 'METEORITE', ['FIRE', 'FLOOD'])).toMatchObject([
      {
        class: 'IMPOSSIBLE',
        field: 'hazard',
        code: 'UNKNOWN_VALUE',
        params: { value: 'METEORITE', allowed: 'FIRE, FLOOD' },
      },
    ]);
    expect(unknownValue('hazard', 'FIRE', ['FIRE'])).toEqual([]);
    expect(unknownValue('hazard', 'y'.repeat(41), [])[0]?.params.value).toBe(`${'y'.repeat(40)}…`);
    expect(unknownValue('hazard', 'y'.repeat(40), [])[0]?.params.value).toBe('y'.repeat(40));
  });

  it('are asked of every enumerated field, as the contents may come from anywhere', () => {
    const odd: unknown = {
      ...sampleContents(),
      siteType: 'a',
      spaceType: 'b',
      grade: 'c',
      durationClass: 'd',
      standingKind: 'e',
      petPolicy: 'f',
      barrierFree: 'g',
      facilities: [{ type: 'h', quantity: null, state: 'i', maintainer: null }],
      suitability: [{ hazard: 'j', suitability: 'k', assessedBy: null, assessedOn: null }],
    };
    const findings = knownValues(odd as ShelterContents, sampleFacts(), CHECK_DEFAULTS);
    expect(findings.map(({ field, params }) => [field, params.value])).toEqual([
      ['siteType', 'a'],
      ['spaceType', 'b'],
      ['grade', 'c'],
      ['durationClass', 'd'],
      ['standingKind', 'e'],
      ['petPolicy', 'f'],
      ['barrierFree', 'g'],
      ['facilities.0.type', 'h'],
      ['facilities.0.state', 'i'],
      ['suitability.0.hazard', 'j'],
      ['suitability.0.suitability', 'k'],
    ]);
    expect(knownValues(sampleContents(), sampleFacts(), CHECK_DEFAULTS)).toEqual([]);
  });
});
