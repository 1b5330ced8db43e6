import { describe, expect, it } from '@jest/globals';
import { CHECK_DEFAULTS } from './check.ts';
import { offSite } from './off-site.ts';
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
  offSite(sampleContents(change), facts, CHECK_DEFAULTS);

describe('off the site', () => {
  it.each([
    ['zones.0.ring', 5, null],
    ['zones.0.ring', 5.6, 'ZONE_OVER_BOUNDARY'],
    ['entrances.0', 100, null],
    ['entrances.0', 101, 'OFF_SITE'],
    ['position', 100, null],
    ['position', 250, 'OFF_SITE'],
    ['position', null, null],
  ])('%s by %p m: %p', (field, metersOffSite, code) => {
    const findings = told({}, sampleFacts({ shapes: [fact({ field, metersOffSite })] }));
    expect(findings).toEqual(
      code === null
        ? []
        : [
            expect.objectContaining({
              class: 'ADVICE',
              field,
              code,
              params: { meters: Math.round(metersOffSite ?? 0) },
            }),
          ],
    );
  });

  it('is nothing to say where nothing was measured', () => {
    expect(told()).toEqual([]);
  });
});
