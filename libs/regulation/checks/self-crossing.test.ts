import { describe, expect, it } from '@jest/globals';
import { CHECK_DEFAULTS } from './check.ts';
import { selfCrossing } from './self-crossing.ts';
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
  selfCrossing(sampleContents(change), facts, CHECK_DEFAULTS);

describe('a line that crosses itself', () => {
  it('is refused with the place where it does', () => {
    const crossing = { longitude: 111.123_456_78, latitude: 34.7 };
    expect(
      told({}, sampleFacts({ shapes: [fact({}), fact({ field: 'boundary.parts.1', crossing })] })),
    ).toEqual([
      expect.objectContaining({
        class: 'IMPOSSIBLE',
        field: 'boundary.parts.1',
        code: 'SELF_CROSSING',
        params: { longitude: 111.123457, latitude: 34.7 },
      }),
    ]);
  });

  it('is not found where nothing was measured', () => {
    expect(told()).toEqual([]);
  });
});
