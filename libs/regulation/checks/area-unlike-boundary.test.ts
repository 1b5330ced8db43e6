import { describe, expect, it } from '@jest/globals';
import { CHECK_DEFAULTS } from './check.ts';
import { areaUnlikeBoundary } from './area-unlike-boundary.ts';
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
  areaUnlikeBoundary(sampleContents(change), facts, CHECK_DEFAULTS);

describe('the area as written and as drawn', () => {
  it.each([
    [1000, 500, 700, []],
    [1000, 500, 701, [{ area: 1000, drawn: 1201 }]],
    [1000, 500, 300, []],
    [1000, 500, 299, [{ area: 1000, drawn: 799 }]],
    [1000, null, null, []],
    [0, 500, 1, []],
    [null, 500, 1, []],
  ])('%p against %p + %p m²', (areaSquareMeters, one, other, params) => {
    const shapes = [
      fact({ field: 'boundary.parts.0', squareMeters: one }),
      fact({ field: 'boundary.parts.1', squareMeters: other }),
      fact({ field: 'zones.0.ring', squareMeters: 9000 }),
    ];
    const findings = told({ areaSquareMeters }, sampleFacts({ shapes }));
    expect(findings.map((finding) => finding.params)).toEqual(params);
    expect(
      findings.every(({ code, field }) => code === 'AREA_UNLIKE_BOUNDARY' && field === 'areaSquareMeters'),
    ).toBe(true);
  });

  it('are not compared where nothing was drawn', () => {
    expect(told()).toEqual([]);
  });
});
