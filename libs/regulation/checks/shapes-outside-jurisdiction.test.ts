import { describe, expect, it } from '@jest/globals';
import { CHECK_DEFAULTS } from './check.ts';
import { shapesOutsideJurisdiction } from './shapes-outside-jurisdiction.ts';
import { sampleContents, sampleFacts } from './sample-contents.ts';
import type { ShapeFact } from './check.ts';
const fact = (change: Partial<ShapeFact>): ShapeFact => ({
  field: 'zones.0.ring',
  crossing: null,
  squareMeters: null,
  outsideJurisdiction: false,
  metersOffSite: null,
  ...change,
});

const told = (change: Parameters<typeof sampleContents>[0] = {}, facts = sampleFacts()) =>
  shapesOutsideJurisdiction(sampleContents(change), facts, CHECK_DEFAULTS);

describe('shapes outside the jurisdiction', () => {
  it('are refused, each by its path', () => {
    const shapes = [fact({ outsideJurisdiction: true }), fact({ field: 'entrances.2' })];
    expect(told({}, sampleFacts({ shapes }))).toEqual([
      expect.objectContaining({
        class: 'IMPOSSIBLE',
        field: 'zones.0.ring',
        code: 'OUTSIDE_JURISDICTION',
        params: { jurisdiction: '湖滨区', jurisdictionEn: 'Hubin District' },
      }),
    ]);
    expect(told()).toEqual([]);
  });
});
