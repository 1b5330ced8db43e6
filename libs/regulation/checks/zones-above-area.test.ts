import { describe, expect, it } from '@jest/globals';
import { CHECK_DEFAULTS } from './check.ts';
import { zonesAboveArea } from './zones-above-area.ts';
import { sampleContents, sampleFacts } from './sample-contents.ts';

const told = (change: Parameters<typeof sampleContents>[0] = {}, facts = sampleFacts()) =>
  zonesAboveArea(sampleContents(change), facts, CHECK_DEFAULTS);

const zone = (areaSquareMeters: number | null) => ({
  type: 'PARKING' as const,
  name: null,
  areaSquareMeters,
  ring: null,
});

describe('zones', () => {
  it('are together no larger than the site', () => {
    const zones = [zone(60.1), zone(null), zone(40.2)];
    expect(told({ areaSquareMeters: 100, zones })).toMatchObject([
      { class: 'ADVICE', field: 'zones', code: 'ZONES_ABOVE_AREA', params: { sum: 100.3, area: 100 } },
    ]);
    expect(told({ areaSquareMeters: 100.3, zones })).toEqual([]);
    expect(told({ areaSquareMeters: null, zones })).toEqual([]);
  });
});
